/** Moves the sides of a roughly known sheet onto its true edges, to a fraction of a pixel of the full picture. */
import { distance, type Point, type Quad, sideOf } from './quad.ts'
import type { Raster } from './raster.ts'

const samplesPerSide = 90

/** `reach`: how far, in pixels, a side may be off. A side whose edge is not found stays where it is. */
export function refineQuad(raster: Raster, quad: Quad, reach: number): Quad {
  const lines = [0, 1, 2, 3].map((i) => refineSide(raster, sideOf(quad, i), reach))
  const corners = [3, 0, 1, 2].map((before, i) => meet(lines[before] as Line, lines[i] as Line))
  const moved = corners.some((corner, i) => !corner || distance(corner, quad[i] as Point) > 4 * reach)
  return moved ? quad : (corners as unknown as Quad)
}

/** A point and a unit direction. */
type Line = readonly [x: number, y: number, ux: number, uy: number]

function refineSide(raster: Raster, [from, to]: readonly [Point, Point], reach: number): Line {
  const length = distance(from, to)
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const along: number[] = []
  const across: number[] = []
  for (let i = 0; i < samplesPerSide; i += 1) {
    const t = length * (0.03 + (0.94 * (i + 0.5)) / samplesPerSide)
    const off = edgeAcross(raster, from[0] + ux * t, from[1] + uy * t, ux, uy, reach)
    if (off === undefined) continue
    along.push(t)
    across.push(off)
  }
  const fitted = along.length >= samplesPerSide / 5 ? fitRobustly(along, across, reach) : undefined
  if (!fitted) return [from[0], from[1], ux, uy]
  const [offset, slope] = fitted
  const norm = Math.hypot(1, slope)
  return [from[0] - uy * offset, from[1] + ux * offset, (ux - uy * slope) / norm, (uy + ux * slope) / norm]
}

/** Where, across the side at one of its points, light within turns most steeply to dark without; positive is further in. */
function edgeAcross(raster: Raster, x: number, y: number, ux: number, uy: number, reach: number): number | undefined {
  // Averaged over a stretch along the side as long as the search reaches out, against noise and grain.
  const stretch = Math.max(1, reach / 3)
  const step = Math.max(0.5, reach / 16)
  const count = Math.ceil((2 * reach) / step) + 1
  const profile = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    const off = i * step - reach
    let sum = 0
    for (let s = -2; s <= 2; s += 1) {
      const value = sample(raster, x - uy * off + (ux * s * stretch) / 2, y + ux * off + (uy * s * stretch) / 2)
      if (value < 0) return undefined
      sum += value
    }
    profile[i] = sum / 5
  }
  let [best, steepest] = [-1, 0]
  const slopeAt = (i: number) =>
    (profile[i + 2] as number) + (profile[i + 1] as number) - (profile[i - 1] as number) - (profile[i - 2] as number)
  for (let i = 2; i < count - 2; i += 1) {
    const slope = slopeAt(i)
    // Darker within is rarer: the far edge of the sheet's own shadow is like that too.
    const steepness = slope > 0 ? slope : -0.6 * slope
    if (steepness > steepest) [best, steepest] = [i, steepness]
  }
  if (best < 3 || best > count - 4) return undefined
  const [before, after] = [Math.abs(slopeAt(best - 1)), Math.abs(slopeAt(best + 1))]
  const bend = before - 2 * Math.abs(slopeAt(best)) + after
  return (best + (bend < 0 ? (before - after) / (2 * bend) : 0)) * step - reach
}

/** A line through most of the points: the median's neighbourhood first, then least squares on what agrees. */
function fitRobustly(
  along: readonly number[],
  across: readonly number[],
  reach: number,
): readonly [number, number] | undefined {
  let [offset, slope] = mostAgreed(along, across, reach / 8)
  for (const tolerance of [reach / 4, reach / 8, reach / 10]) {
    let [n, st, sa, stt, sta] = [0, 0, 0, 0, 0]
    for (let i = 0; i < along.length; i += 1) {
      const [t, a] = [along[i] as number, across[i] as number]
      if (Math.abs(a - offset - slope * t) > tolerance) continue
      n += 1
      st += t
      sa += a
      stt += t * t
      sta += t * a
    }
    const det = n * stt - st * st
    if (n < along.length / 4 || det <= 0) return undefined
    slope = (n * sta - st * sa) / det
    offset = (sa - slope * st) / n
  }
  return [offset, slope]
}

/** The line through two of the points that most points are near to: RANSAC (Fischler & Bolles 1981) over a fixed set of pairs. */
function mostAgreed(along: readonly number[], across: readonly number[], tolerance: number): [number, number] {
  let [best, offset, slope] = [-1, 0, 0]
  const half = along.length >> 1
  for (let i = 0; i < half; i += 1)
    for (const j of [i + half, along.length - 1 - i]) {
      if (j <= i) continue
      const s = ((across[j] as number) - (across[i] as number)) / ((along[j] as number) - (along[i] as number))
      const o = (across[i] as number) - s * (along[i] as number)
      let agreed = 0
      for (let k = 0; k < along.length; k += 1)
        if (Math.abs((across[k] as number) - o - s * (along[k] as number)) < tolerance) agreed += 1
      if (agreed > best) [best, offset, slope] = [agreed, o, s]
    }
  return [offset, slope]
}

function sample({ width, height, data }: Raster, x: number, y: number): number {
  const [u, v] = [x - 0.5, y - 0.5]
  const [x0, y0] = [Math.floor(u), Math.floor(v)]
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return -1
  const at = y0 * width + x0
  const [fx, fy] = [u - x0, v - y0]
  const top = (data[at] as number) * (1 - fx) + (data[at + 1] as number) * fx
  const bottom = (data[at + width] as number) * (1 - fx) + (data[at + width + 1] as number) * fx
  return top * (1 - fy) + bottom * fy
}

function meet([ax, ay, aux, auy]: Line, [bx, by, bux, buy]: Line): Point | undefined {
  const det = aux * buy - auy * bux
  if (Math.abs(det) < 0.1) return undefined
  const t = ((bx - ax) * buy - (by - ay) * bux) / det
  return [ax + t * aux, ay + t * auy]
}
