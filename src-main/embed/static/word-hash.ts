/** Hashes of words and of pieces of words, as the model's file is ordered by them: FNV-1a, stirred so that high bits differ. */
const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** 32 bits, unsigned, of `bytes` from `start` to before `end`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_START
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
