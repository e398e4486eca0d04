/** Which components of a page look like letters, and how tall the page's letters are. */
import type { Components } from './components.ts'

/** Fewer twins than this say nothing. */
const LEAST_TWINS = 12
const SHORTEST = 5

/**
 * The median height of the page's letters, in pixels; 0 when nothing looks like one. Print shows itself by twins: letters
 * of one height side by side on one line. Only where there are none does handwriting, or whatever is there, decide.
 */
export function letterHeightOf(components: Components, pageHeight: number): number {
  const likely = lettersOf(components, pageHeight)
  const twins = twinsOf(components, likely)
  // Where all that is there counts, thousands of specks must not outvote hundreds of letters.
  // Where print and handwriting, or small print and large, share a page, the smaller sets the measure.
  const usual =
    twins.length >= LEAST_TWINS
      ? quantileOf(heightsOf(components, twins), 0.25, () => 1)
      : quantileOf(heightsOf(components, likely), 0.5, (height) => height * height)
  const near = (height: number) => (height > 0.45 * usual && height < 2.2 * usual ? 1 : 0)
  return quantileOf(heightsOf(components, likely), 0.5, near)
}

function lettersOf({ count, left, right, top, bottom, area }: Components, pageHeight: number): number[] {
  const letters: number[] = []
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (height < 3 || height > Math.max(2, pageHeight / 8) || width > 3 * height || height > 8 * width) continue
    if ((area[c] as number) >= 0.12 * width * height) letters.push(c)
  }
  return letters
}

/** Letters with another of their height close to the right, on the same line. */
function twinsOf({ left, right, top, bottom }: Components, letters: readonly number[]): number[] {
  const heightOf = (c: number) => (bottom[c] as number) - (top[c] as number) + 1
  const rows = new Map<number, number[]>()
  const tall = letters.filter((c) => heightOf(c) >= SHORTEST)
  for (const c of tall.sort((a, b) => (left[a] as number) - (left[b] as number))) {
    const row = rows.get(bottom[c] as number)
    if (row) row.push(c)
    else rows.set(bottom[c] as number, [c])
  }
  return tall.filter((c) => {
    const height = heightOf(c)
    const slack = Math.max(1, Math.round(0.1 * height))
    for (let y = (bottom[c] as number) - slack; y <= (bottom[c] as number) + slack; y++) {
      const next = firstAfter(rows.get(y) ?? [], left, right[c] as number)
      if (next === undefined || (left[next] as number) - (right[c] as number) > 0.8 * height) continue
      if (Math.abs(heightOf(next) - height) <= slack) return true
    }
    return false
  })
}

/** Of components in order of `left`, the first beyond `x`. */
function firstAfter(row: readonly number[], left: Int32Array, x: number): number | undefined {
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((left[row[middle] as number] as number) > x) high = middle
    else low = middle + 1
  }
  return row[low]
}

function heightsOf({ top, bottom }: Components, letters: readonly number[]): Float64Array {
  const tallest = letters.reduce((most, c) => Math.max(most, (bottom[c] as number) - (top[c] as number) + 1), 1)
  const heights = new Float64Array(tallest + 1)
  for (const c of letters) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    heights[height] = (heights[height] as number) + 1
  }
  return heights
}

function quantileOf(counts: Float64Array, part: number, weightOf: (value: number) => number): number {
  let left = 0
  counts.forEach((count, value) => {
    left += count * weightOf(value)
  })
  if (left === 0) return 0
  left *= part
  for (let value = 0; value < counts.length; value++) {
    const weight = (counts[value] as number) * weightOf(value)
    if (weight > 0 && left <= weight) return value + left / weight - 0.5
    left -= weight
  }
  return 0
}
