/** The lines of writing in a tile, as bands of ink: their height is that of the small letters, however blurred those are. */
import type { Tile } from './tile.ts'

/** Writing may lie askew in the picture by this many degrees, and on its side as well. */
const mostSkew = 18
const skewStep = 3
/** Columns that are summed up: few, so that lines which lie askew stay apart. */
const columns = 160
/** What is less dark than this share of the contrast is a shaded row, not ink. */
const mostShade = 0.25
const smoothing = 6
const lag = 5

/** Of all tiles of one page, in pixels; empty when they hold no whole line. */
export function textBands(tiles: readonly Tile[]): number[] {
  const level = tiles.map((tile) => mostEnergetic(tile, false))
  const upright = tiles.map((tile) => mostEnergetic(tile, true))
  const total = (all: readonly (Direction | undefined)[]) => all.reduce((sum, one) => sum + (one?.energy ?? 0), 0)
  const lines = total(level) >= total(upright) ? level : upright
  return lines.flatMap((direction, i) => (direction ? bandHeights(direction.profile, solidLine(tiles[i] as Tile)) : []))
}

/** What a line would hold that is ink all over. */
const solidLine = ({ width, height, ink, paper }: Tile) => Math.min(columns, width, height) * (paper - ink)

interface Direction {
  readonly skew: number
  readonly profile: Float32Array
  readonly energy: number
}

/** The direction near the axis along which lines of ink and lines of paper differ most: first roughly, then nearer. */
function mostEnergetic(tile: Tile, sideways: boolean): Direction | undefined {
  let best: Direction | undefined
  const attempt = (skew: number, stride: number) => {
    const profile = inkPerLine(tile, sideways, Math.tan((skew * Math.PI) / 180), stride)
    const energy = energyOf(profile) * (stride / solidLine(tile)) ** 2
    if (energy > (best?.energy ?? 0)) best = { skew, profile, energy }
  }
  for (let skew = -mostSkew; skew <= mostSkew; skew += skewStep) attempt(skew, 4)
  const rough = best?.skew ?? 0
  best = undefined
  for (const skew of [rough - skewStep / 2, rough, rough + skewStep / 2]) attempt(skew, 1)
  return best
}

/** Ink summed along lines of one direction, every `stride`-th pixel of it; only lines that lie in the tile from end to end. */
function inkPerLine(
  { width, height, data, ink, paper }: Tile,
  sideways: boolean,
  slope: number,
  stride: number,
): Float32Array {
  const [across, down, step, lineStep] = sideways ? [height, width, width, 1] : [width, height, 1, width]
  const count = Math.min(columns, across)
  const first = (across - count) >> 1
  const margin = Math.ceil((Math.abs(slope) * count) / 2) + 1
  const profile = new Float32Array(Math.max(0, down - 2 * margin))
  const shade = mostShade * (paper - ink)
  for (let i = 0; i < count; i += stride) {
    const shift = Math.round(slope * (i - count / 2)) + margin
    let at = (first + i) * step + shift * lineStep
    for (let line = 0; line < profile.length; line += 1, at += lineStep)
      profile[line] =
        (profile[line] as number) + Math.min(paper - ink, Math.max(0, paper - shade - (data[at] as number)))
  }
  return profile
}

/**
 * How often and how much lines of ink and lines of paper change. Strokes of letters, seen from the side, are narrower and
 * even out; columns of a table, seen from the side, are broader and change less often.
 */
function energyOf(profile: Float32Array): number {
  if (profile.length < 30) return 0
  const sums = new Float64Array(profile.length + 1)
  for (let i = 0; i < profile.length; i += 1) sums[i + 1] = (sums[i] as number) + (profile[i] as number)
  const mean = (from: number) => ((sums[from + smoothing] as number) - (sums[from] as number)) / smoothing
  let sum = 0
  for (let i = 0; i + smoothing + lag <= profile.length; i += 1) sum += (mean(i + lag) - mean(i)) ** 2
  return sum / (profile.length - smoothing - lag)
}

/** Rules are not writing, and must not make writing look faint. */
function bandHeights(profile: Float32Array, solid: number): number[] {
  const lines = profile.filter((ink) => ink < mostInk * solid).sort()
  const at = (part: number) => lines[Math.floor((lines.length - 1) * part)] ?? 0
  const cap = Math.max(0.4 * solid, 1.6 * at(0.75))
  const capped = profile.map((ink) => Math.min(ink, cap))
  const [low, high] = [at(0.1), Math.min(cap, at(0.92))]
  const half = (low + high) / 2
  const heights: number[] = []
  let [from, most] = [-1, 0]
  for (let i = 1; i < capped.length; i += 1) {
    const [before, here] = [capped[i - 1] as number, capped[i] as number]
    most = Math.max(most, profile[i] as number)
    if (before < half && here >= half) [from, most] = [i - (here - half) / (here - before), profile[i] as number]
    if (before >= half && here < half && from >= 0 && most < mostInk * solid)
      heights.push(i - (here - half) / (here - before) - from)
  }
  return heights.filter((height) => height >= 2 && height <= tallest)
}

const mostInk = 0.68
/** In pixels; what is taller is a heading, a bar or a picture. */
const tallest = 40
