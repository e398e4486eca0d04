/** What the overview counts and the series gather. The counting reads one index and none of the wide rows. */
import { type Kysely, sql } from 'kysely'
import type { FactFlag, FactKind, FactState } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { isFactKnown, isPaperKnown, type Known } from './known-on.ts'
import type { FactRow, Tables } from './tables.ts'

/** Of the table `fact`; what was rejected is in no view. */
const standing = (known: Known) =>
  sql<boolean>`fact.personId = ${known.personId} AND fact.state != 'rejected' AND ${isFactKnown(known)}`

export interface Measure {
  readonly name: string
  readonly values: number
  /** Of the last value. */
  readonly flag: FactFlag
  readonly happenedOn: string | null
}

/** Every measure of the person. SQLite answers the flag of the very row that has the latest date. */
export async function listMeasures(db: Kysely<Tables>, known: Known): Promise<Measure[]> {
  const { rows } = await sql<Measure>`
    SELECT name, count(*) AS "values", flag, max(coalesce(happenedOn, '')) AS happenedOn
    FROM fact INDEXED BY factByPerson WHERE kind = 'observation' AND ${standing(known)} GROUP BY name`.execute(db)
  return rows
}

/** All of these kinds, in the order in which they came. */
export const listOfKinds = (db: Kysely<Tables>, known: Known, kinds: readonly FactKind[]): Promise<FactRow[]> =>
  db
    .selectFrom('fact')
    .selectAll()
    .where('kind', 'in', [...kinds])
    .where(standing(known))
    .orderBy('seq')
    .execute()

/** The latest values of these measures. */
export async function listLatest(
  db: Kysely<Tables>,
  known: Known,
  names: readonly string[],
  each: number,
): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    SELECT found.* FROM json_each(${JSON.stringify(names)}) AS measure CROSS JOIN fact AS found ON found.seq IN (
      SELECT seq FROM fact WHERE kind = 'observation' AND name = measure.value AND ${standing(known)}
      ORDER BY happenedOn DESC, seq DESC LIMIT ${each})`.execute(db)
  return rows
}

/** All observations, or those of one measure by its whole name. */
export function listObservations(db: Kysely<Tables>, known: Known, name: string | undefined): Promise<FactRow[]> {
  const rows = db.selectFrom('fact').selectAll().where('kind', '=', 'observation').where(standing(known))
  return (name === undefined ? rows : rows.where('name', '=', name)).orderBy('seq').execute()
}

export async function countByState(db: Kysely<Tables>, known: Known, state: FactState): Promise<number> {
  const { count } = await db
    .selectFrom('fact')
    .select((fact) => fact.fn.countAll<number>().as('count'))
    .where('personId', '=', known.personId)
    .where('state', '=', state)
    .where(isFactKnown(known))
    .executeTakeFirstOrThrow()
  return count
}

/** When a person last decided about facts of this kind. */
export async function listDecidedAt(
  db: Kysely<Tables>,
  personId: PersonId,
  kind: FactKind,
): Promise<Map<FactId, string>> {
  const { rows } = await sql<{ factId: FactId; decidedAt: string }>`
    SELECT factSource.factId, max(decision.decidedAt) AS decidedAt
    FROM decision CROSS JOIN factSource ON factSource.decisionId = decision.id
    WHERE decision.personId = ${personId} AND decision.kind = ${kind} GROUP BY factSource.factId`.execute(db)
  return new Map(rows.map(({ factId, decidedAt }) => [factId, decidedAt]))
}

/** On which papers, each as a whole, the person's facts of this kind stand; the paper that came first leads. */
export async function listPapersOf(
  db: Kysely<Tables>,
  personId: PersonId,
  kind: FactKind,
): Promise<Map<FactId, DocumentId[]>> {
  const { rows } = await sql<{ factId: FactId; documentId: DocumentId }>`
    SELECT fact.id AS factId, coalesce(document.partOf, document.id) AS documentId
    FROM fact CROSS JOIN factSource ON factSource.factId = fact.id
    CROSS JOIN document ON document.id = factSource.documentId
    WHERE fact.personId = ${personId} AND fact.kind = ${kind} ORDER BY factSource.seq`.execute(db)
  const papersById = new Map<FactId, DocumentId[]>()
  for (const { factId, documentId } of rows) papersById.set(factId, [...(papersById.get(factId) ?? []), documentId])
  return papersById
}

/** What each of a person's papers says of itself, as JSON; those that say nothing are not among them. */
export const listSays = async (db: Kysely<Tables>, known: Known) =>
  (await db
    .selectFrom('document')
    .select(['id', 'says'])
    .where('personId', '=', known.personId)
    .where('partOf', 'is', null)
    .where('says', 'is not', null)
    .where(isPaperKnown(known))
    .orderBy('seq')
    .execute()) as { id: DocumentId; says: string }[]

/** Unread pages are always all of them: nobody knows of which day they are. */
export async function countPapers(db: Kysely<Tables>, known: Known) {
  const { rows } = await sql<{ documents: number; pages: number; read: number }>`
    SELECT count(*) FILTER (WHERE partOf IS NULL AND ${isPaperKnown(known)}) AS documents, coalesce(sum(pageCount), 0) AS pages,
      coalesce(sum((SELECT count(*) FROM page WHERE page.documentId = document.id AND page.method != 'none')), 0) AS read
    FROM document WHERE personId = ${known.personId}`.execute(db)
  const { documents = 0, pages = 0, read = 0 } = rows[0] ?? {}
  return { documents, unreadPages: Math.max(0, pages - read) }
}
