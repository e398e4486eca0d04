/** Which fact is next, which stand on the same page, and which of those may be accepted together. Pure. */
import { type Fact, type FactEdit, MAX_AT_ONCE } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'

/** Medicines, allergies, critical and doubtful facts are looked at one at a time. */
export const mayGoTogether = ({ kind, flag, doubts, state }: Fact): boolean =>
  state === 'proposed' && kind !== 'medication' && kind !== 'allergy' && flag !== 'critical' && doubts.length === 0

/** The other facts on the page of this one, as they stand on it from top to bottom. */
export function onSamePage(current: Fact, facts: readonly Fact[]): Fact[] {
  const [here] = current.provenance
  if (here === undefined) return []
  const heightOf = (fact: Fact) => sourceOn(fact, here)?.boxes[0]?.[1] ?? 0
  return facts
    .filter((fact) => fact.id !== current.id && sourceOn(fact, here) !== undefined)
    .toSorted((a, b) => heightOf(a) - heightOf(b))
}

const sourceOn = ({ provenance }: Fact, { documentId, page }: Fact['provenance'][number]) =>
  provenance.find((source) => source.documentId === documentId && source.page === page)

/** Those that were seen, as many as one act takes. */
export const acceptable = (facts: readonly Fact[], seen: ReadonlySet<FactId>): Fact[] =>
  facts.filter((fact) => mayGoTogether(fact) && seen.has(fact.id)).slice(0, MAX_AT_ONCE)

/** Where to be when this one is gone: the one after it, else the one before. */
export function neighbour(queue: readonly Fact[], id: FactId): Fact | undefined {
  const at = queue.findIndex((fact) => fact.id === id)
  return queue[at + 1] ?? queue[at - 1]
}

/** What choosing a suggestion changes: a date is a date, a name is meant where the name is in doubt, else the value. */
export function editOfSuggestion({ doubts }: Pick<Fact, 'doubts'>, suggestion: string): FactEdit {
  if (doubts.includes('ambiguous-date') && /^\d{4}-\d{2}/.test(suggestion)) return { happenedOn: suggestion }
  if (doubts.includes('near-name') || doubts.includes('unknown-name')) return { name: suggestion }
  return { valueText: suggestion }
}

/** The value is shown as it stands in ink where its reading is in doubt. */
export const needsInk = ({ doubts }: Pick<Fact, 'doubts'>): boolean =>
  doubts.some((doubt) => ['unsure-words', 'slip-corrected', 'near-name', 'implausible-value'].includes(doubt))
