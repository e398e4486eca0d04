/**
 * A line for the engine to read: cells of one printed row put side by side at one size, the white between words and
 * between cells brought to what ordinary print has. Spaces that are narrow in small type are lost otherwise, and wide
 * white costs time and yields nothing.
 */
import type { Raster } from '../image/raster.ts'
import { baselineAt } from './baseline.ts'
import type { Cell } from './cells.ts'
import { sampleWindow } from './sample-window.ts'
import type { WordGap } from './word-gap.ts'

export interface StripStyle {
  /** Height of the capitals in the strip. */
  readonly capital: number
  /** How much wider than tall letters are drawn: narrow faces lose their points otherwise. */
  readonly stretch: number
  readonly wordGap: WordGap
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
}

/** In heights of capitals: above and below the baseline, round the line, between words, between cells. */
const ABOVE = Number(process.env.AB ?? 1.45)
const BELOW = Number(process.env.BE ?? 0.45)
const MARGIN = 0.35
const WORD_SPACE = Number(process.env.WS ?? 0.7)
const CELL_SPACE = Number(process.env.CS ?? 1.1)

/** `cells`: of one row, from left to right; `capital`: of the row, in pixels of `grey`. */
export function drawStrip(grey: Raster, cells: readonly Cell[], capital: number, style: StripStyle): Strip {
  const height = Math.round((ABOVE + BELOW) * style.capital)
  const scaleY = style.capital / capital
  const scaleX = scaleY * style.stretch
  const pieces = cells.map((cell) => drawCell(grey, cell, { ...style, scaleX, scaleY, height }))
  const margin = Math.round(MARGIN * style.capital)
  const space = Math.round(CELL_SPACE * style.capital * style.stretch)
  const width = pieces.reduce((sum, piece) => sum + piece.columns.length, 0) + 2 * margin + space * (pieces.length - 1)
  const data = new Uint8Array(width * height).fill(255)
  const places: Place[] = []
  let x = margin
  for (const { cell, source, columns, spans } of pieces) {
    for (let row = 0; row < height; row++) {
      const from = row * source.width
      const to = row * width + x
      for (let i = 0; i < columns.length; i++) data[to + i] = source.data[from + (columns[i] as number)] as number
    }
    spans.forEach(({ left, right }, index) => {
      places.push({ cell, index, left: x + left, right: x + right })
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
  return { cell, source: whitened(source), ...respaced(cell, { x, scaleX, width, capital, wordGap: drawing.wordGap }) }
}

function whitened(image: Raster): Raster {
  const counts = new Int32Array(256)
  for (const v of image.data) counts[v] = (counts[v] as number) + 1
  let dark = 0
  for (let n = 0; dark < 255 && n < 0.02 * image.data.length; dark++) n += counts[dark] as number
  let white = 255
  for (let n = 0; white > 0 && n < 0.4 * image.data.length; white--) n += counts[white] as number
  white = Math.max(dark + 40, white - WHITE)
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round(((v - dark) * 255) / (white - dark)))))
  return { ...image, data: image.data.map((v) => table[v] as number) }
}
const WHITE = Number(process.env.WHITE ?? 12)

interface Spacing {
  readonly x: number
  readonly scaleX: number
  readonly width: number
  readonly capital: number
  readonly wordGap: WordGap
}

/** Gaps between words become WORD_SPACE, by repeating or leaving out columns in their middle. */
function respaced({ glyphs, capital: own }: Cell, { x, scaleX, width, capital, wordGap }: Spacing) {
  const columns: number[] = []
  const spans: { left: number; right: number }[] = []
  const columnOf = (at: number) => Math.min(width, Math.max(0, Math.round((at - x) * scaleX)))
  const wanted = Math.round(WORD_SPACE * capital * scaleX)
  let at = 0
  const upTo = (end: number) => {
    while (at < end) columns.push(at++)
  }
  glyphs.forEach(({ left, right }, i) => {
    const before = glyphs[i - 1]
    const gap = before === undefined ? 0 : left - before.right
    if (before !== undefined && gap >= wordGap.word * own) {
      const middle = columnOf((before.right + left) / 2)
      const missing = wanted - Math.round(gap * scaleX)
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
