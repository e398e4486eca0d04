/**
 * One person's record as the steps of a review read it. It only reads, and what it answers is in an order that depends on what
 * is said and on ids, never on when a row was written: making all facts anew changes nothing.
 */
import type { MedicineLine, Series } from '#contract/facts.ts'
import { FactKind } from '#contract/facts.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Review } from '#contract/reviews.ts'
import { type Entry, toEntry } from '../answer/typed/find-facts.ts'
import type { DocumentFacts } from '../extract/proposal.ts'
import type { Facts } from '../facts/facts.ts'
import { countSearched } from '../store/chunks.ts'
import { listPapersOf } from '../store/fact-sums.ts'
import { listNamedFacts } from '../store/named-facts.ts'
import { listPapers } from '../store/reviews.ts'
import type { Store } from '../store/store.ts'
import { listUnreadDocuments, type UnreadDocumentRow } from '../store/unread.ts'

export interface Paper {
  readonly id: DocumentId
  readonly title: string
  readonly importedAt: string
  readonly kind: DocumentFacts['kind']
  /** Its own day, month or year; undefined where it gives none or an ambiguous one. */
  readonly on: string | undefined
}

export interface ReviewRecord {
  readonly personId: PersonId
  readonly today: string
  readonly bornOn: string | undefined
  /** Given by a person. */
  readonly since: string | undefined
  /** Papers chosen by a person. */
  readonly lists: Review['inputs']['lists']
  /** In the order of their dates, those without one last. */
  readonly entries: (...kinds: readonly FactKind[]) => Promise<readonly Entry[]>
  readonly medicineLines: () => Promise<readonly MedicineLine[]>
  readonly medicinePapers: () => Promise<ReadonlyMap<Entry['id'], readonly DocumentId[]>>
  readonly series: () => Promise<readonly Series[]>
  readonly papers: () => Promise<readonly Paper[]>
  /** The first 200. */
  readonly unread: () => Promise<readonly UnreadDocumentRow[]>
  /** Papers of which no facts are in the record yet. */
  readonly papersWithoutFacts: () => Promise<number>
}

export interface RecordDeps {
  readonly db: Store['db']
  readonly facts: Pick<Facts, 'medicines' | 'series'>
}

const MOST_UNREAD = 200

export function createReviewRecord(
  { db, facts }: RecordDeps,
  given: Pick<ReviewRecord, 'personId' | 'today' | 'bornOn' | 'since' | 'lists'>,
): ReviewRecord {
  const { personId } = given
  return {
    ...given,
    entries: async (...kinds) => {
      const rows = await listNamedFacts(db, personId, kinds.length > 0 ? kinds : FactKind.options, undefined)
      return rows.map(toEntry).toSorted(byDate)
    },
    medicineLines: async () => (await facts.medicines({ personId })).lines.toSorted(byName),
    medicinePapers: () => listPapersOf(db, personId, 'medication'),
    series: async () => (await facts.series({ personId })).series,
    papers: async () => (await listPapers(db, personId)).map(toPaper).toSorted(byDay),
    unread: () => listUnreadDocuments(db, { personId, limit: MOST_UNREAD, after: undefined }),
    papersWithoutFacts: async () => (await countSearched(db, personId, 0)).withoutFacts,
  }
}

function toPaper({ id, title, importedAt, says }: Awaited<ReturnType<typeof listPapers>>[number]): Paper {
  const { kind, date } = JSON.parse(says ?? '{"people":[]}') as DocumentFacts
  return { id, title, importedAt, kind, on: date === undefined || date.isAmbiguous ? undefined : date.on }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const byDate = (a: Entry, b: Entry) =>
  compare(a.happenedOn ?? '~', b.happenedOn ?? '~') ||
  compare(a.name, b.name) ||
  (a.value ?? 0) - (b.value ?? 0) ||
  compare(a.valueText, b.valueText) ||
  compare(a.id, b.id)

const byName = ({ fact: a }: MedicineLine, { fact: b }: MedicineLine) =>
  compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id)

const byDay = (a: Paper, b: Paper) =>
  compare(a.on ?? '~', b.on ?? '~') || compare(a.title, b.title) || compare(a.id, b.id)
