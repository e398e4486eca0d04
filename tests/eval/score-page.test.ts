import { expect, test } from 'vitest'
import type { Box } from '../../src-main/ingest/read-page.ts'
import type { ReadWord } from './reader.ts'
import { type PageTruth, scorePage } from './score-page.ts'

/** Words on one line, each in its own tenth of the page. */
const truth = (...texts: string[]): PageTruth => ({
  words: texts.map((text, place) => ({ text, box: boxAt(place) })),
  handwriting: [],
})
const boxAt = (place: number): Box => [place / 10, 0.1, 0.08, 0.02]
const word = (text: string, place: number, doubtful = false): ReadWord => ({
  text,
  box: boxAt(place),
  confidence: 0.9,
  doubtful,
})
const score = (wanted: PageTruth, words: readonly ReadWord[], unread: readonly Box[] = []) =>
  scorePage(wanted, { words, unread })

test('a page read as it is printed scores one on everything', () => {
  const { recall, precision, figures, boxes, lost, extra } = score(truth('HbA1c', '7.1', '%'), [
    word('HbA1c', 0),
    word('7.1', 1),
    word('%', 2),
  ])
  expect({ recall, precision, boxes }).toEqual({ recall: 1, precision: 1, boxes: { total: 2, right: 2 } })
  expect(figures).toMatchObject({ total: 2, right: 2, doubtful: 0, wrong: [] })
  expect([...lost, ...extra]).toEqual([])
})

test('words are a multiset: one reading pays for one word only', () => {
  const { recall, precision } = score(truth('mg', 'mg', 'mg', 'mg'), [word('mg', 0), word('mg', 1), word('ml', 2)])
  expect(recall).toBe(0.5)
  expect(precision).toBeCloseTo(2 / 3)
})

test('every dash is a hyphen and widths are folded, but case is kept and bare signs do not count', () => {
  expect(score(truth('800−631–5250', 'ｍｇ', '|', '—'), [word('800-631-5250', 0), word('mg', 1)]).recall).toBe(1)
  expect(score(truth('Iron'), [word('iron', 0)]).recall).toBe(0)
})

test('a word with a gap inside counts as two', () => {
  expect(score(truth('Dr', 'Holm'), [word('Dr Holm', 0)]).recall).toBe(1)
})

test.each([
  ['a lost point', '4.1', [word('41', 0)]],
  ['a comma for a point', '5,6', [word('5.6', 0)]],
  ['a lost minus', '−5.6', [word('5.6', 0)]],
  ['a glued flag', '10.6', [word('10.6H', 0)]],
  ['a figure in two pieces', '10.6', [word('10', 0), word('6', 0)]],
  ['a figure that nobody read', '4.1', []],
])('%s is silently wrong unless it is doubted', (_, figure, words) => {
  expect(score(truth(figure), words).figures).toMatchObject({ total: 1, right: 0, doubtful: 0 })
  expect(score(truth(figure), words).figures.wrong).toHaveLength(1)
  const doubted = words.map((one) => ({ ...one, doubtful: true }))
  const said = score(truth(figure), doubted, words.length === 0 ? [boxAt(0)] : [])
  expect(said.figures).toMatchObject({ right: 0, doubtful: 1, wrong: [] })
})

test('a right figure in another place does not excuse a wrong one here', () => {
  const { recall, figures } = score(truth('4.1', '5.0'), [word('41', 0), word('5.0', 1), word('4.1', 7)])
  expect(recall).toBe(1)
  expect(figures.wrong).toEqual([{ truth: '4.1', read: '41', box: boxAt(0) }])
})

test('doubting a figure that is right is counted too', () => {
  expect(score(truth('4.1'), [word('4.1', 0, true)]).figures).toMatchObject({ right: 1, needlessly: 1, doubtful: 0 })
})

test('equal words pair with the nearest, and a box must share half of what both cover', () => {
  const [near, far] = [word('mg', 3), word('mg', 0)]
  const { boxes } = score(truth('mg', 'x', 'y', 'mg'), [near, far])
  expect(boxes).toEqual({ total: 2, right: 2 })
  const shifted: ReadWord = { ...word('mg', 0), box: [0.03, 0.1, 0.08, 0.02] }
  expect(score(truth('mg'), [shifted]).boxes).toEqual({ total: 1, right: 0 })
})

test('the ledger is scored by area, and overlapping boxes count once', () => {
  const page: PageTruth = { ...truth('read', 'also'), handwriting: [[0, 0.5, 0.2, 0.1]] }
  const unread: Box[] = [
    [0, 0.5, 0.1, 0.1],
    [0, 0.5, 0.1, 0.1],
    [0.04, 0.1, 0.04, 0.02],
  ]
  const { ledger } = score(page, [word('read', 0), word('also', 1)], unread)
  expect(ledger.planted).toBeCloseTo(0.02)
  expect(ledger.flagged / ledger.planted).toBeCloseTo(0.5)
  expect(ledger.falselyFlagged / ledger.read).toBeCloseTo(0.25)
})

test('words under a pen stroke are no false alarm', () => {
  const page: PageTruth = { ...truth('struck', 'kept'), handwriting: [boxAt(0)] }
  const { ledger } = score(page, [word('struck', 0), word('kept', 1)], [boxAt(0)])
  expect(ledger.falselyFlagged).toBe(0)
  expect(ledger.read).toBeCloseTo(0.08 * 0.02)
})

test('a page that was not read at all has lost everything and wasted nothing', () => {
  expect(score(truth('all', 'lost'), [])).toMatchObject({ recall: 0, precision: 1, boxes: { total: 0 } })
})
