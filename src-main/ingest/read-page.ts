/**
 * What reading one page yields, whatever the format: text in reading order, where its words stand, and how sure
 * we are. Engines produce it, the pipeline stores it; nothing here knows either.
 */

/** x, y, width, height as fractions (0..1) of the page as it is shown, origin top left. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** One word of a page. `start`/`length` count UTF-16 units in the page's text. */
export interface Word {
  readonly start: number
  readonly length: number
  readonly box: Box
  /** 0..1; absent when the word was not recognised from an image but taken from a text layer. */
  readonly confidence?: number
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
