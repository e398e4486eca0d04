/** The line that a piece of print stands on, and how tall its capitals are: what tells a point from a dash, and a comma from both. */
import type { Glyph } from './glyphs.ts'

export interface Baseline {
  /** Y at x = 0. */
  readonly offset: number
  /** Down per pixel to the right. */
  readonly slope: number
}

export const baselineAt = ({ offset, slope }: Baseline, x: number): number => offset + slope * x

/** Below this many letters a line's slope cannot be told from the shapes of its letters. */
const LEAST_FOR_SLOPE = 16

export function fitBaseline(glyphs: readonly Glyph[], letterHeight: number): { baseline: Baseline; capital: number } {
  const letters = glyphs.filter(({ top, bottom }) => bottom - top >= 0.45 * letterHeight)
  if (letters.length === 0)
    return { baseline: { offset: Math.max(...glyphs.map((g) => g.bottom)), slope: 0 }, capital: letterHeight }
  const tall = tallest(letters.map(({ top, bottom }) => bottom - top))
  const standing = mostCommonBottom(letters, tall)
  const flat = { offset: standing, slope: 0 }
  const baseline = letters.length < LEAST_FOR_SLOPE ? flat : straightened(letters, flat, tall)
  const rises = letters.map((g) => baselineAt(baseline, (g.left + g.right) / 2) - g.top)
  return { baseline, capital: capitalOf(rises, letterHeight) }
}

/** The ninth tenth, so that one bracket or swash does not count. */
function tallest(heights: readonly number[]): number {
  const sorted = [...heights].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.9)] as number
}

/** Most letters stand on the line; p, q, g hang below it, quotes hover above. */
function mostCommonBottom(letters: readonly Glyph[], tall: number): number {
  let best = 0
  let most = -1
  for (const { bottom } of letters) {
    let near = 0
    for (const other of letters) near += Math.max(0, 1 - Math.abs(other.bottom - bottom) / (0.15 * tall))
    // of two that are as common the upper one: brackets hang below their figures, two by two
    if (near > most + 1e-9 || (near > most - 1e-9 && bottom < best)) {
      most = near
      best = bottom
    }
  }
  return best
}

/** Least squares over the letters that stand near the line so far; twice, the second time with a narrower eye. */
function straightened(letters: readonly Glyph[], start: Baseline, tall: number): Baseline {
  let line = start
  for (const reach of [0.3, 0.12]) {
    const on = letters.filter((g) => Math.abs(g.bottom - baselineAt(line, (g.left + g.right) / 2)) <= reach * tall)
    if (on.length < LEAST_FOR_SLOPE / 2) return line
    const xs = on.map((g) => (g.left + g.right) / 2)
    const meanX = xs.reduce((sum, x) => sum + x, 0) / xs.length
    const meanY = on.reduce((sum, g) => sum + g.bottom, 0) / on.length
    let across = 0
    let both = 0
    on.forEach((g, i) => {
      const dx = (xs[i] as number) - meanX
      across += dx * dx
      both += dx * (g.bottom - meanY)
    })
    const slope = across === 0 ? 0 : both / across
    line = { offset: meanY - slope * meanX, slope }
  }
  return line
}

/**
 * Letters rise to two heights, small ones and capitals with ascenders. Where both are there, the upper is asked for;
 * where all rise alike they are taken for capitals, unless they are clearly smaller than the page's letters.
 */
function capitalOf(rises: readonly number[], letterHeight: number): number {
  const sorted = rises.filter((rise) => rise > 0.3 * letterHeight).sort((a, b) => a - b)
  if (sorted.length === 0) return letterHeight
  const top = sorted[Math.floor((sorted.length - 1) * 0.9)] as number
  const upper = sorted.filter((rise) => rise > 0.85 * top)
  return upper[upper.length >> 1] as number
}
