/** Files of a backup, copied and read back in small pieces with their hash, so that the main thread is never held up. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { type FileSystem, nodeFileSystem, systemCode, writeAtomically } from './atomic-write.ts'
import type { FileSeen } from './backup-format.ts'

const PIECE_BYTES = 256 * 1024

export const isSame = (one: FileSeen | undefined, other: FileSeen | undefined): boolean =>
  one !== undefined && one.sha256 === other?.sha256 && one.sizeBytes === other.sizeBytes

/** Undefined when there is no such file. */
export async function hashFile(path: string, signal: AbortSignal): Promise<FileSeen | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (file === undefined) return undefined
  try {
    return await readWhole(file, signal, async () => {})
  } finally {
    await file.close()
  }
}

export interface CopyOptions {
  /** What it is called when the source cannot be read. */
  readonly unreadable: ErrorCode
  readonly signal: AbortSignal
  readonly fileSystem?: FileSystem
}

/** Whole or not at all, durable when it answers. What is wrong with the target is told as writeAtomically does. */
export async function copyFile(
  from: string,
  to: string,
  { unreadable, signal, fileSystem = nodeFileSystem }: CopyOptions,
): Promise<FileSeen> {
  const asSource = (error: unknown) => {
    throw systemCode(error) === undefined ? error : new AppError(unreadable, {}, { cause: error })
  }
  const source = await open(from, 'r').catch(asSource)
  try {
    let seen: FileSeen | undefined
    await writeAtomically(
      to,
      async (target) => {
        seen = await readWhole(source, signal, (piece) => target.writeFile(piece), asSource)
      },
      { fileSystem },
    )
    if (seen === undefined) throw new AppError('internal')
    return seen
  } finally {
    await source.close()
  }
}

async function readWhole(
  file: FileHandle,
  signal: AbortSignal,
  take: (piece: Uint8Array) => Promise<void>,
  onReadError: (error: unknown) => never = (error) => {
    throw error
  },
): Promise<FileSeen> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(PIECE_BYTES)
  let sizeBytes = 0
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null).catch(onReadError)
    if (bytesRead === 0) return { sizeBytes, sha256: hash.digest('hex') }
    const piece = buffer.subarray(0, bytesRead)
    hash.update(piece)
    await take(piece)
    sizeBytes += bytesRead
  }
}
