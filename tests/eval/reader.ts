/** What is scored: anything that takes the bytes of an image and answers words with boxes. Nothing here knows who it is. */
import type { PageNotice, PageReading } from '#contract/documents.ts'
import type { Box } from '../../src-main/ingest/read-page.ts'

export interface PlacedWord {
  readonly text: string
  /** Tight round the ink, as fractions of the page as shown. */
  readonly box: Box
}

export interface ReadWord extends PlacedWord {
  /** 0..1 */
  readonly confidence: number
  /** The reader itself says that this word may be wrong. */
  readonly doubtful: boolean
}

export interface ReadResult {
  readonly text: string
  readonly words: readonly ReadWord[]
  /** Where the reader saw ink that it does not vouch for. */
  readonly unread: readonly Box[]
  readonly reading: PageReading
  /** Quarter turns clockwise that stand the page upright. */
  readonly turn: 0 | 1 | 2 | 3
  readonly notices: readonly PageNotice[]
  readonly ms: number
  /** How often the recogniser went over the page: 1 is its whole area once. */
  readonly passes: number
}

/** Answers one result for each page of the image. */
export type Read = (image: Uint8Array, format: string) => Promise<readonly ReadResult[]>

export interface Reader {
  readonly read: Read
  close(): Promise<void>
}
