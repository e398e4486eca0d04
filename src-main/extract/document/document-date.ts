/**
 * The date a paper gives for itself, and which of its dates that is: when the sample was taken, before when the person
 * was seen, before when it was written. A birth, an appointment to come, a due date or an expiry is never one.
 */
import { type FoundDate, findDates } from '../dates.ts'
import type { DocumentFacts, ExtractPage, NamedPerson } from '../proposal.ts'
import { type Section, sectionOf } from '../statements/section-names.ts'
import type { Stay } from '../stay.ts'
import { findBirthDates } from './birth-dates.ts'
import type { DateOrder } from './date-forms.ts'
import { type Line, linesOf } from './page-cells.ts'

type Kind = 'collected' | 'admitted' | 'discharged' | 'service' | 'reported' | 'dated' | 'printed'

export interface DatedLine {
  readonly kind: Kind
  readonly found: FoundDate
  /** The same day in one writing is the same date, even where it is ambiguous. */
  readonly key: string
  readonly isInHead: boolean
}

export function documentDate(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
  order: DateOrder | undefined,
): DocumentFacts['date'] {
  const dated = datedLinesOf(pages, people, order)
  const collected = dated.filter(({ kind }) => kind === 'collected')
  if (collected.length > 0 && isOneDay(collected)) return stated(mostExact(collected), 'collected')
  // Samples of several days: the paper as a whole is of none of them, and has at most a day of its own.
  if (collected.length > 0) return writtenOn(dated)
  const service = serviceDate(dated)
  if (service) return stated(service, 'service')
  const reported = dated.filter(({ kind }) => kind === 'reported')
  const last = [...reported].sort((a, b) => (a.found.date.on < b.found.date.on ? 1 : -1))[0]
  if (last && reported.every(({ found }) => !found.date.isAmbiguous || isOneDay(reported)))
    return stated(last, 'reported')
  return writtenOn(dated)
}

/**
 * Whether what the paper measured without a day can be of the paper's own day: not where samples of several days are told
 * apart, nor where the paper's day is that of its printing and it names another.
 */
export function isDayOfResults(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
  order: DateOrder | undefined,
): boolean {
  const dated = datedLinesOf(pages, people, order)
  const collected = dated.filter(({ kind }) => kind === 'collected')
  if (collected.length > 0) return isOneDay(collected)
  const printed = dated.filter(({ kind }) => kind === 'printed')
  if (printed.length === 0 || dated.some(({ kind }) => kind !== 'printed')) return true
  const own = new Set([...printed.map(({ found }) => dayOf(found)), ...people.map(({ bornOn }) => bornOn)])
  return pages.every(({ text }) => {
    const births = new Set(findBirthDates(text, linesOf(text), order).map(({ dateStart }) => dateStart))
    return findDates(text, { order }).every(
      (found) => births.has(found.start) || own.has(dayOf(found)) || !['day', 'minute'].includes(found.date.precision),
    )
  })
}

/** The first and the last day of the one stay that a paper tells of; none unless both are in labels of their own. */
export function stayOf(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
  order: DateOrder | undefined,
): Stay | undefined {
  const dated = datedLinesOf(pages, people, order)
  const [admitted, discharged] = (['admitted', 'discharged'] as const).map((kind) => {
    const own = dated.filter((date) => date.kind === kind)
    return own.length > 0 && isOneDay(own) ? mostExact(own)?.found.date : undefined
  })
  return admitted && discharged && admitted.on.slice(0, 10) < discharged.on.slice(0, 10)
    ? { admitted, discharged }
    : undefined
}

const dayOf = ({ date }: FoundDate): string => date.on.slice(0, 10)

/** All dates that are the paper's own by their place or their label. */
export function datedLinesOf(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
  order: DateOrder | undefined,
): DatedLine[] {
  const first = pages.findIndex(({ text }) => text.trim() !== '')
  const births = new Set(people.map(({ bornOn }) => bornOn))
  return pages
    .flatMap(({ text }, index) => datedLines(text, index === first, order))
    .filter(({ found }) => !births.has(found.date.on))
}

