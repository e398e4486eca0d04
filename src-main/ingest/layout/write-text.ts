/**
 * Blocks in reading order → the page's text and the span of each word in it. Lines end in \n, cells of a row are
 * set apart by \t, blocks by an empty line; a word's span always equals its text.
 */
import type { Box, Word } from '../read-page.ts'
import type { Upright } from './frame.ts'
import { isMarker } from './list-marker.ts'
import type { PageSize, PositionedWord } from './positioned-word.ts'
import { inReadingDirection, runsRightToLeft } from './right-to-left.ts'
import type { Row, Segment } from './segments.ts'

/** Closer than this part of the size, two words are printed as one: a change of font, a superscript. */
const GLUE = 0.1
/** Deeper than this they lie over each other and are two. */
const OVERLAP = -0.4

export interface TextSheet {
  /** Adds a block after an empty line; `continues`: only a line end, the block goes on where the last one stopped. */
  block(rows: readonly Row[]): void
  done(): { text: string; words: Word[] }
}

export function createTextSheet(page: PageSize): TextSheet {
  const parts: string[] = []
  const words: Word[] = []
  let length = 0

  const put = (part: string) => {
    parts.push(part)
    length += part.length
  }

  const putWord = (word: PositionedWord) => {
    const box = boxOf(word, page)
    const { confidence, doubtful } = word
    const span = { start: length, length: word.text.length, box }
    words.push({ ...span, ...(confidence !== undefined && { confidence }), ...(doubtful && { doubtful }) })
    put(word.text)
  }

  const putRow = (row: Row) => {
    const cells = readsBackward(row) ? [...row.segments].reverse() : row.segments
    let last: Segment | undefined
    for (const cell of cells) {
      if (last) put(isMarker(last, cell) ? ' ' : '\t')
      last = cell
      let before: Upright | undefined
      for (const word of inReadingDirection(cell.words)) {
        if (before && !isGlued(before, word)) put(' ')
        putWord(word.word)
        before = word
      }
    }
  }

  return {
    block(rows) {
      if (length > 0 && rows.length > 0) put('\n\n')
      rows.forEach((row, index) => {
        if (index > 0) put(startsBlock(rows, index) ? '\n\n' : '\n')
        putRow(row)
      })
    },
    done: () => ({ text: parts.join(''), words }),
  }
}

const readsBackward = ({ segments }: Row) =>
  segments.length > 1 && runsRightToLeft(segments.flatMap((segment) => segment.words))

function isGlued(before: Upright, word: Upright): boolean {
  const gap = before.x0 <= word.x0 ? word.x0 - before.x1 : before.x0 - word.x1
  const size = Math.max(before.size, word.size)
  if (Math.abs(before.base - word.base) > 0.7 * size) return false
  return gap <= GLUE * size && gap >= OVERLAP * size
}

/** A row stands apart when its distance from the one above is clearly wider than the distances beside it. */
function startsBlock(rows: readonly Row[], index: number): boolean {
  const distance = (i: number) => (rows[i]?.base ?? 0) - (rows[i - 1]?.base ?? 0)
  const here = distance(index)
  const size = Math.max(rows[index]?.size ?? 0, rows[index - 1]?.size ?? 0)
  if (here > 3 * size) return true
  const above = index > 1 ? distance(index - 1) : Number.POSITIVE_INFINITY
  const below = index + 1 < rows.length ? distance(index + 1) : Number.POSITIVE_INFINITY
  const usual = Math.min(above, below)
  return here > 1.4 * size && here > 1.35 * usual
}

function boxOf(word: PositionedWord, page: PageSize): Box {
  const x0 = fraction(word.x, page.width)
  const y0 = fraction(word.y, page.height)
  const x1 = fraction(word.x + word.width, page.width)
  const y1 = fraction(word.y + word.height, page.height)
  return [x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0)]
}

const fraction = (at: number, whole: number) => Math.min(1, Math.max(0, at / whole || 0))
