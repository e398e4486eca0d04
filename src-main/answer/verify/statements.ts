/**
 * Cuts a line, a row or a sentence into the smallest statements it makes, each with what holds for all of them: the
 * label, the words before a list, the heading, the title of a column. What stands in two statements was never said as one.
 */
import { isLeadVerb, isPreposition, isVerb } from './closed-words.ts'
import { lex, type Words } from './lex.ts'
import type { Row, Sentence } from './passages.ts'
import { holdsVerb, isName, type Segment, segmentsOf } from './segments.ts'
import { PLAIN_STANCE, takeStances } from './stance.ts'
import type { Lexed, Phrase, Said, Stance } from './token.ts'

/** A token in its place: with its stance, and the known phrase that it is part of. */
export interface Part extends Said {
  /** The longest. */
  readonly phrase: Phrase | undefined
  /** With the shorter ones inside it. */
  readonly phrases: readonly Phrase[]
}

export interface Statement {
  readonly own: readonly Part[]
  /** Said of this statement and of its neighbours. */
  readonly shared: readonly Part[]
  /** The first cell of a row: a value belongs to all of it. */
  readonly label: readonly Part[]
  /** Empty: it says none of its own. */
  readonly dates: readonly Part[]
  readonly headings: readonly Part[]
}

export const isDate = ({ token }: Said) => token.kind === 'date'

export function partsOf(lexed: Lexed, stance: Stance = PLAIN_STANCE): Part[] {
  return takeStances(lexed.tokens, stance).map((said) => {
    const phrases = lexed.phrases.filter(({ start, end }) => said.token.start >= start && said.token.end <= end)
    return { ...said, phrase: phrases[0], phrases }
  })
}

/** What a heading says of all below it. */
function headingStance(headings: readonly string[]): Stance {
  const text = headings.join('\n').toLowerCase()
  return {
    ...PLAIN_STANCE,
    ...(/\bfamily (?:medical )?(?:history|hx)|\bfhx?\b/.test(text) ? { relation: 'family' } : {}),
    ...(/\b(?:discontinued|stopped|ceased)\b/.test(text) ? { isStopped: true } : {}),
    ...(/\bresolved\b/.test(text) ? { isResolved: true } : {}),
    ...(/\b(?:plan|recommendations?|to do|differential|goals?)\b/.test(text) ? { isHypothetical: true } : {}),
    ...(/\b(?:past|previous|prior)\b/.test(text) ? { isPast: true } : {}),
  }
}

function headingParts(headings: readonly string[], words: Words): Part[] {
  return headings.flatMap((heading) => partsOf(lex(heading, words))).map((part) => ({ ...part, stance: PLAIN_STANCE }))
}

export function statementsOfSentence({ text, headings }: Sentence, words: Words): Statement[] {
  const { unit, rest } = takeUnit(text, words)
  const parts = partsOf(lex(rest, words), headingStance(headings)).map((part) => withUnit(part, unit))
  return cut(parts, true).map((statement) => ({ ...statement, headings: headingParts(headings, words) }))
}

/** `Creatinine (mg/dL)`: the unit of the values that have none. */
function takeUnit(text: string, words: Words): { unit: string | undefined; rest: string } {
  const match = /\(([^()\d\s][^()\s]{0,15})\)/u.exec(text)
  const unit = match?.[1] === undefined ? undefined : words.units.find(match[1])
  return match && unit !== undefined ? { unit, rest: text.replace(match[0], '') } : { unit: undefined, rest: text }
}

function withUnit(part: Part, unit: string | undefined): Part {
  const { token } = part
  if (unit === undefined) return part
  if (token.kind === 'number' && token.quantity.unit === '' && token.quantity.label === '')
    return { ...part, token: { ...token, quantity: { ...token.quantity, unit } } }
  return token.kind === 'range' && token.unit === '' ? { ...part, token: { ...token, unit } } : part
}

interface Cut extends Omit<Statement, 'headings'> {
  /** What ends it is the comma or the `and` of a list. */
  readonly endsInList: boolean
}

