/** A page of a format that has no sheets and no positions. */
import { chunkPage } from '../chunk.ts'
import type { ReadPage } from '../read-page.ts'

export interface ReadSections {
  readonly title?: string
  readonly pages: ReadPage[]
}

export const toSection = (number: number, text: string): ReadPage => ({
  number,
  text,
  words: new Uint8Array(),
  method: 'text',
  needsOcr: false,
  chunks: chunkPage(text),
})
