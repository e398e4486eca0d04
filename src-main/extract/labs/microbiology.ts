/**
 * Cultures and what was tested against what grew: organism, growth, and one row per antibiotic with S, I or R. Each is
 * an observation in words; an interpretation is never turned into a flag.
 */
import type { Span } from '../../ingest/read-page.ts'
import type { Cell, PageRow } from '../page-rows.ts'
import type { Quantity } from '../quantities.ts'
import type { Reading } from './reading.ts'

export interface Microbiology {
  /** The results of a row; `undefined` when it is none of a culture. */
  readonly read: (row: PageRow) => Reading[] | undefined
}

export function createMicrobiology(): Microbiology {
  const titles = createCultureTitles()
  let isSusceptibility = false
  let rowsSince = 0
  return {
    read: (row) => {
      if (isSusceptibilityHeading(row)) {
        isSusceptibility = true
        rowsSince = 0
        return row.cells.length > 1 ? [] : undefined
      }
      const statement = statementOf(row) ?? titles.read(row)
      if (statement) return [statement]
      if (!isSusceptibility) return
      const tested = susceptibilityOf(row)
      rowsSince = tested ? 0 : rowsSince + 1
      if (rowsSince > 3) isSusceptibility = false
      return tested ? [tested] : undefined
    },
  }
}

function isSusceptibilityHeading({ cells }: PageRow): boolean {
  const text = cells
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase()
  if (text.length > 120 || /\d/u.test(text)) return false
  if (/\b(?:susceptibilit\w*|sensitivit(?:y|ies)|antibiogra\w*|resistogra\w*|mic)\b/u.test(text))
    return !/[.!?]\s/u.test(text)
  return /^(?:antibiotic|antimicrobial|antimicrobial agent|drug)\b.*\b(?:interp\w*|result|s\/i\/r|sir)\b/u.test(text)
}

/** Stems of names of antimicrobials: WHO, The use of stems in the selection of International Nonproprietary Names, 2018. */
const ANTIMICROBIAL =
  /^(?:[a-z]*(?:cillin|mycin|micin|floxacin|penem|cycline|bactam|oxacin|fungin|conazole|prim|planin|vancin|zolid|nidazole|kacin)|(?:cef|ceph)[a-z]+|sulfa[a-z]*|aztreonam|colistin|polymyxin b|nitrofurantoin|fosfomycin|rifampi[cn]|fusidic acid|mupirocin|chloramphenicol|amphotericin b|flucytosine|clavulan(?:ic acid|ate)|tmp|smx|pip|tazo)$/iu

const isAntimicrobial = (text: string) => {
  const parts = text
    .replace(/\s*\([^)]*\)/gu, '')
    .split(/\s*[/+-]\s*|\s+(?=\p{L})/u)
    .filter((part) => part !== '')
  return (
    parts.length > 0 && parts.length <= 4 && parts.filter((part) => ANTIMICROBIAL.test(part)).length * 2 > parts.length
  )
}

const VERDICT =
  /^(?:S|I|R|SDD|NS|susceptible|sensitive|intermediate|resistant|non-?susceptible|susceptible,? (?:dose dependent|increased exposure)|sensibel|resistent|sensible|r[ée]sistant|resistente)$/iu

function susceptibilityOf(row: PageRow): Reading | undefined {
  const cells = row.cells.flatMap((cell) => splitVerdict(cell))
  const name = cells.find(({ text }) => isAntimicrobial(text))
  const verdicts = cells.filter((cell) => cell !== name && VERDICT.test(cell.text))
  // Two verdicts are of two organisms, and nothing here says of which.
  if (!name || verdicts.length !== 1 || !verdicts[0]) return
  return worded(row, name, verdicts[0])
}

/** `Ampicillin R` or `Ampicillin: Resistant` in one cell. */
function splitVerdict(cell: Cell): Cell[] {
  const match = /^(.*?)[\s:=]+(?:(?:[<>]=?|≤|≥)?\s?\d+(?:\.\d+)?(?:\/\d+)?\s+)?([\p{L}-]+)$/u.exec(cell.text)
  const [, name = '', verdict = ''] = match ?? []
  if (!match || !VERDICT.test(verdict) || !isAntimicrobial(name)) return [cell]
  const end = cell.end - verdict.length
  return [
    { ...cell, text: name, end: cell.start + name.length },
    { ...cell, text: verdict, start: end },
  ]
}

