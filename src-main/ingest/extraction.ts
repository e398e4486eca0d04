/**
 * Takes the facts of every document whose pages are all read, behind the reading: one document after the other, each
 * committed with its step. What is to do is what the store lacks, so nothing is queued, a restart simply goes on, and
 * another version of the extractor finds everything to do. A document on which the engine fails is passed over; it stays
 * as searchable as it was. Nothing of a paper that may be somebody else's enters the facts before a person says whose it is.
 */
import type { Transaction } from 'kysely'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { DocumentFacts } from '../extract/proposal.ts'
import type { Log } from '../lib/log.ts'
import { setDocumentState } from '../store/documents.ts'
import { findLacks, listPages, markStepDone } from '../store/pages.ts'
import { listParts } from '../store/parts.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow, Tables } from '../store/tables.ts'
import { countToExtract, listToExtract, setSays } from '../store/to-extract.ts'
import type { FoundFact } from './found-fact.ts'
import type { StoredPage } from './packed-pages.ts'

export type ExtractStep =
  | { readonly kind: 'document'; readonly document: DocumentFacts }
  | { readonly kind: 'facts'; readonly facts: readonly FoundFact[] }

export interface Extractor {
  /** Raised when extraction changes what it yields: everything is then extracted again. */
  readonly version: number
  readonly extract: (pages: AsyncIterable<StoredPage>, signal: AbortSignal) => AsyncIterable<ExtractStep>
}

export interface ExtractionDeps {
  readonly store: Store
  readonly extractor: Extractor
  /** Makes the facts of what was read of one part. */
  readonly setProposals: (trx: Transaction<Tables>, part: DocumentRow, found: readonly FoundFact[]) => Promise<void>
  /** Whether the paper is somebody else's than the person's it was imported for, or may be. */
  readonly isDoubtful: (
    trx: Transaction<Tables>,
    parts: readonly DocumentRow[],
    says: DocumentFacts,
  ) => Promise<boolean>
  readonly emit: (event: AppEvent) => void
  /** Called when something was committed, or the work came to a stop. */
  readonly onMoved: () => void
  readonly log: Log
}

export type Extraction = ReturnType<typeof createExtraction>

const AT_ONCE = 20
const PAGES_AT_ONCE = 20
const MAX_ATTEMPTS = 2

export function createExtraction(deps: ExtractionDeps) {
  const { store, extractor, onMoved, log } = deps
  const abort = new AbortController()
  const { signal } = abort
  const failures = new Map<DocumentId, number>()
  let stopped: ErrorCode | undefined
  let loop: Promise<void> | undefined
  let wake = Promise.withResolvers<void>()

  const passedOver = () => [...failures].flatMap(([id, count]) => (count >= MAX_ATTEMPTS ? [id] : []))

  async function runLoop(): Promise<void> {
    while (!signal.aborted) {
      const woken = wake.promise
      const hasMore = stopped === undefined && (await step().catch(stopOn))
      onMoved()
      if (!hasMore) await woken
    }
  }

  /** Whether there may be more to do. */
  async function step(): Promise<boolean> {
    const due = await listToExtract(store.db, extractor.version, { except: passedOver(), limit: AT_ONCE })
    for (const id of due) {
      signal.throwIfAborted()
      await extractOne(deps, id, signal).catch((error: unknown) => failOn(id, error))
      onMoved()
    }
    return due.length > 0
  }

  function failOn(id: DocumentId, error: unknown): void {
    if (signal.aborted || !isOfEngine(error)) throw error
    failures.set(id, (failures.get(id) ?? 0) + 1)
    log('extraction.failed', { documentId: id, code: toWireError(error).code })
  }

  function stopOn(error: unknown): false {
    if (signal.aborted) return false
    stopped = toWireError(error).code
    log('extraction.stopped', { code: stopped })
    return false
  }

  function goOn(): void {
    stopped = undefined
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }

  return {
    start(): void {
      loop ??= runLoop()
    },
    /** Something was read, or there is a reason to try again. */
    wake: goOn,
    /** Those passed over are tried again too. */
    wakeAll(): void {
      failures.clear()
      goOn()
    },
    /** Why nothing is extracted any more, if so. */
    stopped: () => stopped,
    /** Documents from which facts are still going to be taken. */
    waiting: async (): Promise<number> =>
      stopped === undefined ? countToExtract(store.db, extractor.version, passedOver()) : 0,
    async close(): Promise<void> {
      abort.abort(new AppError('app/closing'))
      wake.resolve()
      await loop
    },
  }
}

