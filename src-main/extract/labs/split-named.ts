/**
 * `Creatinine: 0.9 mg/dL (0.5-1.2)` → name and result. Of several ways to cut, the one with the longest known name;
 * without a known name there is no cut.
 */
import type { Span } from '../../ingest/read-page.ts'
import { quantityAt } from '../quantities.ts'
import { type Measured, readMeasured } from './read-measured.ts'
import type { Reading, ReadingContext } from './reading.ts'

export interface SplitNamed {
  readonly name: Pick<Reading, 'nameText' | 'nameSpans'>
  readonly measured: Measured
}

const MOST_WORDS = 12
const BOUNDARY = /[\s:=]+(?:[-\u2013]\s+)?|[.]{2,}\s*/gu
/** `CEA of 3.4`: joins the name and its value. */
const JOINED = /\s+(?:of|was|is|at)[\s:=]*$/iu
const LEADING_FLAG = /^(?:HH|LL|H|L|\*{1,3}|high|low)[\s]+(?=[<>≤≥\d])/iu

/** The name begins at `from`; nothing is read past `to`. */
export function splitNamed(text: string, from: number, to: number, context: ReadingContext): SplitNamed | undefined {
  const line = text.slice(from, to)
  let longest: SplitNamed | undefined
  let words = 0
  for (const boundary of line.matchAll(BOUNDARY)) {
    // `Troponin I < 0.01`: the sign is the value's.
    if (boundary.index === 0 || /[<>≤≥]$/u.test(line.slice(0, boundary.index))) continue
    if (++words > MOST_WORDS) break
    const at = boundary.index + boundary[0].length
    if (!beginsResult(line, at, context)) continue
    const nameText = line.slice(0, boundary.index)
    const measured = readMeasured(text, from + at, to, context.reader)
    if (!measured || !isKnown(nameText, measured.unitText, context)) continue
    const own = nameText.replace(JOINED, '')
    longest = { name: { nameText: own, nameSpans: [nameSpan(from, own)] }, measured }
  }
  return longest
}

/** In the specimen of the heading or in another: which one it is, is not decided here. */
export const isKnown = (nameText: string, unitText: string | undefined, { names, specimen }: ReadingContext) =>
  (names.find(nameText, { specimen, unitText }) ?? names.find(nameText, { unitText })) !== undefined

function beginsResult(line: string, at: number, { reader }: ReadingContext): boolean {
  const flag = LEADING_FLAG.exec(line.slice(at))
  return quantityAt(line, at + (flag?.[0].length ?? 0), reader.style) !== undefined
}

function nameSpan(from: number, nameText: string): Span {
  const bare = nameText.replace(/[\s:=.\u2013-]+$/u, '')
  return { start: from, end: from + bare.length }
}
