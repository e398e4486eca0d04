/** Long straight edges of a picture: a Hough transform on edge direction (Ballard 1981), each line then fitted to its own edge pixels. */
import type { Edges } from './edges.ts'
import type { Point } from './quad.ts'

export interface StraightLine {
  /** Unit normal; points p of the line have normal · p = offset. */
  readonly normal: Point
  readonly offset: number
  /** Edge pixels that lie on it and run its way, weak ones counting less. */
  readonly weight: number
}

const degree = Math.PI / 180
const spread = 5
/** How far beside a line, in pixels, and how far off its direction an edge pixel still belongs to it. */
const reach = 2.2
const cosTolerance = Math.cos(14 * degree)

export function findLines(edges: Edges, most: number): StraightLine[] {
  const votes = vote(edges)
  const lines: StraightLine[] = []
  for (let tries = 0; lines.length < most && tries < most * 2; tries += 1) {
    const peak = takePeak(votes)
    if (!peak) break
    let line = fitLine(edges, peak)
    line = line && fitLine(edges, line)
    if (line && !lines.some((other) => isSame(other, line, edges))) lines.push(line)
  }
  return lines
}

interface Votes {
  readonly bins: Float32Array
  readonly rhos: number
  readonly centre: Point
  /** Of each row, where its strongest bin is; -1: look again. */
  readonly tops: Int32Array
}

function vote({ width, height, strength, angle, floor }: Edges): Votes {
  const half = Math.ceil(Math.hypot(width, height) / 2) + 2
  const rhos = 2 * half + 1
  const bins = new Float32Array(180 * rhos)
  const [cos, sin] = [new Float64Array(180), new Float64Array(180)]
  for (let i = 0; i < 180; i += 1) [cos[i], sin[i]] = [Math.cos(i * degree), Math.sin(i * degree)]
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const here = strength[at] as number
      if (here === 0) continue
      const weight = Math.min(1, Math.sqrt(here / (6 * floor)))
      const theta = Math.round((angle[at] as number) / degree) + 360
      for (let off = -spread; off <= spread; off += 1) {
        const bin = (theta + off) % 180
        const rho =
          Math.round((x + 0.5 - width / 2) * (cos[bin] as number) + (y + 0.5 - height / 2) * (sin[bin] as number)) +
          half
        bins[bin * rhos + rho] = (bins[bin * rhos + rho] as number) + weight
      }
    }
  return { bins, rhos, centre: [width / 2, height / 2], tops: new Int32Array(180).fill(-1) }
}

/** The strongest line left; it and its near doubles are struck out. */
function takePeak({ bins, rhos, centre, tops }: Votes): StraightLine | undefined {
  let best = 0
  for (let row = 0; row < 180; row += 1) {
    if (tops[row] === -1) tops[row] = topOf(bins, row * rhos, rhos)
    if ((bins[tops[row] as number] as number) > (bins[best] as number)) best = tops[row] as number
  }
  const weight = bins[best] as number
  if (weight < 12) return undefined
  const [bin, rho] = [Math.floor(best / rhos), best % rhos]
  for (let off = -4; off <= 4; off += 1) {
    const flipped = bin + off < 0 || bin + off >= 180
    const row = (bin + off + 180) % 180
    const at = flipped ? rhos - 1 - rho : rho
    bins.fill(0, row * rhos + Math.max(0, at - 3), row * rhos + Math.min(rhos, at + 4))
    tops[row] = -1
  }
  const normal: Point = [Math.cos(bin * degree), Math.sin(bin * degree)]
  return { normal, offset: rho - (rhos - 1) / 2 + normal[0] * centre[0] + normal[1] * centre[1], weight }
}

function topOf(bins: Float32Array, start: number, length: number): number {
  let top = start
  for (let i = start + 1; i < start + length; i += 1) if ((bins[i] as number) > (bins[top] as number)) top = i
  return top
}

/** Least squares across the line, over the edge pixels near it. */
function fitLine(edges: Edges, { normal: [nx, ny], offset }: StraightLine): StraightLine | undefined {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0]
  walk(edges, [nx, ny], offset, (x, y, weight) => {
    n += weight
    sx += weight * x
    sy += weight * y
    sxx += weight * x * x
    syy += weight * y * y
    sxy += weight * x * y
  })
  if (n < 12) return undefined
  const [mx, my] = [sx / n, sy / n]
  const theta = 0.5 * Math.atan2(2 * (sxy / n - mx * my), sxx / n - mx * mx - (syy / n - my * my)) + Math.PI / 2
  const normal: Point = [Math.cos(theta), Math.sin(theta)]
  return { normal, offset: normal[0] * mx + normal[1] * my, weight: n }
}

/**
 * Calls back for each edge pixel that belongs to the line, one step along it after the other; `towards` is positive
 * where the picture gets lighter towards the normal.
 */
export function walk(
  { width, height, strength, angle, floor }: Edges,
  [nx, ny]: Point,
  offset: number,
  visit: (x: number, y: number, weight: number, along: number, towards: number) => void,
): void {
  const flat = Math.abs(ny) > Math.abs(nx)
  const [major, minor] = flat ? [nx, ny] : [ny, nx]
  const [length, breadth, majorStep, minorStep] = flat ? [width, height, 1, width] : [height, width, width, 1]
  for (let along = 0; along < length; along += 1) {
    const across = (offset - major * (along + 0.5)) / minor - 0.5
    const from = Math.max(0, Math.ceil(across - reach))
    const to = Math.min(breadth - 1, Math.floor(across + reach))
    for (let b = from; b <= to; b += 1) {
      const at = along * majorStep + b * minorStep
      const here = strength[at] as number
      if (here === 0) continue
      const towards = Math.cos(angle[at] as number) * nx + Math.sin(angle[at] as number) * ny
      if (Math.abs(towards) < cosTolerance) continue
      const weight = Math.min(1, Math.sqrt(here / (6 * floor)))
      if (flat) visit(along + 0.5, b + 0.5, weight, along, towards)
      else visit(b + 0.5, along + 0.5, weight, along, towards)
    }
  }
}

/** Whether two lines stay within three pixels of each other across the picture. */
export function isSame(
  a: StraightLine,
  b: StraightLine,
  { width, height }: { width: number; height: number },
): boolean {
  const dot = a.normal[0] * b.normal[0] + a.normal[1] * b.normal[1]
  if (Math.abs(dot) < 0.999) return false
  const sign = Math.sign(dot)
  const [cx, cy] = [width / 2, height / 2]
  const away = (line: StraightLine) => line.normal[0] * cx + line.normal[1] * cy - line.offset
  const turn = Math.acos(Math.min(1, Math.abs(dot)))
  return Math.abs(away(a) - sign * away(b)) + (turn * Math.max(width, height)) / 2 < 3
}
