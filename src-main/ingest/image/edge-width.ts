/** How sharp the letters of a tile are: over how many pixels ink and paper change places. */
import type { Tile } from './tile.ts'

const leastEdges = 40

/** In the direction in which it takes more: some 2 pixels when sharp, 2.5 times the blur's sigma when not. */
export function edgeWidth(tile: Tile): number | undefined {
  const across = alongLines(tile, 1, tile.width, tile.width, tile.height)
  const down = alongLines(tile, tile.width, 1, tile.height, tile.width)
  return across === undefined || down === undefined ? (across ?? down) : Math.max(across, down)
}

/** Height of each step over its steepest slope, for steps of at least half the contrast; the median of them. */
function alongLines(
  { data, ink, paper }: Tile,
  step: number,
  lineStep: number,
  length: number,
  lines: number,
): number | undefined {
  const least = (paper - ink) * 0.5
  const widths: number[] = []
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep
    let [from, steepest, way] = [data[start] as number, 0, 0]
    for (let i = 1; i < length; i += 1) {
      const before = data[start + (i - 1) * step] as number
      const change = (data[start + i * step] as number) - before
      if (change !== 0 && Math.sign(change) !== way) {
        if (Math.abs(before - from) >= least) widths.push(Math.abs(before - from) / steepest)
        ;[from, steepest, way] = [before, 0, Math.sign(change)]
      }
      steepest = Math.max(steepest, Math.abs(change))
    }
  }
  return widths.length < leastEdges ? undefined : widths.sort((a, b) => a - b)[widths.length >> 1]
}
