/** Documents as a person meets them: listed, opened, exported, deleted, given their password. Reading them is ingest's. */
import type { Transaction } from 'kysely'
import type { Action } from '#contract/actions.ts'
import type { DocumentKind, DocumentPage, DocumentState, DocumentSummary, PageNotice } from '#contract/documents.ts'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { DocumentId, JobId, PersonId } from '#contract/ids.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import type { DocumentFacts } from '../extract/proposal.ts'
import { forgetFactsOf } from '../facts/forget.ts'
import { endOf } from '../facts/known.ts'
import { unpackBoxes } from '../ingest/boxes.ts'
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
  listTags,
  setDocumentPassword,
  setDocumentState,
  setGiven,
  setTags,
} from '../store/documents.ts'
import { queueJob } from '../store/jobs.ts'
import { clearStep, clearSteps, forgetSeen, forgetSeenLacking } from '../store/pages.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { listPagesOfWhole, listParts } from '../store/parts.ts'
import type { Store } from '../store/store.ts'
import type { PageRow, Tables } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'
import type { Blobs } from '../vault/blobs.ts'
import { forgetCited } from './conversations.ts'
import { forgetReviewed } from './forget-reviews.ts'

export interface DocumentsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly blobs: Pick<Blobs, 'exportTo' | 'hash' | 'verify' | 'remove' | 'list'>
  readonly runner: Pick<Runner, 'cancel' | 'stopLooking' | 'wake'>
  readonly newId: () => string
  readonly changed: () => void
}

interface ListQuery extends Omit<DocumentsQuery, 'filter' | 'after'> {
  readonly filter: Omit<DocumentsQuery['filter'], 'known'> & { readonly asKnownOn?: string | undefined }
  readonly cursor?: string | undefined
}

export type Documents = ReturnType<typeof createDocuments>

export function createDocuments({ store, audit, blobs, runner, newId, changed }: DocumentsDeps) {
  async function get(id: DocumentId): Promise<DocumentSummary> {
    const row = await findDocumentWithCounts(store.db, id)
    if (row === undefined) throw new AppError('document/unknown')
    return toSummary(row)
  }

  /** The parts of the whole that are in one of these states; none is an error. */
  async function getParts(id: DocumentId, states: readonly DocumentState[], otherwise: ErrorCode) {
    await get(id)
    const parts = (await listParts(store.db, id)).filter(({ state }) => states.includes(state))
    if (parts.length === 0) throw new AppError(otherwise)
    return parts.map((part) => part.id)
  }

  /** Puts reading back in the queue; what was committed of it is kept. */
  async function requeue(
    { id, parts, action }: { id: DocumentId; parts: readonly DocumentId[]; action: Action },
    prepare?: (trx: Transaction<Tables>, part: DocumentId) => Promise<unknown>,
  ): Promise<DocumentSummary> {
    await store.write(async (trx) => {
      for (const part of parts) {
        await prepare?.(trx, part)
        await queueJob(trx, newId() as JobId, 'read', part)
        await setDocumentState(trx, part, 'queued')
      }
      await audit.append(trx, { action, objectId: id })
    })
    runner.wake()
    changed()
    return get(id)
  }

  return {
    get,

    async list({ filter: { asKnownOn, ...rest }, sort, limit, cursor }: ListQuery) {
      const known = asKnownOn === undefined ? undefined : { until: endOf(asKnownOn), by: 'papers' as const }
      const query = { filter: { ...rest, known }, sort, limit: limit + 1, after: fromCursor(cursor) }
      return toPage(await listDocuments(store.db, query), limit, toSummary, ({ title, seq }) => ({ value: title, seq }))
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
      const rows = await listPagesOfWhole(store.db, id, fromPage, limit + 1)
      await store.write((trx) => audit.append(trx, { action: 'document.open', objectId: id, meta: { fromPage } }))
      const shown = rows.slice(0, limit)
      const nextPage = rows.length > limit ? (rows[limit]?.number ?? null) : null
      return { document, pages: shown.map((row) => toPageOut(row, withWords)), nextPage }
    },

    async edit({
      id,
      title,
      kind,
      tags,
    }: {
      id: DocumentId
      title?: string | undefined
      kind?: DocumentKind | null | undefined
      tags?: readonly string[] | undefined
    }): Promise<DocumentSummary> {
      const { format } = await get(id)
      // its title is the note's own, and a new one is a new version
      if (title !== undefined && format === NOTE_FORMAT) throw new AppError('document/is-note')
      await store.write(async (trx) => {
        const stamp = await nextStamp(trx)
        await setGiven(trx, id, { ...(title !== undefined && { title }), ...(kind !== undefined && { kind }) }, stamp)
        if (tags !== undefined) await setTags(trx, id, tags, stamp)
        await audit.append(trx, { action: 'document.edit', objectId: id })
      })
      changed()
      return get(id)
    },

    tags: async (personId: PersonId) => ({ tags: await listTags(store.db, personId) }),

    async givePassword(id: DocumentId, password: string): Promise<DocumentSummary> {
      const parts = await getParts(id, ['needs-password'], 'document/needs-no-password')
      return requeue({ id, parts, action: 'document.password' }, async (trx, part) =>
        setDocumentPassword(trx, part, password, await nextStamp(trx)),
      )
    },

    async retry(id: DocumentId): Promise<void> {
      const parts = await getParts(id, ['quarantined', 'cancelled', 'rejected'], 'document/busy')
      await requeue({ id, parts, action: 'job.retry' })
    },

    /** What is known of each page stays until it is read anew. */
    async readAgain(id: DocumentId): Promise<DocumentSummary> {
      if ((await get(id)).format === NOTE_FORMAT) throw new AppError('document/is-note')
      const parts = await getParts(id, ['indexed', 'needs-ocr', 'needs-language'], 'document/busy')
      for (const part of parts) await runner.stopLooking(part)
      return requeue({ id, parts, action: 'document.read-again' }, async (trx, part) => {
        await clearSteps(trx, part)
        await forgetSeen(trx, part)
      })
    },

    /** Has the pages looked at again that wait for one of these languages or scripts; for use while no page is looked at. */
    async lookAgain(needs: readonly string[]): Promise<void> {
      await store.write(async (trx) => {
        for (const id of await forgetSeenLacking(trx, needs)) {
          await clearStep(trx, id, 'recognize')
          await queueJob(trx, newId() as JobId, 'recognize', id)
        }
      })
      runner.wake()
      changed()
    },

    async cancel(id: DocumentId): Promise<boolean> {
      await get(id)
      let cancelled = false
      for (const part of await listParts(store.db, id)) cancelled = (await runner.cancel(part.id)) || cancelled
      await store.write((trx) => audit.append(trx, { action: 'job.cancel', objectId: id }))
      changed()
      return cancelled
    },

    async exportOriginal(id: DocumentId, to: string, part: number) {
      const parts = await listParts(store.db, id)
      const document = parts[part - 1]
      if (document === undefined) throw new AppError('document/unknown')
      await store.write((trx) => audit.append(trx, { action: 'document.export', objectId: document.id }))
      await blobs.exportTo(document.blobId, to)
      return { sizeBytes: document.sizeBytes, sha256: document.sha256, parts: parts.length }
    },

    /** Reads the vault's copy back whole, and the file too: fails unless both are what was imported. */
    async proveCopy(id: DocumentId, path: string): Promise<void> {
      for (const part of await listParts(store.db, id)) {
        const lying = await blobs.hash(path, { maxBytes: part.sizeBytes }).catch(smallerWasImported)
        if (lying?.sha256 !== part.sha256) continue
        if ((await blobs.verify(part.blobId)).sha256 !== part.sha256) throw new AppError('vault/damaged-original')
        await store.write((trx) => audit.append(trx, { action: 'document.trash-source', objectId: part.id }))
        return
      }
      throw new AppError('file/differs')
    },

    /** Rows first, in one transaction; the originals after it. A crash between leaves orphans that the next start removes. */
    async delete(id: DocumentId, action: Action = 'document.delete'): Promise<void> {
      await get(id)
      // the leading one last: the others refer to it
      const parts = (await listParts(store.db, id)).toSorted((a, b) => Number(a.id === id) - Number(b.id === id))
      for (const part of parts) await runner.cancel(part.id)
      await store.write(async (trx) => {
        for (const part of parts) {
          await forgetCited(trx, part.id)
          await forgetReviewed(trx, part.id)
          await forgetFactsOf(trx, part)
          await deleteChunks(trx, part.id)
          await deleteDocument(trx, part.id)
        }
        await audit.append(trx, { action, objectId: id })
      })
      for (const { blobId } of parts) await blobs.remove(blobId)
      changed()
      const left = new Set(await blobs.list())
      if ((await findDocument(store.db, id)) !== undefined || parts.some(({ blobId }) => left.has(blobId)))
        throw new Error('a deleted document can still be read back')
    },
  }
}

