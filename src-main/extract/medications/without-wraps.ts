/**
 * A text whose lines were broken where the sheet ended → the same text with a blank for such a break, so that every place
 * in it stays. A break that may part two medicines of a list stays one.
 */
import type { Span } from '../../ingest/read-page.ts'

/** Shorter lines were not broken by the edge of a sheet. */
const SHORTEST_LINE = 60

/** The text of the span. `isList`: then only lines that hold several things, set apart by commas or points, go on. */
export function withoutWraps(text: string, { start, end }: Span, isList: boolean): string {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(start, end).replace(/\n(?!\s*\n)/gu, (_, offset: number) => {
    const at = start + offset
    const line = text.slice(lineStart, at)
    lineStart = at + 1
    const next = text.slice(at + 1, at + 40).trimStart()
    const goesOn = line.length >= SHORTEST_LINE && !/[.;:!?]\s*$/u.test(line) && /^(?:\p{Ll}|\d)/u.test(next)
    const isMark = /^\d{1,2}[.)]\s/u.test(next)
    const isText = (line.match(/,/gu)?.length ?? 0) >= 2 || /\p{L}{3}\. \p{Lu}/u.test(line)
    return goesOn && !isMark && (!isList || isText) ? ' ' : '\n'
  })
}
