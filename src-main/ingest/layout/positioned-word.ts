/**
 * What the layout takes in: words and where they stand on the page as it is shown, in any one unit, origin top left.
 * A word holds no white space; its box is the page-aligned rectangle round its glyphs' line height.
 */
export interface PositionedWord {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Font size in the page's unit. */
  readonly size: number
  /** Distance from the baseline to the lower edge of the box; 0.2 of the size when unknown. */
  readonly descent?: number
  /** Which way the text runs; absent: left to right across the page. */
  readonly turn?: Turn
  /** 0..1, from recognition. */
  readonly confidence?: number
  /** The readings, or the ink, contradict the text. */
  readonly doubtful?: true
}

/** Quarter turns clockwise of the writing direction; 4 is anything askew. */
export type Turn = 0 | 1 | 2 | 3 | 4

export interface PageSize {
  readonly width: number
  readonly height: number
}
