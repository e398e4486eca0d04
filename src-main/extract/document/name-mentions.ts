/** Places of a page that name the one it is about, each by a cue of its own; the strongest cue decides what it must look like. */
import { findDates } from '../dates.ts'
import { type BirthDate, underCell } from './birth-dates.ts'
import type { DateOrder } from './date-forms.ts'
import { isHeadingOfOthers, isOfOther, namesOthers } from './other-people.ts'
import type { Cell, Line } from './page-cells.ts'
import { isNoName, readName, readNameBefore, type WrittenName } from './person-name.ts'

export interface NameMention {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly line: number
  /** Written right at the name. */
  readonly bornOn?: string
}

/** The names, and those of the dates of birth that are of nobody else. */
export function findNameMentions(
  text: string,
  lines: readonly Line[],
  allBirths: readonly BirthDate[],
  order: DateOrder | undefined,
): { readonly mentions: NameMention[]; readonly births: BirthDate[] } {
  const beside = allBirths.map((birth) => ({ birth, name: besideBirth(text, birth, lines) }))
  const births = beside.flatMap(({ birth, name }) => (name === 'other' ? [] : [birth]))
  const found = [
    ...lines.flatMap((line, index) => labelled(text, line, index, lines)),
    ...formNames(text, lines),
    ...beside.flatMap(({ name }) => (name === undefined || name === 'other' ? [] : [name])),
    ...lines.flatMap((line, index) => [...inSubject(text, line, index), ...inTitle(text, line, index)]),
    ...lines.flatMap((line, index) => inProse(text, line, index)),
  ]
  const marked = distinct(found)
  const mentions =
    marked.length > 0
      ? marked
      : lines
          .slice(0, HEAD_LINES)
          .flatMap((line, i) =>
            [line, ...line.cells.slice(0, 3)].flatMap((cell) => withDate(text, cell, i, births, order)),
          )
          .slice(0, 1)
  return { mentions, births }
}

const HEAD_LINES = 10

const toMention = ({ name, start, end }: WrittenName, line: number, bornOn?: string): NameMention => ({
  name,
  start,
  end,
  line,
  ...(bornOn !== undefined && { bornOn }),
})

/** One mention for one place, in the order of the page; the one with a date of birth is kept. */
function distinct(found: readonly NameMention[]): NameMention[] {
  const kept: NameMention[] = []
  for (const mention of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (last.bornOn === undefined && mention.bornOn !== undefined)
      kept[kept.length - 1] = { ...last, bornOn: mention.bornOn }
  }
  return kept
}

