/**
 * One directory of a TIFF structure (TIFF 6.0, 1992; BigTIFF), which is also how EXIF is written. Bytes are only read
 * within the buffer: a RangeError is thrown where an offset leads out of it.
 */

export interface Tiff {
  readonly big: boolean
  /** Where the offset of the first directory is written. */
  readonly linkAt: number
  /** An unsigned number of 1, 2, 4 or 8 bytes in the file's order. */
  read(at: number, size: number): number
}

export interface TiffDirectory {
  /** Where the offset of the directory after this one is written; 0 there ends the chain. */
  readonly linkAt: number
  readonly tags: ReadonlySet<number>
  /** A tag's first value as a number; undefined where it is absent or no number. */
  value(tag: number): number | undefined
  /** All of its values. */
  values(tag: number): number[]
}

/** Undefined when the bytes do not begin as a TIFF does. */
export function openTiff(bytes: Uint8Array): Tiff | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || bytes[0] !== bytes[1]) return
  if (bytes[0] !== 0x49 && bytes[0] !== 0x4d) return
  const little = bytes[0] === 0x49
  const magic = view.getUint16(2, little)
  if (magic !== 42 && magic !== 43) return
  return { big: magic === 43, linkAt: magic === 43 ? 8 : 4, read: (at, size) => readNumber(view, at, size, little) }
}

function readNumber(view: DataView, at: number, size: number, little: boolean): number {
  if (size === 1) return view.getUint8(at)
  if (size === 2) return view.getUint16(at, little)
  if (size === 4) return view.getUint32(at, little)
  return Number(view.getBigUint64(at, little))
}

export function readDirectory(tiff: Tiff, offset: number): TiffDirectory {
  const [countSize, entrySize, pointerSize] = tiff.big ? [8, 20, 8] : [2, 12, 4]
  const count = tiff.read(offset, countSize)
  if (count === 0 || count > MAX_ENTRIES) throw new RangeError('not a directory')
  const entries = new Map<number, number>()
  for (let i = 0; i < count; i += 1) {
    const at = offset + countSize + i * entrySize
    entries.set(tiff.read(at, 2), at)
  }
  const values = (tag: number, atMost: number) => {
    const at = entries.get(tag)
    return at === undefined ? [] : readValues(tiff, at, pointerSize, atMost)
  }
  return {
    linkAt: offset + countSize + count * entrySize,
    tags: new Set(entries.keys()),
    value: (tag) => values(tag, 1)[0],
    values: (tag) => values(tag, Number.POSITIVE_INFINITY),
  }
}

const MAX_ENTRIES = 4096
/** Bytes of each type that is a number; the fractions are two numbers. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 10: 8, 13: 4, 16: 8, 18: 8 }

function readValues(tiff: Tiff, at: number, pointerSize: number, atMost: number): number[] {
  const type = tiff.read(at + 2, 2)
  const size = sizes[type]
  if (size === undefined) return []
  const count = tiff.read(at + 4, pointerSize)
  const field = at + 4 + pointerSize
  const start = size * count <= pointerSize ? field : tiff.read(field, pointerSize)
  const values: number[] = []
  for (let i = 0; i < count && i < atMost; i += 1) {
    const from = start + i * size
    const isFraction = type === 5 || type === 10
    values.push(isFraction ? tiff.read(from, 4) / tiff.read(from + 4, 4) : tiff.read(from, size))
  }
  return values
}
