/** Dated lists of medicines in a record, and how reviews name a medicine: one substance is one medicine, whatever it is sold as. */
import type { MedicineLine } from '#contract/facts.ts'
import { sayLine, sayMedicine } from '../answer/typed/answer-medicines.ts'
import type { Entry } from '../answer/typed/find-facts.ts'
import { fold } from '../facts/statement.ts'
import { type DraftLine, stated } from './draft.ts'
import type { Paper, ReviewRecord } from './review-record.ts'

export interface MedicineList {
  readonly paper: Paper
  readonly on: string
  readonly entries: readonly Entry[]
}

/**
 * The oldest first. A list is a paper that names all medicines of its day: a list of medicines, or what a hospital stay ended
 * with. One without a day or month, or of which no medicine was read, is none.
 */
export async function listMedicineLists(record: ReviewRecord): Promise<MedicineList[]> {
  const [papers, entries, papersByFact] = await Promise.all([
    record.papers(),
    record.entries('medication'),
    record.medicinePapers(),
  ])
  return papers.flatMap((paper) => {
    const isList = paper.kind === 'medicine-list' || paper.kind === 'discharge-summary'
    if (!isList || paper.on === undefined || paper.on.length < 'yyyy-mm'.length) return []
    const named = entries.filter((entry) => !entry.isNoneKnown && papersByFact.get(entry.id)?.includes(paper.id))
    const listed = [...Map.groupBy(named, medicineKey).values()].flatMap(withoutMentions)
    return listed.length === 0 ? [] : [{ paper, on: paper.on, entries: listed }]
  })
}

/** A bare name in the text of a paper adds nothing where the same paper says how it is taken. */
function withoutMentions(alike: readonly Entry[]): readonly Entry[] {
  const saying = alike.filter(
    ({ details: { dose, frequency, change = 'continued' } }) =>
      dose !== undefined || frequency !== undefined || change !== 'continued',
  )
  return saying.length > 0 ? saying : alike
}

export const medicineKey = ({ name, details }: Pick<Entry, 'name' | 'details'>): string =>
  [...new Set((details.ingredients ?? [name]).map(fold))].toSorted().join(' + ')

/** With what its paper says of it, where that is more than listing it. */
export function sayListed(entry: Entry): string {
  const { change } = entry.details
  return `${sayMedicine(entry)}${change === undefined || change === 'continued' ? '' : ` (${change})`}`
}

/** As last stated. The paper that decides is named, since the line says its day. */
export const medicineLine = (line: MedicineLine): DraftLine =>
  stated(`${sayLine(line)}.`, [line.fact.id], line.documentId === undefined ? [] : [line.documentId])
