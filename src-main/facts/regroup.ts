/**
 * Makes the facts that were touched anew from the places where they stand, and nothing else. A fact that stands nowhere
 * any more is gone. Whoever changes places or decisions calls this in the same transaction.
 */
import type { Transaction } from 'kysely'
import type { FactId, PersonId } from '#contract/ids.ts'
import { listDecisions } from '../store/decisions.ts'
import { dropFacts, findFacts, listInSlots, listSources, putFacts, type Slot } from '../store/facts.ts'
import type { FactRow, Tables } from '../store/tables.ts'
import { composeFact, type FactContent, type Source, withConflict } from './compose-fact.ts'
import { readDecision } from './decision-value.ts'

const AT_ONCE = 500

export async function regroup(trx: Transaction<Tables>, personId: PersonId, touched: Iterable<FactId>): Promise<void> {
  const ids = [...new Set(touched)]
  for (let at = 0; at < ids.length; at += AT_ONCE) await regroupSome(trx, personId, ids.slice(at, at + AT_ONCE))
}

async function regroupSome(trx: Transaction<Tables>, personId: PersonId, ids: readonly FactId[]): Promise<void> {
  const before = await findFacts(trx, ids)
  const sourcesById = await loadSources(trx, ids)
  const made = [...sourcesById].map(([id, sources]) => composeFact(id, personId, sources))
  await dropFacts(
    trx,
    before.map(({ id }) => id).filter((id) => !sourcesById.has(id)),
  )
  await putFacts(trx, made)
  await markConflicts(trx, personId, [...before, ...made])
}

async function loadSources(trx: Transaction<Tables>, ids: readonly FactId[]): Promise<Map<FactId, Source[]>> {
  const rows = await listSources(trx, ids)
  const decisionIds = rows.flatMap(({ decisionId }) => decisionId ?? [])
  const decisions = decisionIds.length === 0 ? [] : await listDecisions(trx, [...new Set(decisionIds)])
  const decisionsById = new Map(decisions.map((row) => [row.id, readDecision(row)]))
  const sources = rows.map((row): Source => ({ row, decision: decisionsById.get(row.decisionId ?? '') }))
  return Map.groupBy(sources, ({ row }) => row.factId)
}

/** Of one measure at one minute, or on one day, there is one value; where papers give two, both are marked. */
async function markConflicts(
  trx: Transaction<Tables>,
  personId: PersonId,
  facts: readonly Pick<FactRow, 'kind' | 'name' | 'happenedOn'>[],
): Promise<void> {
  const slots = new Map<string, Slot>()
  // a month or a year has room for several values
  for (const { kind, name, happenedOn } of facts)
    if (kind === 'observation' && happenedOn !== null && happenedOn.length >= DAY)
      slots.set(`${name} ${happenedOn}`, { name, happenedOn })
  if (slots.size === 0) return
  const inSlots = await listInSlots(trx, personId, [...slots.values()])
  const groups = Map.groupBy(inSlots, (fact) => `${fact.name.toLowerCase()} ${fact.happenedOn} ${specimenOf(fact)}`)
  const changed: FactRow[] = []
  for (const group of groups.values()) {
    const conflicting = findConflicting(group)
    for (const fact of group) {
      const marked = withConflict(fact, conflicting.has(fact.id))
      if (marked.data !== fact.data) changed.push(marked)
    }
  }
  await putFacts(
    trx,
    changed.map(({ seq: _seq, ...fact }) => fact),
  )
}

const DAY = '2021-03-04'.length

function findConflicting(group: readonly FactRow[]): ReadonlySet<FactId> {
  const standing = group.filter(({ state }) => state !== 'rejected')
  // a person has looked at all of them and let them stand
  if (standing.every(({ state }) => state !== 'proposed')) return new Set()
  const conflicting = new Set<FactId>()
  const values = standing.map(({ id, data }) => ({ id, content: JSON.parse(data) as FactContent }))
  for (const one of values)
    if (values.some((other) => other.id !== one.id && contradicts(one.content, other.content))) conflicting.add(one.id)
  return conflicting
}

/**
 * One number in two units contradicts itself; two numbers in two units may well be the same amount. Vital signs are taken
 * several times a day, and differ.
 */
function contradicts(a: FactContent, b: FactContent): boolean {
  if (a.details.category === 'vital-sign') return false
  const isSameUnit = (a.unit ?? a.unitText) === (b.unit ?? b.unitText)
  if (a.value === undefined || b.value === undefined) return a.valueText !== b.valueText || !isSameUnit
  const isSameValue =
    a.value === b.value && a.comparator === b.comparator && a.details.secondValue === b.details.secondValue
  return isSameUnit ? !isSameValue : isSameValue
}

const specimenOf = ({ data }: FactRow): string =>
  (JSON.parse(data) as FactContent).details.specimen?.toLowerCase() ?? ''
