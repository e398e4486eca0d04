/** Candidate sides of a sheet: straight edges of the picture, with how well each stretch of them is seen. */
import type { Edges } from './edges.ts'
import type { Point } from './quad.ts'
import { findLines, isSame, type StraightLine, walk } from './straight-lines.ts'

export interface Side extends StraightLine {
  /** Whether it is nearer to level than to upright: then it is followed along x, else along y. */
  readonly level: boolean
  /** Running sums along it, one step a pixel, of what is seen: differences tell the share of any stretch. */
  readonly seen: Float32Array
  /** The same of stretches where the picture gets lighter towards the normal, and of those where it gets darker. */
  readonly lighter: Float32Array
  readonly darker: Float32Array
}

const mostBroad = 60
const mostFine = 30
const mostKept = 48
/** A fine edge is more often a line of text than the edge of a sheet. */
const trustInFine = 0.75
/** A sheet's side keeps its light side; the edges of checks and keys do not. */
const worthOfOneWay = 0.7

/** `broad`: edges of the picture without its writing; `fine`: edges of the picture as it is, thin shadows of a sheet among them. */
export function findSides(broad: Edges, fine: Edges): Side[] {
  const lines = findLines(broad, mostBroad)
  for (const line of findLines(fine, mostFine)) if (!lines.some((other) => isSame(other, line, fine))) lines.push(line)
  return lines
    .map((line) => toSide(line, broad, fine))
    .map((side) => ({ side, worth: bestRun(side) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostKept)
    .map(({ side }) => side)
}

function toSide(line: StraightLine, broad: Edges, fine: Edges): Side {
  const level = Math.abs(line.normal[1]) > Math.abs(line.normal[0])
  const length = level ? broad.width : broad.height
  const [lighter, darker] = [new Float32Array(length + 1), new Float32Array(length + 1)]
  for (const [edges, trust] of [
    [fine, trustInFine],
    [broad, 1],
  ] as const)
    walk(edges, line.normal, line.offset, (_x, _y, _weight, along, towards) => {
      const hits = towards > 0 ? lighter : darker
      hits[along + 1] = trust
    })
  const seen = lighter.map((hit, i) => Math.max(hit, darker[i] as number))
  return { ...line, level, seen: runningSum(seen), lighter: runningSum(lighter), darker: runningSum(darker) }
}

function runningSum(hits: Float32Array): Float32Array {
  for (let i = 1; i < hits.length; i += 1) hits[i] = (hits[i] as number) + (hits[i - 1] as number)
  return hits
}

/** What the best unbroken stretch is worth: half when it crosses the whole picture, as the joints of boards and tiles do. */
function bestRun({ seen }: Side): number {
  const length = seen.length - 1
  let best = { sum: 0, from: 0, to: 0 }
  let [lowest, at] = [0, 0]
  for (let i = 1; i <= length; i += 1) {
    const level = (seen[i] as number) - 0.55 * i
    if (level - lowest > best.sum) best = { sum: level - lowest, from: at, to: i }
    if (level < lowest) [lowest, at] = [level, i]
  }
  return best.sum * (best.from < length * 0.02 && best.to > length * 0.98 ? 0.5 : 1)
}

/** The share of the stretch between two points of the side that is seen as a sheet's edge, of the part inside the picture; 0 when none is inside. */
export function shareSeen({ level, seen, lighter, darker }: Side, a: Point, b: Point): number {
  const oneWay = Math.max(share(lighter, level, a, b), share(darker, level, a, b))
  return worthOfOneWay * oneWay + (1 - worthOfOneWay) * share(seen, level, a, b)
}

/** The same share, whichever way the picture gets lighter. */
export function shareAtAll({ level, seen }: Side, a: Point, b: Point): number {
  return share(seen, level, a, b)
}

function share(sums: Float32Array, level: boolean, a: Point, b: Point): number {
  const axis = level ? 0 : 1
  const from = Math.max(0, Math.round(Math.min(a[axis], b[axis])))
  const to = Math.min(sums.length - 1, Math.round(Math.max(a[axis], b[axis])))
  return to - from < 4 ? 0 : ((sums[to] as number) - (sums[from] as number)) / (to - from)
}

export function crossing(a: StraightLine, b: StraightLine): Point {
  const [[ax, ay], [bx, by]] = [a.normal, b.normal]
  const det = ax * by - ay * bx
  return [(a.offset * by - b.offset * ay) / det, (ax * b.offset - bx * a.offset) / det]
}
