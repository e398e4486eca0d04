/**
 * What reading one page yields, whatever the format: text in reading order, where its words stand, and how sure
 * we are. Engines produce it, the pipeline stores it; nothing here knows either.
 */
import type { PageNotice, PageReading } from '#contract/documents.ts'

/** x, y, width, height as fractions (0..1) of the page as it is shown, origin top left. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** One word of a page. `start`/`length` count UTF-16 units in the page's text. */
export interface Word {
  readonly start: number
  readonly length: number
  readonly box: Box
  /** 0..1; absent when the word was not recognised from an image but taken from a text layer. */
  readonly confidence?: number
  /** The readings of the word, or its ink, contradict each other: a person should look before relying on it. */
  readonly doubtful?: true
}

/** A half-open range [start, end) of UTF-16 units in the page's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface ReadPage {
  /** 1-based: the sheet of a paged format, the section of an unpaged one. */
  readonly number: number
  /** Lines end in \n, table cells of one row are set apart by \t, blocks by an empty line. */
  readonly text: string
  /** packWords(words): empty for formats without positions. */
  readonly words: Uint8Array
  /** `none`: the page holds ink that is not text we could read. */
  readonly method: 'text' | 'ocr' | 'none'
  /** Mean word confidence 0..1; absent for text layers. */
  readonly confidence?: number
  /** The page's text is missing or too poor to rely on; it must be recognised from its image. */
  readonly needsOcr: boolean
  /** Where the page's chunks lie, from ingest/chunk.ts. */
  readonly chunks: readonly Span[]
}

/** What looking at a page's image yields: the page as recognised, and what in it stayed unread. */
export interface SeenPage extends ReadPage {
  readonly reading: PageReading
  /** Quarter turns clockwise that stand the page upright. */
  readonly turn: 0 | 1 | 2 | 3
  /** Where there is ink that no confident word accounts for; rules, logos and pictures are not in it. */
  readonly unread: readonly Box[]
  readonly notices: readonly PageNotice[]
  /** ISO 639-3, when the page's words tell. */
  readonly language?: string
  /** The language without whose pack the page cannot be recognised; it has then no text. */
  readonly needsLanguage?: string
}
