/**
 * One medicine and what is said of it → a proposal. Dose, form, route and times stay as written; a number becomes a
 * value only where the dose grammar is sure.
 */
import type { FactDetails, FactDoubt } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, paperDate } from '../clinical-context.ts'
import { findDates } from '../dates.ts'
import type { Dose } from '../dictionaries/doses.ts'
import type { Change, Directions } from '../dictionaries/sig.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import type { Mention } from './mentions.ts'

export interface Reading {
  readonly page: ExtractPage
  readonly mention: Mention
  /** Where its directions stand, in the page's text; none of another medicine. */
  readonly reaches: readonly Span[]
  readonly change?: Change
  /** The words that say so. */
  readonly changeSpan?: Span
  /** Where the dose is written before the name (`5 mg of apixaban`). */
  readonly before?: Span
  /** The cells of its row by what their column means. */
  readonly cells?: Partial<Record<Column, Span>>
  /** What the columns of a day hold: `Morning 1, Night 2`. */
  readonly times?: string
}

export function medicationProposal(reading: Reading, context: ClinicalContext): Proposal {
  const { page, mention } = reading
  const parts = reading.reaches.map((reach) => partsOf(page.text, reach, context))
  const before = reading.before ? partsOf(page.text, reading.before, context) : undefined
  const doses = parts.flatMap((part) => part.doses)
  const dose =
    chosenDose(page.text, doses, reading.change) ??
    before?.doses.at(-1) ??
    cellDose(page, reading) ??
    looseDose(page, reading)
  const details = detailsOf(page.text, reading, parts, doses, dose, context)
  const cells = Object.values(reading.cells ?? {}).filter((cell) => cell !== undefined)
  const used = [...parts.flatMap((part) => part.used), ...(dose ? [dose] : []), ...cells]
  const nameSpan = { start: mention.start, end: mention.end }
  const spans = joinSpans(page.text, [nameSpan, ...used, ...(reading.changeSpan ? [reading.changeSpan] : [])])
  const doubts = new Set<FactDoubt>(mention.doubts)
  if (dose && !dose.isKnownUnit) doubts.add('unknown-unit')
  if (dose ? !dose.isSure || isOneOfSeveral(page.text, dose, doses, reading) : isLeftOver(reading, used))
    doubts.add('unsure-words')
  return {
    kind: 'medication',
    name: mention.name,
    nameText: mention.written,
    valueText: dose?.text ?? mention.written,
    ...(dose?.value === undefined || !isPlainDose(dose) ? {} : { value: dose.value }),
    ...(dose?.unit === undefined || !isPlainDose(dose) ? {} : { unit: dose.unit }),
    ...(dose && dose.unitText !== '' ? { unitText: dose.unitText } : {}),
    flag: 'unknown',
    isNoneKnown: false,
    ...paperDate(context),
    details,
    doubts: [...doubts],
    suggestions: mention.suggestions,
    page: page.number,
    spans,
    valueSpan: dose ? { start: dose.start, end: dose.end } : nameSpan,
  }
}

/** `5 mg Mon and 4 mg other days`, `1/2 tablet of 20 mg`: the one number is not all that is taken, or more than it. */
function isOneOfSeveral(text: string, dose: Dose, doses: readonly Dose[], { change }: Reading): boolean {
  if (partOf(text, dose, doses)) return true
  const second = doses.find(({ kind, start }) => kind === 'strength' && start > dose.end)
  if (!second || change !== undefined || second.text === dose.text) return false
  const around = text.slice(dose.end, second.end + 24).split('\n')[0] ?? ''
  return /\b(?:alternat\w*|other days?|weekends?|reducing|taper\w*|(?:mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|nes\w*|urs\w*|rs\w*)?)\b/i.test(
    around,
  )
}

/** So many pieces of that strength. */
const partOf = (text: string, dose: Dose, doses: readonly Dose[]) =>
  doses.find(
    (each) =>
      each.kind === 'amount' &&
      each.end < dose.start &&
      /^\s?of (?:a |an |the )?$/i.test(text.slice(each.end, dose.start)),
  )

