/** `npm run check:imports`: the import rules and the log rule over this repository. */
import { join } from 'node:path'
import { checkSources } from './check.ts'
import { readSources } from './read-sources.ts'
import { report } from './report.ts'

const { lines, exitCode } = report(checkSources(readSources(join(import.meta.dirname, '../..'))))
for (const line of lines) console.log(line)
process.exitCode = exitCode