/** `isList`: names with their values may follow each other without a mark, as papers write them and sentences do not. */
export function cut(parts: readonly Part[], isList: boolean): Cut[] {
  const segments = segmentsOf(parts.map(({ token }) => token)).flatMap((segment) => splitRunOn(parts, segment, isList))
  const lead = isList ? leadOf(parts, segments) : Math.max(leadOf(parts, segments), openingOf(parts, segments))
  const tail = tailOf(parts, segments)
  const groups: Part[][] = []
  const ends: string[] = []
  let previousNames: Part[] = []
  for (const [index, segment] of segments.entries()) {
    const own = parts.slice(Math.max(segment.from, lead), segment.to)
    const marks = parts.slice(Math.max(segments[index - 1]?.to ?? 0, lead), segment.from)
    if (own.length === 0) continue
    const last = groups.at(-1)
    if (last && !beginsStatement(own, segment, last, index) && !(groups.length > 1 && !isList && startsWithVerb(own)))
      last.push(...marks, ...own)
    else {
      const isPredicate = !isList && last !== undefined && startsWithVerb(own)
      const names = isPredicate ? namesOf(groups[0] ?? []) : own.some(isSubject) ? [] : previousNames
      if (last) ends[groups.length - 1] = segment.joiner
      const opening = last && isOpening(last) ? (groups.pop() ?? []) : []
      groups.push([...opening, ...inherited(names, own), ...own])
    }
    const names = namesOf(groups.at(-1) ?? [])
    if (names.length > 0) previousNames = names
  }
  const shared = [...parts.slice(0, lead), ...tail]
  return groups.map((own, at) => ({
    endsInList: ends[at] === ',' || ends[at] === 'and' || ends[at] === 'or',
    own,
    shared,
    label: [],
    dates: own.filter(isDate).length > 0 ? own.filter(isDate) : shared.filter(isDate),
  }))
}

/** `X, of which more is said, was given`: the verb goes back to X. */
const startsWithVerb = ([first]: readonly Part[]) => first?.token.kind === 'closed' && isVerb(first.token.key)

/** The names that an incomplete statement is about, turned as it is. */
function inherited(names: readonly Part[], own: readonly Part[]): Part[] {
  const isStopped = own.some(({ token }) => token.kind === 'act' && token.key === 'stop')
  return names.map((part) => ({ ...part, stance: { ...part.stance, isStopped } }))
}

/** What the values of a statement belong to: its names up to the first value. */
function namesOf(group: readonly Part[]): Part[] {
  const value = group.findIndex(({ token }) => token.kind === 'number' || token.kind === 'date')
  return withoutAsides(group.slice(0, value < 0 ? group.length : value)).filter(isSubject)
}

/** What stands in closed brackets is another name of what stands before them. */
export function withoutAsides(parts: readonly Part[]): Part[] {
  let open = -1
  let kept: Part[] = []
  for (const part of parts) {
    const mark = part.token.kind === 'mark' ? part.token.mark : ''
    if (mark === '(') open = kept.length
    kept.push(part)
    if (mark === ')' && open >= 0) kept = kept.slice(0, open)
  }
  return kept
}

/** What a statement can be about: a side alone is of what was named before. */
const isSubject = ({ token }: Said) => isName(token) && !/^(?:left|right|both|bilateral|lot|batch)$/i.test(token.text)

/** `On 4 March 2021,` opens the statement that follows. */
const isOpening = (group: readonly Part[]) =>
  !group.some(({ token }) => isName(token) || token.kind === 'number' || token.kind === 'frame')

/** Two dates, or two names with a value each, may stand in one segment without a mark between. */
function splitRunOn(parts: readonly Part[], segment: Segment, isList: boolean): Segment[] {
  const cuts: number[] = []
  let valueAt = -1
  let dateAt = -1
  for (let at = segment.from; at < segment.to; at += 1) {
    const token = (parts[at] as Part).token
    if (token.kind === 'date') {
      if (dateAt >= 0 && !isSpan(parts, dateAt, at)) cuts.push(dateAt + 1)
      dateAt = at
    }
    const before = parts[at - 1]?.token
    const isFree = !(before && before.kind === 'closed' && isPreposition(before.key))
    if (isList && isName(token) && valueAt >= 0 && isFree && hasValueBehind(parts, at, segment)) {
      cuts.push(at)
      valueAt = -1
    }
    if (token.kind === 'number' || token.kind === 'range') valueAt = at
  }
  const edges = [segment.from, ...[...new Set(cuts)].sort((a, b) => a - b), segment.to]
  return edges.slice(1).map((to, index) => ({
    from: edges[index] as number,
    to,
    joiner: index === 0 ? segment.joiner : ',',
  }))
}

const isSpan = (parts: readonly Part[], from: number, to: number) =>
  parts.slice(from + 1, to).every(({ token }) => token.kind === 'closed' && /^(?:to|and|until)$/.test(token.key))