/** No dose was read, and a figure or a stray mark stands where one would be. */
function isLeftOver({ page, mention, reaches }: Reading, used: readonly Span[]): boolean {
  const [reach] = reaches
  if (!reach || reach.start !== mention.end) return false
  const until = Math.min(
    reach.end,
    reach.start + 24,
    ...used.filter((span) => span.start >= reach.start).map((span) => span.start),
  )
  return /[\d½¼¾|]|\s[.'](?=\s|\p{L})/u.test(page.text.slice(reach.start, until).split('\n')[0] ?? '')
}

const isPlainDose = (dose: Dose) => dose.isKnownUnit

interface Part extends Directions {
  readonly reach: Span
  readonly used: readonly Span[]
}

function partsOf(text: string, reach: Span, context: ClinicalContext): Part {
  const found = context.sig.directionsIn(text.slice(reach.start, reach.end))
  const shift = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + reach.start,
    end: span.end + reach.start,
  })
  const moved: Directions = {
    doses: found.doses.map(shift),
    ...Object.fromEntries(
      (['form', 'route', 'frequency', 'asNeeded', 'duration', 'reason'] as const).flatMap((key) => {
        const span = found[key]
        return span ? [[key, shift(span)]] : []
      }),
    ),
  }
  const { form, route, frequency, asNeeded, reason, duration } = moved
  const used = [...moved.doses, form, route, frequency, asNeeded, reason, duration].filter((span) => span !== undefined)
  return { ...moved, reach, used }
}

/** The strength; after a change the one it was changed to; else how much is taken at a time. */
function chosenDose(text: string, doses: readonly Dose[], change: Change | undefined): Dose | undefined {
  const strengths = doses.filter((dose) => dose.kind === 'strength')
  const changedTo = strengths.find((dose) =>
    /\b(?:to|now)\s$/i.test(text.slice(Math.max(0, dose.start - 5), dose.start)),
  )
  const isFromTo =
    strengths[0] && /\bfrom\s$/i.test(text.slice(Math.max(0, strengths[0].start - 6), strengths[0].start))
  if ((change === 'changed' || isFromTo) && changedTo) return changedTo
  return strengths[0] ?? doses[0]
}

/** A column of doses may leave the unit to the reader. */
function cellDose(page: ExtractPage, { cells }: Reading): Dose | undefined {
  const cell = cells?.strength
  const text = cell ? page.text.slice(cell.start, cell.end) : ''
  if (!cell || !/\d/.test(text)) return undefined
  return { ...cell, text, unitText: '', kind: 'strength', isSure: false, isKnownUnit: false }
}

