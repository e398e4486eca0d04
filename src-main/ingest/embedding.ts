/**
 * Gives every chunk its vector, behind all reading: batch after batch in the order of the chunks, each committed by itself.
 * What is missing is what the store lacks, so nothing is queued and a restart simply goes on; a newly chosen embedder finds
 * everything missing, and until it has caught up the one before it answers. A text on which the engine fails alone is
 * passed over; an engine that fails on everything stops the work until something changes.
 */
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Log } from '../lib/log.ts'
import type { Store } from '../store/store.ts'
import {
  chunksToEmbed,
  countToEmbed,
  deleteVectorsOf,
  findEmbedder,
  insertVectors,
  listEmbedders,
  putEmbedder,
} from '../store/vectors.ts'

export interface EmbeddingDeps {
  readonly store: Store
  /** The embedder in use, by a person's choice or built in. */
  readonly chosen: () => Promise<Embedder>
  /** Another one that may still answer; undefined when its model is no longer here. */
  readonly find: (modelId: string, sha256: string) => Promise<Embedder | undefined>
  /** Called when something was committed, or the work came to a stop. */
  readonly onMoved: () => void
  readonly log: Log
}

export interface Serving {
  readonly embedder: Embedder
  readonly embedderId: number
}

export type Embedding = ReturnType<typeof createEmbedding>

const BATCH = 256
/** So many texts in a row that fail alone are not to blame. */
const BLAMELESS = 3
const DROPPED_AT_ONCE = 2_000
/** No embedder's number: nothing has a vector of it. */
const UNKNOWN = 0

export function createEmbedding({ store, chosen, find, onMoved, log }: EmbeddingDeps) {
  const abort = new AbortController()
  const { signal } = abort
  let stopped: ErrorCode | undefined
  let loop: Promise<void> | undefined
  let wake = Promise.withResolvers<void>()
  let serving: Serving | undefined

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
    const embedder = await chosen()
    const known = await findEmbedder(store.db, embedder)
    const { modelId, sha256, dimensions } = embedder
    const embedderId = known?.id ?? (await store.write((trx) => putEmbedder(trx, { modelId, sha256, dimensions })))
    const chunks = await chunksToEmbed(store.db, embedderId, BATCH)
    if (chunks.length === 0) {
      serving = { embedder, embedderId }
      return dropOthers(embedderId)
    }
    const texts = chunks.map(({ title, text }) => `${title}\n${text}`)
    const vectors = await embedAll(embedder, texts)
    await store.write((trx) =>
      insertVectors(
        trx,
        chunks.map((chunk, at) => ({ ...chunk, embedderId, vector: vectors[at] ?? new Int8Array() })),
      ),
    )
    return true
  }

  async function embedAll(embedder: Embedder, texts: readonly string[]): Promise<Int8Array[]> {
    try {
      return await embedder.embedPassages(texts, signal)
    } catch (error) {
      if (!isOfEngine(error)) throw error
    }
    const vectors: Int8Array[] = []
    let inARow = 0
    for (const text of texts)
      try {
        vectors.push((await embedder.embedPassages([text], signal))[0] ?? new Int8Array())
        inARow = 0
      } catch (error) {
        inARow += 1
        if (!isOfEngine(error) || inARow > BLAMELESS) throw error
        vectors.push(new Int8Array())
      }
    return vectors
  }

  async function dropOthers(embedderId: number): Promise<boolean> {
    for (const { id } of await listEmbedders(store.db))
      if (id !== embedderId && (await store.write((trx) => deleteVectorsOf(trx, id, DROPPED_AT_ONCE))) > 0) return true
    return false
  }

  function stopOn(error: unknown): false {
    if (signal.aborted) return false
    stopped = toWireError(error).code
    log('embedding.stopped', { code: stopped })
    return false
  }

  /** The chosen embedder once it has caught up, or where none was before it; else the one that had. */
  async function findServing(): Promise<Serving | undefined> {
    const embedder = await chosen()
    const mine = await findEmbedder(store.db, embedder)
    if (mine === undefined) return undefined
    const fresh = { embedder, embedderId: mine.id }
    if ((await countToEmbed(store.db, mine.id)) === 0) return fresh
    for (const { id, modelId, sha256 } of await listEmbedders(store.db)) {
      if (id === mine.id || (await countToEmbed(store.db, id)) >= (await countToEmbed(store.db, mine.id))) continue
      const before = await find(modelId, sha256)
      if (before !== undefined) return { embedder: before, embedderId: id }
    }
    return fresh
  }

  return {
    start(): void {
      loop ??= runLoop()
    },
    /** New chunks, another embedder, or a reason to try again. */
    wake(): void {
      stopped = undefined
      serving = undefined
      wake.resolve()
      wake = Promise.withResolvers<void>()
    },
    /** Why nothing gets its vector any more, if so. */
    stopped: () => stopped,
    /** Chunks that are still going to get a vector of the chosen embedder. */
    async waiting(): Promise<number> {
      if (stopped !== undefined) return 0
      const mine = await findEmbedder(store.db, await chosen())
      return countToEmbed(store.db, mine?.id ?? UNKNOWN)
    },
    /** Whose vectors answer just now; undefined when no model can be opened. */
    async serving(): Promise<Serving | undefined> {
      serving ??= await findServing().catch(() => undefined)
      return serving
    },
    async close(): Promise<void> {
      abort.abort(new AppError('app/closing'))
      wake.resolve()
      await loop
    },
  }
}

const isOfEngine = (error: unknown): boolean => error instanceof AppError && error.code.startsWith('engine/')