/** Right behind the name, with nothing but other names and small words between. */
function hasValueBehind(parts: readonly Part[], at: number, segment: Segment): boolean {
  for (let next = at + 1; next < segment.to; next += 1) {
    const token = (parts[next] as Part).token
    if (token.kind === 'number') return token.quantity.label === ''
    if (token.kind !== 'word' && token.kind !== 'closed') return false
    if (token.kind === 'closed' && isPreposition(token.key)) return false
  }
  return false
}

/** `By CT, X was excluded and Y was found`: said of all. */
function openingOf(parts: readonly Part[], [first, second]: readonly Segment[]): number {
  const token = first && parts[first.from]?.token
  const isBrought = token?.kind === 'closed' && isPreposition(token.key)
  const tokens = parts.map((part) => part.token)
  if (first && (holdsVerb(tokens, first) || parts.slice(first.from, first.to).some(isAmount))) return 0
  return first && second?.joiner === ',' && isBrought ? first.to : 0
}

/** Words before a colon or before a verb that a list follows. */
function leadOf(parts: readonly Part[], segments: readonly Segment[]): number {
  const [first, second] = segments
  if (!first) return 0
  if (second && [':', '-', '=', '->', '→'].includes(second.joiner)) {
    const label = parts.slice(first.from, first.to)
    // Of several labels none is said of all.
    const isOnly = !segments.slice(2).some(({ joiner }) => joiner === second.joiner)
    if (isOnly && !label.some(({ token }) => token.kind === 'number')) return first.to
  }
  const acts = parts.filter(({ token }) => token.kind === 'act').length
  for (let at = first.from; at < first.to; at += 1) {
    const { token } = parts[at] as Part
    const word = token.text.toLowerCase()
    const isLead =
      ((token.kind === 'closed' || token.kind === 'frame' || token.kind === 'cue') && isLeadVerb(word)) ||
      (token.kind === 'act' && acts === 1)
    const hasMore = parts.slice(at + 1, first.to).some((part) => isName(part.token))
    if (isLead && hasMore) return at + 1
  }
  return 0
}

/** `X and Y were stopped on 3 May`: what is said of all. */
function tailOf(parts: readonly Part[], segments: readonly Segment[]): Part[] {
  const last = segments.at(-1)
  if (!last || segments.length < 2 || last.joiner !== 'and') return []
  const at = parts
    .slice(last.from, last.to)
    .findIndex(({ token }) => token.kind === 'closed' && (token.key === 'were' || token.key === 'are'))
  return at < 0 ? [] : parts.slice(last.from + at, last.to)
}

function beginsStatement(own: readonly Part[], segment: Segment, last: readonly Part[], index: number): boolean {
  if (index === 0) return true
  if (segment.joiner === ';' || segment.joiner === 'but') return true
  if (clashes(last, own)) return true
  const [first] = own
  if (!first) return false
  if (first.token.kind === 'closed' && isPreposition(first.token.key)) return false
  const isAside = ['(', ')', ':', '-', '=', '->', '→', '\t', '|'].includes(segment.joiner)
  // A name with a value of its own, behind a bracket.
  if (isAside && !(isName(first.token) && own.some(isAmount))) return false
  // What a preposition brings in belongs to what stands before it.
  const name = own.findIndex(isSubject)
  return name >= 0 && !own.slice(0, name).some(({ token }) => token.kind === 'closed' && isPreposition(token.key))
}

const isAmount = ({ token }: Said) => token.kind === 'number' && token.quantity.label === ''

/** A second date, or a second value of the same unit, is another statement. */
function clashes(last: readonly Part[], own: readonly Part[]): boolean {
  if (last.some(isDate) && own.some(isDate)) return true
  const unitsOf = (group: readonly Part[]) =>
    group.flatMap(({ token }) => (token.kind === 'number' && token.quantity.label === '' ? [token.quantity.unit] : []))
  const units = unitsOf(last)
  return unitsOf(own).some((unit) => units.includes(unit))
}

