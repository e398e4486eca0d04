/** Makes a flat page of a sheet in a photo. Its letters keep the size they have where the camera was nearest. */
import { closing } from './closing.ts'
import { type Homography, project, rectangleToQuad } from './homography.ts'
import { findPageAspect } from './page-aspect.ts'
import { distance, type Point, type Quad } from './quad.ts'
import type { Raster } from './raster.ts'
import { shrink } from './shrink.ts'

export interface FlatPage {
  readonly raster: Raster
  /** From pixels of the flat page to pixels of the photo. */
  readonly toPhoto: (x: number, y: number) => Point
}

const widest = 4000
const tallest = 5600

export function straighten(photo: Raster, quad: Quad): FlatPage {
  const { width, height } = flatSize(photo, quad)
  const homography = rectangleToQuad(width, height, quad)
  const raster = warp(photo, homography, width, height)
  paintOutside(photo, homography, raster)
  cleanRim(raster)
  return { raster, toPhoto: (x, y) => project(homography, x, y) }
}

function flatSize(photo: Raster, quad: Quad): { width: number; height: number } {
  const [tl, tr, br, bl] = quad
  const across = Math.max(distance(tl, tr), distance(bl, br))
  const down = Math.max(distance(tl, bl), distance(tr, br))
  const aspect = findPageAspect(quad, photo)
  const width = Math.max(across, down / aspect)
  const scale = Math.min(1, widest / width, tallest / (width * aspect))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(width * aspect * scale)) }
}

/** Samples between four neighbours; what lies outside the photo stays 0. */
function warp(photo: Raster, [a, b, c, d, e, f, g, h]: Homography, width: number, height: number): Raster {
  const { width: fromWidth, height: fromHeight, data: from } = photo
  const data = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    const [rowX, rowY, rowW] = [b * (y + 0.5) + c, e * (y + 0.5) + f, h * (y + 0.5) + 1]
    for (let x = 0.5; x < width; x += 1, at += 1) {
      const w = 1 / (g * x + rowW)
      const u = (a * x + rowX) * w - 0.5
      const v = (d * x + rowY) * w - 0.5
      if (!(u > -0.5 && v > -0.5 && u < fromWidth - 0.5 && v < fromHeight - 0.5)) continue
      const x0 = u < 0 ? 0 : u > fromWidth - 1.001 ? fromWidth - 2 : u | 0
      const y0 = v < 0 ? 0 : v > fromHeight - 1.001 ? fromHeight - 2 : v | 0
      const [fx, fy] = [u < x0 ? 0 : u - x0, v < y0 ? 0 : v - y0]
      const i = y0 * fromWidth + x0
      const top = (from[i] as number) + ((from[i + 1] as number) - (from[i] as number)) * fx
      const j = i + fromWidth
      const bottom = (from[j] as number) + ((from[j + 1] as number) - (from[j] as number)) * fx
      data[at] = top + (bottom - top) * fy + 0.5
    }
  }
  return { width, height, data }
}

/** Where the sheet reaches out of the photo, the tone of the nearest paper: blank, but no edge that could be read as a rule. */
function paintOutside(photo: Raster, homography: Homography, { width, height, data }: Raster): void {
  const corners = [
    project(homography, 0, 0),
    project(homography, width, 0),
    project(homography, width, height),
    project(homography, 0, height),
  ]
  if (corners.every(([x, y]) => x >= 0 && y >= 0 && x <= photo.width && y <= photo.height)) return
  const paper = closing(shrink(photo, 320), 5)
  const scale = paper.width / photo.width
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = project(homography, x + 0.5, y + 0.5)
      if (u > 0 && v > 0 && u < photo.width && v < photo.height) continue
      const column = Math.min(paper.width - 2, Math.max(1, Math.floor(u * scale)))
      const row = Math.min(paper.height - 2, Math.max(1, Math.floor(v * scale)))
      data[y * width + x] = paper.data[row * paper.width + column] as number
    }
}

/** How deep, as a share of the page, a sliver of desk may reach in from the rim, and how much darker than the paper it is. */
const rim = 0.012
const darker = 0.85

/** A sliver of desk left along the rim would be read as a rule or as letters. */
function cleanRim(page: Raster): void {
  const { width, height, data } = page
  const paper = closing(shrink(page, 320), 5)
  const scale = paper.width / width
  const paperAt = (x: number, y: number) =>
    paper.data[
      Math.min(paper.height - 1, (y * scale) | 0) * paper.width + Math.min(paper.width - 1, (x * scale) | 0)
    ] as number
  const depth = Math.ceil(rim * Math.min(width, height))
  const clean = (start: number, step: number, tone: number) => {
    let reach = 0
    while (reach < depth && (data[start + reach * step] as number) < tone * darker) reach += 1
    if (reach < depth) for (let i = 0; i <= reach && i < depth; i += 1) data[start + i * step] = tone
  }
  for (let x = 0; x < width; x += 1) {
    clean(x, width, paperAt(x, 2 * depth))
    clean((height - 1) * width + x, -width, paperAt(x, height - 2 * depth))
  }
  for (let y = 0; y < height; y += 1) {
    clean(y * width, 1, paperAt(2 * depth, y))
    clean(y * width + width - 1, -1, paperAt(width - 2 * depth, y))
  }
}
