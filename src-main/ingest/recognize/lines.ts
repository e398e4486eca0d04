/** Letters that stand beside each other, chained into pieces of printed lines: the page's text as far as shapes alone tell. */
import type { PixelBox } from '../image/raster.ts'
import type { Components } from './components.ts'

export interface Line {
  readonly box: PixelBox
  /** Components of letter height, from left to right. */
  readonly letters: readonly number[]
}

/** Furthest gap between letters of one piece, and least common height, in letters. */
const WIDEST_GAP = 1.6
const LEAST_OVERLAP = 0.5
const LARGEST_RATIO = 2.2

export function findLines(components: Components, letterHeight: number): Line[] {
  const { left, right, top, bottom } = components
  const letters = lettersOf(components, letterHeight)
  const next = new Map<number, number>()
  const hasBefore = new Set<number>()
  for (const row of rowsOf(components, letters, letterHeight)) {
    for (let i = 0; i < row.length; i++) {
      const a = row[i] as number
      const found = neighbour(components, row, i, letterHeight)
      if (found === undefined) continue
      const known = next.get(a)
      if (known === undefined || (left[found] as number) < (left[known] as number)) next.set(a, found)
    }
  }
  for (const to of next.values()) hasBefore.add(to)
  const taken = new Set<number>()
  const lines: Line[] = []
  for (const start of letters) {
    if (hasBefore.has(start)) continue
    const chain: number[] = []
    for (let at: number | undefined = start; at !== undefined && !taken.has(at); at = next.get(at)) {
      taken.add(at)
      chain.push(at)
    }
    if (chain.length > 0) lines.push({ box: boxRound(chain), letters: chain })
  }
  return lines

  function boxRound(chain: readonly number[]): PixelBox {
    const x = Math.min(...chain.map((c) => left[c] as number))
    const y = Math.min(...chain.map((c) => top[c] as number))
    const width = Math.max(...chain.map((c) => right[c] as number)) - x + 1
    const height = Math.max(...chain.map((c) => bottom[c] as number)) - y + 1
    return { x, y, width, height }
  }
}

/** From left to right. */
function lettersOf({ count, left, right, top, bottom }: Components, letterHeight: number): number[] {
  const letters: number[] = []
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (height >= 0.45 * letterHeight && height <= 8 * letterHeight && width <= 12 * letterHeight) letters.push(c)
  }
  return letters.sort((a, b) => (left[a] as number) - (left[b] as number))
}

/** Each letter is in every band of a letter's height that it touches, so that two side by side meet in one at least. */
function rowsOf({ top, bottom }: Components, letters: readonly number[], letterHeight: number): number[][] {
  const rows: number[][] = []
  for (const c of letters) {
    const last = Math.floor((bottom[c] as number) / letterHeight)
    for (let row = Math.floor((top[c] as number) / letterHeight); row <= last; row++) {
      const members = rows[row]
      if (members) members.push(c)
      else rows[row] = [c]
    }
  }
  return rows.filter((row) => row !== undefined)
}

function neighbour({ left, right, top, bottom }: Components, row: readonly number[], i: number, letterHeight: number) {
  const a = row[i] as number
  const height = (bottom[a] as number) - (top[a] as number) + 1
  for (let j = i + 1; j < row.length; j++) {
    const b = row[j] as number
    if ((left[b] as number) - (right[a] as number) > WIDEST_GAP * Math.max(letterHeight, height)) return undefined
    const other = (bottom[b] as number) - (top[b] as number) + 1
    const common = Math.min(bottom[a] as number, bottom[b] as number) - Math.max(top[a] as number, top[b] as number) + 1
    const small = Math.min(height, other)
    if (common >= LEAST_OVERLAP * small && Math.max(height, other) <= LARGEST_RATIO * small) return b
  }
  return undefined
}