const STATEMENT =
  /^((?:urine|blood|throat|wound|stool|sputum|csf|genital|nasal|respiratory|fungal|aerobic|anaerobic|final|preliminary)?\s*(?:culture|organism|isolate|gram stain|growth|kultur|culture result|organism isolated|keim)(?:\s*(?:\d|result|isolated|identified|,\s*\p{L}+|\([\p{L} ]+\)))?)\s*[:\t]\s*(.+)$/iu
const NO_STATEMENT =
  /^(?:collected|received|reported|pending|see|status|final|final report|preliminary|source|method|\d{1,2}[/.-]\d)/iu
const ORGANISM_OR_GROWTH =
  /\b(?:no (?:significant )?growth|growth|cfu|flora|isolated|seen|detected|negative|positive|cocci|bacilli|rods|yeasts?|leu[ck]ocytes|kein wachstum)\b|^(?:[<>]?\s?[\d,.]+\s?(?:cfu\/ml)?\s*)?\p{Lu}(?:\p{Ll}+|\.)\s(?:\p{Ll}{4,}|species|spp?\.?|group\b.*)/iu

function statementOf(row: PageRow): Reading | undefined {
  const cells = row.cells.filter(({ text }) => text !== '')
  const [first, second] = cells
  if (!first || cells.length > 3) return
  const joined =
    second && !first.text.includes(':')
      ? `${first.text}\t${second.text}`
      : first.text.endsWith(':') && second
        ? `${first.text}${second.text}`
        : first.text
  const match = STATEMENT.exec(joined)
  const value = match?.[2]?.trim() ?? ''
  if (!match?.[1] || value.length > 120 || NO_STATEMENT.test(value) || !ORGANISM_OR_GROWTH.test(value)) return
  const label = match[1].trim()
  const name = { start: first.start, end: first.start + label.length, text: label }
  const holder = joined === first.text ? first : second
  if (!holder) return
  const start = holder.end - value.length
  return worded(row, name, { start, end: holder.end, text: value })
}

const CULTURE_TITLE =
  /^(?:\p{L}[\p{L} ,/&()-]{0,40}[ ,])?(?:culture|gram stain|kultur|hemoculture|coproculture)(?:[ ,]+\p{L}[\p{L} ,/&()-]{0,30})?:?$/iu
const RESULT_LINE =
  /^(?:(?:final|preliminary|culture)\s+)?(?:results?|report|findings?|growth|ergebnis)\s*[:\t]\s*(.+)$/iu
/** Source, site, method and the like stand between a title and its result. */
const MOST_ROWS_BETWEEN = 5

/** `SPUTUM CULTURE` on a line of its own, and `Result: …` some lines below it. */
function createCultureTitles() {
  let title: { readonly name: Placed; readonly page: number; rows: number } | undefined
  return {
    read: (row: PageRow): Reading | undefined => {
      const [first, second, ...more] = row.cells.filter(({ text }) => text !== '')
      if (!first || more.length > 0) return
      if (!second && CULTURE_TITLE.test(first.text)) {
        const text = first.text.replace(/:$/u, '')
        title = { name: { start: first.start, end: first.start + text.length, text }, page: row.page, rows: 0 }
        return
      }
      if (!title || title.page !== row.page || ++title.rows > MOST_ROWS_BETWEEN) return
      const value = RESULT_LINE.exec(
        second ? `${first.text.replace(/:$/u, '')}\t${second.text}` : first.text,
      )?.[1]?.trim()
      if (value === undefined || value.length > 120 || NO_STATEMENT.test(value) || !ORGANISM_OR_GROWTH.test(value))
        return
      const { end } = second ?? first
      return worded(row, title.name, { start: end - value.length, end, text: value })
    },
  }
}

type Placed = Span & { readonly text: string }

function worded(row: PageRow, name: Placed, value: Placed): Reading {
  const valueSpan = { start: value.start, end: value.end }
  const quantity: Quantity = { form: 'words', ...valueSpan }
  return {
    page: row.page,
    nameText: name.text,
    nameSpans: [{ start: name.start, end: name.end }],
    quantity,
    valueSpan,
    isOfCulture: true,
  }
}
