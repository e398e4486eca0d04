/** The command line as it is built and shipped: what bin/medmemory.mjs does from the sources. */
import { main } from './main.ts'

process.exitCode = await main(process.argv.slice(2))
