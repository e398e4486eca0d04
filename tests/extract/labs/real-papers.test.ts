import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { readPdf } from '../../../src-main/ingest/readers/pdf.ts'
import { unpackWords } from '../../../src-main/ingest/words.ts'
import { marchChemistry, marchLipidsAndBlood, septemberResults } from '../../../tools/make-papers/lab-values.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { labContext } from './lab-context.ts'

const sample = (name: string) => readFileSync(new URL(`../../../resources/sample/papers/${name}`, import.meta.url))

async function pagesOfPdf(name: string): Promise<ExtractPage[]> {
  const pages: ExtractPage[] = []
  for await (const part of readPdf(new Uint8Array(sample(name)), {})) {
    if (part.kind === 'page') pages.push({ ...part.page, words: unpackWords(part.page.words) })
  }
  return pages
}

type Rows = ReturnType<typeof septemberResults>
const namesOf = (rows: Rows) => rows.flatMap((row) => (Array.isArray(row) ? [String(row[0])] : []))
const fixed = (rows: Rows) =>
  new Map(rows.flatMap((row) => (Array.isArray(row) ? [[String(row[0]), row.map(String)]] : [])))

test('a report of two pages is read row by row, and its comments are not', async () => {
  const found = extractLabs(await pagesOfPdf('oakhollow-m-lab-report-2024-03.pdf'), labContext)
  const rows = [...marchChemistry(createRandom(1)), ...marchLipidsAndBlood(createRandom(1))]
  const printed = fixed(rows)
  expect(found.map(({ nameText }) => nameText)).toEqual(namesOf(rows))
  for (const { nameText, unitText, rangeText, happenedOn, dateKind, doubts, code } of found) {
    const [, , , unit, range] = printed.get(nameText) ?? []
    expect([nameText, unitText, rangeText, happenedOn, dateKind]).toEqual([
      nameText,
      unit,
      range,
      '2024-03-12T07:55',
      'collected',
    ])
    expect(doubts).toEqual([])
    expect(code?.system).toBe('loinc')
  }
  expect(found.filter(({ flag }) => flag === 'high').map(({ name }) => name)).toHaveLength(4)
  expect(found.filter(({ flag }) => flag === 'low').map(({ name }) => name)).toHaveLength(2)
})

test.each(['oakhollow-m-lab-2023-09-patient-copy.pdf', 'oakhollow-m-lab-2023-09-practice-copy.pdf'])(
  '%s',
  async (name) => {
    const found = extractLabs(await pagesOfPdf(name), labContext)
    expect(found.map(({ nameText }) => nameText)).toEqual(namesOf(septemberResults(createRandom(1))))
    expect(new Set(found.map(({ happenedOn }) => happenedOn))).toEqual(new Set(['2023-09-14']))
  },
)

test.each(['oakhollow-m-medication-list-2024-04.pdf', 'oakhollow-m-bone-density-letter-2022-10.pdf'])(
  '%s holds no laboratory values',
  async (name) => {
    expect(extractLabs(await pagesOfPdf(name), labContext)).toEqual([])
  },
)
