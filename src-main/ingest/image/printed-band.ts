/**
 * A dark or coloured band printed across the end of a sheet looks like the end of the sheet. Where the neighbouring sides
 * run on, past a band of one tone, to a line that does end them, that line is the sheet's side.
 */
import { distance, type Point, type Quad, sideOf } from './quad.ts'
import type { Raster } from './raster.ts'
import { crossing, type Side, shareAtAll } from './sheet-sides.ts'

interface Outline {
  readonly quad: Quad
  /** Of top, right, bottom, left. */
  readonly lines: readonly [Side, Side, Side, Side]
}

const cosParallel = Math.cos((12 * Math.PI) / 180)
/** Of the neighbouring side's length. */
const deepest = 0.3
/** In pixels of the small view; less is the width of an edge. */
const shallowest = 7
const leastRunOn = 0.7
const nearBy = 7
const leastSeen = 0.6
const mostBeyond = 0.5
/** A desk's pattern has other tones; so have two sheets that lie side by side. */
const mostUneven = 0.1

/** `paper`: the picture without its writing. The outline as it is, where no band adjoins it. */
export function withPrintedBands(outline: Outline, sides: readonly Side[], paper: Raster): Outline {
  let sheet: Outline = outline
  for (let i = 0; i < 4; i += 1) {
    const wider = sides
      .map((side) => movedTo(side, sheet, i))
      .find((one) => one && endsInBand(sheet, i, one, sides, paper))
    if (wider) sheet = wider
  }
  return sheet
}

/** The outline with its i-th side moved out to another line; `undefined` when that line is not just outside it. */
function movedTo(side: Side, { quad, lines }: Outline, i: number): Outline | undefined {
  const line = lines[i] as Side
  if (side === line || Math.abs(side.normal[0] * line.normal[0] + side.normal[1] * line.normal[1]) < cosParallel) return
  const [before, after] = [lines[(i + 3) & 3] as Side, lines[(i + 1) & 3] as Side]
  const [from, to] = sideOf(quad, i)
  const [outerFrom, outerTo] = [crossing(side, before), crossing(side, after)]
  const [beforeStart, afterEnd] = [sideOf(quad, i + 3)[0], sideOf(quad, i + 1)[1]]
  const isOutside = (inner: Point, outer: Point, other: Point) => {
    const depth = distance(inner, outer)
    return (
      depth > shallowest && depth < deepest * distance(inner, other) && distance(outer, other) > distance(inner, other)
    )
  }
  if (!isOutside(from, outerFrom, beforeStart) || !isOutside(to, outerTo, afterEnd)) return
  return {
    quad: quad.map((corner, k) => (k === i ? outerFrom : k === ((i + 1) & 3) ? outerTo : corner)) as unknown as Quad,
    lines: lines.map((one, k) => (k === i ? side : one)) as unknown as Outline['lines'],
  }
}

function endsInBand(sheet: Outline, i: number, wider: Outline, sides: readonly Side[], paper: Raster): boolean {
  const [before, after] = [sheet.lines[(i + 3) & 3] as Side, sheet.lines[(i + 1) & 3] as Side]
  const [from, to] = sideOf(sheet.quad, i)
  const [outerFrom, outerTo] = sideOf(wider.quad, i)
  const isEnd = (neighbour: Side, inner: Point, outer: Point) =>
    shareNear(neighbour, sides, inner, outer) > leastRunOn &&
    shareAtAll(neighbour, ...beyond(inner, outer)) < mostBeyond
  return (
    isEnd(before, from, outerFrom) &&
    isEnd(after, to, outerTo) &&
    shareAtAll(wider.lines[i] as Side, outerFrom, outerTo) > leastSeen &&
    isOfOneTone(paper, [from, to, outerTo, outerFrom])
  )
}

/** Beside paper a sheet's side may have been found along its shadow's edge; beside the band, then, it is a little further in. */
function shareNear(neighbour: Side, sides: readonly Side[], inner: Point, outer: Point): number {
  const isNear = ({ normal: [nx, ny], offset }: Side) =>
    [inner, outer].every(([x, y]) => Math.abs(nx * x + ny * y - offset) < nearBy)
  return Math.max(
    shareAtAll(neighbour, inner, outer),
    ...sides.filter(isNear).map((side) => shareAtAll(side, inner, outer)),
  )
}

/** As far again past the outer end as the band is deep. */
function beyond([x0, y0]: Point, [x1, y1]: Point): [Point, Point] {
  const past = (share: number): Point => [x1 + (x1 - x0) * share, y1 + (y1 - y0) * share]
  return [past(0.15), past(1)]
}

function isOfOneTone({ width, height, data }: Raster, [from, to, outerTo, outerFrom]: Quad): boolean {
  const tones: number[] = []
  for (let u = 0.04; u < 1; u += 0.02)
    for (const v of [0.3, 0.5, 0.7]) {
      const between = (axis: 0 | 1) =>
        (from[axis] * (1 - u) + to[axis] * u) * (1 - v) + (outerFrom[axis] * (1 - u) + outerTo[axis] * u) * v
      const [x, y] = [Math.floor(between(0)), Math.floor(between(1))]
      if (x >= 0 && y >= 0 && x < width && y < height) tones.push(data[y * width + x] as number)
    }
  tones.sort((a, b) => a - b)
  const at = (part: number) => tones[Math.floor((tones.length - 1) * part)] ?? 0
  return at(0.9) - at(0.1) < Math.max(14, mostUneven * at(0.9))
}
