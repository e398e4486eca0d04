/**
 * Reads one stored original back, proved piece by piece. The trailer is opened before any chunk, so that a blob that was cut
 * short gives nothing at all. Everything that does not hold, a missing file included, is `vault/damaged-original`.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { systemCode } from './atomic-write.ts'
import {
  BLOB_HEADER_BYTES,
  chunkSizes,
  createSeal,
  decodeBlobHeader,
  SEALED_CHUNK_BYTES,
  type Seal,
  TRAILER_BYTES,
  type Whole,
} from './blob-format.ts'

export interface StoredBlob {
  readonly path: string
  readonly blobId: string
  readonly blobKey: Uint8Array
}

/** Yields chunks of at most 1 MiB; answers what the whole was once all of it has been given out. */
export async function* readBlob({ path, blobId, blobKey }: StoredBlob): AsyncGenerator<Buffer, Whole> {
  const file = await asStored(() => open(path, 'r'))
  try {
    const { size } = await asStored(() => file.stat())
    const sizes = chunkSizes(size)
    const salt = decodeBlobHeader(await readExactly(file, 0, BLOB_HEADER_BYTES))
    const seal = createSeal({ blobKey, blobId, salt })
    try {
      return yield* openChunks(file, seal, sizes)
    } finally {
      seal.end()
    }
  } finally {
    await file.close()
  }
}

async function* openChunks(file: FileHandle, seal: Seal, sizes: readonly number[]): AsyncGenerator<Buffer, Whole> {
  const end = BLOB_HEADER_BYTES + sizes.reduce((sum, bytes) => sum + bytes, 0)
  const whole = seal.openTrailer(sizes.length, await readExactly(file, end, TRAILER_BYTES))
  const hash = createHash('sha256')
  let sizeBytes = 0
  for (const [index, bytes] of sizes.entries()) {
    const chunk = seal.open(index, await readExactly(file, BLOB_HEADER_BYTES + index * SEALED_CHUNK_BYTES, bytes))
    hash.update(chunk)
    sizeBytes += chunk.length
    yield chunk
  }
  if (sizeBytes !== whole.sizeBytes || hash.digest('hex') !== whole.sha256) throw new AppError('vault/damaged-original')
  return whole
}

async function readExactly(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  let filled = 0
  while (filled < bytes) {
    const { bytesRead } = await asStored(() => file.read(buffer, filled, bytes - filled, position + filled))
    if (bytesRead === 0) throw new AppError('vault/damaged-original')
    filled += bytesRead
  }
  return buffer
}

/** Not being allowed to read is not damage. */
async function asStored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new AppError(code === 'EACCES' || code === 'EPERM' ? 'vault/unwritable' : 'vault/damaged-original')
  }
}
