/** Language packs for tests: the English model under a name of no language, and bytes that only look like a model. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { englishFolder } from '../../../src-main/ingest/languages/built-in-models.ts'

export const englishModel = (): Buffer => gunzipSync(readFileSync(join(englishFolder(), 'eng.traineddata.gz')))

/** Offsets of components as a model holds them, -1 for one that is not there; `length` is that of the whole file. */
export function modelOf(offsets: readonly number[], length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(length, 4 + 8 * offsets.length))
  bytes.writeInt32LE(offsets.length, 0)
  for (const [at, offset] of offsets.entries()) bytes.writeBigInt64LE(BigInt(offset), 4 + 8 * at)
  return bytes.subarray(0, length)
}

export function writePack(folder: string, name: string, bytes: Uint8Array): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(bytes) : bytes)
  return path
}
