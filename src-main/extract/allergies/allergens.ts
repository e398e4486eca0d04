/** The substances that a text names as causing an allergy, and the proposal of one. */
import type { FactDetails, FactDoubt } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, paperDate, statedOn } from '../clinical-context.ts'
import { joinSpans } from '../medications/medication-proposal.ts'
import { mentionsIn } from '../medications/mentions.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { datesBeside } from '../statements/stated-dates.ts'

export interface Allergen extends Span {
  readonly name: string
  readonly doubts: readonly FactDoubt[]
  readonly suggestions: readonly string[]
}

/** Known substances in order; of two that overlap the longer. */
export function allergensIn(text: string, context: ClinicalContext): Allergen[] {
  const drugs: Allergen[] = mentionsIn(text, context.drugs)
  const others: Allergen[] = context.reactions
    .allergensIn(text)
    .map((found) => ({ ...found, doubts: [], suggestions: [] }))
  const all = [...drugs, ...others].sort((a, b) => a.start - b.start || b.end - a.end)
  return all.filter((one, index) => !all.some((other, at) => at !== index && covers(other, one, at < index)))
}

const covers = (other: Span, one: Span, isEarlier: boolean) =>
  other.start <= one.start && other.end >= one.end && (other.end - other.start > one.end - one.start || isEarlier)

/** At most three known substances that the written one may be meant for. */
export const nearAllergens = (written: string, context: ClinicalContext): string[] =>
  [...context.reactions.nearAllergens(written), ...context.drugs.near(written)].slice(0, 3)

interface AllergyReading {
  readonly page: ExtractPage
  readonly allergen: Allergen
  /** Where its reaction and severity are written, in the page's text. */
  readonly reach?: Span
  /** The cell or the words of a reaction that hold nothing else. */
  readonly reactionSpan?: Span
  readonly severitySpan?: Span
  /** Where the entry bears a date of its own. */
  readonly dateSpan?: Span
}

export function allergyProposal(reading: AllergyReading, context: ClinicalContext): Proposal {
  const { page, allergen, reach } = reading
  const nameSpan = { start: allergen.start, end: allergen.end }
  const severitySpan =
    reading.severitySpan ??
    (reach ? moved(context.reactions.severityIn(page.text.slice(reach.start, reach.end)), reach.start) : undefined)
  const reactionSpan = reading.reactionSpan ?? (reach ? reactionIn(page.text, reach, context) : undefined)
  const textOf = (span: Span | undefined) =>
    span ? page.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim() : ''
  const details: FactDetails = {
    ...(textOf(reactionSpan) === '' ? {} : { reaction: textOf(reactionSpan) }),
    ...(textOf(severitySpan) === '' ? {} : { severity: textOf(severitySpan) }),
  }
  const written = page.text.slice(allergen.start, allergen.end)
  return {
    kind: 'allergy',
    name: allergen.name,
    nameText: written,
    valueText: written,
    flag: 'unknown',
    isNoneKnown: false,
    ...whenOf(reading, context),
    details,
    doubts: [...allergen.doubts],
    suggestions: allergen.suggestions,
    page: page.number,
    spans: joinSpans(page.text, [nameSpan, ...[reactionSpan, severitySpan].filter((span) => span !== undefined)]),
    valueSpan: nameSpan,
  }
}

/** The day that the entry itself bears, else that of the paper. */
function whenOf({ page, dateSpan }: AllergyReading, context: ClinicalContext) {
  const [found] = dateSpan ? datesBeside(page.text.slice(dateSpan.start, dateSpan.end), context.order) : []
  return found ? statedOn(found.date) : paperDate(context)
}

const moved = (span: Span | undefined, by: number) =>
  span ? { start: span.start + by, end: span.end + by } : undefined

/** From the first to the last word for a reaction; in brackets or after a dash also one that no table has. */
function reactionIn(text: string, reach: Span, context: ClinicalContext): Span | undefined {
  const written = text.slice(reach.start, reach.end)
  const known = context.reactions.reactionsIn(written)
  const [first, last] = [known[0], known.at(-1)]
  const open = /^\s*(?:\(|[–-]\s|:\s|→\s?|=\s?|causes?\s|caused\s|gives?\s|reaction:?\s)/i.exec(written)
  if (first && last) {
    const span = { start: reach.start + first.start, end: reach.start + last.end }
    return withWordsBefore(text, span, reach.start + (open?.[0].length ?? 0), open !== null)
  }
  if (!open) return undefined
  const words = /^[\p{L}][\p{L}\p{N} ,/'’-]{2,60}/u.exec(written.slice(open[0].length))?.[0].trimEnd()
  if (words === undefined || NO_REACTION.test(words) || context.reactions.severityIn(words)?.end === words.length)
    return undefined
  const start = reach.start + open[0].length
  return { start, end: start + words.length }
}
const NO_REACTION =
  /\b(?:unconfirmed|says|reports?|reported by|per patient)\b|^(?:no|none|nil|not|unknown|see|mild|moderate|severe|confirmed|active|noted|recorded|since|drug|food|medication|tolerat\w*|class|tablets?|antibiotics?|all)\b/i

/** `severe facial swelling`: the words before the known one belong to it where nothing else stands there. */
function withWordsBefore(text: string, span: Span, from: number, isOpened: boolean): Span {
  if (!isOpened) return span
  const before = text.slice(from, span.start)
  return /^(?:[\p{L}-]+\s){1,3}$/u.test(before) && !/\b(?:severe|mild|moderate|with|and)\b/i.test(before)
    ? { start: from, end: span.end }
    : span
}
