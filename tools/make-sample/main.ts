/**
 * `node bin/run.mjs tools/make-sample/main.ts`: writes the papers of the invented person that comes with the program into
 * resources/sample/papers. They are the papers of tools/make-papers, as files and nothing else.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePapers } from '../make-papers/papers.ts'
import { maren } from '../make-papers/people.ts'

const folder = join(import.meta.dirname, '../../resources/sample/papers')
await mkdir(folder, { recursive: true })
const papers = (await makePapers()).filter(({ person }) => person === maren.name)
for (const { fileName, bytes } of papers) await writeFile(join(folder, fileName), bytes)
console.log(`${papers.length} papers of an invented person are in ${folder}`)
