import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src-main/ingest/image/raster.ts'
import { readingOf, type UnreadInk, unreadInk } from '../../../src-main/ingest/recognize/unread-ink.ts'
import { printForm } from '../../../tools/make-papers/print/form-page.ts'
import { signByHand, writeByHand } from '../../../tools/make-papers/print/handwriting.ts'
import type { Mark, Page, PaperSize, Style } from '../../../tools/make-papers/print/page.ts'
import { createPen, type Pen } from '../../../tools/make-papers/print/pen.ts'
import { drawLogo, drawPhotograph } from '../../../tools/make-papers/print/pictures.ts'
import { stamped } from '../../../tools/make-papers/print/stamp.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { coveredArea } from '../../eval/boxes.ts'
import { type PreparedPaper, preparedPaper } from './prepared.ts'

const PAPER: PaperSize = { width: 420, height: 400 }
const plain: Style = { face: 'sans', size: 10 }
const random = () => createRandom(5)

test('a margin note and a signature are unread ink, the letter round them is read', async () => {
  const paper = await preparedPaper(
    adding(
      letter(),
      writeByHand({ x: 60, baseline: 300, width: 150, height: 7, climb: 0.05 }, random()),
      signByHand({ x: 240, baseline: 340, width: 120, height: 8 }, random()),
    ),
  )
  const unread = ledgerOf(paper)
  expect(flagged(paper.handwriting, unread)).toBeGreaterThan(0.95)
  expect(flagged(boxesOf(paper), unread)).toBe(0)
  expect(readingOf(unread, paper.words.length)).toBe('partly-read')
})

test('what is written in a form is unread, the printed questions beside it are not', async () => {
  const { page, blanks } = printForm(random())
  const filled = blanks.map(({ x, baseline, width }) =>
    writeByHand({ x, baseline, width: width * 0.8, height: 7 }, random()),
  )
  const paper = await preparedPaper(adding(page, ...filled))
  const unread = ledgerOf(paper)
  expect(flagged(paper.handwriting, unread)).toBeGreaterThan(0.95)
  expect(flagged(boxesOf(paper), unread)).toBeLessThan(0.01)
})

test('a word that was not read is unread, its neighbours are not', async () => {
  const paper = await preparedPaper(letter())
  const missed = paper.words.filter(({ text }) => text === 'improved')
  const unread = ledgerOf(paper, ({ text }) => text !== 'improved')
  expect(missed).toHaveLength(2)
  for (const { box } of missed) expect(flagged([box], unread)).toBeGreaterThan(0.9)
  expect(unread.boxes).toHaveLength(2)
})

test('a stamp that was read leaves no unread ink: its frame is none', async () => {
  const paper = await preparedPaper(stamped(letter(), { x: 250, y: 320 }, random()))
  const unread = ledgerOf(paper)
  expect(unread.boxes).toEqual([])
  expect(readingOf(unread, paper.words.length)).toBe('read')
})

test('bullets, tick boxes, dashes, dotted lines, underlines, a ring round a word and dust are no writing', async () => {
  const paper = await preparedPaper(
    letter((pen) => {
      pen.text('• apples • pears – plums', 40, 260, plain)
      pen.text('Name ..................................................', 40, 280, plain)
      for (const x of [40, 120, 200]) pen.frame(x, 293, 8, 8, 0.7)
      pen.line({ x: 41, y: 297 }, { x: 44, y: 300 }, 1)
      pen.line({ x: 44, y: 300 }, { x: 50, y: 290 }, 1)
      pen.text('yes', 52, 300, plain)
      pen.text('no', 132, 300, plain)
      pen.text('perhaps', 212, 300, plain)
      pen.text('important', 40, 340, plain)
      pen.put({ kind: 'handwriting', strokes: [wave(38, 346, 60)], width: 1.4, ink: '#26386e' })
      pen.text('circled', 200, 340, plain)
      pen.put({ kind: 'handwriting', strokes: [ring(215, 337, 26, 17)], width: 1, ink: '#26386e' })
    }),
    { specks: 0.0001 },
  )
  expect(ledgerOf(paper).boxes).toEqual([])
})

test('a note across printed lines is unread, the words that were read beside it are not', async () => {
  const paper = await preparedPaper(
    adding(letter(), writeByHand({ x: 150, baseline: 130, width: 110, height: 8 }, random())),
  )
  const [note] = paper.handwriting as [PixelBox]
  const clear = paper.words.filter(({ box }) => flagged([box], { boxes: [note], share: 0 }) === 0)
  const unread = unreadInk(paper.page, boxesOf({ ...paper, words: clear }))
  expect(flagged([note], unread)).toBeGreaterThan(0.9)
  expect(flagged(boxesOf({ ...paper, words: clear }), unread)).toBeLessThan(0.01)
})

test('a page written by hand is an image only', async () => {
  const paper = await preparedPaper(adding(createPen(PAPER).finish(), ...handwrittenLines()))
  const unread = ledgerOf(paper)
  expect(flagged(paper.handwriting, unread)).toBeGreaterThan(0.95)
  expect(readingOf(unread, 0)).toBe('image-only')
})

test('a blank page is read', async () => {
  const paper = await preparedPaper(createPen(PAPER).finish())
  expect(readingOf(ledgerOf(paper), 0)).toBe('read')
})

test('a page that shows no letters but dust is read', () => {
  const dust = [20, 60, 100].map((x) => ({ x, y: x - 10, width: 4, height: 3 }))
  expect(readingOf(unreadInk({ ...blotted(dust), letterHeight: 0 }, []), 0)).toBe('read')
})

