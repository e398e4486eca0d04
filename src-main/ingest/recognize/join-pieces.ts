/**
 * Strokes that stand close joined into pieces of writing, nearest first. Two pieces stay two where their common box
 * would hold print that neither holds alone: a note beside a printed label does not swallow the label.
 */
import type { PixelBox } from '../image/raster.ts'

export interface Piece {
  readonly box: PixelBox
  /** Pixels of ink. */
  readonly area: number
  /** Pixels of ink that belong to writing: underlines and the like only go along. */
  readonly writing: number
  /** How many strokes are in it. */
  readonly strokes: number
}

interface Joining {
  /** How far apart two pieces may stand, in pixels. */
  readonly across: number
  readonly down: number
  /** How much print a box holds, in any unit. */
  readonly printIn: (box: PixelBox) => number
}

export function joinPieces(pieces: readonly Piece[], joining: Joining): Piece[] {
  const joined = joinedOnce(pieces, joining)
  return joined.length === pieces.length ? joined : joinPieces(joined, joining)
}

function joinedOnce(pieces: readonly Piece[], joining: Joining): Piece[] {
  const held: Piece[] = [...pieces]
  const parent = pieces.map((_, i) => i)
  const rootOf = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number
    return at
  }
  for (const [i, j] of neighbours(pieces, joining)) {
    const [a, b] = [rootOf(i), rootOf(j)]
    if (a === b) continue
    const both = together(held[a] as Piece, held[b] as Piece, joining.printIn)
    if (both === undefined) continue
    parent[b] = a
    held[a] = both
  }
  return held.filter((_, i) => parent[i] === i)
}

function together(a: Piece, b: Piece, printIn: Joining['printIn']): Piece | undefined {
  const box = boxRound(a.box, b.box)
  if (printIn(box) > printIn(a.box) + printIn(b.box)) return undefined
  return { box, area: a.area + b.area, writing: a.writing + b.writing, strokes: a.strokes + b.strokes }
}

/** Pairs within reach, nearest first. */
function neighbours(pieces: readonly Piece[], { across, down }: Joining): (readonly [number, number])[] {
  const order = pieces.map((_, i) => i).sort((i, j) => leftOf(pieces, i) - leftOf(pieces, j))
  const pairs: { readonly pair: readonly [number, number]; readonly gap: number }[] = []
  order.forEach((i, at) => {
    const { box } = pieces[i] as Piece
    for (let next = at + 1; next < order.length; next++) {
      const j = order[next] as number
      const other = (pieces[j] as Piece).box
      const right = other.x - box.x - box.width
      if (right > across) break
      const below = Math.max(other.y - box.y - box.height, box.y - other.y - other.height)
      if (below <= down) pairs.push({ pair: [i, j], gap: Math.max(0, right) + Math.max(0, below) })
    }
  })
  return pairs.sort((a, b) => a.gap - b.gap).map(({ pair }) => pair)
}

const leftOf = (pieces: readonly Piece[], i: number): number => (pieces[i] as Piece).box.x

function boxRound(a: PixelBox, b: PixelBox): PixelBox {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}
