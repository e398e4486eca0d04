/**
 * The writing on a page as pieces of printed lines: what stands close together on one line, a table's cell or a whole
 * line of prose. Found from the shapes of the ink alone, so that recognition need not look for lines again.
 */
import { type Baseline, fitBaseline } from './baseline.ts'
import type { Components } from './components.ts'
import { type Glyph, glyphsOf } from './glyphs.ts'
import { type Outlines, outlinesOf } from './outlines.ts'

export interface Cell {
  /** From left to right. */
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly top: number
  /** Exclusive. */
  readonly right: number
  /** Exclusive. */
  readonly bottom: number
  readonly baseline: Baseline
  /** Height of capitals and digits; an estimate where the cell has none. */
  readonly capital: number
}

/** All in letter heights unless they are ratios. */
const SMALLEST_LETTER = 0.45
/** Commas of a large type are as tall as small letters, and overlap too little of their neighbours to be joined as one. */
const SMALLEST_ALONE = 0.6
const TALLEST_LETTER = 8
const WIDEST_LETTER = 12
const WIDEST_GAP = 1.7
const LARGEST_RATIO = 2.4
const LEAST_OVERLAP = 0.5
const LEAST_INK = 0.01

/** `letterHeight`: the page's median. Cells come in no order that matters. */
export function findCells(components: Components, letterHeight: number): Cell[] {
  const { count, left, top, right, bottom, area } = components
  const letters: number[] = []
  const marks: number[] = []
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (height > TALLEST_LETTER * letterHeight || width > WIDEST_LETTER * letterHeight) continue
    if (height >= SMALLEST_LETTER * letterHeight) letters.push(c)
    else if ((area[c] as number) >= LEAST_INK * letterHeight ** 2) marks.push(c)
  }
  const isCommaLike = ([only, ...more]: readonly number[]) =>
    only !== undefined && more.length === 0 && heightOf(components, only) < SMALLEST_ALONE * letterHeight
  const joined = joinLetters(components, letters, letterHeight)
  const groups = joined.filter((members) => !isCommaLike(members))
  const near = addMarks(components, groups, [...marks, ...joined.filter(isCommaLike).flat()])
  for (const members of joined) if (isCommaLike(members) && !near.has(members[0] as number)) groups.push(members)
  const outlines = outlinesOf(components)
  return groups.map((members) => toCell(components, outlines, members, letterHeight))
}

function joinLetters(components: Components, letters: number[], letterHeight: number): number[][] {
  const { left, top, right, bottom } = components
  letters.sort((a, b) => (left[a] as number) - (left[b] as number))
  const parent = Int32Array.from(letters, (_, i) => i)
  const tall = (c: number) => heightOf(components, c)
  const widest = WIDEST_GAP * Math.max(letterHeight, ...letters.map(tall).filter((h) => h < 4 * letterHeight))
  for (let i = 0; i < letters.length; i++) {
    const a = letters[i] as number
    for (let j = i + 1; j < letters.length; j++) {
      const b = letters[j] as number
      const gap = (left[b] as number) - (right[a] as number)
      if (gap > widest) break
      const small = Math.min(tall(a), tall(b))
      const large = Math.max(tall(a), tall(b))
      if (large > LARGEST_RATIO * small || gap > WIDEST_GAP * Math.max(letterHeight, small)) continue
      const common =
        Math.min(bottom[a] as number, bottom[b] as number) - Math.max(top[a] as number, top[b] as number) + 1
      if (common >= LEAST_OVERLAP * small) parent[rootOf(parent, j)] = rootOf(parent, i)
    }
  }
  const groups = new Map<number, number[]>()
  letters.forEach((c, i) => {
    const root = rootOf(parent, i)
    const group = groups.get(root)
    if (group) group.push(c)
    else groups.set(root, [c])
  })
  return [...groups.values()]
}

function rootOf(parent: Int32Array, i: number): number {
  let at = i
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number
    at = parent[at] as number
  }
  return at
}

/** How far off a line's letters a point, a dash, an accent may stand; in heights of those letters. */
const REACH_DOWN = 0.45
const REACH_ACROSS = 0.7
const DASH_REACH_ACROSS = 1.2

/** Points, commas, dashes and accents join the nearest letters of their line; what is near none is left out. Those added. */
function addMarks(components: Components, groups: number[][], marks: readonly number[]): ReadonlySet<number> {
  const bounds = groups.map((members) => boundsOf(components, members))
  const added: number[][] = groups.map(() => [])
  for (const mark of marks) {
    const x0 = components.left[mark] as number
    const x1 = (components.right[mark] as number) + 1
    const y0 = components.top[mark] as number
    const y1 = (components.bottom[mark] as number) + 1
    const across = x1 - x0 >= 1.5 * (y1 - y0) ? DASH_REACH_ACROSS : REACH_ACROSS
    let best = -1
    let nearest = Number.POSITIVE_INFINITY
    bounds.forEach(({ left, top, right, bottom, height }, i) => {
      const dx = Math.max(0, left - x1, x0 - right)
      const dy = Math.max(0, top - y1, y0 - bottom)
      if (dx > across * height || dy > REACH_DOWN * height || dx + 2 * dy >= nearest) return
      nearest = dx + 2 * dy
      best = i
    })
    added[best]?.push(mark)
  }
  groups.forEach((members, i) => {
    members.push(...(added[i] ?? []))
  })
  return new Set(added.flat())
}

const heightOf = ({ top, bottom }: Components, c: number) => (bottom[c] as number) - (top[c] as number) + 1

function boundsOf({ left, top, right, bottom }: Components, members: readonly number[]) {
  const heights = members.map((c) => (bottom[c] as number) - (top[c] as number) + 1).sort((a, b) => a - b)
  return {
    left: Math.min(...members.map((c) => left[c] as number)),
    top: Math.min(...members.map((c) => top[c] as number)),
    right: Math.max(...members.map((c) => right[c] as number)) + 1,
    bottom: Math.max(...members.map((c) => bottom[c] as number)) + 1,
    height: heights[heights.length >> 1] as number,
  }
}

function toCell(components: Components, outlines: Outlines, members: readonly number[], letterHeight: number): Cell {
  const { left, top, right, bottom } = boundsOf(components, members)
  const glyphs = glyphsOf(components, outlines, members)
  return { glyphs, left, top, right, bottom, ...fitBaseline(glyphs, letterHeight) }
}
