/**
 * Whether bytes are a tesseract model that can recognise words. Format: TessdataManager::LoadMemBuffer in tesseract 5,
 * src/ccutil/tessdatamanager.cpp: the number of components as int32, then as many int64 offsets, -1 for a component that
 * is not there; each component ends where the next begins. The engine's own reader trusts what it finds, so nothing that
 * does not hold is shown to it.
 */

/** TessdataType in tessdatamanager.h: TESSDATA_NUM_ENTRIES, and what an LSTM recogniser cannot do without. */
const MOST_COMPONENTS = 24
const NEEDED = { lstm: 17, unicharset: 21, recoder: 22 }
const COUNT_BYTES = 4
const OFFSET_BYTES = 8
const ABSENT = -1n

export function isTraineddata(bytes: Uint8Array): boolean {
  if (bytes.length < COUNT_BYTES) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getInt32(0, true)
  if (count < 1 || count > MOST_COMPONENTS) return false
  const start = COUNT_BYTES + count * OFFSET_BYTES
  if (bytes.length <= start) return false
  const offsets = Array.from({ length: count }, (_, at) => view.getBigInt64(COUNT_BYTES + at * OFFSET_BYTES, true))
  return areInOrder(offsets, BigInt(start), BigInt(bytes.length)) && Object.values(NEEDED).every(isHeld(offsets))
}

/** One after the other from the end of the table on, the last one before the end of the file. */
function areInOrder(offsets: readonly bigint[], start: bigint, end: bigint): boolean {
  const held = offsets.filter((offset) => offset !== ABSENT)
  return held.every((offset, at) => offset >= (at === 0 ? start : (held[at - 1] ?? start) + 1n) && offset < end)
}

const isHeld = (offsets: readonly bigint[]) => (component: number) => (offsets[component] ?? ABSENT) !== ABSENT