function writtenOn(dated: readonly DatedLine[]): DocumentFacts['date'] {
  for (const kind of ['dated', 'printed'] as const) {
    const own = dated.filter((date) => date.kind === kind)
    const inHead = own.filter(({ isInHead }) => isInHead)
    const clear = [inHead, own].find((some) => some.length > 0 && isOneDay(some))
    if (clear) return stated(mostExact(clear), 'document')
  }
  return undefined
}

/** Of a stay the day it ended, as of which the paper speaks; of several visits none. */
function serviceDate(dated: readonly DatedLine[]): DatedLine | undefined {
  const [discharged, service, admitted] = (['discharged', 'service', 'admitted'] as const).map((kind) => {
    const own = dated.filter((date) => date.kind === kind)
    const inHead = own.filter(({ isInHead }) => isInHead)
    return inHead.length > 0 ? inHead : own
  })
  for (const some of [discharged, service, admitted])
    if (some && some.length > 0) return isOneDay(some) ? mostExact(some) : undefined
  return undefined
}

const isOneDay = (dates: readonly DatedLine[]): boolean => new Set(dates.map(({ key }) => key)).size === 1

const mostExact = (dates: readonly DatedLine[]): DatedLine | undefined =>
  [...dates].sort((a, b) => b.found.date.on.length - a.found.date.on.length)[0]

const stated = (
  line: DatedLine | undefined,
  dateKind: 'collected' | 'service' | 'reported' | 'document',
): DocumentFacts['date'] => line && { ...line.found.date, dateKind }

const PROSE_LENGTH = 100

/** What these list is of many days; none below their title is the paper's by its place alone. */
const LISTS: ReadonlySet<Section> = new Set<Section>([
  'medications',
  'allergies',
  'problems',
  'history',
  'immunizations',
  'procedures',
  'encounters',
])

/** Lines in which a paper says what it is and from when. */
const HEAD_LINES = 16

function datedLines(text: string, isFirst: boolean, order: DateOrder | undefined): DatedLine[] {
  const lines = linesOf(text)
  const births = findBirthDates(text, lines, order)
  const bornOn = new Set(births.map(({ on }) => on))
  const bornAt = new Set(births.map(({ dateStart }) => dateStart))
  const dates = findDates(text, { order }).filter(({ start, date }) => !bornOn.has(date.on) && !bornAt.has(start))
  const salutation = lines.findIndex(({ text: written }) =>
    /^(?:dear|sehr geehrte|cher|chère|estimad[oa])\b/i.test(written),
  )
  const list = lines.findIndex(({ text: written }) => LISTS.has(sectionOf(written) ?? 'other'))
  const headEnds = [salutation, list].filter((line) => line !== -1)
  const headLines = isFirst ? Math.min(HEAD_LINES, ...headEnds) : 0
  let at = 0
  return lines.flatMap((line, index) => {
    const own: FoundDate[] = []
    for (let date = dates[at]; date && date.start < line.end; date = dates[++at]) own.push(date)
    const isInHead = index < headLines
    return own.flatMap((found, nth) => {
      if (found.date.precision === 'month' || (found.date.precision === 'year' && !found.date.isAmbiguous)) return []
      const kind = kindOf(
        text,
        { line, above: lines[index - 1], below: lines[index + 1], isInHead, isOnlyDate: own.length === 1 },
        found,
        own[nth - 1],
      )
      // In a letter a sample's day is that of a result it tells of.
      if (kind === 'collected' && salutation !== -1 && !isInHead) return []
      return kind ? [{ kind, found, key: keyOf(text, found), isInHead }] : []
    })
  })
}

const keyOf = (text: string, { start, end, date }: FoundDate): string =>
  date.isAmbiguous
    ? text
        .slice(start, end)
        .split(/[\s,T]/, 1)
        .join()
    : date.on.slice(0, 10)

interface Place {
  readonly line: Line
  readonly above: Line | undefined
  readonly below: Line | undefined
  readonly isInHead: boolean
  readonly isOnlyDate: boolean
}

