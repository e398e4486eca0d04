/** Which components of a page look like letters, and how tall the page's letters are. */
import type { Components } from './components.ts'

/**
 * The median height of what looks like a letter, in pixels; 0 when nothing does. Heights are first weighed by their
 * square, so that thousands of specks do not outvote hundreds of letters.
 */
export function letterHeightOf(components: Components, pageHeight: number): number {
  const { count, left, right, top, bottom, area } = components
  const heights = new Float64Array(Math.max(2, Math.ceil(pageHeight / 8)))
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (height < 3 || height >= heights.length || width > 3 * height || height > 8 * width) continue
    if ((area[c] as number) < 0.12 * width * height) continue
    heights[height] = (heights[height] as number) + 1
  }
  const usual = medianOf(heights, (height) => height * height)
  return medianOf(heights, (height) => (height > 0.45 * usual && height < 2.2 * usual ? 1 : 0))
}

function medianOf(counts: Float64Array, weightOf: (value: number) => number): number {
  let left = 0
  counts.forEach((count, value) => {
    left += count * weightOf(value)
  })
  if (left === 0) return 0
  left /= 2
  for (let value = 0; value < counts.length; value++) {
    const part = (counts[value] as number) * weightOf(value)
    if (part > 0 && left <= part) return value + left / part - 0.5
    left -= part
  }
  return 0
}
