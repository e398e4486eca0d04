/** What speaks for a four-sided figure being the outline of the sheet, beyond how much of its sides is seen. */
import { distance, type Point, type Quad, sideOf } from './quad.ts'
import type { Raster } from './raster.ts'
import { type Side, shareAtAll, shareSeen } from './sheet-sides.ts'
import type { PaperAndInk } from './writing.ts'

export interface SideEvidence {
  readonly seen: number
  /** Share seen of the line just beyond its first and its second corner: the sides of a sheet end there. */
  readonly goesOn: readonly [number, number]
  /** How much lighter it is within than without, as a share of the lighter: the median along the side. */
  readonly step: number
  /** Shares of the side along which it is lighter within, and darker. */
  readonly lighterWithin: number
  readonly darkerWithin: number
  /** Share of pixels just outside that look like writing. */
  readonly inkOutside: number
  /** The same just inside. */
  readonly inkInside: number
}

/** The stretch beyond a corner that is looked at, as a share of the side. */
const beyond = 0.08
/** A step in brightness that is more than noise. */
const leastStep = 0.015
const bandOffsets = [3, 4, 5, 6]
/** Depth of the band in which writing is looked for, as a share of the picture's long side. */
const inkBand = 0.035

export function weighSides(quad: Quad, lines: readonly Side[], view: PaperAndInk): SideEvidence[] {
  return lines.map((line, i) => {
    const [from, to] = sideOf(quad, i)
    const across = acrossSide(from, to, view)
    return { seen: shareSeen(line, from, to), goesOn: goesOn(line, from, to, view.paper, across.step), ...across }
  })
}

/** Grain and joints of a desk may run on where a side ends, but there is desk on both sides of them. */
function goesOn(line: Side, from: Point, to: Point, picture: Raster, step: number): [number, number] {
  const length = distance(from, to)
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const past = ([x, y]: Point, way: 1 | -1) => {
    let reach = Math.max(10, beyond * length)
    while (reach >= 10 && !isInside([x + way * ux * reach, y + way * uy * reach], picture)) reach -= 2
    if (reach < 10) return 0
    const near: Point = [x + way * ux * 3, y + way * uy * 3]
    const far: Point = [x + way * ux * reach, y + way * uy * reach]
    const across = way === 1 ? stepAcross(near, far, picture) : stepAcross(far, near, picture)
    const isLike =
      Math.abs(across.step) > Math.abs(step) * 0.35 && Math.max(across.lighterWithin, across.darkerWithin) > 0.75
    return shareAtAll(line, near, far) * (isLike ? 1 : 0.4)
  }
  return [past(from, -1), past(to, 1)]
}

function acrossSide(from: Point, to: Point, { paper, ink }: PaperAndInk) {
  const counts = { out: 0, outInk: 0, in: 0, inInk: 0 }
  const depth = Math.round(inkBand * Math.max(paper.width, paper.height))
  walkAcross(from, to, paper, (x, y, nx, ny) => {
    for (let off = 3; off < depth; off += 1) {
      const [outside, inside] = [at(ink, x - nx * off, y - ny * off), at(ink, x + nx * off, y + ny * off)]
      if (outside >= 0) [counts.out, counts.outInk] = [counts.out + 1, counts.outInk + outside]
      if (inside >= 0) [counts.in, counts.inInk] = [counts.in + 1, counts.inInk + inside]
    }
  })
  return {
    ...stepAcross(from, to, paper),
    inkOutside: counts.outInk / Math.max(1, counts.out),
    inkInside: counts.inInk / Math.max(1, counts.in),
  }
}

/** How the brightness steps from outside to inside along a stretch of a side. */
function stepAcross(
  from: Point,
  to: Point,
  paper: Raster,
): Pick<SideEvidence, 'step' | 'lighterWithin' | 'darkerWithin'> {
  const steps: number[] = []
  walkAcross(from, to, paper, (x, y, nx, ny) => {
    const [within, without] = [meanAlong(paper, x, y, nx, ny), meanAlong(paper, x, y, -nx, -ny)]
    if (without >= 0 && within >= 0) steps.push((within - without) / Math.max(within, without, 24))
  })
  steps.sort((a, b) => a - b)
  const share = (sign: number) => steps.filter((step) => sign * step > leastStep).length / Math.max(1, steps.length)
  return { step: steps[steps.length >> 1] ?? 0, lighterWithin: share(1), darkerWithin: share(-1) }
}

/** Visits every third pixel of a side, with its normal to the inside, which lies to the right of the clockwise way. */
function walkAcross(
  from: Point,
  to: Point,
  picture: Raster,
  visit: (x: number, y: number, nx: number, ny: number) => void,
): void {
  const length = distance(from, to)
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  for (let t = 4; t < length - 4; t += 3) {
    const [x, y] = [from[0] + ux * t, from[1] + uy * t]
    if (isInside([x, y], picture)) visit(x, y, -uy, ux)
  }
}

function meanAlong(picture: Raster, x: number, y: number, nx: number, ny: number): number {
  let [sum, count] = [0, 0]
  for (const off of bandOffsets) {
    const value = at(picture, x + nx * off, y + ny * off)
    if (value >= 0) [sum, count] = [sum + value, count + 1]
  }
  return count === 0 ? -1 : sum / count
}

function at({ width, height, data }: Raster, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? -1 : (data[(y | 0) * width + (x | 0)] as number)
}

function isInside([x, y]: Point, { width, height }: { width: number; height: number }): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
}

/** The share of the picture's writing that lies inside. */
export function inkWithin([a, b, c, d]: Quad, { width, height, data }: Raster): number {
  let [all, inside] = [0, 0]
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      if (data[y * width + x] === 0) continue
      all += 1
      if (isLeft(a, b, x, y) && isLeft(b, c, x, y) && isLeft(c, d, x, y) && isLeft(d, a, x, y)) inside += 1
    }
  return all === 0 ? 1 : inside / all
}

function isLeft([ax, ay]: Point, [bx, by]: Point, x: number, y: number): boolean {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
}
