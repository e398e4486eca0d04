/**
 * Reads one document as a chain of committed steps: read (pages, in batches), then index (chunks and full text, with the
 * document's and the job's end, in one transaction). A restart goes on after the last commit. Bytes that were read before
 * by the same reader are never read again. Formats that have page images are handed on to recognition.
 */
import type { DocumentState } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import type { JobId } from '#contract/ids.ts'
import type { Engines } from '../engines/pool.ts'
import type { Work } from '../jobs/lane.ts'
import { deleteChunks, insertChunks, type NewChunk } from '../store/chunks.ts'
import { findDocument, setDocumentState, setPageCount, setReadTitle } from '../store/documents.ts'
import { queueJob, updateJob } from '../store/jobs.ts'
import {
  clearSteps,
  copyPages,
  deletePages,
  findLacks,
  findSameBytes,
  insertPages,
  isStepDone,
  lastPageNumber,
  listPages,
  markStepDone,
  type NewPage,
} from '../store/pages.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow, JobRow } from '../store/tables.ts'
import { type DocumentFormat, isImageFormat } from './detect-format.ts'
import { chunksOfPage } from './page-chunks.ts'
import type { ReadPage } from './read-page.ts'
import { meaningfulTitle, titleOfFile } from './title.ts'

/** Raised when reading or chunking changes what it yields: documents are then read again. */
const readerVersion = 1
const indexVersion = 1

const PAGES_PER_COMMIT = 25

export interface PipelineDeps {
  readonly store: Store
  readonly engines: Pick<Engines, 'pdf' | 'text'>
  readonly readOriginal: (blobId: string) => AsyncIterable<Uint8Array>
  readonly emit: (event: AppEvent) => void
  readonly newId: () => string
  /** Called after a document's pages were handed on to recognition. */
  readonly onPagesToSee: () => void
}

