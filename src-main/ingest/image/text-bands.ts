/** The lines of writing in a tile, as bands of ink: their height is that of the small letters, however blurred those are. */
import type { Tile } from './tile.ts'

/** Writing may lie askew in the picture by this many degrees, and on its side as well. */
const mostSkew = 18
const skewStep = 2
/** Columns that are summed up: few, so that lines which lie askew stay apart. */
const columns = 100
const smoothing = 3

/** In pixels; empty when the tile holds no whole line. */
export function textBands(tile: Tile): number[] {
  let best: { profile: Float32Array; energy: number } | undefined
  for (const sideways of [false, true])
    for (let skew = -mostSkew; skew <= mostSkew; skew += skewStep) {
      const profile = inkPerLine(tile, sideways, Math.tan((skew * Math.PI) / 180))
      const energy = energyOf(profile)
      if (energy > (best?.energy ?? 0)) best = { profile, energy }
    }
  return best ? bandHeights(best.profile, Math.min(columns, tile.width, tile.height) * (tile.paper - tile.ink)) : []
}

/** Ink summed along lines of one direction; only lines that lie in the tile from end to end. */
function inkPerLine({ width, height, data, ink, paper }: Tile, sideways: boolean, slope: number): Float32Array {
  const [across, down, step, lineStep] = sideways ? [height, width, width, 1] : [width, height, 1, width]
  const count = Math.min(columns, across)
  const first = (across - count) >> 1
  const margin = Math.ceil((Math.abs(slope) * count) / 2) + 1
  const profile = new Float32Array(Math.max(0, down - 2 * margin))
  for (let i = 0; i < count; i += 1) {
    const shift = Math.round(slope * (i - count / 2)) + margin
    let at = (first + i) * step + shift * lineStep
    for (let line = 0; line < profile.length; line += 1, at += lineStep)
      profile[line] = (profile[line] as number) + Math.min(paper - ink, Math.max(0, paper - (data[at] as number)))
  }
  return profile
}

/** How much lines of ink and lines of paper differ. Strokes of letters, seen from the side, are narrower and even out. */
function energyOf(profile: Float32Array): number {
  if (profile.length < 20) return 0
  let [sum, squares] = [0, 0]
  for (let i = smoothing; i < profile.length - smoothing; i += 1) {
    let here = 0
    for (let off = -smoothing; off <= smoothing; off += 1) here += profile[i + off] as number
    sum += here
    squares += here * here
  }
  const count = profile.length - 2 * smoothing
  return squares / count - (sum / count) ** 2
}

/** `solid`: what a line would hold that is ink all over. Rules are not writing, and must not make writing look faint. */
function bandHeights(profile: Float32Array, solid: number): number[] {
  const capped = profile.map((ink) => Math.min(ink, 0.4 * solid))
  const sorted = Float32Array.from(capped).sort()
  const [low, high] = [
    sorted[Math.floor(sorted.length * 0.1)] as number,
    sorted[Math.floor(sorted.length * 0.92)] as number,
  ]
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
  return heights.filter((height) => height >= 2)
}

const mostInk = 0.7
