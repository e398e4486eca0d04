/**
 * Looks at the pages of one document: recognises those that need it and checks the others against their own text. Each
 * page is committed by itself and can be searched at once. A page on which the engine fails twice is marked and passed
 * over; it never costs the pages after it. Pages of bytes that were looked at before are taken over.
 */
import type { PageNotice } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import type { Engines } from '../engines/pool.ts'
import type { Work } from '../jobs/lane.ts'
import { deleteChunks, deleteChunksOfPage, insertChunks } from '../store/chunks.ts'
import { findDocument, setDocumentState } from '../store/documents.ts'
import { updateJob } from '../store/jobs.ts'
import {
  clearStep,
  copyPages,
  deletePages,
  findLacks,
  findPage,
  findSameBytes,
  isToBeSeenAgain,
  listPages,
  listUnseenPages,
  markStepDone,
  type PageChange,
  updatePage,
} from '../store/pages.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow, JobRow } from '../store/tables.ts'
import { packBoxes } from './boxes.ts'
import type { ImageFormat } from './detect-format.ts'
import { chunksOfPage } from './page-chunks.ts'
import type { SeenPage } from './read-page.ts'
import type { InstalledLanguage } from './recognize/recognizers.ts'

/** Raised when recognition changes what it yields: documents are then looked at again. */
const recognizerVersion = 1

export interface RecognitionDeps {
  readonly store: Store
  readonly engines: Pick<Engines, 'ocr'>
  readonly readOriginal: (blobId: string) => AsyncIterable<Uint8Array>
  readonly emit: (event: AppEvent) => void
  /** Packs beside the built-in English, each checked against its recorded hash. */
  readonly languages: () => Promise<readonly InstalledLanguage[]>
}

export function createRecognition({ store, engines, readOriginal, emit, languages }: RecognitionDeps): Work {
  return async (job, signal) => {
    const document = await findDocument(store.db, job.documentId)
    if (document === undefined) return
    const person = await findPerson(store.db, document.personId)
    if (person === undefined) throw new AppError('person/unknown')
    const unseen = await listUnseenPages(store.db, document.id, recognizerVersion)
    if (unseen.length > 0 && !(await reuse(document, person.seq)))
      await lookAtPages(document, { unseen, personSeq: person.seq }, job, signal)
    await finish(document, job)
  }

  function reuse(document: DocumentRow, personSeq: number): Promise<boolean> {
    return store.write(async (trx) => {
      const from = (await isToBeSeenAgain(trx, document.id)) ? undefined : await findSameBytes(trx, stepOf(document))
      if (from === undefined) return false
      await deleteChunks(trx, document.id)
      await deletePages(trx, document.id)
      await clearStep(trx, document.id, 'extract')
      await copyPages(trx, from.id, document.id)
      for (let first = 1; ; ) {
        const pages = await listPages(trx, document.id, first, 100)
        await insertChunks(
          trx,
          pages.flatMap((page) => chunksOfPage(page, personSeq)),
        )
        const last = pages.at(-1)
        if (last === undefined) return true
        first = last.number + 1
      }
    })
  }

  async function lookAtPages(
    document: DocumentRow,
    { unseen, personSeq }: { unseen: number[]; personSeq: number },
    job: JobRow,
    signal: AbortSignal,
  ): Promise<void> {
    const total = document.pageCount
    const packs = await languages()
    let failed = false

    const commit = async (number: number, change: PageChange) => {
      unseen.splice(unseen.indexOf(number), 1)
      failed = false
      const done = total - unseen.length
      await store.write(async (trx) => {
        const before = await findPage(trx, document.id, number)
        if (before === undefined) return
        await updatePage(trx, before.id, { ...change, seenVersion: recognizerVersion })
        if (change.text !== undefined && change.text !== before.text) {
          await deleteChunksOfPage(trx, before.id)
          await clearStep(trx, document.id, 'extract')
          const after = await findPage(trx, document.id, number)
          if (after !== undefined) await insertChunks(trx, chunksOfPage(after, personSeq))
        }
        await updateJob(trx, job.id, { done, total })
      })
      emit({ kind: 'job', documentId: document.id, step: 'recognize', done, total })
    }

    while (unseen.length > 0) {
      // the page on which the engine failed is tried alone, so that a page looked at beside it cannot be to blame
      const pages = failed ? unseen.slice(0, 1) : [...unseen]
      try {
        for await (const page of see(document, pages, packs, signal)) {
          signal.throwIfAborted()
          await commit(page.number, toChange(page))
        }
        if (unseen[0] === pages[0]) throw new AppError('engine/crashed')
      } catch (error) {
        signal.throwIfAborted()
        if (!isOfEngine(error)) throw error
        if (failed && unseen[0] !== undefined) await commit(unseen[0], await unlooked(document, unseen[0]))
        else failed = true
      }
    }
  }

  function see(
    document: DocumentRow,
    pages: readonly number[],
    packs: readonly InstalledLanguage[],
    signal: AbortSignal,
  ): AsyncGenerator<SeenPage> {
    const format = document.format as ImageFormat | 'pdf'
    const password = document.password === null ? {} : { password: document.password }
    return engines.ocr.seePages(
      { format, pages, languages: packs, ...password },
      { bytes: readOriginal(document.blobId), signal },
    )
  }

  /** What was read of it before stays. */
  async function unlooked(document: DocumentRow, number: number): Promise<PageChange> {
    const page = await findPage(store.db, document.id, number)
    const notices: PageNotice[] = ['not-looked-at']
    const unread: PageChange =
      page?.method === 'none' ? { reading: 'image-only', unread: packBoxes([[0, 0, 1, 1]]) } : {}
    return { needsOcr: 0, notices: JSON.stringify(notices), ...unread }
  }

  async function finish(document: DocumentRow, job: JobRow): Promise<void> {
    const lacks = await findLacks(store.db, document.id)
    await store.write(async (trx) => {
      await markStepDone(trx, stepOf(document))
      await setDocumentState(trx, document.id, lacks.language ? 'needs-language' : 'indexed')
      await updateJob(trx, job.id, {
        state: 'done',
        code: null,
        leaseBoot: null,
        leaseUntilMs: null,
        notBeforeMs: null,
      })
    })
  }
}

/** What the engine fails with crosses as an AppError, a bug of its own included; a bug of this process does not. */
const isOfEngine = (error: unknown): boolean =>
  error instanceof AppError && (error.code.startsWith('engine/') || error.code === 'internal')

const stepOf = ({ id, sha256 }: DocumentRow) =>
  ({ documentId: id, step: 'recognize', sha256, version: recognizerVersion }) as const

function toChange(page: SeenPage): PageChange {
  return {
    text: page.text,
    words: page.words,
    wordCount: page.text.match(/\S+/g)?.length ?? 0,
    method: page.method,
    confidence: page.confidence ?? null,
    needsOcr: 0,
    chunkSpans: JSON.stringify(page.chunks.map(({ start, end }) => [start, end])),
    reading: page.reading,
    turn: page.turn,
    unread: packBoxes(page.unread),
    notices: JSON.stringify(page.notices),
    language: page.language ?? null,
    needsLanguage: page.needsLanguage ?? null,
  }
}
