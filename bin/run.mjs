/** `run.mjs FILE …`: runs one of the repository's own programs (tests, checks, tools) under the right Node. */

import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runUnderRightNode } from './right-node.mjs'

// every process and thread started from here compiles the sources once
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/compiled')

await runUnderRightNode(import.meta.filename, async () => {
  const [file, ...rest] = process.argv.slice(2)
  process.argv = [process.argv[0], resolve(file), ...rest]
  await import(pathToFileURL(resolve(file)).href)
})
