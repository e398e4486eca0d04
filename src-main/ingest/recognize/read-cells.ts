/** One pass over cells: drawn as strips, given to the engine, and what it answers laid against the ink and cut into words. */
import type { Raster } from '../image/raster.ts'
import { withRaisedMark } from './raised-mark.ts'
import type { Reading } from './reading.ts'
import type { RecognizedWord, Recognizer } from './recognizer.ts'
import type { Row } from './rows.ts'
import { drawStrip, type Place, type StripStyle } from './strip.ts'
import { wordsOfCell } from './words-of-cell.ts'

export async function readRows(
  grey: Raster,
  rows: readonly Row[],
  style: StripStyle,
  recognizer: Recognizer,
): Promise<Reading[]> {
  const read = await Promise.all(rows.map((row) => readRow(grey, row, style, recognizer)))
  return read.flat()
}

async function readRow(
  grey: Raster,
  { cells, capital }: Row,
  style: StripStyle,
  recognizer: Recognizer,
): Promise<Reading[]> {
  const strip = drawStrip(grey, cells, capital, style)
  const read = await recognizer.recognize(strip.image, { dpi: 300, layout: 'line' })
  const found = read.map((word) => ({ ...word, text: withRaisedMark(word.text) }))
  return cells.flatMap((cell) => {
    const places = strip.places.filter((place) => place.cell === cell)
    return wordsOfCell(cell, places, within(found, places), style.spacing)
  })
}

/** Of the words found on a strip those that stand over a cell. */
function within(words: readonly RecognizedWord[], places: readonly Place[]): RecognizedWord[] {
  const margin = places[0]?.unit ?? 0
  const left = (places[0]?.left ?? 0) - margin
  const right = (places.at(-1)?.right ?? 0) + margin
  return words.filter(({ box }) => box.x + box.width / 2 >= left && box.x + box.width / 2 < right)
}
