/** A unit and a range that stand so close that they were read as one cell, `g/dL 13.0-17.0`, told apart by what they are. */
import { parseFlag } from '../flags.ts'
import { parseRange, type ReferenceRange } from '../ranges.ts'
import type { Reader } from './read-measured.ts'

export interface UnitAndRange {
  readonly unitText: string
  readonly range: ReferenceRange
  /** Of the range in the text. */
  readonly rangeAt: number
}

/** Undefined unless the whole text is the one and then the other, and can be cut in one way only. */
export function unitAndRange(text: string, reader: Reader): UnitAndRange | undefined {
  if (text.length > 60 || !/^[^\s(]*[\p{L}%‰°]/u.test(text)) return
  const cuts = [...text.matchAll(RANGE_START)].flatMap(({ index }) => cutAt(text, index, reader) ?? [])
  const apart = cuts.filter(({ rangeAt }) => /\s/u.test(text[rangeAt - 1] ?? ''))
  const likely = apart.length > 0 ? apart : cuts
  return likely.length === 1 ? likely[0] : undefined
}

const RANGE_START = /(?<!^)(?=[\d<>≤≥([]|up ?to\b)/giu

function cutAt(text: string, rangeAt: number, reader: Reader): UnitAndRange | undefined {
  const unitText = text.slice(0, rangeAt).trim()
  if (!reader.isUnit(unitText) || parseFlag(unitText)) return
  const range = parseRange(text.slice(rangeAt), reader.style)
  const hasBounds = range?.low !== undefined || range?.high !== undefined
  return range && hasBounds && range.unitText === undefined ? { unitText, range, rangeAt } : undefined
}