/** A number right after the name whose unit cannot be read (`50 daily`, `5 m9`): kept as it stands, and in doubt. */
function looseDose(page: ExtractPage, { mention, reaches }: Reading): Dose | undefined {
  const [reach] = reaches
  if (!reach || reach.start < mention.end || reach.start - mention.end > 1) return undefined
  const after = page.text.slice(reach.start, Math.min(reach.end, reach.start + 24))
  const match = LOOSE_DOSE.exec(after)
  const text = match?.[1]?.replace(TIME_WORD, '')
  if (!match || text === undefined || findDates(after).length > 0 || /^\d-\d-\d/.test(text)) return undefined
  const start = reach.start + match[0].length - (match[1] ?? '').length
  return { start, end: start + text.length, text, unitText: '', kind: 'strength', isSure: false, isKnownUnit: false }
}
const TIME_WORD = /[\s.]?(?:od|bd|tds|qds|qid|tid|bid|prn|po|iv|im|sc|sl|hs|qhs|qam|qpm|qd|qod|daily|once|twice)$/i
const LOOSE_DOSE =
  /^[\s,:(–-]{0,3}(?!\d{1,2}\s?(?:x|times|hourly|hours?|days?|weeks?|months?|years?|wks?|yrs?)\b)((?=[^\s]{0,5}[\d½¼¾]|[.,][OlISZB])[0-9OlISZB|.,'/½¼¾]{1,10}(?:[\s.]?(?!(?:a|an|od|bd|tds|qds|qid|tid|bid|prn|po|iv|im|sc|at|in|by|for|on|per|and|or|to|x|hs|qhs|qam|qpm|qd|am|pm|h|hr|hrs|once|twice|three|daily|every|each|times?|as|with|nightly|weekly|monthly|nocte|mane|days?|weeks?)\b)[a-zA-Z]{1,8}\d?(?![\p{L}]))?)(?![\p{L}\p{N}])/u

function detailsOf(
  text: string,
  { change, mention, cells, times }: Reading,
  parts: readonly Part[],
  doses: readonly Dose[],
  dose: Dose | undefined,
  context: ClinicalContext,
): FactDetails {
  const words = (key: 'form' | 'route' | 'frequency' | 'reason') => {
    const span = cells?.[key] ?? parts.map((part) => part[key]).find((each) => each !== undefined)
    return span ? { [key]: oneLine(text.slice(span.start, span.end)) } : {}
  }
  const dates = parts.map((part) => courseDates(text.slice(part.reach.start, part.reach.end), change, context))
  return {
    ...(dose ? { dose: doseText(text, dose, doses) } : {}),
    ...words('form'),
    ...words('route'),
    ...words('frequency'),
    ...words('reason'),
    ...(times === undefined ? {} : { frequency: times.slice(0, 500) }),
    ...(parts.some((part) => part.asNeeded) ? { asNeeded: true } : {}),
    ...Object.assign({}, ...dates, cellDates(text, cells, context)),
    ...(change ? { change } : {}),
    ...(mention.ingredients.length > 0 ? { ingredients: mention.ingredients.slice(0, 10) } : {}),
  }
}

/** The strength and, where it is not one, how many of them at a time. */
function doseText(text: string, dose: Dose, doses: readonly Dose[]): string {
  const part = partOf(text, dose, doses)
  if (part) return oneLine(text.slice(part.start, dose.end))
  const amount =
    dose.kind === 'strength'
      ? doses.find((each) => each.kind === 'amount' && each.start > dose.end && !isSupply(each))
      : undefined
  const isOne =
    amount &&
    /^(?:1|one|an?|i)\s?\b/i.test(amount.text) &&
    !/^(?:1\s?(?:-|–|to|\/|or)|one (?:and|to|or))/i.test(amount.text)
  return oneLine(amount && !isOne ? `${dose.text}, ${amount.text}` : dose.text)
}

/** `56 tablet`: how many the pharmacy is to give out; nobody takes that many at a time. */
const isSupply = ({ value, text }: Dose) => value !== undefined && value > MOST_AT_A_TIME && PIECES.test(text)
const MOST_AT_A_TIME = 12
const PIECES = /(?:tab|cap|pill|lozenge|sachet|patch|suppositor|ampoule|vial|pen|pessar|strip|piece)/i

/** `since 2019`, `started 3/2021`, `stopped on 4 March 2021`; a date of another kind is none of its course. */
function courseDates(text: string, change: Change | undefined, { order }: ClinicalContext): FactDetails {
  const found: { startedOn?: string; stoppedOn?: string } = {}
  for (const { start, date } of findDates(text, { order })) {
    if (date.isAmbiguous && date.on === '') continue
    const before = text.slice(Math.max(0, start - 24), start)
    const on = date.on.slice(0, 10)
    if (STARTED.test(before)) found.startedOn ??= on
    else if (STOPPED.test(before)) found.stoppedOn ??= on
    else if (/\bon\s$/i.test(before) && change === 'started') found.startedOn ??= on
    else if (/(?<!\breported )\bon\s$/i.test(before) && change === 'stopped') found.stoppedOn ??= on
  }
  return found
}
function cellDates(text: string, cells: Reading['cells'], { order }: ClinicalContext): FactDetails {
  const dateOf = (cell: Span | undefined) =>
    cell ? findDates(text.slice(cell.start, cell.end), { order })[0]?.date.on.slice(0, 10) : undefined
  const [startedOn, stoppedOn] = [dateOf(cells?.started), dateOf(cells?.stopped)]
  return { ...(startedOn ? { startedOn } : {}), ...(stoppedOn ? { stoppedOn } : {}) }
}

const STARTED = /(?:\bsince|\bstart(?:ed)?|\bcommenced|\bbegan|\binitiated|\bfrom|\bstart date)(?: on| in)?[:\s]*$/i
const STOPPED =
  /(?:\bstop(?:ped)?|\bdiscontinued|\bended|\buntil|\bceased|\bend(?: date)?|\bstop date|\bto)(?: on| in)?[:\s]*$/i

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 500)

/** Spans that touch or overlap become one; what lies far apart stays apart. */
export function joinSpans(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start - last.end <= 30 && !text.slice(last.end, start).includes('\n\n'))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}