function kindOf(
  text: string,
  { line, above, below, isInHead, isOnlyDate }: Place,
  found: FoundDate,
  previous: FoundDate | undefined,
): Kind | undefined {
  const at = line.cells.findIndex(({ start, end }) => found.start >= start && found.start < end)
  const cell = line.cells[at]
  if (!cell) return undefined
  const before = text.slice(Math.max(cell.start, found.start - 80, previous?.end ?? 0), found.start)
  const isAlone = isInHead && isOnlyDate && isHeading(line, above, below)
  if (isInHead && isOnlyDate && found.start === line.start && isPlaceOfVisit(text, found, line)) return 'service'
  if (/\p{L}/u.test(before)) {
    const kind = labelKind(before, cell.start === found.start - before.length, isInHead)
    // A long line of the head is running text already, in which only a sample's day is the paper's.
    return line.text.length > PROSE_LENGTH && line.cells.length === 1 && !/^(?:collected|dated)$/.test(kind ?? '')
      ? undefined
      : kind
  }
  const beside = line.cells[at - 1]?.text
  if (beside !== undefined && /\p{L}/u.test(beside)) {
    const label = /\d{5,}/.test(beside) && !isInHead ? undefined : labelKind(`${beside} `, true, isInHead)
    if (label !== undefined || line.cells.length <= 3) return label ?? (isAlone ? 'dated' : undefined)
  }
  // The heading of a column speaks for one date below it, not for a list of them.
  const isOneRow = above?.cells.length === line.cells.length && below?.cells.length !== line.cells.length
  const over = isOneRow ? above?.cells[at]?.text : undefined
  if (over !== undefined && /\p{L}/u.test(over) && over.length < 40) {
    const label = labelKind(`${over} `, true, false)
    // one cell below another is a column only where the upper one says of what: else it is a letter's head
    if (label !== undefined || line.cells.length > 1 || NEVER.test(over)) return label
  }
  return isAlone ? 'dated' : undefined
}

/** `5/22/2019 10:04 AM  … Emergency Department` on a paper that says it tells of one visit. */
function isPlaceOfVisit(text: string, found: FoundDate, line: Line): boolean {
  const beside = text.slice(found.end, line.end)
  return (
    PLACE.test(beside) &&
    !/(?<!\b(?:St|Dr|Mt|Ft))[.!?]\s+\p{Lu}/u.test(beside) &&
    VISIT.test(text.slice(0, TITLE_LENGTH))
  )
}

const PLACE =
  /^[\s,|@:\u2013-]*(?:at )?\p{Lu}[^:]{0,60}\b(?:hospital|emergency|department|clinic|urgent care|centre|center|surgery|practice|ward|(?:family |internal |sports |occupational |general |primary |emergency )?medicine|medical|health(?: ?care)?|primary care|pa?ediatrics|associates|physicians)\b/iu
const VISIT =
  /\b(?:after[- ]visit|visit (?:summary|note|record)|summary of (?:your )?visit|emergency (?:department|room) (?:summary|note|visit|record|discharge)|encounter (?:summary|note)|consultation note|clinic note|urgent care (?:note|summary|visit))\b/iu
const TITLE_LENGTH = 400

/** A date with nothing, or little, beside it: where letters have theirs. A row of a list is none. */
function isHeading(line: Line, above: Line | undefined, below: Line | undefined): boolean {
  const { length } = line.cells
  const isRow = length > 1 && (above?.cells.length === length || below?.cells.length === length)
  return !isRow && length <= 2 && line.text.length < 70
}

