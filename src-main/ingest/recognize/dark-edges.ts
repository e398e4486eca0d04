/** The black that a scanner's lid or a copier leaves round a page: dark areas that reach in from the edges of the picture. */
import type { Raster } from '../image/raster.ts'
import type { Solids } from './solids.ts'

/** Smaller than this, in cells, is a blot or a letter that is cut off. */
const LEAST_LENGTH = 20

/**
 * The page with its dark edges painted over; the same object when it has none. `factor`: how much smaller the page was
 * on which the solids were found.
 */
export function withoutDarkEdges(page: Raster, { cell, areas }: Solids, factor: number, paper: number): Raster {
  const side = cell * factor
  const lastColumn = Math.floor(page.width / side) - 2
  const lastRow = Math.floor(page.height / side) - 2
  const atEdge = Uint8Array.from({ length: areas.count }, (_, c) => {
    const across = (areas.right[c] as number) - (areas.left[c] as number)
    const down = (areas.bottom[c] as number) - (areas.top[c] as number)
    if (Math.max(across, down) < LEAST_LENGTH) return 0
    const touches =
      (areas.left[c] as number) <= 1 ||
      (areas.top[c] as number) <= 1 ||
      (areas.right[c] as number) >= lastColumn ||
      (areas.bottom[c] as number) >= lastRow
    return touches ? 1 : 0
  })
  if (!atEdge.includes(1)) return page
  const data = Uint8Array.from(page.data)
  const { runs } = areas
  for (let i = 0; i < runs.count; i++) {
    if (atEdge[runs.component[i] as number] !== 1) continue
    const from = outward(runs.start[i] as number, -1, lastColumn) * side
    const to = Math.min(page.width, outward(runs.end[i] as number, 1, lastColumn) * side)
    const first = outward(runs.row[i] as number, -1, lastRow) * side
    const last = Math.min(page.height, outward((runs.row[i] as number) + 1, 1, lastRow) * side)
    for (let y = first; y < last; y++) data.fill(paper, y * page.width + from, y * page.width + to)
  }
  return { ...page, data }
}

/** One cell further, for the ragged rim; all the way where the edge of the picture is that near. */
function outward(at: number, step: 1 | -1, last: number): number {
  if (step < 0) return at <= 2 ? 0 : at - 1
  return at >= last ? at + 4 : at + 1
}
