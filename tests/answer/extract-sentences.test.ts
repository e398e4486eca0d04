import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { type Passage, selectSentences } from '../../src-main/answer/extract-sentences.ts'
import { openBuiltIn } from '../../src-main/embed/built-in.ts'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { matchExpression } from '../../src-main/retrieve/match-expression.ts'
import { analyseQuery } from '../../src-main/retrieve/query.ts'
import { CALLUM, NADIA } from './clinic-papers.ts'
import { CALLUM_CASES, NADIA_CASES } from './clinic-questions.ts'
import { IMRE, IMRE_CASES } from './last-papers.ts'
import { EDWIN, ORLA, type Paper, TAVI } from './papers.ts'
import { type Case, EDWIN_CASES, ORLA_CASES, TAVI_CASES } from './questions.ts'

const dictionary = createDictionary(readDictionaryRows())
const CHUNK = 700

/** A record as the program would hold it: chunks of whole blocks in a full-text index. */
function createRecord(papers: readonly Paper[], names: readonly string[]) {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE ft USING fts5(text, scope, tokenize = 'porter unicode61 remove_diacritics 2')`)
  db.exec(`CREATE VIRTUAL TABLE vocabulary USING fts5vocab(ft, 'col')`)
  const passages: Omit<Passage, 'score'>[] = papers.flatMap((paper, at) =>
    chunksOf(paper.text).map(({ start, text }) => ({
      id: `${at}/${start}`,
      documentId: String(at),
      page: 1,
      text,
      start,
      documentTitle: paper.title,
      ...(paper.on ? { documentOn: paper.on } : {}),
    })),
  )
  const insert = db.prepare(`INSERT INTO ft (rowid, text, scope) VALUES (?, ?, 'p1x')`)
  passages.forEach((passage, at) => {
    insert.run(at + 1, passage.text)
  })
  const search = db.prepare<[string], { rowid: number; score: number }>(
    'SELECT rowid, -bm25(ft, 1.0, 0.0) AS score FROM ft WHERE ft MATCH ? ORDER BY rank LIMIT 16',
  )
  const frequency = db.prepare<[string], { doc: number }>(`SELECT doc FROM vocabulary WHERE term = ? AND col = 'text'`)
  return {
    papers,
    close: () => db.close(),
    ask(question: string) {
      const query = analyseQuery(question, dictionary, names)
      const hits = new Map<number, { score: number; isWhole: boolean }>()
      for (const mode of ['all', 'any'] as const) {
        const match = matchExpression(query, { mode, scope: 'p1x' })
        if (match !== undefined)
          for (const { rowid, score } of search.all(match))
            hits.set(rowid, hits.get(rowid) ?? { score, isWhole: mode === 'all' })
      }
      const best = Math.max(...[...hits.values()].map(({ score }) => score))
      const found = [...hits].map(([rowid, { score, isWhole }]) => ({
        ...(passages[rowid - 1] as Passage),
        score: score / best + (isWhole ? 0.2 : 0),
      }))
      const documentFrequency = (stem: string) => frequency.get(stem)?.doc ?? 0
      return selectSentences({
        query,
        passages: found,
        documentFrequency,
        chunkCount: passages.length,
        limit: 5,
        today,
        nearness,
      })
    },
  }
}

function chunksOf(text: string) {
  const chunks: { start: number; text: string }[] = []
  let start = 0
  for (const gap of [...text.matchAll(/\n\n/g), undefined]) {
    const end = gap?.index ?? text.length
    if (gap && end - start < CHUNK) continue
    chunks.push({ start, text: text.slice(start, end) })
    start = end + 2
  }
  return chunks
}

const records = {
  orla: createRecord(ORLA, ['Orla Brennick']),
  tavi: createRecord(TAVI, ['Tavi Soderholm']),
  edwin: createRecord(EDWIN, ['Edwin Marsh']),
  nadia: createRecord(NADIA, ['Nadia Fenwick']),
  callum: createRecord(CALLUM, ['Callum Rourke']),
  imre: createRecord(IMRE, ['Imre Castellane']),
}
const cases: { of: keyof typeof records; one: Case }[] = [
  ...ORLA_CASES.map((one) => ({ of: 'orla' as const, one })),
  ...TAVI_CASES.map((one) => ({ of: 'tavi' as const, one })),
  ...EDWIN_CASES.map((one) => ({ of: 'edwin' as const, one })),
  ...NADIA_CASES.map((one) => ({ of: 'nadia' as const, one })),
  ...CALLUM_CASES.map((one) => ({ of: 'callum' as const, one })),
  ...IMRE_CASES.map((one) => ({ of: 'imre' as const, one })),
]
afterAll(() => {
  for (const record of Object.values(records)) record.close()
})

async function failureOf(of: keyof typeof records, { ask, first, all = [] }: Case): Promise<string | undefined> {
  const answer = await records[of].ask(ask)
  const texts = 'notInRecord' in answer ? [] : answer.sentences.map((sentence) => sentence.text)
  const shown = `${ask} → ${texts.length === 0 ? 'not in record' : texts.join(' ¦ ')}`
  if (first === null) return texts.length === 0 ? undefined : shown
  if (texts.length === 0 || !texts[0]?.includes(first)) return shown
  return all.every((part) => texts.some((text) => text.includes(part))) ? undefined : shown
}

const today = new Date(2026, 0, 15)
const { compare } = await openBuiltIn(() => {
  throw new Error('only sentences are compared here')
})
const nearness = (words: string, text: string) => compare(words, [text])[0] ?? 0

describe('an answer quoted from the record', () => {
  test('is right, or refused, for the questions of the development evaluation', async () => {
    const score = async (answerable: boolean) => {
      const asked = cases.filter(({ one }) => (one.first !== null) === answerable)
      const outcomes = await Promise.all(asked.map(({ of, one }) => failureOf(of, one)))
      const failures = outcomes.filter((outcome) => outcome !== undefined)
      const right = asked.length - failures.length
      console.log(`${answerable ? 'answerable' : 'unanswerable'}: ${right} of ${asked.length} right`, failures)
      return right / asked.length
    }
    const [answered, refused] = [await score(true), await score(false)]
    expect(answered).toBeGreaterThanOrEqual(0.95)
    expect(refused).toBeGreaterThanOrEqual(0.95)
  })

  test('is a span of the page, shown with its white space collapsed, at most five, none twice', async () => {
    for (const { of, one } of cases) {
      const answer = await records[of].ask(one.ask)
      if ('notInRecord' in answer) continue
      expect(answer.sentences.length).toBeLessThanOrEqual(5)
      expect(new Set(answer.sentences.map(({ text }) => text.toLowerCase())).size).toBe(answer.sentences.length)
      for (const { passageId, start, end, text } of answer.sentences) {
        const page = records[of].papers[Number(passageId.split('/')[0])]?.text ?? ''
        expect(page.slice(start, end).replace(/\s+/g, ' ').trim()).toBe(text)
      }
    }
  })

  test('is refused when there is nothing to look for or nothing to look in', async () => {
    const none = { passages: [], documentFrequency: () => 0, chunkCount: 0, limit: 5, today }
    for (const question of ['', '???', 'What is it?', 'Is there an allergy to penicillin?'])
      expect(await selectSentences({ query: analyseQuery(question, dictionary), ...none })).toEqual({
        notInRecord: true,
      })
  })
})
