/** What passes between main and an engine. Ids belong to one connection; an answer to an unknown id is ignored. */
import type { WireError } from '#contract/errors.ts'

export type EngineRequest =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly fed: boolean
    }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array | null }
  /** Main is done with one more chunk; an engine runs no more than CHUNKS_AHEAD of them before it. */
  | { readonly kind: 'taken'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number }
  /** A new memory cap for the process, for its watchdog. */
  | { readonly kind: 'limit'; readonly maxBytes: number }

export type EngineAnswer =
  | { readonly kind: 'ready' }
  /** The memory cap is passed, and the process ends. Its exit code is lost where native code falls over in ending. */
  | { readonly kind: 'memory' }
  /** The engine took the last piece of bytes and wants the next. */
  | { readonly kind: 'more'; readonly id: number }
  | { readonly kind: 'chunk'; readonly id: number; readonly chunk: unknown }
  | { readonly kind: 'end'; readonly id: number; readonly error: WireError | null }

/** An engine's functions stream; each takes plain data and the bytes fed with the call (empty when none were). */
// `never` lets functions of any one input be listed together
export type EngineApi = Readonly<Record<string, (input: never, bytes: Uint8Array) => AsyncGenerator<unknown>>>

/** The engine seen from main: the same functions, fed from a stream of pieces. */
export type Remote<A extends EngineApi> = {
  readonly [K in keyof A]: A[K] extends (input: infer I, bytes: Uint8Array) => AsyncGenerator<infer C>
    ? (input: I, options: RemoteOptions) => AsyncGenerator<C>
    : never
}

export interface RemoteOptions {
  readonly bytes?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
}

/** Else the pages of a long document would pile up in main while the first ones are stored. */
export const CHUNKS_AHEAD = 50

/** Set in an engine's environment: how it knows that it is one, and its memory cap in bytes. */
export const ENGINE_ENV = 'MEDMEMORY_ENGINE_MAX_BYTES'