const NEVER =
  /birth|\bborn\b|\bd\.?o\.?b\b|\bgeb\b|appointment|\bnext\b|follow[- ]?up|\bdue\b|expir|\bexp\b|use by|best before|valid (?:until|to|till)|\buntil\b|\btill\b|\bthrough\b|previous|\bprior\b|\blast (?!(?:updated|edited|modified|reviewed|saved))|\bsince\b|onset|\bstart|\bstop|\bbegan|\brecall\b|scheduled|\bbooked\b|\breturn\b|\bfrom the\b|\bearlier\b|compar|\bsinger?\b|termin\b|deceased|death|\blmp\b|\bedd\b|enrol|issued id|policy|coverage|referred on|referral (?:of|from)|\breview(?: date| due)?\s*:|\breview (?:date|due)|dnacpr|dnar\b|\bpolst\b|consent|attorney|advance (?:directive|decision|care plan)|respect form|received|payment|paid|invoice/i

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'collected',
    /collect|\bdrawn\b|\b(?:sample|specimen|blood)(?: was)? (?:date|taken|obtained|time)|\b(?:sample|specimen)\b[^,;]{0,20} (?:of|from)\W*$|date (?:of sample|of specimen|sampled|taken)|\btaken(?: on)?\W*$|entnahme|abnahme|pr[ée]l[èe]v|toma de muestra|prelievo|afname|phlebotomy|sampling/i,
  ],
  ['admitted', /admi(?:tted|ssion)|date in\b|arriv(?:al|ed)|aufnahme|admis|stay(?:ed)? from|ingreso/i],
  ['discharged', /discharge|entlass|date out\b|alta\b/i],
  [
    'service',
    /\bvisit|date of service|service date|\bd\.?o\.?s\.?\b|\bseen\b|\bencounter|consultation|\bclinic(?: date)?\W*$|\bclinic date|attend|perform|examin|\bexam\b|study date|date of (?:study|scan|procedure|operation|surgery)|scan(?:ned)? |procedure date|operation|\bscan date|imaged|presented|untersuch|besuch|behandlung|consulta\b|assessed|reviewed in|\b(?:MD|DO|NP|PA|PA-C|RN|DPM|MBBS) at\W*$|^\W*(?:\p{L}+ )?review,?\s*$/iu,
  ],
  [
    'reported',
    /report(?:ed| date|ing| of| issued)|date of report|\breport\W*$|result date|finali[sz]ed|released|\bverified|authori[sz]ed|validated|signed|approved|issued|befunddatum|completed/i,
  ],
  ['printed', /print|downloaded|generated|exported|gedruckt|faxed/i],
  [
    'dated',
    /\bdate\b|\bdated\b|\bdatum\b|\bdatei?\b|\bfecha\b|\bdata\b|\bsent\b|\btyped\b|written|\bas of\b|valid from|effective|\blast (?:updated|edited|modified|saved)|updated|\bstand\b|\bden\b|dictated|transcribed/i,
  ],
]

/**
 * By the words nearest to the date. Outside the head these must be a label that opens the cell (`Collected: …`, `Printed
 * on …`): running text tells of other days as well.
 */
function labelKind(before: string, opensCell: boolean, isInHead: boolean): Kind | undefined {
  const near = before.split(/[.;](?=\s)|(?<=\d),/).at(-1) ?? before
  const label = near.slice(-50)
  // `Cardiac follow-up, 2 March 2020` is the title of a visit.
  const asked = isInHead && opensCell ? label.replace(/(?<=\p{L} )follow-?up,\s*$/iu, 'visit, ') : label
  if (NEVER.test(asked)) return undefined
  if (!isInHead && !(opensCell && isLabel(near))) return undefined
  const nearest = KINDS.flatMap(([kind, pattern]) => {
    const at = asked.search(pattern)
    return at === -1 ? [] : [{ kind, at }]
  })
  const kind = nearest[0]?.kind
  // `The scan of 3 May was looked at` tells of another day.
  if (kind !== undefined) return kind !== 'collected' && TELLS.test(near) ? undefined : kind
  // `Visit note, 2 April 2024`, `Report of …`: a line that is a title and a date.
  return isInHead &&
    opensCell &&
    before.length < 60 &&
    /(?:,|\bof|\bfrom|-|–|:)\s*$/.test(before) &&
    !/[.!?] /.test(before)
    ? 'dated'
    : undefined
}

const TELLS =
  /^[\s,;]*(?:the|a|an|his|her|their|my|we|i|she|he|they|it|this|our|at|in|after|before|during|when|and|but|with)\b/i

const isLabel = (words: string): boolean =>
  words.length < 46 && /(?:[:)]|\bon|\bof|\bat|\p{L})[ \u00a0]*$/u.test(words) && words.split(' ').length <= 6
