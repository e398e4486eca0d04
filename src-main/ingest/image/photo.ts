/**
 * Decides whether a picture is a photo of a sheet, makes the sheet flat, and says what is wrong with the photo. A scan or
 * a screenshot comes through untouched.
 */
import type { PageNotice } from '#contract/documents.ts'
import type { Box } from '../read-page.ts'
import { closing } from './closing.ts'
import { findPageOutline } from './page-outline.ts'
import { photoFaults } from './photo-faults.ts'
import { type Quad, quadArea } from './quad.ts'
import type { Raster } from './raster.ts'
import { shrink } from './shrink.ts'
import { type FlatPage, straighten } from './straighten.ts'

export interface FlattenedPhoto {
  readonly raster: Raster
  readonly isPhoto: boolean
  /** From fractions of `raster` to fractions of the picture as shown: the smallest upright rectangle. */
  readonly toShown: (box: Box) => Box
  readonly notices: readonly PageNotice[]
}

/** `camera`: the file itself says that a camera took it. */
export function flattenPhoto(picture: Raster, { camera }: { camera: boolean }): FlattenedPhoto {
  const light = lightOf(picture)
  const quad = camera || !light.hasPaperRim ? findPageOutline(picture) : undefined
  const isPhoto = camera || quad !== undefined || light.isUneven
  const notices = photoFaults(picture, quad, isPhoto)
  if (!quad || isWholePicture(quad, picture)) return { raster: picture, isPhoto, toShown: (box) => box, notices }
  const flat = straighten(picture, quad)
  return { raster: flat.raster, isPhoto, toShown: toShown(flat, picture), notices }
}

function toShown({ raster, toPhoto }: FlatPage, picture: Raster): (box: Box) => Box {
  return ([x, y, width, height]) => {
    const [left, right] = [x * raster.width, (x + width) * raster.width]
    const [top, bottom] = [y * raster.height, (y + height) * raster.height]
    const corners = [toPhoto(left, top), toPhoto(right, top), toPhoto(right, bottom), toPhoto(left, bottom)]
    const xs = corners.map((corner) => clamp(corner[0] / picture.width))
    const ys = corners.map((corner) => clamp(corner[1] / picture.height))
    const [x0, y0] = [Math.min(...xs), Math.min(...ys)]
    return [x0, y0, Math.max(...xs) - x0, Math.max(...ys) - y0]
  }
}

const clamp = (share: number) => Math.min(1, Math.max(0, share))

/** Then there is nothing to gain by sampling every pixel anew. */
function isWholePicture(quad: Quad, { width, height }: Raster): boolean {
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const
  const off = Math.max(...quad.map(([x, y], i) => Math.hypot(x - (corners[i]?.[0] ?? 0), y - (corners[i]?.[1] ?? 0))))
  return off < 0.01 * Math.max(width, height) && quadArea(quad) > 0.97 * width * height
}

const viewSide = 320
const closingRadius = 4
/** Paper under a scanner's lamp differs by less. */
const evenLight = 0.06
const unevenLight = 0.2

/** What a picture's paper tells without any search: an even, bright rim is a scan's; a scan's paper has one tone all over. */
function lightOf(picture: Raster): { hasPaperRim: boolean; isUneven: boolean } {
  const paper = closing(shrink(picture, viewSide), closingRadius)
  const sorted = Uint8Array.from(paper.data).sort()
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] as number
  const rim = rimOf(paper).sort()
  const rimMiddle = rim[rim.length >> 1] as number
  const even = rim.filter((tone) => Math.abs(tone - rimMiddle) <= evenLight * rimMiddle).length / rim.length
  return {
    hasPaperRim: even > 0.92 && rimMiddle > (1 - evenLight) * share(0.9),
    isUneven: share(0.25) < (1 - unevenLight) * share(0.9),
  }
}

function rimOf({ width, height, data }: Raster): Uint8Array {
  const depth = 4
  return data.filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    return x < depth || y < depth || x >= width - depth || y >= height - depth
  })
}
