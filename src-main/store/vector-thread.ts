/**
 * The main side of the vectors thread. The key's bytes are moved into the thread, not kept here. It opens
 * after `first`. Opening a store does not wait for it: a question does, and fails with what the thread failed with.
 */
import type { OpenOptions } from './open.ts'
import { type Answered, type Closing, type Numbered, startCalls, workerUrl } from './thread-calls.ts'
import type { NearestBy, NearestQuery, VectorStatus } from './vector-search.ts'

export interface VectorOptions extends Omit<OpenOptions, 'readonly'> {
  /** sqlite-vec's file, where it is not to be found in its package. */
  readonly extension?: string
  /** For tests: more vectors of a person than this are searched in memory. */
  readonly residentFrom?: number
}

export type VectorAsking = { readonly kind: 'nearest'; readonly query: NearestQuery } | { readonly kind: 'status' }
export type VectorAnswer =
  | ({ readonly kind: 'nearest' } & NearestBy)
  | { readonly kind: 'status'; readonly embedders: readonly VectorStatus[] }
  | { readonly kind: 'ready' | 'closed' }

export type VectorRequest = Numbered<VectorAsking> | Numbered<Closing>
export type VectorReply = Answered<VectorAnswer>

export interface VectorThread {
  /** The chunks whose vectors point the same way; none for a vector of zeros. See NearestQuery. */
  nearest(query: NearestQuery): Promise<NearestBy>
  /** One entry an embedder that the store knows. */
  status(): Promise<readonly VectorStatus[]>
  close(): Promise<void>
}

export function startVectorThread(options: VectorOptions, first?: Promise<unknown>): VectorThread {
  const key = Uint8Array.from(options.key)
  const thread = { workerData: { ...options, key }, transferList: [key.buffer] }
  const starting = startCalls<VectorAsking, VectorAnswer>(workerUrl('vector'), thread, first)
  // told to whoever asks, and to nobody where nobody does
  starting.catch(() => {})
  const call = async (request: VectorAsking) => (await starting).call(request)
  return {
    async nearest(query) {
      const answer = await call({ kind: 'nearest', query })
      if (answer.kind !== 'nearest') throw new Error('another answer than asked for')
      const { chunkIds, similarities, by } = answer
      return { chunkIds, similarities, by }
    },
    async status() {
      const answer = await call({ kind: 'status' })
      if (answer.kind !== 'status') throw new Error('another answer than asked for')
      return answer.embedders
    },
    close: () =>
      starting.then(
        (calls) => calls.close(),
        () => {},
      ),
  }
}
