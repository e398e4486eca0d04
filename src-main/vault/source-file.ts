/** A file that a person gave, read in pieces and only ever read: hashed and counted on the way, its refusals as codes. */
import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { systemCode } from './atomic-write.ts'
import { CHUNK_BYTES } from './blob-format.ts'

const HEAD_BYTES = 64 * 1024

export interface SourceFile {
  readonly sha256: string
  readonly sizeBytes: number
  /** The first 64 KiB, by which the format is told. */
  readonly head: Uint8Array
}

/**
 * `take` gets every piece, 1 MiB but for the last, and must be done with it when its promise settles: the buffer is used
 * again. What the file grows by while it is read still counts against `maxBytes`.
 */
export async function readSource(
  path: string,
  maxBytes: number,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<SourceFile> {
  const file = await openSource(path, maxBytes)
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(CHUNK_BYTES)
  let head: Uint8Array = new Uint8Array(0)
  let sizeBytes = 0
  try {
    for (;;) {
      const piece = await fill(file, buffer)
      if (piece.length === 0) break
      sizeBytes += piece.length
      if (sizeBytes > maxBytes) throw new AppError('file/too-large', { maxBytes })
      hash.update(piece)
      if (head.length === 0) head = Uint8Array.from(piece.subarray(0, HEAD_BYTES))
      await take(piece)
    }
  } finally {
    await file.close()
  }
  if (sizeBytes === 0) throw new AppError('file/empty')
  return { sha256: hash.digest('hex'), sizeBytes, head }
}

/** The same for what lies in no file, in pieces of at most 1 MiB. */
export async function readBytes(bytes: Uint8Array, take: (piece: Uint8Array) => Promise<void>): Promise<SourceFile> {
  if (bytes.length === 0) throw new AppError('file/empty')
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) await take(bytes.subarray(at, at + CHUNK_BYTES))
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    head: Uint8Array.from(bytes.subarray(0, HEAD_BYTES)),
  }
}

async function openSource(path: string, maxBytes: number): Promise<FileHandle> {
  const file = await asSource(() => open(path, constants.O_RDONLY | nonBlocking))
  try {
    const stat = await asSource(() => file.stat())
    if (!stat.isFile()) throw new AppError('file/unreadable')
    if (stat.size === 0) throw new AppError('file/empty')
    if (stat.size > maxBytes) throw new AppError('file/too-large', { maxBytes })
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** A named pipe would otherwise hold the thread until somebody writes to it. */
const nonBlocking = constants.O_NONBLOCK ?? 0

/** Reads until the buffer is full or the file ends; a network drive may give less than was asked for. */
async function fill(file: FileHandle, buffer: Buffer): Promise<Buffer> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await asSource(() => file.read(buffer, filled, buffer.length - filled, null))
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

async function asSource<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('file/not-found')
    if (code === undefined && !isBadPath(error)) throw error
    throw new AppError('file/unreadable')
  }
}

/** A path with a NUL in it never reaches the system. */
const isBadPath = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_ARG_VALUE'
