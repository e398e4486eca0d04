/** The letters in a tile: how tall they are, and over how many pixels their edges go from paper to ink. */
import type { Tile } from './tile.ts'

export interface TileLetters {
  /** Median height of connected ink, in pixels. */
  readonly height: number
  /** Pixels an edge takes, in the direction in which it takes more: 1 to 2 when sharp, 2.5 times the blur's sigma when not. */
  readonly edgeWidth: number
}

const leastLetters = 6
const leastEdges = 40

export function measureTile(tile: Tile): TileLetters | undefined {
  const heights = letterHeights(tile)
  if (heights.length < leastLetters) return undefined
  const widths = [
    edgeWidth(tile, 1, tile.width, tile.width, tile.height),
    edgeWidth(tile, tile.width, 1, tile.height, tile.width),
  ]
  if (widths.some((width) => width === undefined)) return undefined
  return { height: median(heights), edgeWidth: Math.max(...(widths as number[])) }
}

/** Of connected ink (eight neighbours) that does not touch the tile's rim and is shaped like letters or runs of them. */
function letterHeights({ width, height, data, ink, paper }: Tile): number[] {
  const threshold = (ink + paper) / 2
  const seen = new Uint8Array(data.length)
  const stack: number[] = []
  const heights: number[] = []
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || (data[start] as number) >= threshold) continue
    let [left, right, top, bottom, area] = [width, 0, height, 0, 0]
    stack.push(start)
    seen[start] = 1
    while (stack.length > 0) {
      const at = stack.pop() as number
      const [x, y] = [at % width, (at / width) | 0]
      area += 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
          const next = ny * width + nx
          if (seen[next] === 1 || (data[next] as number) >= threshold) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    const [wide, tall] = [right - left + 1, bottom - top + 1]
    const touchesRim = left === 0 || top === 0 || right === width - 1 || bottom === height - 1
    const isRule = wide > 12 * tall || tall > 6 * wide
    if (!touchesRim && !isRule && tall >= 3 && area >= 5 && area < 0.9 * wide * tall + 6) heights.push(tall)
  }
  return heights
}

/**
 * Over how many pixels ink and paper change places along the lines in one direction: height of each step over its
 * steepest slope, for steps of at least half the contrast; the median of them.
 */
function edgeWidth(
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
      const change = (data[start + i * step] as number) - (data[start + (i - 1) * step] as number)
      if (change !== 0 && Math.sign(change) !== way) {
        const risen = Math.abs((data[start + (i - 1) * step] as number) - from)
        if (risen >= least) widths.push(risen / steepest)
        ;[from, steepest, way] = [data[start + (i - 1) * step] as number, 0, Math.sign(change)]
      }
      steepest = Math.max(steepest, Math.abs(change))
    }
  }
  return widths.length < leastEdges ? undefined : median(widths)
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] as number
}
