/**
 * The only door to archives that come from outside: entries by name, whole or not at all. What comes out is counted,
 * never believed; names that could leave a folder, links and encrypted entries are refused before anything is inflated.
 * Fails as `archive/bomb` when a bound is passed, as `archive/damaged` when the archive is not what it says.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { AppError } from '#contract/errors.ts'

interface ZipBounds {
  readonly entries: number
  /** Of all entries together, as claimed, and as read. */
  readonly totalBytes: number
  readonly entryBytes: number
  /** Inflated bytes for each packed one; smaller entries than `ratioFreeBytes` may exceed it. */
  readonly ratio: number
  readonly ratioFreeBytes: number
}

const MEBIBYTE = 1024 * 1024
const defaultBounds: ZipBounds = {
  entries: 2_000,
  totalBytes: 512 * MEBIBYTE,
  entryBytes: 64 * MEBIBYTE,
  ratio: 200,
  ratioFreeBytes: 10 * MEBIBYTE,
}

export interface GuardedZip {
  readonly names: readonly string[]
  /** Names are compared without regard to case, as in Office packages; undefined where there is no such entry. */
  read(name: string): Promise<Uint8Array | undefined>
  close(): void
}

export async function openZip(bytes: Uint8Array, bounds: ZipBounds = defaultBounds): Promise<GuardedZip> {
  const zip = await open(withoutTail(bytes))
  if (zip.entryCount > bounds.entries) throw new AppError('archive/bomb', { entries: zip.entryCount })
  const entries = new Map((await listEntries(zip)).map((entry) => [entry.fileName.toLowerCase(), entry]))
  const claimed = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (claimed > bounds.totalBytes) throw new AppError('archive/bomb', { bytes: claimed })
  let left = bounds.totalBytes

  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    async read(name) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return
      const packed = await packedBytes(zip, entry)
      const inflated = inflate(entry, packed, Math.min(left, allowance(packed.length, bounds)))
      if (inflated.length !== entry.uncompressedSize || crc32(inflated) !== entry.crc32) throw damaged()
      left -= inflated.length
      return inflated
    },
    close: () => zip.close(),
  }
}

const damaged = () => new AppError('archive/damaged')

const allowance = (packed: number, { entryBytes, ratio, ratioFreeBytes }: ZipBounds) =>
  Math.min(entryBytes, Math.max(ratioFreeBytes, packed * ratio))

/** Downloads and mail leave bytes after an archive's end; the format has no place for them, its users do not mind. */
function withoutTail(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(END_OF_DIRECTORY)
  if (end === -1 || end + 22 > buffer.length) return buffer
  return buffer.subarray(0, end + 22 + buffer.readUInt16LE(end + 20))
}

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(damaged()),
    )
  })
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('error', () => reject(damaged()))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (isRefused(entry)) reject(damaged())
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Absolute names, drives, backslashes and steps upward are refused by yauzl already. */
function isRefused(entry: Entry): boolean {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
  const { fileName } = entry
  return isLink || entry.isEncrypted() || fileName.length > 255 || fileName === '' || fileName.includes('\0')
}

function packedBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const options = { decompress: entry.isCompressed() ? false : null, decrypt: null, start: null, end: null }
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, options, (error, stream) => {
      if (error !== null) return reject(damaged())
      const chunks: Buffer[] = []
      stream.on('error', () => reject(damaged()))
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

function inflate(entry: Entry, packed: Buffer, maxBytes: number): Buffer {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw damaged()
  if (entry.compressionMethod === 0) {
    if (packed.length > maxBytes) throw new AppError('archive/bomb', { bytes: packed.length })
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })
  } catch (error) {
    const tooMuch = error instanceof RangeError
    throw tooMuch ? new AppError('archive/bomb', { bytes: maxBytes }) : damaged()
  }
}
