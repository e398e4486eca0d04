/** Documents as a person meets them: listed, opened, exported, deleted, given their password. Reading them is ingest's. */
import type { DocumentPage, DocumentSummary } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import { unpackWords } from '../ingest/words.ts'
import type { Runner } from '../jobs/runner.ts'
import type { Audit } from '../store/audit.ts'
import { deleteChunks } from '../store/chunks.ts'
import {
  type DocumentsQuery,
  type DocumentWithCounts,
  deleteDocument,
  findDocument,
  findDocumentWithCounts,
  listDocuments,
  setDocumentPassword,
  setDocumentState,
} from '../store/documents.ts'
import { findJobOf, updateJob } from '../store/jobs.ts'
import { listPages } from '../store/pages.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import type { Store } from '../store/store.ts'
import type { PageRow } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'
import type { Blobs } from '../vault/blobs.ts'

export interface DocumentsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly blobs: Pick<Blobs, 'exportTo' | 'remove' | 'list'>
  readonly runner: Pick<Runner, 'cancel' | 'wake'>
  readonly changed: () => void
}

export type Documents = ReturnType<typeof createDocuments>

export function createDocuments({ store, audit, blobs, runner, changed }: DocumentsDeps) {
  async function get(id: DocumentId): Promise<DocumentSummary> {
    const row = await findDocumentWithCounts(store.db, id)
    if (row === undefined) throw new AppError('document/unknown')
    return toSummary(row)
  }

  /** Puts the document's job back at the start of its life; what was committed of the reading is kept. */
  const requeue = (id: DocumentId, action: 'document.password' | 'job.retry', password?: string) =>
    store.write(async (trx) => {
      const job = await findJobOf(trx, id)
      if (job === undefined) throw new AppError('document/unknown')
      if (password !== undefined) await setDocumentPassword(trx, id, password, await nextStamp(trx))
      await updateJob(trx, job.id, {
        state: 'queued',
        attempts: 0,
        interruptions: 0,
        code: null,
        leaseBoot: null,
        leaseUntilMs: null,
        notBeforeMs: null,
      })
      await setDocumentState(trx, id, 'queued')
      await audit.append(trx, { action, objectId: id })
    })

  return {
    get,

    async list(query: Omit<DocumentsQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listDocuments(store.db, { ...query, limit: query.limit + 1, after: fromCursor(query.cursor) })
      return toPage(rows, query.limit, toSummary, (row) => ({ value: row.title, seq: row.seq }))
    },

    async open({
      id,
      fromPage,
      limit,
      withWords,
    }: {
      id: DocumentId
      fromPage: number
      limit: number
      withWords: boolean
    }) {
      const document = await get(id)
      const rows = await listPages(store.db, id, fromPage, limit + 1)
      await store.write((trx) => audit.append(trx, { action: 'document.open', objectId: id, meta: { fromPage } }))
      const shown = rows.slice(0, limit)
      const nextPage = rows.length > limit ? (rows[limit]?.number ?? null) : null
      return { document, pages: shown.map((row) => toPageOut(row, withWords)), nextPage }
    },

    async givePassword(id: DocumentId, password: string): Promise<DocumentSummary> {
      const document = await get(id)
      if (document.state !== 'needs-password') throw new AppError('document/needs-no-password')
      await requeue(id, 'document.password', password)
      runner.wake()
      changed()
      return get(id)
    },

    async retry(id: DocumentId): Promise<void> {
      const { state } = await get(id)
      if (!['quarantined', 'cancelled', 'rejected'].includes(state)) throw new AppError('document/busy')
      await requeue(id, 'job.retry')
      runner.wake()
      changed()
    },

    async cancel(id: DocumentId): Promise<boolean> {
      await get(id)
      const cancelled = await runner.cancel(id)
      await store.write((trx) => audit.append(trx, { action: 'job.cancel', objectId: id }))
      changed()
      return cancelled
    },

    async exportOriginal(id: DocumentId, to: string): Promise<{ sizeBytes: number; sha256: string }> {
      const document = await findDocument(store.db, id)
      if (document === undefined) throw new AppError('document/unknown')
      await store.write((trx) => audit.append(trx, { action: 'document.export', objectId: id }))
      await blobs.exportTo(document.blobId, to)
      return { sizeBytes: document.sizeBytes, sha256: document.sha256 }
    },

    /** Rows first, in one transaction; the original after it. A crash between leaves an orphan that the next start removes. */
    async delete(id: DocumentId): Promise<void> {
      const document = await findDocument(store.db, id)
      if (document === undefined) throw new AppError('document/unknown')
      await runner.cancel(id)
      await store.write(async (trx) => {
        await deleteChunks(trx, id)
        await deleteDocument(trx, id)
        await audit.append(trx, { action: 'document.delete', objectId: id })
      })
      await blobs.remove(document.blobId)
      changed()
      const left = (await findDocument(store.db, id)) !== undefined || (await blobs.list()).includes(document.blobId)
      if (left) throw new Error('a deleted document can still be read back')
    },
  }
}

function toSummary(row: DocumentWithCounts): DocumentSummary {
  const { id, personId, title, fileName, format, sizeBytes, state, readPages, ocrPages, words, importedAt } = row
  const summary = { id, personId, title, fileName, format, sizeBytes, state, readPages, ocrPages, words, importedAt }
  return { ...summary, pages: row.pageCount, ...(row.code !== null && { code: row.code }) }
}

function toPageOut(row: PageRow, withWords: boolean): DocumentPage {
  return {
    number: row.number,
    method: row.method,
    needsOcr: row.needsOcr === 1,
    text: row.text,
    words: withWords ? unpackWords(row.words).map((word) => ({ ...word, box: [...word.box] })) : [],
    ...(row.confidence !== null && { confidence: row.confidence }),
  }
}
