/** PNG files from rows that are packed already, honest or not: what the header says is written as it is given. */
import { crc32, deflateSync } from 'node:zlib'

interface PngForm {
  readonly width: number
  readonly height: number
  /** Of each channel. */
  readonly bits: number
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colour: number
  readonly isInterlaced?: boolean
}

/** `rows`: each with its filter byte before it. `extras`: chunks between the header and the picture. */
export function writePng(form: PngForm, rows: Uint8Array, extras: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(form.width, 0)
  head.writeUInt32BE(form.height, 4)
  head.set([form.bits, form.colour, 0, 0, form.isInterlaced ? 1 : 0], 8)
  const picture = pngChunk('IDAT', deflateSync(rows, { level: 9 }))
  return Buffer.concat([SIGNATURE, pngChunk('IHDR', head), ...extras, picture, pngChunk('IEND', Buffer.alloc(0))])
}

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const framed = Buffer.alloc(content.length + 12)
  framed.writeUInt32BE(content.length, 0)
  framed.write(type, 4, 'latin1')
  framed.set(content, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, content.length + 8)), content.length + 8)
  return framed
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
