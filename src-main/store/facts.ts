/**
 * Queries about facts and the places at which they stand. Rows come out as rows; how facts are made of their places and
 * of decisions is in facts/. Nothing here runs one query per fact.
 */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { FactKind, FactState } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { isFactKnown, type Known } from './known-on.ts'
import type { Position } from './paging.ts'
import { wholeOf } from './parts.ts'
import type { FactRow, FactSourceRow, FactSourceTable, FactTable, Tables } from './tables.ts'

const BATCH = 500

export async function insertSources(trx: Transaction<Tables>, rows: readonly Insertable<FactSourceTable>[]) {
  for (let at = 0; at < rows.length; at += BATCH)
    await trx
      .insertInto('factSource')
      .values(rows.slice(at, at + BATCH))
      .execute()
}

/** Answers which facts stood there. */
export async function deleteSourcesOf(trx: Transaction<Tables>, documentId: DocumentId): Promise<FactId[]> {
  const gone = await trx.deleteFrom('factSource').where('documentId', '=', documentId).returning('factId').execute()
  return [...new Set(gone.map(({ factId }) => factId))]
}

export const deleteSources = (trx: Transaction<Tables>, seqs: readonly number[]) =>
  trx.deleteFrom('factSource').where('seq', 'in', among<number>(seqs)).execute()

/** Everything of facts that can be made anew: of one person, or of all. Decisions stay. */
export async function deleteFacts(trx: Transaction<Tables>, personId?: PersonId): Promise<void> {
  for (const table of ['factSource', 'fact'] as const) {
    const all = trx.deleteFrom(table)
    await (personId === undefined ? all : all.where('personId', '=', personId)).execute()
  }
}

/** A place with the time at which its document came. */
export type SourceWithTime = FactSourceRow & { importedAt: string | null }

export const listSources = (db: Kysely<Tables>, factIds: readonly FactId[]): Promise<SourceWithTime[]> =>
  db
    .selectFrom('factSource')
    .leftJoin('document', 'document.id', 'factSource.documentId')
    .selectAll('factSource')
    .select('document.importedAt')
    .where('factSource.factId', 'in', among<FactId>(factIds))
    .orderBy('factSource.seq')
    .execute()

/** A place of a document with the document's hash, by which decisions know it. */
export type SourceWithAnchor = FactSourceRow & { sha256: string | null }

export const listAnchors = (db: Kysely<Tables>, factIds: readonly FactId[]): Promise<SourceWithAnchor[]> =>
  db
    .selectFrom('factSource')
    .leftJoin('document', 'document.id', 'factSource.documentId')
    .selectAll('factSource')
    .select('document.sha256')
    .where('factSource.factId', 'in', among<FactId>(factIds))
    .orderBy('factSource.seq')
    .execute()

export const listSourcesDecidedBy = (db: Kysely<Tables>, decisionIds: readonly string[]): Promise<FactSourceRow[]> =>
  db.selectFrom('factSource').selectAll().where('decisionId', 'in', among<string>(decisionIds)).execute()

export interface SourceChange {
  readonly seq: number
  readonly factId: FactId
  readonly decisionId: string | null
}

export const changeSources = (trx: Transaction<Tables>, changes: readonly SourceChange[]) =>
  sql`UPDATE factSource SET factId = change.value ->> 'factId', decisionId = change.value ->> 'decisionId'
    FROM json_each(${JSON.stringify(changes)}) AS change WHERE factSource.seq = change.value ->> 'seq'`.execute(trx)

/** Those that are known keep their place in the order of rows. */
export async function putFacts(trx: Transaction<Tables>, rows: readonly Insertable<FactTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await trx
      .insertInto('fact')
      .values(rows.slice(at, at + BATCH))
      .onConflict((known) =>
        known.column('id').doUpdateSet((fresh) => ({
          kind: fresh.ref('excluded.kind'),
          name: fresh.ref('excluded.name'),
          happenedOn: fresh.ref('excluded.happenedOn'),
          knownSince: fresh.ref('excluded.knownSince'),
          state: fresh.ref('excluded.state'),
          flag: fresh.ref('excluded.flag'),
          reviewOrder: fresh.ref('excluded.reviewOrder'),
          isReadDifferently: fresh.ref('excluded.isReadDifferently'),
          data: fresh.ref('excluded.data'),
        })),
      )
      .execute()
}

