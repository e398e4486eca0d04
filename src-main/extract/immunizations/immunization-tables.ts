/** Vaccination records as tables: one row a dose, or one row a vaccine with a date for each of its doses. */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { FoundDate } from '../dates.ts'
import type { FoundVaccine } from '../dictionaries/vaccines.ts'
import type { Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import type { Passage } from '../statements/read-passages.ts'
import { datesBeside } from '../statements/stated-dates.ts'
import { type Columns, readColumns, textOf } from '../statements/table-columns.ts'
import { detailsIn, immunizationProposal, NOT_GIVEN } from './immunization-proposal.ts'

const WANTED: readonly Column[] = [
  'vaccine',
  'date',
  'lot',
  'dose-number',
  'side',
  'status',
  'comment',
  'person',
  'place',
  'medication',
  'condition',
  'kind',
  'route',
]

export function readImmunizationTable(passage: Passage, context: ClinicalContext): Proposal[] {
  const columns = readColumns(passage, WANTED)
  const isVaccines = columns?.meanings.includes('vaccine') === true || passage.section === 'immunizations'
  const rows = columns?.rows ?? passage.rows
  return rows.flatMap((row) => {
    const named = vaccineOf(passage, row, columns, isVaccines, context)
    return named ? rowProposals(passage, row, named, columns, context) : []
  })
}

interface NamedVaccine {
  readonly cell: Span
  readonly vaccine: FoundVaccine
}

function vaccineOf(
  passage: Passage,
  row: readonly Span[],
  columns: Columns | undefined,
  isVaccines: boolean,
  context: ClinicalContext,
): NamedVaccine | undefined {
  const at = columns ? columns.meanings.indexOf('vaccine') : -1
  const cells = at >= 0 ? row.slice(at, at + 1) : isVaccines ? row : []
  for (const cell of cells) {
    const written = textOf(passage, cell)
    const [first] = context.vaccines.findIn(written)
    const whole = context.vaccines.find(written)
    if (first && (at >= 0 || first.start <= 3))
      return { cell, vaccine: { ...(whole ?? first), start: first.start, end: first.end } }
    if (whole) return { cell, vaccine: { ...whole, start: 0, end: written.length } }
  }
  return undefined
}

function rowProposals(
  passage: Passage,
  row: readonly Span[],
  { cell, vaccine }: NamedVaccine,
  columns: Columns | undefined,
  context: ClinicalContext,
): Proposal[] {
  const written = row.map((each) => textOf(passage, each)).join(' ')
  const cellOf = (column: Column) => {
    const found = columns ? row[columns.meanings.indexOf(column)] : undefined
    return found && found.end > found.start && found !== cell ? found : undefined
  }
  const dates = datesOfRow(passage, row, columns, cell, context)
  if (
    NOT_GIVEN.test(written) &&
    (dates.length === 0 || /\b(?:declin|refus|not (?:given|done)|due|overdue)\w*/i.test(written))
  )
    return []
  if (dates.length === 0 && row.length > 1 && columns?.meanings.includes('date')) return []
  const free = detailsIn(written).details
  const [lot, dose, place] = (['lot', 'dose-number', 'place'] as const).map(cellOf)
  const text = (span: Span | undefined) => (span ? textOf(passage, span) : undefined)
  const nameSpan = { start: cell.start + vaccine.start, end: cell.start + vaccine.end }
  return (dates.length > 0 ? dates : [undefined]).map((given) => {
    const isOne = dates.length <= 1
    const doseNumber = given?.doseNumber ?? (isOne ? (doseText(text(dose)) ?? free.doseNumber) : undefined)
    const lotText = isOne ? (text(lot) ?? free.lot) : undefined
    const details: FactDetails = {
      ...(lotText ? { lot: lotText } : {}),
      ...(doseNumber ? { doseNumber } : {}),
      ...(place && isOne ? { place: textOf(passage, place) } : {}),
    }
    const spans = [
      nameSpan,
      ...(given ? [given.date] : []),
      // which dose it was is said by the title of its column alone
      ...(given?.title ? [given.title] : []),
      ...(isOne ? [lot, dose].filter((span) => span !== undefined) : []),
    ]
    return immunizationProposal(
      {
        page: passage.page,
        vaccine,
        nameSpan,
        spans: spans.map(({ start, end }) => ({ start, end })),
        details,
        date: given?.date,
      },
      passage.page.text,
    )
  })
}

/** `0.5 mL` is how much, not which. */
const doseText = (text: string | undefined) =>
  text !== undefined && !/\d\s?(?:ml|mcg|µg|mg)\b/i.test(text) ? text : undefined

interface GivenOn {
  readonly date: FoundDate
  readonly doseNumber?: string
  readonly title?: Span
}

function datesOfRow(
  passage: Passage,
  row: readonly Span[],
  columns: Columns | undefined,
  nameCell: Span,
  context: ClinicalContext,
): GivenOn[] {
  const at = columns?.meanings.indexOf('date') ?? -1
  const isNamed = at >= 0 && row[at] !== undefined && row[at].end > row[at].start
  const found = row.flatMap((cell, index) => {
    const title = columns?.titles[index] ?? ''
    if (cell === nameCell || /\b(?:due|next|exp|expiry|expires|born|birth|dob)\b/i.test(title)) return []
    const numbered = /\b(?:dose|shot|date)\s?#?(\d)\b|^(\d)(?:st|nd|rd|th)?\b/i.exec(title)
    if (isNamed && index !== at && !numbered) return []
    const doseNumber = numbered?.[1] ?? numbered?.[2]
    const titleCell = columns?.header[index]
    return datesBeside(textOf(passage, cell), context.order).map((found) => ({
      date: { ...found, start: found.start + cell.start, end: found.end + cell.start },
      ...(doseNumber ? { doseNumber } : {}),
      ...(doseNumber && titleCell ? { title: titleCell } : {}),
    }))
  })
  // Without a header a second date may be when the next is due.
  return columns ? found : found.slice(0, 1)
}
