/** What crosses between blobs.ts and its thread. Chunks are transferred, never copied. */
import type { WireError } from '#contract/errors.ts'
import type { BlobFiles } from './blob-files.ts'

/** The calls that answer once. */
export type BlobCall = Exclude<keyof BlobFiles, 'read'>

export type BlobRequest =
  | { readonly id: number; readonly kind: 'call'; readonly name: BlobCall; readonly args: readonly unknown[] }
  /** The next chunk of a stream; the first one opens it. */
  | { readonly id: number; readonly kind: 'next'; readonly stream: number; readonly blobId: string }
  | { readonly id: number; readonly kind: 'leave'; readonly stream: number }
  | { readonly id: number; readonly kind: 'close' }

/** The value of `next` is a chunk, or undefined at the end. */
export type BlobReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireError }

export interface BlobThreadData {
  readonly dir: string
  readonly blobKey: Uint8Array
}
