/** Sets words on an imaginary page for layout tests: every glyph is half its size wide, a space a quarter. */
import type { PositionedWord } from '../../../src-main/ingest/layout/positioned-word.ts'

export const page = { width: 600, height: 800 }

export function line(text: string, x: number, base: number, size = 10, space = 0.25): PositionedWord[] {
  let at = x
  return text.split(' ').map((word) => {
    const width = word.length * size * 0.5
    const placed = { text: word, x: at, y: base - size * 0.8, width, height: size, size, descent: size * 0.2 }
    at += width + size * space
    return placed
  })
}

export const table = (
  rows: readonly (readonly string[])[],
  xs: readonly number[],
  top: number,
  pitch: number,
  size = 10,
) => rows.map((cells, r) => cells.map((cell, c) => (cell === '' ? [] : line(cell, xs[c] ?? 0, top + r * pitch, size))))