export function statementsOfRow({ cells, titles, headings }: Row, words: Words): Statement[] {
  const unitAt = cells.findIndex(
    (cell, at) => at > 0 && cell !== '' && words.units.find(cell) !== undefined && !/^[A-Z*]$/.test(cell),
  )
  const base = headingStance(headings)
  const cellParts = cells.map((cell, at) => {
    if (at === unitAt) return []
    const title = takeUnit(titles[at] ?? '', words)
    const unit = unitAt >= 0 && at > 0 ? words.units.find(cells[unitAt] ?? '') : title.unit
    return readCell(cell, title.rest, unit, base, words)
  })
  const labelAt = cellParts.findIndex((cell) => cell.some(({ token }) => isName(token)))
  const label = withAloneCues(cellParts, Math.max(0, labelAt), titles)
  const heads = headingParts([...headings, ...titles.filter((title) => title !== '')], words)
  const dated = titles.map((title) => partsOf(lex(title, words)).filter(isDate))
  const rest = cellParts.flatMap((cell, at) => (at === labelAt || (dated[at]?.length ?? 0) > 0 ? [] : cell))
  const columns = dated.flatMap((dates, at) =>
    dates.length > 0 && at !== labelAt ? [{ dates, own: cellParts[at] ?? [] }] : [],
  )
  if (columns.length > 0)
    return columns.map(({ dates, own }) => ({
      own: [...label, ...own],
      shared: rest.filter(isNoValue),
      label,
      dates,
      headings: heads,
    }))
  const own = [...label, ...cellParts.flatMap((cell, at) => (at === labelAt ? [] : [CELL_EDGE, ...cell]))]
  return [{ own, shared: [], label, dates: own.filter(isDate), headings: heads }]
}

const CELL_EDGE: Part = {
  token: { kind: 'mark', mark: '\t', text: '\t', start: 0, end: 0 },
  stance: PLAIN_STANCE,
  phrase: undefined,
  phrases: [],
}

const isNoValue = ({ token }: Part) => token.kind !== 'number' && token.kind !== 'date'

function readCell(cell: string, title: string, unit: string | undefined, base: Stance, words: Words): Part[] {
  const isReference = isReferenceTitle(title)
  const isFormer = /\b(?:previous|prior|last)\b/i.test(title)
  const taken = takeUnit(cell, words)
  const parts = partsOf(lex(taken.rest, words), isFormer ? { ...base, isPast: true } : base)
  const counted = COUNTED_TITLES.find(([pattern]) => pattern.test(title))?.[1]
  return parts.map((part) => {
    const flag = flagOf(cell, part)
    if (flag) return flag
    const valued = withUnit(part, counted ?? taken.unit ?? unit)
    const { token } = valued
    return isReference && token.kind === 'number'
      ? { ...valued, token: { ...token, quantity: { ...token.quantity, label: 'reference' } } }
      : valued
  })
}

const isReferenceTitle = (title: string) =>
  /\b(?:ref|reference|range|normal|limits?|interval|target|goal)\b/i.test(title)

/** Numbers under these titles are no amounts of a medicine. */
const COUNTED_TITLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:qty|quantity)/i, 'quantity'],
  [/^refill/i, 'refill'],
  [/^age/i, 'age'],
  [/^lot/i, 'lot'],
]

const FLAGS: Readonly<Record<string, string>> = { H: 'high', HH: 'high', '↑': 'high', L: 'low', LL: 'low', A: 'abnorm' }

/** A lone letter in a cell is the flag that the paper prints. */
function flagOf(cell: string, part: Part): Part | undefined {
  const key = FLAGS[cell.trim()]
  const { text, start, end } = part.token
  return key === undefined
    ? undefined
    : { ...part, phrase: undefined, phrases: [], token: { kind: 'word', key, text, start, end } }
}

/** A cell that only denies or doubts turns the label of its row. */
function withAloneCues(cells: readonly (readonly Part[])[], labelAt: number, titles: readonly string[]): Part[] {
  const label = cells[labelAt] ?? []
  // What a range prints is no result, and a result is given once.
  const isAlone = (cell: readonly Part[], at: number) =>
    at !== labelAt &&
    !isReferenceTitle(titles[at] ?? '') &&
    cell.some(({ token }) => token.kind === 'cue') &&
    !cell.some(({ token }) => isName(token))
  const alone = cells.filter(isAlone).slice(0, 1)
  if (alone.length === 0) return [...label]
  const tokens = [
    ...label.map(({ token }) => token),
    ...alone.flatMap((cell) => [CELL_EDGE.token, ...cell.map(({ token }) => token)]),
  ]
  const said = takeStances(tokens, label[0]?.stance)
  return label.map((part, at) => ({ ...part, stance: said[at]?.stance ?? part.stance }))
}
