/** Queries about pages as read, and the steps by which reading them was committed. */
import { type Insertable, type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { DocumentId } from '#contract/ids.ts'
import type { JobStepTable, PageRow, PageTable, Tables } from './tables.ts'

export type NewPage = Insertable<Omit<PageTable, 'id'>>
export type PageChange = Updateable<Omit<PageTable, 'id' | 'documentId' | 'number'>>

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

export const deletePages = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.deleteFrom('page').where('documentId', '=', documentId).execute()

/** Pages at which this version of recognition has not looked, in order. */
export const listUnseenPages = async (
  db: Kysely<Tables>,
  documentId: DocumentId,
  recognizerVersion: number,
): Promise<number[]> =>
  (
    await db
      .selectFrom('page')
      .select('number')
      .where('documentId', '=', documentId)
      .where((page) => page.or([page('seenVersion', 'is', null), page('seenVersion', '!=', recognizerVersion)]))
      .orderBy('number')
      .execute()
  ).map(({ number }) => number)

export const findPage = (db: Kysely<Tables>, documentId: DocumentId, number: number): Promise<PageRow | undefined> =>
  db.selectFrom('page').selectAll().where('documentId', '=', documentId).where('number', '=', number).executeTakeFirst()

export const updatePage = (trx: Transaction<Tables>, id: number, change: PageChange) =>
  trx.updateTable('page').set(change).where('id', '=', id).execute()

/** No version of recognition: the page is looked at again by itself, though the same bytes were looked at elsewhere. */
const AGAIN = 0

/** Every page is looked at again; what is known of it stays until then. */
export const forgetSeen = (trx: Transaction<Tables>, documentId: DocumentId) =>
  trx.updateTable('page').set({ seenVersion: AGAIN }).where('documentId', '=', documentId).execute()

export const isToBeSeenAgain = async (db: Kysely<Tables>, documentId: DocumentId): Promise<boolean> =>
  (await db
    .selectFrom('page')
    .select('id')
    .where('documentId', '=', documentId)
    .where('seenVersion', '=', AGAIN)
    .executeTakeFirst()) !== undefined

/** The same for the pages that wait for one of these languages or scripts; answers whose they are. */
export async function forgetSeenLacking(trx: Transaction<Tables>, needs: readonly string[]): Promise<DocumentId[]> {
  const pages = await trx
    .updateTable('page')
    .set({ seenVersion: null })
    .where('needsLanguage', 'in', [...needs])
    .returning('documentId')
    .execute()
  return [...new Set(pages.map(({ documentId }) => documentId))]
}

/** What the document's pages still lack. */
export const findLacks = async (db: Kysely<Tables>, documentId: DocumentId) => {
  const row = await db
    .selectFrom('page')
    .select([
      sql<number>`count(*) FILTER (WHERE needsOcr = 1)`.as('recognition'),
      sql<number>`count(*) FILTER (WHERE needsLanguage IS NOT NULL)`.as('language'),
    ])
    .where('documentId', '=', documentId)
    .executeTakeFirstOrThrow()
  return { recognition: row.recognition > 0, language: row.language > 0 }
}

export interface SameBytes {
  readonly id: DocumentId
  readonly title: string
  readonly fileName: string
}

/** Another document of the same bytes for which this step was done by this version. */
export const findSameBytes = (
  db: Kysely<Tables>,
  { documentId, step, sha256, version }: JobStepTable,
): Promise<SameBytes | undefined> =>
  db
    .selectFrom('document')
    .innerJoin('jobStep', 'jobStep.documentId', 'document.id')
    .select(['document.id', 'document.title', 'document.fileName'])
    .where('document.sha256', '=', sha256)
    .where('document.id', '!=', documentId)
    .where('jobStep.step', '=', step)
    .where('jobStep.version', '=', version)
    .limit(1)
    .executeTakeFirst()

/** Answers how many pages were copied. */
export async function copyPages(trx: Transaction<Tables>, from: DocumentId, to: DocumentId): Promise<number> {
  const columns = sql.raw(
    'number, text, words, wordCount, method, confidence, needsOcr, chunkSpans, readerVersion, reading, turn, unread, notices, language, needsLanguage, seenVersion',
  )
  const copied = await sql`
    INSERT INTO page (documentId, ${columns}) SELECT ${to}, ${columns} FROM page WHERE documentId = ${from}`.execute(
    trx,
  )
  return Number(copied.numAffectedRows ?? 0n)
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

export const clearStep = (trx: Transaction<Tables>, documentId: DocumentId, step: JobStepTable['step']) =>
  trx.deleteFrom('jobStep').where('documentId', '=', documentId).where('step', '=', step).execute()