function toSummary(row: DocumentWithCounts): DocumentSummary {
  const { id, personId, title, fileName, format, sizeBytes, state, importedAt } = row
  const { readPages, ocrPages, partlyReadPages, imageOnlyPages, words } = row
  const partIds = JSON.parse(row.partIds) as DocumentId[]
  return {
    ...{ id, personId, title, fileName, format, sizeBytes, state, importedAt },
    ...{ pages: row.pageCount, readPages, ocrPages, partlyReadPages, imageOnlyPages, words },
    tags: JSON.parse(row.tags) as string[],
    ...(row.kind !== null && { kind: row.kind }),
    ...(row.code !== null && { code: row.code }),
    ...(partIds.length > 1 && { partIds }),
    ...(state === 'needs-answer' && { namedPeople: namedIn(row.says) }),
  }
}

/** Each once, as the paper has them. */
function namedIn(says: string | null): { name: string; bornOn?: string }[] {
  const { people } = JSON.parse(says ?? '{"people":[]}') as DocumentFacts
  const named = people.map(({ name, bornOn }) => ({ name, ...(bornOn !== undefined && { bornOn }) }))
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()]
}

export function toPageOut(row: PageRow, withWords: boolean): DocumentPage {
  return {
    number: row.number,
    method: row.method,
    needsOcr: row.needsOcr === 1,
    reading: row.reading,
    turn: row.turn,
    unread: unpackBoxes(row.unread).map((box) => [...box]),
    notices: JSON.parse(row.notices) as PageNotice[],
    text: row.text,
    words: withWords ? unpackWords(row.words).map((word) => ({ ...word, box: [...word.box] })) : [],
    ...(row.confidence !== null && { confidence: row.confidence }),
    ...(row.language !== null && { language: row.language }),
    ...(row.needsLanguage !== null && { needsLanguage: row.needsLanguage }),
  }
}

function smallerWasImported(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'file/too-large') return undefined
  throw error
}
