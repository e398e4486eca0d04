/**
 * Bytes that lie in no file, as somebody pastes them. They come in pieces, since no message from the window is large, and wait
 * here in memory until they are asked for. One whole at a time: the next one takes the place of what was never asked for.
 */
import { MAX_PASTED_BYTES } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'

export type Pieces = ReturnType<typeof createPieces>

interface Waiting {
  readonly of: string
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
}

export function createPieces() {
  let waiting: Waiting | undefined

  return {
    /** `at`: how much of it came before. */
    give({ of, at, bytes }: { of: string; at: number; bytes: Uint8Array }): void {
      const before: Waiting = at > 0 && waiting?.of === of ? waiting : { of, pieces: [], sizeBytes: 0 }
      waiting = undefined
      if (at !== before.sizeBytes) throw new AppError('input/invalid')
      const sizeBytes = at + bytes.byteLength
      if (sizeBytes > MAX_PASTED_BYTES) throw new AppError('file/pasted-too-large', { maxBytes: MAX_PASTED_BYTES })
      waiting = { of, pieces: [...before.pieces, bytes], sizeBytes }
    },

    /** The whole, once. */
    take(of: string): Uint8Array {
      const whole = waiting
      waiting = undefined
      if (whole?.of !== of) throw new AppError('input/invalid')
      return Buffer.concat(whole.pieces)
    },
  }
}
