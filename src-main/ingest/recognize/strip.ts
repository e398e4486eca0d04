/**
 * A line for the engine to read: cells of one printed row put side by side at one size, the white between words and
 * between cells brought to what ordinary print has. Spaces that are narrow in small type are lost otherwise, and wide
 * white costs time and yields nothing.
 */
import type { Raster } from '../image/raster.ts'
import { baselineAt } from './baseline.ts'
import type { Cell } from './cells.ts'
import { measureGlyph } from './glyph-shape.ts'
import { sampleWindow } from './sample-window.ts'
import type { Spacing } from './spacing.ts'

export interface StripStyle {
  /** Height of the capitals in the strip. */
  readonly capital: number
  /** How much wider than tall a cell's letters are drawn: narrow faces lose their points otherwise. */
  readonly stretch: (cell: Cell) => number
  readonly spacing: Spacing
  /** Least white on both sides of points and dashes, in heights of capitals: set apart they are not overlooked. */
  readonly markSpace?: number
}

export interface Strip {
  readonly image: Raster
  /** Where each glyph of each cell stands across the strip, in the order given. */
  readonly places: readonly Place[]
  /** Y of the baseline in the strip. */
  readonly baseline: number
}

export interface Place {
  readonly cell: Cell
  /** Of the cell's glyphs. */
  readonly index: number
  readonly left: number
  readonly right: number
  /** Width of what is as wide as capitals are high. */
  readonly unit: number
}

/** In heights of capitals: above and below the baseline, round the line, between words, between cells. */
const ABOVE = 1.45
const BELOW = 0.45
const MARGIN = 0.35
const WORD_SPACE = 0.7
const CELL_SPACE = 2.4

/** `cells`: of one row, from left to right; `capital`: of the row, in pixels of `grey`. */
export function drawStrip(grey: Raster, cells: readonly Cell[], capital: number, style: StripStyle): Strip {
  const height = Math.round((ABOVE + BELOW) * style.capital)
  const scaleY = style.capital / capital
  const pieces = cells.map((cell) =>
    drawCell(grey, cell, { ...style, scaleX: scaleY * style.stretch(cell), scaleY, height }),
  )
  const margin = Math.round(MARGIN * style.capital)
  const space = Math.round(CELL_SPACE * style.capital)
  const width = pieces.reduce((sum, piece) => sum + piece.columns.length, 0) + 2 * margin + space * (pieces.length - 1)
  const data = new Uint8Array(width * height).fill(255)
  const places: Place[] = []
  let x = margin
  for (const { cell, source, columns, spans, unit } of pieces) {
    for (let row = 0; row < height; row++) {
      const from = row * source.width
      const to = row * width + x
      for (let i = 0; i < columns.length; i++) data[to + i] = source.data[from + (columns[i] as number)] as number
    }
    spans.forEach(({ left, right }, index) => {
      places.push({ cell, index, left: x + left, right: x + right, unit })
    })
    x += columns.length + space
  }
  return { image: { width, height, data }, places, baseline: Math.round(ABOVE * style.capital) }
}

interface Drawing extends StripStyle {
  readonly scaleX: number
  readonly scaleY: number
  readonly height: number
}

/** Paper kept to the left and right of a cell, and above and below its ink, in heights of capitals. */
const PAD = 0.25
const EDGE = 0.15

interface Piece {
  readonly cell: Cell
  readonly source: Raster
  /** For each column of the strip the column of `source` that it shows. */
  readonly columns: readonly number[]
  readonly spans: readonly { readonly left: number; readonly right: number }[]
  readonly unit: number
}

function drawCell(grey: Raster, cell: Cell, drawing: Drawing): Piece {
  const { scaleX, scaleY, height } = drawing
  const capital = drawing.capital / scaleY
  const pad = PAD * capital
  const x = cell.left - pad
  const width = Math.max(1, Math.round((cell.right - cell.left + 2 * pad) * scaleX))
  const { offset, slope } = cell.baseline
  const source = sampleWindow(grey, {
    x,
    width: width / scaleX,
    y: baselineAt({ offset, slope }, cell.left) - ABOVE * capital,
    height: height / scaleY,
    slope,
    across: width,
    down: height,
    // what belongs to the lines above and below is not shown
    least: cell.top - EDGE * capital,
    most: cell.bottom + EDGE * capital,
  })
  return {
    cell,
    source: whitened(source),
    unit: capital * scaleX,
    ...respaced(cell, { ...drawing, x, width, capital }),
  }
}

function whitened(image: Raster): Raster {
  const counts = new Int32Array(256)
  for (const v of image.data) counts[v] = (counts[v] as number) + 1
  let dark = 0
  for (let n = 0; dark < 255 && n < 0.02 * image.data.length; dark++) n += counts[dark] as number
  let white = 255
  for (let n = 0; white > 0 && n < 0.4 * image.data.length; white--) n += counts[white] as number
  white = Math.max(dark + 40, white - WHITE)
  const table = Uint8Array.from({ length: 256 }, (_, v) =>
    Math.max(0, Math.min(255, Math.round(((v - dark) * 255) / (white - dark)))),
  )
  return { ...image, data: image.data.map((v) => table[v] as number) }
}
const WHITE = 12

interface Layout {
  readonly x: number
  readonly scaleX: number
  readonly width: number
  readonly capital: number
  readonly spacing: Spacing
  readonly markSpace?: number
}

/** Gaps between words become WORD_SPACE, by repeating or leaving out columns in their middle. */
function respaced(cell: Cell, { x, scaleX, width, capital, spacing, markSpace = 0 }: Layout) {
  const { glyphs, capital: own } = cell
  const isMark = glyphs.map((glyph) => markSpace > 0 && ['low', 'mid'].includes(measureGlyph(glyph, cell).shape))
  const columns: number[] = []
  const spans: { left: number; right: number }[] = []
  const columnOf = (at: number) => Math.min(width, Math.max(0, Math.round((at - x) * scaleX)))
  let at = 0
  const upTo = (end: number) => {
    while (at < end) columns.push(at++)
  }
  glyphs.forEach(({ left, right }, i) => {
    const before = glyphs[i - 1]
    const gap = before === undefined ? 0 : left - before.right
    const isSpace = gap >= spacing.word * own
    if (before !== undefined && (isSpace || isMark[i] || isMark[i - 1])) {
      const middle = columnOf((before.right + left) / 2)
      const wanted = isSpace ? WORD_SPACE * capital : Math.max(gap, markSpace * capital)
      const missing = Math.round((wanted - gap) * scaleX)
      if (missing > 0) {
        upTo(middle)
        for (let k = 0; k < missing; k++) columns.push(middle)
      } else {
        upTo(middle + Math.ceil(missing / 2))
        at = middle - Math.floor(missing / 2)
      }
    }
    const shift = columns.length - at
    spans.push({ left: columnOf(left) + shift, right: columnOf(right) + shift })
    upTo(columnOf(right))
  })
  upTo(width)
  return { columns, spans }
}
