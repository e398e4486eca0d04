/**
 * Reads the files of a model and hands out the very bytes that were hashed, so that nothing can be changed between the
 * check and the load. Runs in the engine: files have tens of megabytes.
 */
import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { isFileName } from './file-name.ts'
import type { ModelFile } from './model-spec.ts'

/** Throws `model/changed` for a file that is missing, of another size, or of another hash. */
export async function readModelFiles(dir: string, files: readonly ModelFile[]): Promise<Map<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>()
  for (const file of files) {
    if (!isFileName(file.name)) throw new AppError('model/unsafe-file')
    read.set(file.name, await readHashed(join(dir, file.name), file.sha256, file.bytes))
  }
  return read
}

/** `bytes`: exactly this many, or as many as there are up to 64 MiB. */
export async function readHashed(path: string, sha256: string, bytes?: number): Promise<Uint8Array> {
  const file = await openRegular(path)
  try {
    const { size } = await file.stat()
    if (size !== (bytes ?? Math.min(size, MOST_BYTES))) throw new AppError('model/changed')
    const content = new Uint8Array(size)
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(content, at, size - at, at)
      if (bytesRead === 0) throw new AppError('model/changed')
      at += bytesRead
    }
    if (createHash('sha256').update(content).digest('hex') !== sha256) throw new AppError('model/changed')
    return content
  } finally {
    await file.close()
  }
}

const MOST_BYTES = 64 * 2 ** 20

async function openRegular(path: string): Promise<FileHandle> {
  let file: FileHandle
  try {
    // a link could be turned to another file after the check; a pipe would hold the engine
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch {
    throw new AppError('model/changed')
  }
  if ((await file.stat()).isFile()) return file
  await file.close()
  throw new AppError('model/changed')
}
