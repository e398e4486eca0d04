/**
 * The bytes of a stored original, `blobs/xx/<uuid>.mmb`; pure. Layout: magic, version, 32 bytes of salt; then sealed chunks of
 * 1 MiB of plaintext, the last one shorter; then a sealed trailer with the SHA-256 and the size of the plaintext. Each blob
 * has its own key, each chunk its index as nonce, and each seal covers magic, version, blob id, index and whether it is the
 * last (the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015): nothing can be cut, moved, repeated or exchanged.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { AppError } from '#contract/errors.ts'
import { deriveKey } from './keys.ts'

export const CHUNK_BYTES = 2 ** 20
export const SALT_BYTES = 32
const MAGIC = 'MMB1'
const VERSION = 1
export const BLOB_HEADER_BYTES = MAGIC.length + 1 + SALT_BYTES
const TAG_BYTES = 16
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
const SHA256_BYTES = 32
export const TRAILER_BYTES = SHA256_BYTES + 8 + TAG_BYTES

export interface Seal {
  seal(index: number, plaintext: Uint8Array): Buffer
  /** The last piece: what the plaintext was as a whole. */
  sealTrailer(index: number, whole: Whole): Buffer
  /** Throws `vault/damaged-original` unless these are the bytes that were sealed in this place. */
  open(index: number, sealed: Uint8Array): Buffer
  openTrailer(index: number, sealed: Uint8Array): Whole
  /** Zeroes the blob's key. */
  end(): void
}

export interface Whole {
  /** Hexadecimal. */
  readonly sha256: string
  readonly sizeBytes: number
}

export function encodeBlobHeader(salt: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), Buffer.of(VERSION), salt])
}

/** The salt. */
export function decodeBlobHeader(bytes: Uint8Array): Buffer {
  const header = Buffer.from(bytes)
  const known = header.length === BLOB_HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC
  if (!known) throw new AppError('vault/damaged-original')
  const version = header.readUInt8(MAGIC.length)
  if (version !== VERSION) throw new AppError(version > VERSION ? 'app/too-old' : 'vault/damaged-original')
  return header.subarray(BLOB_HEADER_BYTES - SALT_BYTES)
}

/** The sizes of the sealed chunks in a blob file of this size, in order; the trailer comes after them. */
export function chunkSizes(fileBytes: number): number[] {
  const body = fileBytes - BLOB_HEADER_BYTES - TRAILER_BYTES
  const last = body % SEALED_CHUNK_BYTES
  if (body <= TAG_BYTES || (last > 0 && last <= TAG_BYTES)) throw new AppError('vault/damaged-original')
  const full = new Array<number>(Math.floor(body / SEALED_CHUNK_BYTES)).fill(SEALED_CHUNK_BYTES)
  return last === 0 ? full : [...full, last]
}

export function createSeal({ blobKey, blobId, salt }: { blobKey: Uint8Array; blobId: string; salt: Uint8Array }): Seal {
  const key = deriveKey(blobKey, 'blob-content', salt)
  const place = Buffer.from(`${MAGIC}|${VERSION}|${blobId}|`, 'latin1')

  const nonceAndContext = (index: number, last: boolean) => {
    const nonce = Buffer.alloc(12)
    nonce.writeBigUInt64BE(BigInt(index), 4)
    return { nonce, context: Buffer.concat([place, nonce, Buffer.of(last ? 1 : 0)]) }
  }
  const seal = (index: number, last: boolean, plaintext: Uint8Array) => {
    const { nonce, context } = nonceAndContext(index, last)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context)
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  }
  const open = (index: number, last: boolean, sealed: Uint8Array) => {
    const { nonce, context } = nonceAndContext(index, last)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(context)
    try {
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const plaintext = decipher.update(sealed.subarray(0, -TAG_BYTES))
      decipher.final()
      return plaintext
    } catch {
      throw new AppError('vault/damaged-original')
    }
  }

  return {
    seal: (index, plaintext) => seal(index, false, plaintext),
    open: (index, sealed) => open(index, false, sealed),
    sealTrailer(index, { sha256, sizeBytes }) {
      const trailer = Buffer.alloc(SHA256_BYTES + 8)
      trailer.write(sha256, 'hex')
      trailer.writeBigUInt64BE(BigInt(sizeBytes), SHA256_BYTES)
      return seal(index, true, trailer)
    },
    openTrailer(index, sealed) {
      const trailer = open(index, true, sealed)
      return {
        sha256: trailer.toString('hex', 0, SHA256_BYTES),
        sizeBytes: Number(trailer.readBigUInt64BE(SHA256_BYTES)),
      }
    },
    end: () => void key.fill(0),
  }
}
