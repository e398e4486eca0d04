/** `npm run check:fuses -- PROGRAM`: whether the fuses burnt into a packed program are those of electron-builder.yml. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findWrongFuses } from './read-fuses.ts'

const [program] = process.argv.slice(2)
if (program === undefined) {
  console.log('Name the packed program, as in "npm run check:fuses -- dist/linux-unpacked/medmemory".')
  process.exit(2)
}
const configuration = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
const wrong = await findWrongFuses(program, configuration)
console.log(wrong.length === 0 ? 'All fuses are as they should be.' : `Not as they should be: ${wrong.join(', ')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
