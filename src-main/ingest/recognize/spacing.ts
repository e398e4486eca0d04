/**
 * Where one word ends and the next begins, told from the white between the letters. On any page these gaps come in two
 * crowds, between letters and between words; where the crowds part depends on the typeface and is measured, not assumed.
 */
import type { Cell } from './cells.ts'

/** In heights of a cell's capitals. */
export interface Spacing {
  /** White up to this is inside a word. */
  readonly letter: number
  /** White from this on is between words; what lies between the two is uncertain. */
  readonly word: number
  /** From the middle of one letter to the middle of the next, the median. */
  readonly pitch: number
}

const BIN = 0.02
const WIDEST = 1.6
const SMOOTHING = 2
/** What print in most faces has, for pages with too little text to measure. */
const USUAL = { letter: 0.22, word: 0.34 }
export const USUAL_PITCH = 0.7
const LEAST_GAPS = 60
/** Words are set apart by no less than this in any face. */
const NARROWEST = 0.18

export function spacingOf(cells: readonly Cell[]): Spacing {
  const gap = gapsOf(cells)
  return { ...gap, pitch: pitchOf(cells, gap.letter) }
}

function gapsOf(cells: readonly Cell[]): Omit<Spacing, 'pitch'> {
  const counts = new Float64Array(Math.ceil(WIDEST / BIN))
  let total = 0
  for (const { glyphs, capital } of cells) {
    if (glyphs.length < 4) continue
    for (const glyph of glyphs.slice(1)) {
      const gap = glyph.gap / capital
      if (gap >= WIDEST) continue
      const bin = Math.max(0, Math.floor(gap / BIN))
      counts[bin] = (counts[bin] as number) + 1
      total++
    }
  }
  if (total < LEAST_GAPS) return USUAL
  return valley(smoothed(counts), parting(counts, total))
}

function smoothed(counts: Float64Array): Float64Array {
  return counts.map((_, i) => {
    let sum = 0
    for (let d = -SMOOTHING; d <= SMOOTHING; d++) sum += (SMOOTHING + 1 - Math.abs(d)) * (counts[i + d] ?? 0)
    return sum
  })
}

/** Where two classes differ most (Otsu 1979). */
function parting(counts: Float64Array, total: number): number {
  const sum = counts.reduce((all, count, i) => all + i * count, 0)
  let below = 0
  let sumBelow = 0
  let best = -1
  let at = 0
  counts.forEach((count, i) => {
    below += count
    sumBelow += i * count
    if (below === 0 || below === total) return
    const apart = sumBelow / below - (sum - sumBelow) / (total - below)
    const spread = below * (total - below) * apart * apart
    if (spread > best) {
      best = spread
      at = i
    }
  })
  return at
}

/** From the parting down to the emptiest place near it, and as far to both sides as it stays nearly as empty. */
function valley(density: Float64Array, parting: number): Omit<Spacing, 'pitch'> {
  const from = Math.max(Math.round(NARROWEST / BIN), Math.floor(parting * 0.6))
  const to = Math.min(density.length - 1, Math.ceil(parting * 1.4))
  let floor = from
  for (let i = from; i <= to; i++) if ((density[i] as number) < (density[floor] as number)) floor = i
  const peak = Math.max(...density)
  const level = Math.max(2 * (density[floor] as number), 0.01 * peak)
  let low = floor
  let high = floor
  while (low > from && (density[low - 1] as number) <= level) low--
  while (high < density.length - 1 && (density[high + 1] as number) <= level) high++
  const middle = ((low + high) / 2) * BIN
  return { letter: Math.max(low * BIN, 0.75 * middle), word: Math.min((high + 1) * BIN, 1.2 * middle) }
}

function pitchOf(cells: readonly Cell[], letter: number): number {
  const all: number[] = []
  for (const { glyphs, capital } of cells) {
    for (let i = 1; i < glyphs.length; i++) {
      const a = glyphs[i - 1]
      const b = glyphs[i]
      if (a && b && b.gap < letter * capital) all.push((b.left + b.right - a.left - a.right) / 2 / capital)
    }
  }
  return all.sort((a, b) => a - b)[all.length >> 1] ?? USUAL_PITCH
}
