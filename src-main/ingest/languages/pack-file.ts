/**
 * Reads a language pack from a file that a person gave: `<code>.traineddata`, packed with gzip or not. What comes back
 * is checked and packed anew, so that nothing else in the file, its name inside the gzip header included, is kept.
 */
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { AppError } from '#contract/errors.ts'
import { readSource } from '../../vault/source-file.ts'
import { isTraineddata } from './traineddata.ts'

export interface PackFile {
  readonly code: string
  /** gzip */
  readonly packed: Uint8Array<ArrayBuffer>
}

const MAX_BYTES = 64 * 2 ** 20
const NAME = /^([a-z]{3}(?:_[a-z]+)*)\.traineddata(?:\.gz)?$/
/** Models that recognise no words: page orientation, formulas. */
const NO_LANGUAGE = ['osd', 'equ']

export async function readPackFile(path: string): Promise<PackFile> {
  const [, code] = NAME.exec(basename(path)) ?? []
  if (code === undefined || NO_LANGUAGE.includes(code)) throw new AppError('language/damaged-pack')
  const pieces: Uint8Array[] = []
  await readSource(path, MAX_BYTES, async (piece) => void pieces.push(Uint8Array.from(piece)))
  const bytes = await unpack(Buffer.concat(pieces))
  if (!isTraineddata(bytes)) throw new AppError('language/damaged-pack')
  return { code, packed: await promisify(gzip)(bytes) }
}

async function unpack(bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError(isTooLong ? 'archive/bomb' : 'language/damaged-pack')
  }
}
