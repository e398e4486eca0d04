/**
 * What happened when: facts, papers and notes as entries, the latest first. All results of one paper and one day are one entry.
 * A paper stands where its facts do; one whose date nobody knows is among those without a date. Pure.
 */
import type { DocumentSummary } from '#contract/documents.ts'
import type { Fact, FactKind } from '#contract/facts.ts'
import { NOTE_FORMAT, type NoteSummary } from '#contract/notes.ts'
import { laterFirst } from '../../facts/fact-dates.ts'
import { isOutOfRange } from '../../facts/out-of-range.ts'

export const lanes = [
  'document',
  'encounter',
  'observation',
  'condition',
  'medication',
  'allergy',
  'immunization',
  'procedure',
  'note',
  'other',
] as const
export type Lane = (typeof lanes)[number]

const laneOf = (kind: FactKind): Lane => lanes.find((lane) => lane === kind) ?? 'other'

interface Placed {
  readonly key: string
  readonly lane: Lane
  /** Without a time of day; undefined: nobody knows. */
  readonly on: string | undefined
}
export type Entry = Placed &
  (
    | { readonly kind: 'fact'; readonly fact: Fact }
    | { readonly kind: 'results'; readonly facts: readonly Fact[]; readonly outOfRange: number }
    | { readonly kind: 'document'; readonly document: DocumentSummary }
    | { readonly kind: 'note'; readonly note: NoteSummary }
  )

export interface YearOfEntries {
  /** Undefined: without a date. */
  readonly year: string | undefined
  readonly entries: readonly Entry[]
}

export interface Happened {
  readonly facts: readonly Fact[]
  /** Notes among them are left to `notes`, which know their day. */
  readonly documents: readonly DocumentSummary[]
  readonly notes: readonly NoteSummary[]
}

export function entriesOf({ facts, documents, notes }: Happened): Entry[] {
  const results = facts.filter(({ kind }) => kind === 'observation')
  const others = facts.filter(({ kind }) => kind !== 'observation')
  const byPaper = Map.groupBy(results, (fact) => `${dayOf(fact) ?? ''} ${fact.provenance[0]?.documentId ?? 'by hand'}`)
  const entries: Entry[] = [
    ...others.map(
      (fact): Entry => ({
        ...{ key: fact.id, lane: laneOf(fact.kind), on: dayOf(fact) },
        ...{ kind: 'fact', fact },
      }),
    ),
    ...[...byPaper].map(
      ([key, group]): Entry => ({
        ...{ key, lane: 'observation', on: group[0] && dayOf(group[0]) },
        ...{ kind: 'results', facts: group, outOfRange: group.filter(({ flag }) => isOutOfRange(flag)).length },
      }),
    ),
    ...documents
      .filter(({ format }) => format !== NOTE_FORMAT)
      .map(
        (document): Entry => ({
          ...{ key: document.id, lane: 'document', on: dateOfPaper(document, facts) },
          ...{ kind: 'document', document },
        }),
      ),
    ...notes.map((note): Entry => ({ key: note.id, lane: 'note', on: note.concernsOn, kind: 'note', note })),
  ]
  return entries.sort((a, b) => laterFirst(a.on, b.on) || lanes.indexOf(a.lane) - lanes.indexOf(b.lane))
}

/** A note counts from when it was begun, whatever it is about. Undefined: any day. */
export const isWrittenBy = (writtenAt: string, day: string | undefined): boolean =>
  day === undefined || writtenAt.slice(0, day.length) <= day

const dayOf = ({ happenedOn }: Fact): string | undefined => happenedOn?.split('T')[0]

/** The paper's own date where a fact has it; else the day most of its facts are of. */
function dateOfPaper({ id }: DocumentSummary, facts: readonly Fact[]): string | undefined {
  const its = facts.filter(({ provenance }) => provenance.some(({ documentId }) => documentId === id))
  const own = its.find(({ dateKind, happenedOn }) => dateKind === 'document' && happenedOn !== undefined)
  if (own !== undefined) return dayOf(own)
  const days = Map.groupBy(
    its.flatMap((fact) => dayOf(fact) ?? []),
    (day) => day,
  )
  return [...days].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

export const yearsOf = (entries: readonly Entry[]): YearOfEntries[] =>
  [...Map.groupBy(entries, ({ on }) => on?.slice(0, 4))].map(([year, group]) => ({ year, entries: group }))
