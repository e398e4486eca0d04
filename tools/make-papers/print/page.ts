/**
 * A page as marks at places, in points from the top left corner, before any machine has printed, scanned or
 * photographed it. Every visible word is one mark, so that what the page says is known exactly.
 */
import type { FaceName } from './faces.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Style {
  readonly face: FaceName
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** A CSS colour; black toner when absent. */
  readonly ink?: string
}

/** Text without white space. `angle` turns it clockwise round its start, in radians. */
export interface WordMark {
  readonly kind: 'word'
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly style: Style
  readonly angle?: number
}

export interface LineMark {
  readonly kind: 'line'
  readonly from: Point
  readonly to: Point
  readonly width: number
  readonly ink: string
  readonly dash?: readonly number[]
}

export interface AreaMark {
  readonly kind: 'area'
  readonly corners: readonly Point[]
  readonly ink: string
}

/** Written by hand: strokes nobody is expected to read. */
export interface HandwritingMark {
  readonly kind: 'handwriting'
  readonly strokes: readonly (readonly Point[])[]
  readonly width: number
  readonly ink: string
}

/** A logo, a photograph, a barcode: ink that is not writing, made of areas. */
export interface PictureMark {
  readonly kind: 'picture'
  readonly areas: readonly AreaMark[]
}

export type Mark = WordMark | LineMark | AreaMark | HandwritingMark | PictureMark

export interface Page {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** The black of a printer. */
export const TONER = '#151515'

export interface PaperSize {
  readonly width: number
  readonly height: number
}
export const A4: PaperSize = { width: 595.3, height: 841.9 }
export const LETTER: PaperSize = { width: 612, height: 792 }
