/** How sharp the letters of a tile are: over how many pixels ink and paper change places. */
import type { Tile } from './tile.ts'

const leastEdges = 40

/** In the direction in which it takes more: some 2 pixels when sharp, 2.5 times the blur's sigma when not. */
export function edgeWidth(tile: Tile): number | undefined {
  const across = alongLines(tile, 1, tile.width, tile.width, tile.height)
  const down = alongLines(tile, tile.width, 1, tile.height, tile.width)
  return across === undefined || down === undefined ? (across ?? down) : Math.max(across, down)
}

/** A rise that falls back by less than this share of the contrast goes on: noise must not break a blurred edge in pieces. */
const noise = 0.1

/** Height of each step over its steepest slope, for steps of at least half the contrast; the median of them. */
function alongLines(
  { data, ink, paper }: Tile,
  step: number,
  lineStep: number,
  length: number,
  lines: number,
): number | undefined {
  const [least, slack] = [(paper - ink) * 0.5, (paper - ink) * noise]
  const widths: number[] = []
  for (let line = 0; line < lines; line += 1) {
    let at = line * lineStep
    let before = data[at] as number
    // the step that is being followed: where it began, how far it came, which way, and how steep it was
    let [from, reached, way, steepest, sinceReached] = [before, before, 1, 0, 0]
    for (let i = 1; i < length; i += 1) {
      at += step
      const here = data[at] as number
      const slope = (here - before) * way
      before = here
      if ((here - reached) * way >= 0) {
        if (slope > steepest) steepest = slope
        ;[reached, sinceReached] = [here, 0]
        continue
      }
      if (-slope > sinceReached) sinceReached = -slope
      if ((reached - here) * way <= slack) continue
      const height = (reached - from) * way
      if (height >= least) widths.push(height / steepest)
      ;[from, reached, way, steepest, sinceReached] = [reached, here, -way, sinceReached, 0]
    }
  }
  return widths.length < leastEdges ? undefined : widths.sort((a, b) => a - b)[widths.length >> 1]
}
