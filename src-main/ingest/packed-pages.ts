/**
 * Stored pages as bytes on their way to the text engine, in pieces that do not hold up the main thread: what is packed is
 * passed on as it lies in the store. Each page: number u32, method u8, bytes of text u32, bytes of words u32, then both.
 */
import type { ExtractPage } from '../extract/proposal.ts'
import { unpackWords } from './words.ts'

/** A row of a page, as far as it is needed. */
export interface StoredPage {
  readonly number: number
  readonly text: string
  readonly words: Uint8Array
  readonly method: ExtractPage['method']
}

const HEAD = 13
const PIECE = 256 * 1024
const methods = ['text', 'ocr', 'none'] as const

export async function* packPages(pages: AsyncIterable<StoredPage>): AsyncGenerator<Uint8Array> {
  for await (const { number, text, words, method } of pages) {
    const encoded = new TextEncoder().encode(text)
    const head = new Uint8Array(HEAD)
    const view = new DataView(head.buffer)
    view.setUint32(0, number, true)
    view.setUint8(4, methods.indexOf(method))
    view.setUint32(5, encoded.byteLength, true)
    view.setUint32(9, words.byteLength, true)
    yield head
    for (const part of [encoded, words])
      for (let at = 0; at < part.byteLength; at += PIECE) yield part.subarray(at, at + PIECE)
  }
}

export function unpackPages(bytes: Uint8Array): ExtractPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: ExtractPage[] = []
  for (let at = 0; at + HEAD <= bytes.byteLength; ) {
    const textAt = at + HEAD
    const wordsAt = textAt + view.getUint32(at + 5, true)
    const end = wordsAt + view.getUint32(at + 9, true)
    pages.push({
      number: view.getUint32(at, true),
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(textAt, wordsAt)),
      words: unpackWords(bytes.subarray(wordsAt, end)),
      method: methods[view.getUint8(at + 4)] ?? 'none',
    })
    at = end
  }
  return pages
}
