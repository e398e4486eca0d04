/**
 * Words with their boxes as 16 bytes each, the form in which they cross processes and lie in the store.
 * Little endian: start u32, length u16, x y width height u16 (of 65535), confidence u8 (255 = none), one zero byte.
 */
import type { Box, Word } from './read-page.ts'

const BYTES = 16
const NO_CONFIDENCE = 255

export function packWords(words: readonly Word[]): Uint8Array {
  const bytes = new Uint8Array(words.length * BYTES)
  const view = new DataView(bytes.buffer)
  words.forEach((word, index) => {
    const at = index * BYTES
    view.setUint32(at, word.start, true)
    view.setUint16(at + 4, Math.min(word.length, 0xffff), true)
    word.box.forEach((part, i) => {
      view.setUint16(at + 6 + i * 2, toUnit(part), true)
    })
    view.setUint8(at + 14, word.confidence === undefined ? NO_CONFIDENCE : Math.round(clamp(word.confidence) * 254))
  })
  return bytes
}

export function unpackWords(bytes: Uint8Array): Word[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.byteLength / BYTES) }, (_, index) => {
    const at = index * BYTES
    const part = (i: number) => view.getUint16(at + 6 + i * 2, true) / 0xffff
    const box: Box = [part(0), part(1), part(2), part(3)]
    const confidence = view.getUint8(at + 14)
    const word = { start: view.getUint32(at, true), length: view.getUint16(at + 4, true), box }
    return confidence === NO_CONFIDENCE ? word : { ...word, confidence: confidence / 254 }
  })
}

const clamp = (fraction: number) => Math.min(1, Math.max(0, fraction))
const toUnit = (fraction: number) => Math.round(clamp(fraction) * 0xffff)
