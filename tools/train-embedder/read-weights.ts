/** Reads what train.cpp wrote: counts of rows and dimensions, logarithmic scales of the asking side, rows. */
import { closeSync, openSync, readSync } from 'node:fs'

export interface TrainedRows {
  readonly dimensions: number
  readonly askScales: Float32Array
  readonly vectors: Float32Array
}

export function readWeights(file: string): TrainedRows {
  const handle = openSync(file, 'r')
  try {
    const take = <T extends Uint32Array | Float32Array>(into: T): T => {
      const bytes = new Uint8Array(into.buffer)
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(handle, bytes, at, Math.min(bytes.length - at, 1 << 28), null)
        if (read === 0) throw new Error(`${file} ends early`)
        at += read
      }
      return into
    }
    const [rows = 0, dimensions = 0] = take(new Uint32Array(2))
    const askScales = take(new Float32Array(rows)).map(Math.exp)
    return { dimensions, askScales, vectors: take(new Float32Array(rows * dimensions)) }
  } finally {
    closeSync(handle)
  }
}
