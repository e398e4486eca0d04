/** The header of a Windows bitmap (BITMAPCOREHEADER, BITMAPINFOHEADER and its later forms), and where its parts lie. */

export interface BmpHeader {
  readonly width: number
  readonly height: number
  readonly isTopDown: boolean
  readonly bits: number
  /** 0 none, 1 run lengths of bytes, 2 run lengths of half bytes, 3 masks. */
  readonly compression: number
  readonly dpi: number | undefined
  readonly paletteAt: number
  readonly paletteEntryBytes: 3 | 4
  readonly masksAt: number
  readonly pixelsAt: number
}

/** Undefined when the bytes are no bitmap. Two letters are words in prose as well: the sizes must make sense. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return
  const headerBytes = view.getUint32(14, true)
  const pixelsAt = view.getUint32(10, true)
  if (!headerSizes.has(headerBytes) || bytes.length < 14 + headerBytes || pixelsAt < 14 + headerBytes) return
  const isCore = headerBytes === 12
  const planes = view.getUint16(isCore ? 22 : 26, true)
  const bits = view.getUint16(isCore ? 24 : 28, true)
  if (planes !== 1 || !depths.has(bits)) return
  const height = isCore ? view.getUint16(20, true) : view.getInt32(22, true)
  return {
    width: isCore ? view.getUint16(18, true) : view.getInt32(18, true),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    compression: isCore ? 0 : view.getUint32(30, true),
    dpi: isCore ? undefined : view.getInt32(38, true) * METRES_PER_INCH,
    // masks stand inside the later headers and after the early one
    paletteAt: 14 + headerBytes,
    paletteEntryBytes: isCore ? 3 : 4,
    masksAt: 54,
    pixelsAt,
  }
}

const headerSizes: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124])
const depths: ReadonlySet<number> = new Set([1, 4, 8, 16, 24, 32])
const METRES_PER_INCH = 0.0254
