import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src-main/ingest/image/raster.ts'
import { findComponents } from '../../../src-main/ingest/recognize/components.ts'
import { printedWords } from '../../../src-main/ingest/recognize/printed-words.ts'
import { printForm } from '../../../tools/make-papers/print/form-page.ts'
import { writeByHand } from '../../../tools/make-papers/print/handwriting.ts'
import { printGrid } from '../../../tools/make-papers/print/labs/grid.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { type PreparedPaper, preparedPaper } from './prepared.ts'

const random = () => createRandom(6)

async function filledForm(): Promise<PreparedPaper> {
  const { page, blanks } = printForm(random())
  const filled = blanks.map(({ x, baseline, width }) =>
    writeByHand({ x, baseline, width: width * 0.7, height: 7 }, random()),
  )
  return preparedPaper({ ...page, marks: [...page.marks, ...filled] })
}

test('words that an engine believes to find in handwriting are left out, the print beside it stays', async () => {
  const { page, words, handwriting } = await filledForm()
  const print = words.map((word) => ({ ...word, confidence: 0.95 }))
  const found = strokesIn(page.ink, handwriting).map((box, i) => ({
    text: ['ul', 'wily', 'pe'][i % 3] ?? '',
    box,
    confidence: 0.6,
  }))
  expect(found.length).toBeGreaterThan(20)
  const kept = printedWords([...found, ...print], page)
  expect(kept.filter(({ confidence }) => confidence > 0.9)).toHaveLength(print.length)
  expect(kept.length - print.length).toBeLessThan(found.length / 50)
})

test('a single letter found amid strokes that no word accounts for is left out', async () => {
  const { page, words, handwriting } = await filledForm()
  const found = strokesIn(page.ink, handwriting)
    .filter((_, i) => i % 10 === 0)
    .map((box) => ({ text: 'd', box, confidence: 0.6 }))
  const print = words.map((word) => ({ ...word, confidence: 0.95 }))
  expect(found.length).toBeGreaterThan(4)
  expect(printedWords([...found, ...print], page)).toEqual(print)
})

test('print of which the engine is not sure stays', async () => {
  const { page, words } = await preparedPaper(printGrid(random()))
  const unsure = words.map((word) => ({ ...word, confidence: 0.55 }))
  expect(printedWords(unsure, page)).toEqual(unsure)
})

test('a word of which the engine is sure stays, whatever it looks like', async () => {
  const { page, handwriting } = await filledForm()
  const sure = strokesIn(page.ink, handwriting).map((box) => ({ text: 'ul', box, confidence: 0.9 }))
  expect(printedWords(sure, page)).toEqual(sure)
})

/** Every joined-up stroke that lies in a box and is large enough for a word. */
function strokesIn(ink: PreparedPaper['page']['ink'], boxes: readonly PixelBox[]): PixelBox[] {
  const { count, left, top, right, bottom } = findComponents(ink)
  const strokes = Array.from({ length: count }, (_, c) => {
    const [x, y] = [left[c] as number, top[c] as number]
    return { x, y, width: (right[c] as number) - x + 1, height: (bottom[c] as number) - y + 1 }
  })
  const inside = (box: PixelBox, { x, y, width, height }: PixelBox) =>
    x >= box.x - 2 && y >= box.y - 2 && x + width <= box.x + box.width + 2 && y + height <= box.y + box.height + 2
  return strokes.filter((stroke) => stroke.width > 30 && boxes.some((box) => inside(box, stroke)))
}
