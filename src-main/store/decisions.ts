/** Queries about what people decided. Rows are added and taken back, never changed; what they mean is in facts/. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { PersonId } from '#contract/ids.ts'
import type { DecisionRow, DecisionTable, Tables } from './tables.ts'

const BATCH = 500

export async function insertDecisions(trx: Transaction<Tables>, rows: readonly Insertable<DecisionTable>[]) {
  for (let at = 0; at < rows.length; at += BATCH)
    await trx
      .insertInto('decision')
      .values(rows.slice(at, at + BATCH))
      .execute()
}

export const listDecisions = (db: Kysely<Tables>, ids: readonly string[]): Promise<DecisionRow[]> =>
  db.selectFrom('decision').selectAll().where('id', 'in', among(ids)).execute()

export const listDecisionsOfAct = (db: Kysely<Tables>, actId: string): Promise<DecisionRow[]> =>
  db.selectFrom('decision').selectAll().where('actId', '=', actId).execute()

/** What was decided last about each place of an original, for one person; an empty hash means what was entered by hand. */
export const listLastDecisions = (db: Kysely<Tables>, personId: PersonId, sha256: string): Promise<DecisionRow[]> =>
  db
    .selectFrom('decision')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('personId', '=', personId)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.follows = decision.id)`)
    .orderBy('page')
    .orderBy('logicalTime')
    .orderBy('id')
    .execute()

/** Decisions that took the place of one of these. */
export const listFollowing = (db: Kysely<Tables>, ids: readonly string[]): Promise<DecisionRow[]> =>
  db.selectFrom('decision').selectAll().where('follows', 'in', among(ids)).execute()

export const listPeopleWhoEntered = async (db: Kysely<Tables>): Promise<PersonId[]> => {
  const { rows } = await sql<{ personId: PersonId }>`
    SELECT DISTINCT personId FROM decision WHERE act = 'enter' AND personId IS NOT NULL`.execute(db)
  return rows.map(({ personId }) => personId)
}

export const deleteDecisions = (trx: Transaction<Tables>, ids: readonly string[]) =>
  trx.deleteFrom('decision').where('id', 'in', among(ids)).execute()

export const deleteDecisionsAbout = (trx: Transaction<Tables>, personId: PersonId, sha256: string) =>
  trx.deleteFrom('decision').where('sha256', '=', sha256).where('personId', '=', personId).execute()

export const deleteDecisionsOf = (trx: Transaction<Tables>, personId: PersonId) =>
  trx.deleteFrom('decision').where('personId', '=', personId).execute()

const among = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
