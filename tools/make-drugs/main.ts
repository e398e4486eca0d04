/**
 * Builds resources/dictionaries/drugs.csv: `node tools/make-drugs/main.ts PATH`, with the path of DrugBank's vocabulary (CC0 1.0,
 * https://go.drugbank.com/releases/latest#open-data). in-use.txt says what goes in; the vocabulary proves the names.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildTable } from './build-table.ts'
import { readInUse } from './read-in-use.ts'
import { readVocabulary } from './vocabulary.ts'

const dictionaries = new URL('../../resources/dictionaries/', import.meta.url)
const HEADER =
  '# Substances, their other names, their trade names, their group; made by tools/make-drugs. See README.md.'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('Usage: main.ts PATH-OF-drugbank_vocabulary.csv')
  process.exitCode = 2
} else {
  const table = buildTable(
    readInUse(readFileSync(new URL('in-use.txt', import.meta.url), 'utf8')),
    readVocabulary(readFileSync(path, 'utf8')),
    readFileSync(new URL('brands.csv', dictionaries), 'utf8'),
  )
  writeFileSync(new URL('drugs.csv', dictionaries), `${[HEADER, ...table.lines].join('\n')}\n`)
  console.log(`${table.lines.length} rows`)
  console.log(`not in the vocabulary: ${table.notInVocabulary.join(', ')}`)
  console.log(`trade names left out: ${table.brandsLeftOut.join(', ')}`)
}
