/** Tables of visits and admissions: date, kind, place by their columns. */
import type { ClinicalContext } from '../clinical-context.ts'
import { findDates } from '../dates.ts'
import type { Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readColumns, textOf } from '../statements/table-columns.ts'
import { type EncounterName, encounterProposal } from './encounter-proposal.ts'

const WANTED: readonly Column[] = ['date', 'kind', 'place', 'person', 'reason', 'condition', 'comment', 'status']

export function readEncounterTable(passage: Passage, context: ClinicalContext): Proposal[] {
  const columns = readColumns(passage, WANTED)
  const [dateAt, kindAt, placeAt, statusAt] = (['date', 'kind', 'place', 'status'] as const).map(
    (column) => columns?.meanings.indexOf(column) ?? -1,
  )
  const kindTitle = columns?.titles[kindAt ?? -1] ?? ''
  const dateTitle = columns?.titles[dateAt ?? -1] ?? ''
  const isListed =
    passage.section === 'encounters' ||
    /visit|encounter/i.test(kindTitle) ||
    /visit|admission|service|encounter/i.test(dateTitle)
  if (!columns || !isListed || dateAt === undefined || dateAt < 0) return []
  return columns.rows.flatMap((row) => {
    const cell = row[dateAt]
    const [found] = cell ? findDates(textOf(passage, cell), { order: context.order }) : []
    const status = statusAt !== undefined && row[statusAt] ? textOf(passage, row[statusAt]) : ''
    if (
      !cell ||
      !found ||
      /\b(?:cancel\w*|scheduled|planned|no show|did not attend|future|upcoming|pending)\b/i.test(status)
    )
      return []
    const kind = kindAt !== undefined && row[kindAt] ? textOf(passage, row[kindAt]) : ''
    const place = placeAt !== undefined && row[placeAt] ? textOf(passage, row[placeAt]) : ''
    const first = row.find((each) => each.end > each.start) ?? cell
    const last = row.findLast((each) => each.end > each.start) ?? cell
    const date = { ...found, start: found.start + cell.start, end: found.end + cell.start }
    return [
      encounterProposal({
        page: passage.page,
        name: nameOf(`${kind} ${dateTitle}`),
        words: { start: first.start, end: last.end },
        date,
        ...(place === '' ? {} : { place }),
      }),
    ]
  })
}

const nameOf = (kind: string): EncounterName =>
  /admi(?:ssion|tted)|inpatient|hospitali/i.test(kind) ? 'admission' : /discharge/i.test(kind) ? 'discharge' : 'visit'
