/**
 * Whether the file of a language model is the one that was brought, and is whole: all of it is hashed right before it is
 * loaded. Weights are loaded by their path, too large to be handed over; `isSame` sees whether the file was touched meanwhile.
 */
import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { checkGguf } from '../../models/check-gguf.ts'
import type { WriterFile } from './language-model.ts'

const PIECE_BYTES = 8 * 2 ** 20

/** Yields after each piece; returns the file's state. Throws `model/changed`, and what checkGguf throws. */
export async function* checkWriterFile({ path, sha256 }: WriterFile): AsyncGenerator<void, string> {
  const file = await openOwn(path)
  try {
    const before = stateOf(await file.stat({ bigint: true }))
    const hash = createHash('sha256')
    const piece = new Uint8Array(PIECE_BYTES)
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
      at += bytesRead
      yield
    }
    if (hash.digest('hex') !== sha256) throw new AppError('model/changed')
    await checkGguf(file)
    return before
  } finally {
    await file.close()
  }
}

export async function isSame(path: string, state: string): Promise<boolean> {
  const file = await openOwn(path)
  try {
    return stateOf(await file.stat({ bigint: true })) === state
  } finally {
    await file.close()
  }
}

async function openOwn(path: string) {
  try {
    // a link could be turned to another file after the check; a pipe would hold the engine
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch {
    // told below
  }
  throw new AppError('model/changed')
}

const stateOf = ({
  dev,
  ino,
  size,
  mtimeNs,
  ctimeNs,
}: Record<'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs', bigint>) => [dev, ino, size, mtimeNs, ctimeNs].join(' ')