export const dropFacts = (trx: Transaction<Tables>, ids: readonly FactId[]) =>
  trx.deleteFrom('fact').where('id', 'in', among<FactId>(ids)).execute()

export const findFacts = (db: Kysely<Tables>, ids: readonly FactId[]): Promise<FactRow[]> =>
  db.selectFrom('fact').selectAll().where('id', 'in', among<FactId>(ids)).execute()

export interface Slot {
  readonly name: string
  readonly happenedOn: string
}

/** The person's observations under these names at these times, whatever their state. */
export const listInSlots = async (
  db: Kysely<Tables>,
  personId: PersonId,
  slots: readonly Slot[],
): Promise<FactRow[]> => {
  const { rows } = await sql<FactRow>`
    SELECT fact.* FROM json_each(${JSON.stringify(slots)}) AS slot CROSS JOIN fact
    ON fact.personId = ${personId} AND fact.kind = 'observation' AND fact.name = slot.value ->> 'name'
      AND fact.happenedOn = slot.value ->> 'happenedOn'
    ORDER BY fact.id`.execute(db)
  return rows
}

export interface FactsQuery {
  readonly filter: {
    readonly personId: PersonId
    readonly kinds?: readonly FactKind[] | undefined
    readonly documentId?: DocumentId | undefined
    readonly states: readonly FactState[]
    readonly name?: string | undefined
    readonly readDifferently?: boolean | undefined
    readonly known: Pick<Known, 'until' | 'by'>
  }
  readonly sort: 'date' | 'name' | 'review'
  readonly limit: number
  readonly after: Position | undefined
}

/** `date`: the newest first, those without a date last. */
export function listFacts(db: Kysely<Tables>, { filter, sort, limit, after }: FactsQuery): Promise<FactRow[]> {
  let rows = db
    .selectFrom('fact')
    .selectAll()
    .where('personId', '=', filter.personId)
    .where('state', 'in', [...filter.states])
    .limit(limit)
  if (filter.kinds !== undefined) rows = rows.where('kind', 'in', [...filter.kinds])
  if (filter.name !== undefined) rows = rows.where(sql<boolean>`instr(lower(name), lower(${filter.name})) > 0`)
  if (filter.readDifferently !== undefined) rows = rows.where('isReadDifferently', '=', filter.readDifferently ? 1 : 0)
  if (filter.known.until !== null) rows = rows.where(isFactKnown(filter.known))
  if (filter.documentId !== undefined)
    rows = rows.where(
      sql<boolean>`id IN (SELECT factId FROM factSource WHERE documentId IN (
        SELECT id FROM document WHERE id = ${filter.documentId} OR partOf = ${filter.documentId}))`,
    )
  const { column, way } = sorts[sort]
  if (after)
    rows = rows.where(
      sql<boolean>`(${column}, seq) ${sql.raw(way === 'asc' ? '>' : '<')} (${after.value}, ${after.seq})`,
    )
  return rows.orderBy(column, way).orderBy('seq', way).execute()
}

const sorts = {
  date: { column: sql<string>`coalesce(happenedOn, '')`, way: 'desc' },
  name: { column: sql<string>`name`, way: 'asc' },
  review: { column: sql<number>`reviewOrder`, way: 'asc' },
} as const

/** Where facts stand, as a person sees it: pages are those of the whole document. */
export interface PlaceRow {
  readonly factId: FactId
  readonly documentId: DocumentId
  readonly page: number
  readonly boxes: Uint8Array
  readonly valueBoxes: Uint8Array
  readonly quote: string
}

export async function listPlaces(db: Kysely<Tables>, factIds: readonly FactId[]): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    SELECT factSource.factId, ${wholeOf.id} AS documentId, factSource.page + ${wholeOf.pagesBefore} AS page,
      factSource.boxes, factSource.valueBoxes, factSource.quote
    FROM json_each(${JSON.stringify(factIds)}) AS wanted CROSS JOIN factSource ON factSource.factId = wanted.value
    CROSS JOIN document ON document.id = factSource.documentId
    ORDER BY factSource.seq`.execute(db)
  return rows
}

/** The next facts in the order of their ids, with all that is stored of where they stand: for a fingerprint of the whole. */
export const listFactsById = (db: Kysely<Tables>, afterId: string, limit: number): Promise<FactRow[]> =>
  db.selectFrom('fact').selectAll().where(sql<boolean>`id > ${afterId}`).orderBy('id').limit(limit).execute()

const among = <T>(ids: readonly (string | number)[]) => sql<T>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
