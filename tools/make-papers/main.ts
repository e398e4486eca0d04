/** `npm run papers -- [FOLDER]`: writes every paper and, beside it, NAME.expected.json. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePapers } from './papers.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../tests/fixtures/papers')
await mkdir(folder, { recursive: true })
const papers = await makePapers()
for (const { fileName, person, bytes, expected } of papers) {
  await writeFile(join(folder, fileName), bytes)
  await writeFile(join(folder, `${fileName}.expected.json`), `${JSON.stringify({ person, ...expected }, null, 2)}\n`)
}
console.log(`${papers.length} papers and their expected text are in ${folder}`)
