/** From a prepared page to its words: which image goes to the engine, and what of the answers is kept. */
import type { PixelBox } from '../image/raster.ts'
import { tightenBoxes } from './ink-boxes.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { RecognizedWord, Recognizer } from './recognizer.ts'

/** Words below it are not taken as read: they are left out, and their ink counts as unread. */
export const READ_CONFIDENCE = 0.5

export interface PageWord {
  readonly text: string
  /** Tight round the word's ink, in pixels of the prepared page. */
  readonly box: PixelBox
  /** 0..1 */
  readonly confidence: number
  /** Y of the baseline under the middle of the word. */
  readonly baseline: number
  /** The passes, or the ink, contradict the text: worth a second look by a person. */
  readonly doubtful: boolean
}

export interface PageWords {
  readonly words: readonly PageWord[]
}

export async function recognizePage(page: PreparedPage, recognizer: Recognizer): Promise<PageWords> {
  if (page.letterHeight === 0) return { words: [] }
  const found = await recognizer.recognize(page.grey, { dpi: dpiOf(page), layout: 'page' })
  const read = found.filter((word) => word.confidence >= READ_CONFIDENCE)
  const boxes = tightenBoxes(read, page)
  return { words: read.flatMap((word, i) => asPageWord(word, boxes[i])) }
}

/** The resolution at which letters of this height would be printed in 10 pt. */
const dpiOf = ({ letterHeight }: PreparedPage): number => Math.min(400, Math.max(100, letterHeight * 10))

function asPageWord({ text, confidence, baseline }: RecognizedWord, box: PixelBox | undefined): PageWord[] {
  return box === undefined ? [] : [{ text, box, confidence, baseline, doubtful: false }]
}
