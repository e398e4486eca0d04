/** Dates of birth: where a page gives one, by the words before it, beside it or above it. */
import { type FoundDate, findDates } from '../dates.ts'
import type { DateOrder } from './date-forms.ts'
import type { Cell, Line } from './page-cells.ts'

export interface BirthDate {
  /** Of the words that say it is one. */
  readonly start: number
  readonly end: number
  /** Of the date itself. */
  readonly dateStart: number
  readonly on: string
  readonly line: number
}

const SAYS_BIRTH =
  /(?<![\p{L}\p{N}])(?:\*(?=[ ]?\d)|d\.?[ ]?o\.?[ ]?b\b\.?|date of birth|birth ?date|birthday|born(?: on)?(?= ?[:\d(]|[ ]\p{Lu}\p{L}+ \d|$)|b\.(?= ?\d)|geburtsdatum|geb\.?(?: am)?(?= ?[:\d])|geboren(?: am)?|née? le|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|data de nascimento)[ \u00a0]?(?:\([^()\n]{1,16}\))?[ \u00a0]?[:.=]?[ \u00a0]{0,12}/giu

/** Of no one else than the one the words around it are about; whose that is, is not asked here. */
export function findBirthDates(text: string, lines: readonly Line[], order: DateOrder | undefined): BirthDate[] {
  let latest: readonly string[] | undefined
  const dates = () => (latest ??= latestDates(text, order))
  return lines.flatMap((line, index) => {
    if (!/birth|born|b\b|\*|geb|naiss|nacim|nasc/i.test(line.text)) return []
    return [...line.text.matchAll(SAYS_BIRTH)].flatMap((said): BirthDate[] => {
      const start = line.start + said.index
      const end = start + said[0].length
      const date = dateFor(text, { start, end }, line, lines[index + 1], order)
      const on = date && inCentury(text, date, dates)
      return date && on ? [{ start, end: date.end, dateStart: date.start, on, line: index }] : []
    })
  })
}

/** Nobody is born after the other dates of the paper: of two digits the century may have to be the one before. */
function inCentury(text: string, { start, end, date }: FoundDate, dates: () => readonly string[]): string | undefined {
  const on = date.on.slice(0, 10)
  if (/\d{4}/.test(text.slice(start, end))) return on
  const latest = dates().find((other) => other !== on)
  if (latest === undefined) return undefined
  return on <= latest ? on : `${Number(on.slice(0, 4)) - 100}${on.slice(4)}`
}

/** The latest days of a page's beginning, each once. */
const latestDates = (text: string, order: DateOrder | undefined): readonly string[] =>
  [...new Set(findDates(text.slice(0, 8000), { order }).map(({ date }) => date.on.slice(0, 10)))].sort().reverse()

function dateFor(
  text: string,
  said: { readonly start: number; readonly end: number },
  line: Line,
  below: Line | undefined,
  order: DateOrder | undefined,
): FoundDate | undefined {
  const cell = line.cells.findIndex(({ start, end }) => said.start >= start && said.start < end)
  const own = line.cells[cell]
  if (!own) return undefined
  if (said.end < own.end) return dateAt(text, said.end, order)
  const beside = line.cells[cell + 1]
  const found = beside && dateAt(text, beside.start, order)
  if (found) return found
  const under = below && underCell(own, cell, line, below)
  return under && dateAt(text, under.start, order)
}

/** The cell below, in a table whose rows have as many cells, or on a line that is one cell. */
export function underCell(cell: Cell, index: number, line: Line, below: Line): Cell | undefined {
  if (line.cells.length === below.cells.length) return below.cells[index]
  return line.cells.length === 1 && cell.text.length < 40 ? below.cells[0] : undefined
}

function dateAt(text: string, at: number, order: DateOrder | undefined): FoundDate | undefined {
  const [found] = findDates(text.slice(at, at + 40), { order })
  if (found?.start !== 0 && !(found && /^[*(]?[ ]?$/.test(text.slice(at, at + found.start)))) return yearAt(text, at)
  return { ...found, start: at + found.start, end: at + found.end }
}

/** After `born` four digits are a year. */
function yearAt(text: string, at: number): FoundDate | undefined {
  const year = /^(?:19|20)\d\d(?![\d./-])/.exec(text.slice(at, at + 6))?.[0]
  return year === undefined
    ? undefined
    : { start: at, end: at + 4, date: { on: year, precision: 'year', isAmbiguous: false } }
}
