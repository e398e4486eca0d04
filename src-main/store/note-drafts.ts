/** Queries about what is being written in notes and is not saved yet. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Position } from './paging.ts'
import type { NoteDraftRow, NoteDraftTable, Tables } from './tables.ts'

/** The longest untouched first. */
export function listNoteDrafts(
  db: Kysely<Tables>,
  { limit, after }: { readonly limit: number; readonly after: Position | undefined },
): Promise<NoteDraftRow[]> {
  let rows = db.selectFrom('noteDraft').selectAll().limit(limit)
  if (after !== undefined) rows = rows.where('seq', '>', after.seq)
  return rows.orderBy('seq').execute()
}

export const insertNoteDraft = (trx: Transaction<Tables>, row: Insertable<NoteDraftTable>) =>
  trx.insertInto('noteDraft').values(row).execute()

/** Without a note: of the one that the person has not got yet. */
export const deleteNoteDraft = (trx: Transaction<Tables>, personId: PersonId, noteId: DocumentId | null) =>
  trx.deleteFrom('noteDraft').where('personId', '=', personId).where(sql<boolean>`noteId IS ${noteId}`).execute()