export function createPipeline(deps: PipelineDeps): Work {
  const { store, engines, readOriginal, emit } = deps
  return async (job, signal) => {
    const document = await findDocument(store.db, job.documentId)
    if (document === undefined) return
    const read = { documentId: document.id, step: 'read', sha256: document.sha256, version: readerVersion } as const
    if (!(await isStepDone(store.db, read))) {
      if (!(await reuse(document))) await readPages(document, job, signal)
    }
    signal.throwIfAborted()
    await index(document, job)
  }

  /** Takes over the pages of the same bytes read for somebody else, if there are any. */
  function reuse(document: DocumentRow): Promise<boolean> {
    return store.write(async (trx) => {
      if ((await lastPageNumber(trx, document.id)) > 0) return false
      const step = { documentId: document.id, step: 'read', sha256: document.sha256, version: readerVersion } as const
      const from = await findSameBytes(trx, step)
      const pages = from === undefined ? 0 : await copyPages(trx, from.id, document.id)
      if (from === undefined || pages === 0) return false
      await setPageCount(trx, document.id, pages)
      // what somebody else's file was called is theirs alone
      if (from.title !== titleOfFile(from.fileName)) await setReadTitle(trx, document.id, from.title)
      await markStepDone(trx, step)
      return true
    })
  }

  async function readPages(document: DocumentRow, job: JobRow, signal: AbortSignal): Promise<void> {
    const fromPage = await resumePoint(document)
    let total = 0
    let done = fromPage - 1
    let batch: ReadPage[] = []

    const commit = async () => {
      const pages = batch
      batch = []
      done += pages.length
      await store.write(async (trx) => {
        if (pages.length > 0)
          await insertPages(
            trx,
            pages.map((page) => toRow(document, page)),
          )
        await updateJob(trx, job.id, { done, total })
      })
      emit({ kind: 'job', documentId: document.id, step: 'read', done, total })
    }

    for await (const step of open(document, fromPage, signal)) {
      signal.throwIfAborted()
      if (step.kind === 'opened') {
        total = step.pages
        const title = meaningfulTitle(step.title)
        await store.write(async (trx) => {
          await setPageCount(trx, document.id, step.pages)
          if (title !== undefined) await setReadTitle(trx, document.id, title)
          await updateJob(trx, job.id, { total })
        })
        emit({ kind: 'job', documentId: document.id, step: 'read', done, total })
      } else {
        batch.push(step.page)
        if (batch.length >= PAGES_PER_COMMIT) await commit()
      }
    }
    if (batch.length > 0) await commit()
    if (done === 0 || done < total) throw new AppError(document.format === 'pdf' ? 'pdf/damaged' : 'internal')
    await store.write((trx) =>
      markStepDone(trx, { documentId: document.id, step: 'read', sha256: document.sha256, version: readerVersion }),
    )
  }

  /** The first page still to read. Pages of an older reader are dropped first. */
  function resumePoint(document: DocumentRow): Promise<number> {
    return store.write(async (trx) => {
      const [first] = await listPages(trx, document.id, 1, 1)
      if (first !== undefined && first.readerVersion !== readerVersion) {
        await deleteChunks(trx, document.id)
        await deletePages(trx, document.id)
        await clearSteps(trx, document.id)
      }
      return (await lastPageNumber(trx, document.id)) + 1
    })
  }

  function open(document: DocumentRow, fromPage: number, signal: AbortSignal) {
    const options = { bytes: readOriginal(document.blobId), signal }
    const format = document.format as DocumentFormat
    if (isImageFormat(format)) return engines.text.countPages({ format, fromPage }, options)
    if (format !== 'pdf') return engines.text.readPages({ format, fromPage }, options)
    const password = document.password === null ? {} : { password: document.password }
    return engines.pdf.readPages({ fromPage, ...password }, options)
  }

  async function index(document: DocumentRow, job: JobRow): Promise<void> {
    const person = await findPerson(store.db, document.personId)
    if (person === undefined) throw new AppError('person/unknown')
    const chunks: NewChunk[] = []
    for (let page = 1; ; ) {
      const pages = await listPages(store.db, document.id, page, 100)
      for (const row of pages) chunks.push(...chunksOfPage(row, person.seq))
      const last = pages.at(-1)
      if (last === undefined) break
      page = last.number + 1
    }
    const lacks = await findLacks(store.db, document.id)
    const hasImages = document.format === 'pdf' || isImageFormat(document.format as DocumentFormat)
    await store.write(async (trx) => {
      await deleteChunks(trx, document.id)
      await insertChunks(trx, chunks)
      await markStepDone(trx, {
        documentId: document.id,
        step: 'index',
        sha256: document.sha256,
        version: indexVersion,
      })
      await setDocumentState(trx, document.id, stateFor(lacks))
      if (hasImages) await queueJob(trx, deps.newId() as JobId, 'recognize', document.id)
      await updateJob(trx, job.id, {
        state: 'done',
        code: null,
        leaseBoot: null,
        leaseUntilMs: null,
        notBeforeMs: null,
      })
    })
    emit({ kind: 'job', documentId: document.id, step: 'index', done: 1, total: 1 })
    if (hasImages) deps.onPagesToSee()
  }
}

/** A document that is read again may be known to need a language; whether it still does is for recognition to say. */
function stateFor({ recognition, language }: { recognition: boolean; language: boolean }): DocumentState {
  if (recognition) return 'needs-ocr'
  return language ? 'needs-language' : 'indexed'
}

function toRow(document: DocumentRow, page: ReadPage): NewPage {
  return {
    documentId: document.id,
    number: page.number,
    text: page.text,
    words: page.words,
    wordCount: page.text.match(/\S+/g)?.length ?? 0,
    method: page.method,
    confidence: page.confidence ?? null,
    needsOcr: page.needsOcr ? 1 : 0,
    chunkSpans: JSON.stringify(page.chunks.map(({ start, end }) => [start, end])),
    readerVersion,
    reading: !page.needsOcr ? 'read' : page.method === 'none' ? 'image-only' : 'partly-read',
  }
}
