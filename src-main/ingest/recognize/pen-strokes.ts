/** Connected ink and how much of it lies on words that were read; which of it is drawn round or under words, not written. */
import type { PixelBox } from '../image/raster.ts'
import type { Components } from './components.ts'

export interface Stroke {
  /** Its number among the components. */
  readonly component: number
  readonly box: PixelBox
  /** Pixels of ink. */
  readonly area: number
  /** Of them, on words that were read. */
  readonly covered: number
  /** Of them, on none and well inside the box. */
  readonly inside: number
  /** How often its rows of pixels cross it, on the average. */
  readonly crossings: number
}

/** The border that does not count as inside, as part of each side. */
const BORDER = 0.2

/** `near`: 1 where a word that was read lies. */
export function penStrokes(
  { count, left, top, right, bottom, area, runs }: Components,
  near: Uint8Array,
  width: number,
): Stroke[] {
  const covered = new Int32Array(count)
  const inside = new Int32Array(count)
  const crossings = new Int32Array(count)
  for (let i = 0; i < runs.count; i++) {
    const c = runs.component[i] as number
    const y = runs.row[i] as number
    const [x0, y0, x1, y1] = [left[c] as number, top[c] as number, right[c] as number, bottom[c] as number]
    const start = runs.start[i] as number
    const end = runs.end[i] as number
    const marginX = BORDER * (x1 - x0)
    const marginY = BORDER * (y1 - y0)
    const row = y >= y0 + marginY && y <= y1 - marginY
    let on = 0
    let off = 0
    for (let x = start; x < end; x++) {
      if (near[y * width + x] === 1) on++
      else if (row && x >= x0 + marginX && x <= x1 - marginX) off++
    }
    covered[c] = (covered[c] as number) + on
    inside[c] = (inside[c] as number) + off
    crossings[c] = (crossings[c] as number) + 1
  }
  return Array.from({ length: count }, (_, component) => {
    const x = left[component] as number
    const y = top[component] as number
    const height = (bottom[component] as number) - y + 1
    return {
      component,
      box: { x, y, width: (right[component] as number) - x + 1, height },
      area: area[component] as number,
      covered: covered[component] as number,
      inside: inside[component] as number,
      crossings: (crossings[component] as number) / height,
    }
  })
}

const LEAST_FRAME = 2.5
const INSIDE_FRAME = 0.03

/** The frame of a stamp, a ring round a word, a bracket: its ink runs along its box, and what stands in it is not its own. */
export function isFrame({ box, area, inside }: Stroke, letterHeight: number): boolean {
  return Math.min(box.width, box.height) >= LEAST_FRAME * letterHeight && inside <= INSIDE_FRAME * area
}

const LEAST_SWEEP = 3
const LEAST_ASPECT = 3

/** A line drawn under, beside or through something: long, and crossed by few rows of pixels for its length. */
export function isSweep({ box: { width, height }, crossings }: Stroke, letterHeight: number): boolean {
  const aspect = Math.max(width, height) / Math.min(width, height)
  if (Math.max(width, height) < LEAST_SWEEP * letterHeight || aspect < LEAST_ASPECT) return false
  return width > height ? crossings <= 0.4 * aspect + 1 : crossings <= 1.5
}
