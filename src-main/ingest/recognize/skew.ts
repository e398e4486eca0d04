/**
 * How far the lines of a page slope: the angle at which the profile of its letters, projected along the lines, has the
 * sharpest steps (Postl 1986).
 */
import type { Components } from './components.ts'

export interface Points {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
}

const DEGREE = Math.PI / 180
const WIDEST = 10 * DEGREE
const MOST_POINTS = 30_000

/** Ink of what may be a letter: neither rules, frames and pictures nor, where letters are known, specks. */
export function letterPoints(components: Components, letterHeight: number): Points {
  const { left, right, top, bottom, runs } = components
  const isLetter = (c: number) => {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    return height > 0.45 * letterHeight && height < 2.5 * letterHeight && width < 8 * letterHeight
  }
  const chosen = Uint8Array.from({ length: components.count }, (_, c) => (isLetter(c) ? 1 : 0))
  let total = 0
  for (let i = 0; i < runs.count; i++) {
    if (chosen[runs.component[i] as number] === 1) total += (runs.end[i] as number) - (runs.start[i] as number)
  }
  const every = Math.max(1, total / MOST_POINTS)
  const x = new Float32Array(Math.ceil(total / every))
  const y = new Float32Array(x.length)
  let count = 0
  let until = 0
  for (let i = 0; i < runs.count; i++) {
    if (chosen[runs.component[i] as number] !== 1) continue
    const end = runs.end[i] as number
    let at = (runs.start[i] as number) + until
    for (; at < end && count < x.length; at += every, count++) {
      x[count] = Math.floor(at) + 0.5
      y[count] = (runs.row[i] as number) + 0.5
    }
    until = at - end
  }
  return { count, x, y }
}

/** The points as they lie after a quarter turn anticlockwise: columns become lines. */
export const turnedPoints = ({ count, x, y }: Points): Points => ({ count, x: y, y: x.map((value) => -value) })

/** Radians; lines fall to the right by this. */
export function skewOf(points: Points): number {
  let best = { angle: 0, energy: energyAt(points, 0) }
  for (const step of [0.5 * DEGREE, 0.1 * DEGREE, 0.02 * DEGREE]) {
    const middle = best.angle
    const reach = step > 0.4 * DEGREE ? WIDEST : 5 * step
    for (let angle = middle - reach; angle <= middle + reach; angle += step) {
      const energy = energyAt(points, angle)
      if (energy > best.energy) best = { angle, energy }
    }
  }
  return best.angle
}

function energyAt({ count, x, y }: Points, angle: number): number {
  const slope = Math.tan(angle)
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const at = (y[i] as number) - (x[i] as number) * slope
    if (at < lowest) lowest = at
    if (at > highest) highest = at
  }
  if (count === 0) return 0
  const bins = new Float64Array(Math.ceil(highest - lowest) + 3)
  for (let i = 0; i < count; i++) {
    const at = (y[i] as number) - (x[i] as number) * slope - lowest
    const bin = Math.floor(at)
    // Shared between two bins, so that the profile changes smoothly with the angle.
    bins[bin + 1] = (bins[bin + 1] as number) + at - bin
    bins[bin] = (bins[bin] as number) + 1 - (at - bin)
  }
  let energy = 0
  for (let i = 1; i < bins.length; i++) energy += ((bins[i] as number) - (bins[i - 1] as number)) ** 2
  return energy
}
