/**
 * ZIP archives with a fixed time in every entry, so that the same parts give the same bytes. Names are written as given,
 * harmful ones too: hostile archives are made here.
 */
import { crc32 } from 'node:zlib'
import { Zip, type ZipInputFile, type Zippable, zipSync } from 'fflate'

// Local fields, not an instant: ZIP stores the wall clock, which must not depend on the machine's time zone.
const MTIME = new Date(2024, 0, 18, 9, 0, 0)

export type Parts = Record<string, string | Uint8Array>

export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [typeof part === 'string' ? new TextEncoder().encode(part) : part, { mtime: MTIME, level: 6 }]
  }
  return zipSync(files)
}

export interface DeflatedEntry {
  name: string
  /** A raw deflate stream. */
  deflated: Uint8Array
  /** What the archive will claim; nothing checks it here. */
  size: number
  crc: number
}

/** Entries whose content was never held in memory, next to ordinary parts. */
export function zipDeflated(parts: Parts, entries: readonly DeflatedEntry[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (name: string, size: number, crc: number, compression: number, bytes: Uint8Array) => {
    const file: ZipInputFile = { filename: name, size, crc, compression, mtime: MTIME }
    zip.add(file)
    file.ondata?.(null, new Uint8Array(bytes), true)
  }
  for (const [name, part] of Object.entries(parts)) {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
    add(name, bytes.length, crc32(bytes), 0, bytes)
  }
  for (const { name, size, crc, deflated } of entries) add(name, size, crc, 8, deflated)
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}