const STRONG =
  /(?<![\p{L}])(?:patient(?:['’]s)?(?: full)? name|name of (?:the )?patient|patient|pt\.? name|pt|client(?:['’]s)? name|client|member name|member|resident name|resident|name of (?:the )?(?:client|member|child)|child(?:['’]s)? name|patientin|paciente|nom du patient|paziente|patiënt)[ \u00a0]?(?:\([^()\n]{1,30}\))?[ \u00a0]?[:=][ \u00a0]{0,12}/giu
const STRONG_CELL =
  /^(?:patient(?:['’]s)?(?: full)? name|name of (?:the )?patient|patient|pt\.? name|pt|client(?:['’]s)? name|client name|member name|resident name|name of (?:the )?(?:client|member|child)|child(?:['’]s)? name)(?:[ ]?\([^()]{1,30}\))?[ ]?:?$/iu
const WEAK = /^(?:(?:full|legal) )?name(?:[ ]?\([^()]{1,30}\))?(?:[ ]?[:=][ \u00a0]{0,12}|$)/iu
const BARE = /^name[ \u00a0](?=\p{Lu})/iu
const UNMARKED = /^(?:patient(?:['’]s)? name|patient|pt\.?)[ \u00a0](?=\p{Lu})/iu

function labelled(text: string, line: Line, index: number, lines: readonly Line[]): NameMention[] {
  return line.cells.flatMap((cell, at) => {
    const strong = [...cell.text.matchAll(STRONG)].flatMap((label) => {
      const end = cell.start + label.index + label[0].length
      if (/(?:referring|contact|previous|next|other)[ ]$/i.test(cell.text.slice(0, label.index))) return []
      return end < cell.end ? nameAt(text, end, index) : fromNeighbour(text, cell, at, index, lines)
    })
    if (strong.length > 0) return strong
    if (STRONG_CELL.test(cell.text)) return fromNeighbour(text, cell, at, index, lines)
    const weak = WEAK.exec(cell.text)
    if (weak && isOwnBlock(lines, index, at)) {
      if (weak[0].length < cell.text.length) return nameAt(text, cell.start + weak[0].length, index)
      return isOfPatient(line) || cell.text.endsWith(':') ? fromNeighbour(text, cell, at, index, lines) : []
    }
    const bare = BARE.test(cell.text) && isBesidePatient(lines, index) && isOwnBlock(lines, index, at)
    const unmarked = (bare ? BARE : UNMARKED).exec(cell.text)
    return unmarked ? nameAt(text, cell.start + unmarked[0].length, index).filter(isWholeName) : []
  })
}

/** What is merely called a name is a person's in a table that also holds what only persons have. */
const isOfPatient = ({ text }: Line): boolean =>
  /\b(?:dob|date of birth|birth ?date|born|sex|gender|mrn|age)\b/i.test(text)
const isBesidePatient = (lines: readonly Line[], index: number): boolean =>
  [lines[index], lines[index + 1]].some((line) => line !== undefined && isOfPatient(line))
const isWholeName = ({ name }: NameMention): boolean => /[ ,]/.test(name)

function nameAt(text: string, at: number, line: number): NameMention[] {
  const name = readName(text, at)
  if (!name) return []
  const born = /^,? ?\(?(?:born|dob|geb)/i.test(text.slice(name.end, name.end + 8))
    ? undefined
    : bornAfter(text, name.end)
  return [toMention(name, line, born)]
}

/** `Patient: Alma Fennby, 1961-04-17`: an old date right after the name. */
function bornAfter(text: string, end: number): string | undefined {
  const [date] = findDates(text.slice(end, end + 28))
  if (!date || !/^[ ,(]{1,3}(?:\* ?)?$/.test(text.slice(end, end + date.start)) || date.date.precision !== 'day')
    return undefined
  const latest = findDates(text.slice(0, 4000)).reduce((last, { date: { on } }) => (on > last ? on : last), '')
  return Number(latest.slice(0, 4)) - Number(date.date.on.slice(0, 4)) >= 2 ? date.date.on : undefined
}

/** Beside the label, or below it where beside it stands another label. */
function fromNeighbour(text: string, cell: Cell, at: number, index: number, lines: readonly Line[]): NameMention[] {
  const line = lines[index]
  const below = lines[index + 1]
  if (!line) return []
  const beside = line.cells[at + 1]
  const besides = beside ? nameAt(text, beside.start, index).filter(({ end }) => end >= beside.end - 40) : []
  if (besides.length > 0 && !(beside && /:$/.test(beside.text))) return besides
  const under = below && underCell(cell, at, line, below)
  return under ? nameAt(text, under.start, index + 1) : []
}

/** Not under a heading, nor beside a label, that is about somebody else. */
function isOwnBlock(lines: readonly Line[], index: number, at: number): boolean {
  const around = [lines[index - 3], lines[index - 2], lines[index - 1], lines[index + 1]]
  const isAbout = around.some((line) => line && namesOthers(line.text) && !isOfPatientHeading(line, at))
  return (
    !isAbout &&
    !namesOthers(
      (lines[index]?.cells ?? [])
        .slice(0, at)
        .map(({ text }) => text)
        .join(' '),
    )
  )
}

/** Two headings side by side: the first is the patient's, and so is what stands in the first cell below. */
const isOfPatientHeading = (line: Line, at: number): boolean =>
  at === 0 &&
  (/^(?:patient|member|client|personal)\b/i.test(line.text) || /:/.test(line.text)) &&
  !namesOthers(line.cells[0]?.text ?? '')

const FAMILY =
  /^(?:(?:patient(?:['’]s)? )?(?:last|family) name|surname|nachname|apellidos?|cognome|achternaam)[ ]?:?[ ]*/iu
const GIVEN = /^(?:(?:patient(?:['’]s)? )?(?:first|given) names?|forenames?|vorname|prénom|nombre|voornaam)[ ]?:?[ ]*/iu

/** `Last name` and `First name`, each with its own answer. */
function formNames(text: string, lines: readonly Line[]): NameMention[] {
  const answers = (label: RegExp) =>
    lines.flatMap((line, index) =>
      line.cells.flatMap((cell, at) => {
        const said = label.exec(cell.text)
        if (!said || !isOwnBlock(lines, index, at)) return []
        if (said[0].length < cell.text.length) return nameAt(text, cell.start + said[0].length, index)
        return fromNeighbour(text, cell, at, index, lines)
      }),
    )
  const [family] = answers(FAMILY)
  const [given] = answers(GIVEN)
  if (!family || !given || Math.abs(family.line - given.line) > 3) return []
  const [first, last] = family.start < given.start ? [family, given] : [given, family]
  const isClose = last.end - first.start < 200
  return [
    { name: `${given.name} ${family.name}`, start: first.start, end: isClose ? last.end : first.end, line: first.line },
  ]
}

/** A name right before a date of birth, on its line or alone on the line above. */
function besideBirth(text: string, birth: BirthDate, lines: readonly Line[]): NameMention | 'other' | undefined {
  const line = lines[birth.line]
  if (!line) return undefined
  const lead = text.slice(Math.max(line.start, birth.start - 160), birth.start)
  const before = lead.replace(SEX_OR_AGE, '').replace(/(?:[\s,;|(–-]|(?<=[\s,])(?:who was|was|is|the|a)){1,20}$/u, '')
  if (isOfOther(lead.slice(-60)) || isUnderOthers(lines, birth.line)) return 'other'
  const inLine = before === '' ? undefined : readNameBefore(text, birth.start - lead.length + before.length)
  const above = before === '' ? lines[birth.line - 1] : undefined
  const name = inLine ?? (above && readNameBefore(text, above.end))
  if (!name) return undefined
  const inFront =
    text
      .slice(Math.max(0, name.start - 60), name.start)
      .split('\n')
      .at(-1) ?? ''
  const isOther = isOfOther(inFront) && !/\bsent (?:on [^:\n]{1,30} )?to $/i.test(inFront)
  if (isOther || name.address === 'doctor') return inLine ? 'other' : undefined
  return name.words < 2 ? undefined : toMention(name, birth.line - (inLine ? 0 : 1), birth.on)
}

/** `Fennby, Alma, F, born …`; a lone letter without a comma is an initial. */
const SEX_OR_AGE =
  /(?:,[ ]?|[ ]?\()(?:m|f|w|male|female|\d{1,3}[ -]?(?:years?(?: old)?|yrs?|y\/?o)|\d{1,3})\)?[\s,;|–-]{0,6}$/iu

const isUnderOthers = (lines: readonly Line[], index: number): boolean =>
  lines.slice(Math.max(0, index - 3), index).some(({ text }) => isHeadingOfOthers(text))

const SUBJECT =
  /^(?:re|regarding|in re|subject|betreff|betr|betrifft|concerning|concerne|asunto|oggetto|betreft)\.?[ ]?[:–-][ \u00a0]{0,12}/iu

/** `Re: …` names somebody where a form of address, a date of birth or a number follows, or nothing else. */
function inSubject(text: string, line: Line, index: number): NameMention[] {
  const said = SUBJECT.exec(line.text)
  const name = said && readName(text, line.start + said[0].length)
  if (!name || name.address === 'doctor') return []
  const rest = text.slice(name.end, line.end)
  const isMarked =
    name.address === 'plain' || /^[ ,;–-]*\(?(?:born|d\.?o\.?b|date of birth|geb|mrn|nhs|age|aged|\*|\d{2})/i.test(rest)
  return isMarked || (name.words > 1 && (rest.trim() === '' || rest.startsWith(','))) ? [toMention(name, index)] : []
}

const PAPER =
  /(?:^|[ ])(?:reports?|results?|records?|list|letter|summary|diary|notes?|message|copy|chart|card|passport|certificate|plan|statement|referral|prescription|scan|x-ray|radiograph|ultrasound|mri|ct|ecg|echocardiogram|history|profile|findings|history)(?: [a-z]{2,12}){0,2} (?:of|for) (?:the )?(?:patient,? )?/iu

/** `Medication list for Maren Oakhollow`, in the head. */
function inTitle(text: string, line: Line, index: number): NameMention[] {
  if (index >= HEAD_LINES || line.text.length > 200) return []
  const said = PAPER.exec(line.text)
  const name = said && readName(text, line.start + said.index + said[0].length)
  if (!name || name.words < 2 || name.address === 'doctor') return []
  return /^(?:$|[,.;:(]|\t)/.test(text.slice(name.end, line.end)) ? [toMention(name, index)] : []
}

const PROSE =
  /(?<![\p{L}])(?:your patient,? |(?:above[- ]named |our |this )patient,? |referring |(?:I|we) (?:have )?(?:saw|reviewed|met|seen) |patient by the name of )/gu

/** Sentences of letters: `Thank you for referring Mr. John Fennby`. */
function inProse(text: string, line: Line, index: number): NameMention[] {
  return [...line.text.matchAll(PROSE)].flatMap((said) => {
    const name = readName(text, line.start + said.index + said[0].length)
    if (!name || name.words < 2 || name.address === 'doctor') return []
    const isMarked =
      name.address === 'plain' ||
      /^(?:,| \(|[ ](?:who|on|in|at|for|with|is|was|a)\b)/.test(text.slice(name.end, name.end + 6))
    return isMarked ? [toMention(name, index)] : []
  })
}

/** Lines of vaccines look like names with dates of birth. */
const VACCINE =
  /\b(?:vaccine|toxoids?|hepatitis|influenza|tetanus|diphtheria|pertussis|polio(?:myelitis)?|measles|mumps|rubella|varicella|zoster|pneumococcal|meningococcal|rotavirus|haemophilus|typhoid|rabies|yellow fever|covid|human papilloma\w*|booster|conjugate)\b/i

/** A line of the head that is a name and an old date: the date can only be that of a birth. */
function withDate(
  text: string,
  line: Cell,
  index: number,
  births: readonly BirthDate[],
  order: DateOrder | undefined,
): NameMention[] {
  const name = readName(text, line.start)
  if (!name || name.address === 'doctor') return []
  const rest = text.slice(name.end, line.end)
  const [date, ...others] = findDates(rest, { order })
  if (
    !date ||
    others.length > 0 ||
    !/^[\s,(*]*$/.test(rest.slice(0, date.start)) ||
    !/^[)\s]*$/.test(rest.slice(date.end))
  )
    return []
  const words = name.name.split(/[ ,]+/)
  if (words.length < 2 || words.some(isNoName) || VACCINE.test(name.name) || date.date.precision !== 'day') return []
  if (births.some(({ on }) => on === date.date.on)) return [toMention(name, index, date.date.on)]
  const latest =
    findDates(text.slice(0, 8000), { order })
      .map(({ date: { on } }) => on)
      .sort()
      .at(-1) ?? ''
  return Number(latest.slice(0, 4)) - Number(date.date.on.slice(0, 4)) >= 2
    ? [toMention(name, index, date.date.on)]
    : []
}
