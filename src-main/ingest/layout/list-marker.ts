/** Bullets and numbers of lists: they stand apart from their item but are no cells of a table. */
import type { Segment } from './segments.ts'

const MARKER = /^([\u2022\u2023\u25a0-\u25ff\u2043\u2219\u00b7\uf0b7\uf0a7\uf0d8]|\(?(\d{1,2}|[a-z])[.)])$/

/** A bullet or number that hangs before its item is no cell of its own. */
export const isMarker = ({ words, x1, size }: Segment, next: Segment) =>
  words.length === 1 && next.x0 - x1 < 3 * size && MARKER.test(words[0]?.word.text ?? '')
