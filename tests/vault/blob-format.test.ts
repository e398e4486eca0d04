import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BLOB_HEADER_BYTES,
  CHUNK_BYTES,
  chunkSizes,
  createSeal,
  decodeBlobHeader,
  encodeBlobHeader,
  SEALED_CHUNK_BYTES,
  TRAILER_BYTES,
} from '../../src-main/vault/blob-format.ts'

const blobId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const blobKey = Buffer.alloc(32, 1)
const salt = Buffer.alloc(32, 2)
const seal = createSeal({ blobKey, blobId, salt })
const damaged = expect.objectContaining({ code: 'vault/damaged-original' })

test('the header gives back its salt; another magic, length or older version is damage, a newer version is too new', () => {
  const header = encodeBlobHeader(salt)
  expect(header).toHaveLength(BLOB_HEADER_BYTES)
  expect(header.toString('latin1', 0, 5)).toBe('MMB1\x01')
  expect(decodeBlobHeader(header)).toEqual(salt)
  const withByte = (at: number, value: number) => {
    const bent = Buffer.from(header)
    bent[at] = value
    return bent
  }
  expect(() => decodeBlobHeader(withByte(0, 0))).toThrow(damaged)
  expect(() => decodeBlobHeader(withByte(4, 0))).toThrow(damaged)
  expect(() => decodeBlobHeader(header.subarray(1))).toThrow(damaged)
  expect(() => decodeBlobHeader(withByte(4, 2))).toThrow(expect.objectContaining({ code: 'app/too-old' }))
})

test('the bytes of the format never change: a blob of this version stays readable', () => {
  const sealed = seal.seal(0, Buffer.from('hello'))
  const trailer = seal.sealTrailer(1, { sha256: createHash('sha256').update('hello').digest('hex'), sizeBytes: 5 })
  expect(sealed.toString('hex')).toBe('5d0571ada5a2448d5ff5f714f1f24489e238e37f51')
  expect(trailer.toString('hex')).toBe(
    '595d2ab6fa7018f9ff1c2c7dcd4dfc59bffa07865b88baa6cad4d94c1620c0da4075bc3aab0eda4ed735ee80053f980ad73961f1c5d51785',
  )
})

test('from the size of a file follow the sizes of its chunks, or that it is damaged', () => {
  const sizeOf = (plain: number) => BLOB_HEADER_BYTES + plain + Math.ceil(plain / CHUNK_BYTES) * 16 + TRAILER_BYTES
  expect(chunkSizes(sizeOf(1))).toEqual([17])
  expect(chunkSizes(sizeOf(CHUNK_BYTES))).toEqual([SEALED_CHUNK_BYTES])
  expect(chunkSizes(sizeOf(CHUNK_BYTES + 1))).toEqual([SEALED_CHUNK_BYTES, 17])
  for (const impossible of [0, 1, sizeOf(1) - 1, sizeOf(CHUNK_BYTES) + 1, sizeOf(CHUNK_BYTES) + 16])
    expect(() => chunkSizes(impossible)).toThrow(damaged)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 * CHUNK_BYTES }), (plain) => {
      const sum = chunkSizes(sizeOf(plain)).reduce((total, bytes) => total + bytes - 16, 0)
      expect(sum).toBe(plain)
    }),
    { seed: 905_113, numRuns: 2000 },
  )
})

test('a chunk opens only in its place, in its blob, with its key and salt, and never as the trailer', () => {
  const plain = randomBytes(100)
  const sealed = seal.seal(3, plain)
  expect(seal.open(3, sealed)).toEqual(plain)
  expect(() => seal.open(2, sealed)).toThrow(damaged)
  expect(() => seal.openTrailer(3, sealed)).toThrow(damaged)
  expect(() => seal.open(3, sealed.subarray(0, 12))).toThrow(damaged)
  for (const other of [
    createSeal({ blobKey, blobId: blobId.replace('0f', '1f'), salt }),
    createSeal({ blobKey: Buffer.alloc(32, 9), blobId, salt }),
    createSeal({ blobKey, blobId, salt: Buffer.alloc(32, 9) }),
  ])
    expect(() => other.open(3, sealed)).toThrow(damaged)
  const trailer = seal.sealTrailer(3, { sha256: 'ab'.repeat(32), sizeBytes: 2 ** 40 })
  expect(seal.openTrailer(3, trailer)).toEqual({ sha256: 'ab'.repeat(32), sizeBytes: 2 ** 40 })
  expect(() => seal.open(3, trailer)).toThrow(damaged)
})

test('after its end a seal opens nothing any more', () => {
  const ended = createSeal({ blobKey, blobId, salt })
  const sealed = ended.seal(0, Buffer.from('x'))
  ended.end()
  expect(() => ended.open(0, sealed)).toThrow(damaged)
})
