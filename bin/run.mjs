/** `run.mjs FILE …`: runs one of the repository's own programs (tests, checks, tools) under the right Node. */

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runUnderRightNode } from './right-node.mjs'

await runUnderRightNode(import.meta.filename, async () => {
  const [file, ...rest] = process.argv.slice(2)
  process.argv = [process.argv[0], resolve(file), ...rest]
  await import(pathToFileURL(resolve(file)).href)
})
