#!/usr/bin/env node
/** The command `medmemory`: plain JavaScript, so that an old Node can say what is missing before it meets TypeScript. */
import { runUnderRightNode } from './right-node.mjs'

await runUnderRightNode(import.meta.filename, async () => {
  const { main } = await import('../src-main/cli/main.ts')
  process.exitCode = await main(process.argv.slice(2))
})