async function extractOne(deps: ExtractionDeps, id: DocumentId, signal: AbortSignal): Promise<void> {
  const { store, extractor, emit } = deps
  const parts = await listParts(store.db, id)
  const total = parts.reduce((sum, { pageCount }) => sum + pageCount, 0)
  emit({ kind: 'job', documentId: id, step: 'extract', done: 0, total })
  let says: DocumentFacts = { people: [] }
  const found: FoundFact[] = []
  for await (const step of extractor.extract(pagesOf(store, parts), signal)) {
    signal.throwIfAborted()
    if (step.kind === 'document') says = step.document
    else found.push(...step.facts)
  }
  await store.write((trx) => commit(trx, deps, { parts, says, found }))
  emit({ kind: 'job', documentId: id, step: 'extract', done: total, total })
  emit({ kind: 'changed', topics: ['facts', 'documents'] })
}

/** With the numbers they have in the whole. */
async function* pagesOf(store: Store, parts: readonly DocumentRow[]): AsyncGenerator<StoredPage> {
  let before = 0
  for (const { id, pageCount } of parts) {
    for (let first = 1; ; ) {
      const pages = await listPages(store.db, id, first, PAGES_AT_ONCE)
      for (const { number, text, words, method } of pages) yield { number: number + before, text, words, method }
      const last = pages.at(-1)
      if (last === undefined) break
      first = last.number + 1
    }
    before += pageCount
  }
}

interface Extracted {
  readonly parts: readonly DocumentRow[]
  readonly says: DocumentFacts
  readonly found: readonly FoundFact[]
}

async function commit(
  trx: Transaction<Tables>,
  { extractor, setProposals, isDoubtful }: ExtractionDeps,
  { parts, says, found }: Extracted,
): Promise<void> {
  const [lead] = parts
  if (lead === undefined) return
  // it was deleted, taken apart, or is read again: what was extracted is of pages that are no more
  const [isStillDue] = await listToExtract(trx, extractor.version, { only: lead.id, limit: 1 })
  const now = await listParts(trx, lead.id)
  if (isStillDue === undefined || now.map(({ id }) => id).join() !== parts.map(({ id }) => id).join()) return
  const hold = await isDoubtful(trx, now, says)
  let before = 0
  for (const part of now) {
    const own = hold ? [] : found.flatMap((fact) => ownOf(fact, before, part.pageCount))
    await setProposals(trx, part, own)
    const { id: documentId, sha256 } = part
    await markStepDone(trx, { documentId, sha256, step: 'extract', version: extractor.version })
    before += part.pageCount
  }
  await setSays(trx, lead.id, JSON.stringify(says))
  if (hold) await setDocumentState(trx, lead.id, 'needs-answer')
  else if (now[0]?.state === 'needs-answer') {
    const { language } = await findLacks(trx, lead.id)
    await setDocumentState(trx, lead.id, language ? 'needs-language' : 'indexed')
  }
}

/** The fact with the page it has in its own part; none when it stands in another one. */
function ownOf(fact: FoundFact, before: number, pageCount: number): FoundFact[] {
  const page = fact.proposal.page - before
  return page >= 1 && page <= pageCount ? [{ ...fact, proposal: { ...fact.proposal, page } }] : []
}

/** What the engine fails with crosses as an AppError, a bug of its own included; a bug of this process does not. */
const isOfEngine = (error: unknown): boolean =>
  error instanceof AppError && (error.code.startsWith('engine/') || error.code === 'internal')
