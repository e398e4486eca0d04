/**
 * Pairs in a record that a reader may want to see side by side: an allergy and a medicine of one substance or class, and two
 * products with one substance. What is stated as stopped takes no part. That both are in the record is all that is said.
 */
import type { MedicineLine } from '#contract/facts.ts'
import type { Entry } from '../answer/typed/find-facts.ts'
import { capital, onDate } from '../answer/typed/wording.ts'
import { fold } from '../facts/statement.ts'
import { type DraftLine, sideBySide, stated } from './draft.ts'
import { type DrugTable, SOURCE } from './drug-table.ts'
import { listMedicineLists } from './medicine-lists.ts'
import type { ReviewRecord } from './review-record.ts'

type Medicine = Pick<Entry, 'id' | 'name' | 'nameText' | 'details' | 'happenedOn'>

export function findClashes(
  allergies: readonly Entry[],
  medicines: readonly MedicineLine[],
  drugs: DrugTable,
): DraftLine[] {
  const taken = medicines.filter(({ standing }) => standing !== 'stopped').map(({ fact }) => fact)
  return allergies.flatMap((allergy) => taken.flatMap((medicine) => clashOf(allergy, medicine, drugs)))
}

function clashOf(allergy: Entry, medicine: Medicine, drugs: DrugTable): DraftLine[] {
  const substances = drugs.substancesOf(medicine)
  const shared = drugs.substancesOf(allergy).find((substance) => substances.includes(substance))
  const said = `Allergy: ${allergy.name}. Medicine: ${medicine.name}${onDate(medicine.happenedOn)}. Both are in the record`
  const say = (why: string) =>
    sideBySide(stated(`${said}, ${why}.`, [allergy.id, medicine.id]), [
      { text: `Allergy: ${allergy.name}`, facts: [allergy] },
      { text: `Medicine: ${medicine.name}${onDate(medicine.happenedOn)}`, facts: [medicine] },
    ])
  if (shared !== undefined) return [say(`and both name ${shared}`)]
  const classes = new Set(drugs.substancesOf(allergy).flatMap((substance) => drugs.classOf(substance) ?? []))
  const found = substances.find((substance) => classes.has(drugs.classOf(substance) ?? ''))
  if (found === undefined) return []
  return [say(`and both are of the class ${drugs.classOf(found)}; ${SOURCE}`)]
}

/** Among what the last list names and what was last stated: one substance under two trade names, or in two products. */
export async function findShared(
  record: ReviewRecord,
  drugs: DrugTable,
): Promise<{ facts: readonly Medicine[]; lines: DraftLine[] }> {
  const lists = await listMedicineLists(record)
  const lines = (await record.medicineLines()).filter(({ standing }) => standing !== 'stopped')
  const onLast = (lists.at(-1)?.entries ?? []).filter(({ details }) => details.change !== 'stopped')
  const all: readonly Medicine[] = [...onLast, ...lines.map(({ fact }) => fact)]
  const medicines = [...new Map(all.map((medicine) => [medicine.id, medicine])).values()]
  const bySubstance = new Map<string, Medicine[]>()
  for (const medicine of medicines)
    for (const substance of drugs.substancesOf(medicine))
      bySubstance.set(substance, [...(bySubstance.get(substance) ?? []), medicine])
  const shared = [...bySubstance].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { facts: medicines, lines: shared.flatMap(([substance, alike]) => sayShared(substance, alike, drugs)) }
}

function sayShared(substance: string, alike: readonly Medicine[], drugs: DrugTable): DraftLine[] {
  // a substance by its own name, a trade name and a combination are different products; spellings of one are not
  const product = ({ name, nameText }: Medicine) => drugs.tradeNameIn(nameText) ?? fold(name)
  const byProduct = Map.groupBy(alike, product)
  if (byProduct.size < 2) return []
  const products = [...byProduct].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const names = products.map(([, [first]]) => capital(first?.nameText ?? ''))
  const which = names.length === 2 ? 'both are in the record, and both hold' : 'all are in the record, and all hold'
  const factIds = products.flatMap(([, of]) => of.map(({ id }) => id))
  const sides = products.map(([, facts], at) => ({ text: names[at] ?? '', facts }))
  return [sideBySide(stated(`${names.join('; ')}: ${which} ${substance}.`, factIds), sides)]
}
