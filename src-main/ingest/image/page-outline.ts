/**
 * Finds the sheet of paper in a photo: four straight sides that are seen, belong together and cut through no writing.
 * When nothing is convincing there is no outline, and the picture is used whole: a wrong crop loses words, none does not.
 */
import { findEdges } from './edges.ts'
import { withPrintedBands } from './printed-band.ts'
import type { Quad } from './quad.ts'
import { listQuads, type QuadCandidate } from './quad-candidates.ts'
import { mostGained, worthOfQuad } from './quad-worth.ts'
import type { Raster } from './raster.ts'
import { refineQuad } from './refine-quad.ts'
import { findSides } from './sheet-sides.ts'
import { shrink } from './shrink.ts'
import { findWriting } from './writing.ts'

const workingSide = 640
const mostWeighed = 80
const convincing = 1.12

/** In pixels of the raster; corners may lie a little outside it. */
export function findPageOutline(raster: Raster): Quad | undefined {
  const picture = shrink(raster, workingSide)
  const view = findWriting(picture)
  const sides = findSides(findEdges(view.paper), findEdges(picture))
  let likeliest: (QuadCandidate & { worth: number }) | undefined
  for (const candidate of listQuads(sides, picture, mostWeighed)) {
    if (candidate.score + mostGained <= (likeliest?.worth ?? convincing)) break
    const worth = worthOfQuad(candidate, view)
    if (worth > (likeliest?.worth ?? convincing)) likeliest = { ...candidate, worth }
  }
  if (!likeliest) return undefined
  const [sx, sy] = [raster.width / picture.width, raster.height / picture.height]
  const sheet = withPrintedBands(likeliest, sides, view.paper)
  const quad = sheet.quad.map(([x, y]) => [x * sx, y * sy] as const) as unknown as Quad
  return refineQuad(raster, quad, 4 * Math.max(sx, sy))
}
