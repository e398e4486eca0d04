/** What libpng is given of a PNG: its texts and profiles are packed, may unpack into gigabytes, and nobody reads them. */

/** Undamaged or not, everything after the first part that makes no sense is handed on as it is. Other files come back unchanged. */
export function withoutPackedExtras(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x89) return bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)]
  let at = SIGNATURE_BYTES
  while (at + FRAME_BYTES <= bytes.length) {
    const end = at + FRAME_BYTES + view.getUint32(at)
    if (end > bytes.length) break
    if (!packed.has(view.getUint32(at + 4))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, bytes.subarray(at)])
}

const SIGNATURE_BYTES = 8
/** Length, type and checksum. */
const FRAME_BYTES = 12
const packed: ReadonlySet<number> = new Set(
  ['zTXt', 'iTXt', 'tEXt', 'iCCP'].map((type) => Buffer.from(type, 'latin1').readUInt32BE()),
)
