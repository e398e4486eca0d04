/** Queries about pages as read, and the steps by which reading them was committed. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentId } from '#contract/ids.ts'
import type { JobStepTable, PageRow, PageTable, Tables } from './tables.ts'

export type NewPage = Omit<PageTable, 'id'>

export const insertPages = (trx: Transaction<Tables>, pages: readonly NewPage[]) =>
  trx
    .insertInto('page')
    .values([...pages])
    .execute()

export const lastPageNumber = async (db: Kysely<Tables>, documentId: DocumentId): Promise<number> => {
  const row = await db
    .selectFrom('page')
    .select((page) => page.fn.max('number').as('last'))
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  return row?.last ?? 0
}

export const listPages = (
  db: Kysely<Tables>,
  documentId: DocumentId,
  fromPage: number,
  limit: number,
): Promise<PageRow[]> =>
  db
    .selectFrom('page')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('number', '>=', fromPage)
    .orderBy('number')
    .limit(limit)
    .execute()

export const findPageWords = (db: Kysely<Tables>, pageIds: readonly number[]) =>
  db
    .selectFrom('page')
    .select(['id', 'text', 'words'])
    .where('id', 'in', [...pageIds])
    .execute()

export const anyPageNeedsOcr = async (db: Kysely<Tables>, documentId: DocumentId): Promise<boolean> =>
  (await db
    .selectFrom('page')
    .select('id')
    .where('documentId', '=', documentId)
    .where('needsOcr', '=', 1)
    .limit(1)
    .executeTakeFirst()) !== undefined

export const deletePages = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.deleteFrom('page').where('documentId', '=', documentId).execute()

/** Copies what was already read of the same bytes, by the same reader, for another document; answers how many pages. */
export async function copyPages(
  trx: Transaction<Tables>,
  what: { sha256: string; readerVersion: number },
  to: DocumentId,
): Promise<{ pages: number; from?: { title: string; fileName: string } }> {
  const source = await trx
    .selectFrom('document')
    .innerJoin('jobStep', 'jobStep.documentId', 'document.id')
    .select(['document.id', 'document.title', 'document.fileName'])
    .where('document.sha256', '=', what.sha256)
    .where('document.id', '!=', to)
    .where('jobStep.step', '=', 'read')
    .where('jobStep.version', '=', what.readerVersion)
    .limit(1)
    .executeTakeFirst()
  if (source === undefined) return { pages: 0 }
  const copied = await sql`
    INSERT INTO page (documentId, number, text, words, wordCount, method, confidence, needsOcr, chunkSpans, readerVersion)
    SELECT ${to}, number, text, words, wordCount, method, confidence, needsOcr, chunkSpans, readerVersion
    FROM page WHERE documentId = ${source.id}`.execute(trx)
  return { pages: Number(copied.numAffectedRows ?? 0n), from: source }
}

/** At most one effect per (document, step): the row is the proof that the step was committed. */
export const isStepDone = async (db: Kysely<Tables>, step: JobStepTable): Promise<boolean> =>
  (await db
    .selectFrom('jobStep')
    .select('step')
    .where('documentId', '=', step.documentId)
    .where('step', '=', step.step)
    .where('sha256', '=', step.sha256)
    .where('version', '=', step.version)
    .executeTakeFirst()) !== undefined

export const markStepDone = (trx: Transaction<Tables>, step: JobStepTable) =>
  trx.replaceInto('jobStep').values(step).execute()

export const clearSteps = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.deleteFrom('jobStep').where('documentId', '=', documentId).execute()