test('a stroke that winds between printed lines does not take them with it', () => {
  const stroke = [
    { x: 10, y: 10, width: 4, height: 94 },
    ...[10, 55, 100].map((y) => ({ x: 10, y, width: 140, height: 4 })),
  ]
  const print = [25, 70].flatMap((y) => [30, 70, 110].map((x) => ({ x, y, width: 30, height: 12 })))
  const unread = unreadInk(blotted([...stroke, ...print]), print)
  expect(flagged(stroke, unread)).toBeCloseTo(1)
  expect(flagged(print, unread)).toBeLessThan(0.05)
})

test('a word whose box lies between the pixels is read like any other', () => {
  const word = { x: 20, y: 30, width: 30, height: 12 }
  expect(unreadInk(blotted([word]), [{ ...word, x: 20.5, y: 29.5 }]).boxes).toEqual([])
})

test('a photograph and a logo beside print are no unread ink', async () => {
  const pictures = [
    drawLogo({ x: 300, y: 20, width: 90, height: 36 }),
    drawPhotograph({ x: 120, y: 250, width: 170, height: 120 }, random()),
  ]
  expect(ledgerOf(await preparedPaper(adding(letter(), ...pictures))).boxes).toEqual([])
})

test('traces of ink on a page of words do not make it partly read', () => {
  const boxes = [{ x: 1, y: 1, width: 9, height: 9 }]
  expect(readingOf({ boxes, share: 0.001 }, 200)).toBe('read')
  expect(readingOf({ boxes, share: 0.02 }, 200)).toBe('partly-read')
  expect(readingOf({ boxes, share: 1 }, 0)).toBe('image-only')
})

test('every blot that was not read lies in a box, and no box holds a blot that was', () => {
  const cells = fc.array(fc.constantFrom('none', 'read', 'unread'), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(cells, fc.integer({ min: 6, max: 11 }), (kinds, height) => {
      const blots = kinds.map((kind, i) => ({
        kind,
        box: { x: 10 + (i % 6) * (height + 15), y: 10 + Math.floor(i / 6) * (height + 4), width: height + 9, height },
      }))
      const page = blotted(blots.flatMap(({ kind, box }) => (kind === 'none' ? [] : [box])))
      const of = (wanted: string) => blots.filter(({ kind }) => kind === wanted).map(({ box }) => box)
      const unread = unreadInk(page, of('read'))
      for (const box of of('unread')) expect(flagged([box], unread)).toBeCloseTo(1)
      for (const box of of('read')) expect(flagged([box], unread)).toBe(0)
      expect(unread.share).toBeCloseTo(
        of('unread').length / Math.max(1, kinds.filter((kind) => kind !== 'none').length),
      )
    }),
    { numRuns: 60 },
  )
})

function letter(more: (pen: Pen) => void = () => {}): Page {
  const pen = createPen(PAPER)
  pen.text('Elmford Medical Center', 40, 50, { ...plain, size: 16, bold: true })
  const lines = pen.wrap(
    'Blood pressure 131/84 mmHg, pulse 72 per minute. The cough has improved since; there is no fever. Magnesium was 0.8 mmol/L ' +
      'on 4 May 2021, potassium was 4.1 mmol/L. Breathing has improved since the last visit. Continue Ramipril 5 mg once ' +
      'daily in the morning, and Metformin 500 mg twice daily with meals. Please come back in six weeks.',
    340,
    plain,
  )
  for (const [i, line] of lines.entries()) pen.text(line, 40, 90 + i * 20, plain)
  more(pen)
  return pen.finish()
}

const handwrittenLines = () =>
  [60, 110, 160, 210].map((baseline) => writeByHand({ x: 40, baseline, width: 300, height: 8 }, random()))

const adding = (page: Page, ...marks: readonly Mark[]): Page => ({ ...page, marks: [...page.marks, ...marks] })

const wave = (x: number, y: number, width: number) =>
  Array.from({ length: 20 }, (_, i) => ({ x: x + (i / 19) * width, y: y + Math.sin(i / 2) * 0.7 }))

const ring = (x: number, y: number, width: number, height: number) =>
  Array.from({ length: 41 }, (_, i) => ({
    x: x + width * Math.cos((i / 40) * 2 * Math.PI),
    y: y + height * Math.sin((i / 40) * 2 * Math.PI),
  }))

const boxesOf = ({ words }: Pick<PreparedPaper, 'words'>) => words.map(({ box }) => box)

function ledgerOf(
  paper: PreparedPaper,
  isRead: (word: PreparedPaper['words'][number]) => boolean = () => true,
): UnreadInk {
  return unreadInk(paper.page, boxesOf({ words: paper.words.filter(isRead) }))
}

/** Which part of the boxes' area lies in unread ink. */
function flagged(boxes: readonly PixelBox[], { boxes: unread }: UnreadInk): number {
  const asBoxes = (list: readonly PixelBox[]) => list.map(({ x, y, width, height }) => [x, y, width, height] as const)
  return coveredArea(asBoxes(boxes), { within: asBoxes(unread) }) / coveredArea(asBoxes(boxes))
}

function blotted(blots: readonly PixelBox[]) {
  const ink = { width: 180, height: 120, data: new Uint8Array(180 * 120) }
  for (const { x, y, width, height } of blots)
    for (let row = y; row < y + height; row++) ink.data.fill(1, row * ink.width + x, row * ink.width + x + width)
  const toPage = () => [0, 0, 1, 1] as const
  return { grey: ink, ink, rules: [], pictures: [], letterHeight: 8, turn: 0 as const, toPage }
}
