/**
 * Takes files into the vault: encrypted copy first, then document and job in one transaction. Reading them is the job
 * runner's work; this returns as soon as they are safe. The file that was given is only ever read.
 */
import { basename } from 'node:path'
import type { Action } from '#contract/actions.ts'
import type { ImportOutcome } from '#contract/documents.ts'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { DocumentId, JobId, PersonId } from '#contract/ids.ts'
import type { Clock } from '../lib/clock.ts'
import { createMutex } from '../lib/mutex.ts'
import type { Audit } from '../store/audit.ts'
import { findDocumentBySha256, insertDocument } from '../store/documents.ts'
import { queueJob } from '../store/jobs.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'
import type { Blobs } from '../vault/blobs.ts'
import { type DocumentFormat, detectFormat, isImageFormat } from './detect-format.ts'
import { listFiles } from './list-files.ts'
import { titleOfFile } from './title.ts'

export interface ImporterDeps {
  readonly store: Store
  readonly audit: Audit
  readonly blobs: Pick<Blobs, 'hash' | 'write' | 'writeBytes' | 'remove'>
  readonly clock: Clock
  readonly newId: () => string
  readonly maxBytes: () => number
  /** Called after each file that was queued. */
  readonly onQueued: () => void
}

/** The encrypted copy, and what it is. */
interface Kept {
  readonly personId: PersonId
  readonly blobId: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly fileName: string
  readonly title: string
  readonly format: DocumentFormat
}

/** So much of a file its format is told by. */
const HEAD_BYTES = 64 * 1024

export function createImporter({ store, audit, blobs, clock, newId, maxBytes, onQueued }: ImporterDeps) {
  const oneAtATime = createMutex()

  async function importAll(
    personId: PersonId,
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<ImportOutcome[]> {
    if ((await findPerson(store.db, personId)) === undefined) throw new AppError('person/unknown')
    const outcomes: ImportOutcome[] = []
    for await (const listed of listFiles(paths)) {
      signal.throwIfAborted()
      const outcome = 'code' in listed ? refused(listed.path, listed.code) : await importOne(personId, listed.path)
      outcomes.push(outcome)
      if (outcome.kind === 'queued') onQueued()
    }
    if (!outcomes.some(({ kind }) => kind === 'queued'))
      await store.write((trx) =>
        audit.append(trx, {
          action: 'document.import',
          objectId: personId,
          meta: { queued: 0, given: outcomes.length },
        }),
      )
    return outcomes
  }

  async function importOne(personId: PersonId, path: string): Promise<ImportOutcome> {
    const blobId = newId()
    let written = false
    try {
      const { sha256: seen, head } = await blobs.hash(path, { maxBytes: maxBytes() })
      const known = await findDocumentBySha256(store.db, personId, seen)
      if (known !== undefined) return { kind: 'duplicate', path, documentId: known.id }
      const fileName = basename(path)
      const format = await detectFormat(head, fileName)
      if (format === undefined) return refused(path, 'file/unsupported')
      const { sha256, sizeBytes } = await blobs.write(path, blobId, { maxBytes: maxBytes() })
      written = true
      const title = titleOfFile(fileName)
      const kept = { personId, blobId, sha256, sizeBytes, fileName, title, format }
      return { kind: 'queued', path, documentId: await queue(kept, 'document.import') }
    } catch (error) {
      if (written) await blobs.remove(blobId).catch(() => {})
      if (error instanceof AppError) return refused(path, error.code)
      throw error
    }
  }

  async function queue(kept: Kept, action: Action): Promise<DocumentId> {
    const id = newId() as DocumentId
    await store.write(async (trx) => {
      const stamp = await nextStamp(trx)
      await insertDocument(trx, {
        ...{ id, ...kept, state: 'queued', code: null, pageCount: 0, password: null, importedAt: clock.now() },
        ...stamp,
      })
      await queueJob(trx, newId() as JobId, 'read', id)
      await audit.append(trx, { action, objectId: id, meta: { sizeBytes: kept.sizeBytes } })
    })
    return id
  }

  async function importPicture(personId: PersonId, bytes: Uint8Array, title: string) {
    if ((await findPerson(store.db, personId)) === undefined) throw new AppError('person/unknown')
    if (bytes.byteLength > maxBytes()) throw new AppError('file/too-large', { maxBytes: maxBytes() })
    const format = await detectFormat(bytes.subarray(0, HEAD_BYTES), '')
    if (format === undefined || !isImageFormat(format)) throw new AppError('file/no-picture')
    const blobId = newId()
    const { sha256, sizeBytes } = await blobs.writeBytes(bytes, blobId)
    try {
      const known = await findDocumentBySha256(store.db, personId, sha256)
      const fileName = `${title.replace(/[\\/:*?"<>|]/g, '-')}.${format}`
      const kept = { personId, blobId, sha256, sizeBytes, fileName, title, format }
      if (known === undefined) {
        const documentId = await queue(kept, 'document.import-picture')
        onQueued()
        return { documentId, isNew: true }
      }
      await blobs.remove(blobId)
      await store.write((trx) => audit.append(trx, { action: 'document.import-picture', objectId: known.id }))
      return { documentId: known.id, isNew: false }
    } catch (error) {
      await blobs.remove(blobId).catch(() => {})
      throw error
    }
  }

  return {
    /** What lies in no file; its format is told by its bytes alone. */
    importPicture: (personId: PersonId, bytes: Uint8Array, title: string) =>
      oneAtATime(() => importPicture(personId, bytes, title)),

    /** One import at a time; a second call waits for the first. */
    import: (personId: PersonId, paths: readonly string[], signal: AbortSignal): Promise<ImportOutcome[]> =>
      oneAtATime(() => importAll(personId, paths, signal)),
  }
}

export type Importer = ReturnType<typeof createImporter>

const refused = (path: string, code: ErrorCode): ImportOutcome => ({ kind: 'refused', path, code })
