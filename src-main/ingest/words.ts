/**
 * Words with their boxes as 16 bytes each, the form in which they cross processes and lie in the store.
 * Little endian: start u32, length u16, x y width height u16 (of 65535), confidence u8 (255 = none), doubtful u8 (1 or 0).
 */
import type { Box, Span, Word } from './read-page.ts'

const BYTES = 16
const NO_CONFIDENCE = 255
/** Confidence is kept to the nearest of these. */
export const CONFIDENCE_STEP = 1 / 254

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
    view.setUint8(
      at + 14,
      word.confidence === undefined ? NO_CONFIDENCE : Math.round(clamp(word.confidence) / CONFIDENCE_STEP),
    )
    view.setUint8(at + 15, word.doubtful ? 1 : 0)
  })
  return bytes
}

export const unpackWords = (bytes: Uint8Array): Word[] => unpackWordsIn(bytes, [WHOLE_PAGE])

/** Only the words that touch one of the spans; the others are not unpacked. */
export function unpackWordsIn(bytes: Uint8Array, spans: readonly Span[]): Word[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words: Word[] = []
  for (let at = 0; at + BYTES <= bytes.byteLength; at += BYTES) {
    const start = view.getUint32(at, true)
    const length = view.getUint16(at + 4, true)
    if (spans.some((span) => start < span.end && start + length > span.start)) words.push(unpackWord(view, at))
  }
  return words
}

const WHOLE_PAGE: Span = { start: -1, end: Number.POSITIVE_INFINITY }

function unpackWord(view: DataView, at: number): Word {
  const part = (i: number) => view.getUint16(at + 6 + i * 2, true) / 0xffff
  const box: Box = [part(0), part(1), part(2), part(3)]
  const confidence = view.getUint8(at + 14)
  return {
    start: view.getUint32(at, true),
    length: view.getUint16(at + 4, true),
    box,
    ...(confidence !== NO_CONFIDENCE && { confidence: confidence * CONFIDENCE_STEP }),
    ...(view.getUint8(at + 15) === 1 && { doubtful: true }),
  }
}

const clamp = (fraction: number) => Math.min(1, Math.max(0, fraction))
const toUnit = (fraction: number) => Math.round(clamp(fraction) * 0xffff)
