/** Pictures that lie about their size, and seeded mutants of sound ones. */
import type { HostileFile } from './hostile-file.ts'
import { writePng } from './png.ts'
import type { Random } from './random.ts'
import { writeTiff } from './tiff.ts'

/** Each must be refused, and none may cost time or memory. */
export function makeHostileImages(): HostileFile[] {
  const damaged = (name: string, bytes: Uint8Array): HostileFile => ({ name, bytes, expect: 'rejected:image/damaged' })
  const large = (name: string, bytes: Uint8Array): HostileFile => ({ name, bytes, expect: 'rejected:image/too-large' })
  const grey = { width: 32, height: 1, bits: 8, colour: 0 }
  const row = Buffer.alloc(33)
  const page = (width: number, height: number, tags = {}) => ({
    tags: { 256: width, 257: height, 258: 8, 259: 1, 262: 1, 277: 1, 278: height, ...tags },
    strip: Buffer.alloc(32, 0xff),
  })
  return [
    large('claims-billions-of-pixels.png', writePng({ ...grey, width: 60_000, height: 60_000 }, row)),
    large('held-at-once.png', writePng({ width: 9000, height: 9000, bits: 16, colour: 6, isInterlaced: true }, row)),
    damaged('no-width.png', writePng({ ...grey, width: 0 }, row)),
    damaged('claims-more-rows-than-it-has.png', writePng({ ...grey, height: 3000 }, row)),
    damaged('no-picture.png', writePng(grey, row).subarray(0, 33)),
    large('claims-billions-of-pixels.tif', writeTiff([page(50_000, 50_000)])),
    large('ten-thousand-pages.tif', writeTiff(Array(10_000).fill(page(8, 4)))),
    damaged('strip-outside-the-file.tif', writeTiff([page(8, 4, { 273: 4_000_000_000 })])),
    damaged('strip-shorter-than-the-page.tif', writeTiff([page(3000, 3000)])),
    damaged('no-directory.tif', Buffer.from('49492a00ffffff7f', 'hex')),
    large('claims-billions-of-pixels.bmp', bitmapHead(60_000, 60_000)),
    damaged('claims-more-rows-than-it-has.bmp', bitmapHead(1000, 1000)),
  ]
}

/** A bitmap of 24 bits that ends where its pixels should begin. */
function bitmapHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return head
}

/** One thing about `sound` is changed: cut off, flipped, blanked, reordered, or a number overwritten by an extreme one. */
export function mutateImage(sound: Uint8Array, random: Random): { kind: string; bytes: Buffer } {
  const kind = random.pick(Object.keys(mutations) as (keyof typeof mutations)[])
  return { kind, bytes: mutations[kind](Buffer.from(sound), random) }
}

const mutations = {
  cut: (bytes: Buffer, random: Random) => bytes.subarray(0, random.between(8, bytes.length - 1)),
  flip: (bytes: Buffer, random: Random) => {
    for (let i = random.between(1, 20); i > 0; i -= 1) {
      const at = random.between(4, bytes.length - 1)
      bytes[at] = (bytes[at] as number) ^ (1 << random.between(0, 7))
    }
    return bytes
  },
  blank: (bytes: Buffer, random: Random) => {
    const at = random.between(8, bytes.length - 1)
    return bytes.fill(random.pick([0, 0xff]), at, Math.min(bytes.length, at + random.between(1, bytes.length >> 2)))
  },
  reorder: (bytes: Buffer, random: Random) => {
    const starts = chunkStarts(bytes)
    const [a, b, c] = [random.pick(starts), random.pick(starts), random.pick(starts)].sort((x, y) => x - y) as [
      number,
      number,
      number,
    ]
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)])
  },
  // sizes and offsets stand near the start, those of a TIFF's directories often near the end
  lie: (bytes: Buffer, random: Random) => {
    const reach = Math.min(400, bytes.length - 12)
    const at = random.chance(0.7) ? random.between(8, 8 + reach) : random.between(bytes.length - reach, bytes.length)
    const lie = Buffer.from(
      random.pick(['00000000', 'ffffffff', '7fffffff', '80000000', '00ffffff', 'ffff', '0000', '7fff']),
      'hex',
    )
    lie.copy(bytes, Math.min(at, bytes.length - lie.length))
    return bytes
  },
} as const

/** Where the parts of a PNG, WebP, HEIC or JPEG begin; of other formats, any four bytes. */
function chunkStarts(bytes: Buffer): readonly number[] {
  const text = bytes.toString('latin1')
  const named = /(?:IHDR|PLTE|pHYs|IDAT|IEND|VP8[ LX]|ALPH|EXIF|meta|hdlr|pitm|iloc|iinf|iprp|ipco|ipma|mdat)/g
  const starts = [...text.matchAll(named)].map(({ index }) => index - (text.startsWith('RIFF') ? 0 : 4))
  const markers = text.startsWith('\xff\xd8') ? [...text.matchAll(/\xff[\xc0-\xfe]/g)].map(({ index }) => index) : []
  const found = [...starts, ...markers].filter((at) => at >= 0)
  return found.length > 2 ? found : [4, bytes.length >> 2, bytes.length >> 1, bytes.length - 4]
}
