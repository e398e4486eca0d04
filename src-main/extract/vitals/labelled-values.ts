/**
 * `Blood pressure 134/82 mmHg, pulse 72` in lines, forms and running text. Targets, changes, other people's values and
 * rows with several values under unknown columns give nothing.
 */
import type { Span } from '../../ingest/read-page.ts'
import { isSupposed } from '../labs/gates.ts'
import type { DecimalStyle } from '../quantities.ts'
import { type Measure, measures } from './measures.ts'
import { readVital, type VitalValue } from './read-vital.ts'

export interface LabelledVital {
  readonly measure: Measure
  readonly nameSpan: Span
  readonly value: VitalValue
}

interface Label {
  readonly measure: Measure
  readonly pattern: RegExp
  readonly needsCompany?: true
}

const short = (label: string) => new RegExp(`(?<![\\p{L}\\d.])(?:${label})(?![\\p{L}\\d])`, 'gu')

const ALONE: readonly Label[] = measures.flatMap((measure) => [
  { measure, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${measure.label})(?![\\p{L}\\d])`, 'giu') },
  ...(measure.shortLabel ? [{ measure, pattern: short(measure.shortLabel) }] : []),
])
const BESIDE: readonly Label[] = measures.flatMap((measure) =>
  (measure.beside?.bare ?? []).map((bare) => ({
    measure: { ...measure, bare },
    pattern: short(measure.beside?.label ?? ''),
    needsCompany: true,
  })),
)
const LABELS = [...ALONE, ...BESIDE]
const LINK =
  /^[ \t]*(?:\((?:sitting|standing|lying|supine|seated|left arm|right arm|oral|axillary|tympanic|at rest|room air|resting|wt|ht|bp|hr|rr|t)[^()]{0,20}\)|,?\s?(?:sitting|standing|lying|supine|seated|at rest))?[ \t]*(?:(?:was|is|were|of|at|today|now|again|currently|measured|recorded|reading|regular|about|oral|axillary|tympanic|on room air|ist|war|beträgt)\b[ \t]*){0,4}[ \t:=\u2013.]*(?:\n(?!\n))?[ \t]*\(?/iu
const NEVER_BEFORE =
  /\b(?:birth|ideal|target|goal|dry|lean|adjusted|fundal|seat|room|water|fridge|storage|incubat\w*|(?:grand)?(?:mother|father)'?s?|(?:mum|mom|dad|wife|husband|spouse|partner|brother|sister|son|daughter|twin|donor|neighbour|neighbor)['’]?s|maternal|paternal|f(?:o)?etal|placental|previous|prior|last|usual|max\w*|min\w*|(?:want|keep|bring|hold|get)\w*(?:\s+(?:the|your|her|his|my))?)\s*$/iu

/** In the order of the text. `span` is a line or a sentence. */
export function labelledVitals(text: string, span: Span, style: DecimalStyle): LabelledVital[] {
  const line = text.slice(span.start, span.end)
  const found: LabelledVital[] = []
  for (const { measure, pattern, needsCompany } of LABELS) {
    if (needsCompany && found.every((other) => other.measure.key === measure.key)) continue
    for (const match of line.matchAll(pattern)) {
      const nameSpan = { start: span.start + match.index, end: span.start + match.index + match[0].length }
      if (NEVER_BEFORE.test(line.slice(0, match.index)) || isSupposed(clauseBefore(line, match.index))) continue
      const link = LINK.exec(line.slice(match.index + match[0].length))
      const at = nameSpan.end + (link?.[0].length ?? 0)
      const value = readVital(text, at, span.end, measure, style)
      if (!value || followedByAnother(text, value, span)) continue
      found.push({ measure, nameSpan, value })
    }
  }
  return withoutDoubles(found)
}

const clauseBefore = (line: string, at: number) =>
  line
    .slice(Math.max(0, at - 60), at)
    .split(/[.;:,]\s|\n\s*\n/u)
    .at(-1) ?? ''

/** More values in the next cells are of columns that are not known here. */
function followedByAnother(text: string, value: VitalValue, { end }: Span): boolean {
  const from = value.unitSpan?.end ?? value.valueSpan.end
  return /^[^\t\n\p{L}]{0,4}\t\s*[<>]?\d+(?:[.,/]\d+)?\s*(?:\t|\n|$)/u.test(text.slice(from, end))
}

/** `RR 16` and `RR 120/80` share a label; one place holds one value, and the longer label names it. */
function withoutDoubles(found: readonly LabelledVital[]): LabelledVital[] {
  const kept = new Map<number, LabelledVital>()
  for (const each of found) {
    const other = kept.get(each.value.valueSpan.start)
    const length = ({ nameSpan }: LabelledVital) => nameSpan.end - nameSpan.start
    if (!other || length(each) > length(other)) kept.set(each.value.valueSpan.start, each)
  }
  return [...kept.values()].sort((a, b) => a.value.valueSpan.start - b.value.valueSpan.start)
}
