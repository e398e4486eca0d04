/**
 * Evens the light of a page: shadows, yellowed paper and grey shading of table rows go, print stays. The paper's
 * brightness at each place is what a grey closing leaves, which takes away strokes but keeps rows of shading.
 */
import type { Raster } from '../image/raster.ts'
import { blur, brightest, darkest, percentile, shrink, withoutThinInk } from './grey.ts'
import { stretched, surfaceOf } from './stretched.ts'

/** Paper comes out at this grey: a little below white, so that noise is not cut off on one side. */
export const PAPER = 240

/** A place this much darker than the paper round it is not shading behind print but a dark block of its own. */
const DARK_BLOCK = 0.55
/** No shadow that leaves print readable is darker than this part of the brightest paper. */
const DEEPEST_SHADOW = 0.3

export interface Evened {
  readonly page: Raster
  /** 0..255 for each cell of `cell` pixels: how bright the place is without its print, against the paper round it. */
  readonly shade: Raster
  /** For each cell, how much fainter than paper an edge of shading may look there, 0..255: print is darker. */
  readonly edges: Raster
  readonly cell: number
}

export function evenLight(page: Raster, letterHeight: number): Evened {
  const cell = Math.max(1, Math.round(letterHeight / 4))
  const cells = shrink(page, cell)
  const withoutPrint = withoutThinInk(cells, 2)
  const paper = paperRound(withoutPrint, cells)
  const shade = new Uint8Array(cells.data.length)
  const background = new Uint8Array(cells.data.length)
  for (let i = 0; i < shade.length; i++) {
    const lit = paper.data[i] as number
    const here = Math.min(withoutPrint.data[i] as number, lit)
    shade[i] = (here * 255) / lit
    background[i] = here < DARK_BLOCK * lit ? lit : here
  }
  const light = blur({ ...cells, data: background }, 1)
  return { page: divided(page, light, cell), shade: { ...cells, data: shade }, edges: stepsOf(light), cell }
}

/** Where the light changes from cell to cell, the smooth background is off by a part of the step. */
function stepsOf(light: Raster): Raster {
  const high = brightest(light, 1)
  const low = darkest(light, 1)
  const data = high.data.map((value, i) => (PAPER * (value - (low.data[i] as number))) / Math.max(1, value))
  return { ...light, data }
}

/** The light on bare paper: from tiles larger than any line of print, so that blocks and pictures do not count as shadow. */
function paperRound(withoutPrint: Raster, cells: Raster): Raster {
  const coarse = Math.max(1, Math.min(4, cells.width >> 3, cells.height >> 3))
  const small = shrink(withoutPrint, coarse)
  const tile = Math.max(1, Math.min(10, small.width >> 2, small.height >> 2))
  const tiles = brightest(shrink(brightest(small, tile >> 2), tile), 1)
  const floor = Math.max(1, DEEPEST_SHADOW * percentile(withoutPrint, 0.95))
  const lit = stretched(blur(withoutThinInk(tiles, 1), 1), tile * coarse, cells.width, cells.height)
  for (let i = 0; i < lit.data.length; i++) if ((lit.data[i] as number) < floor) lit.data[i] = floor
  return lit
}

function divided(page: Raster, background: Raster, cell: number): Raster {
  const data = new Uint8Array(page.data.length)
  const reciprocal = Uint32Array.from({ length: 256 }, (_, value) => Math.round((PAPER << 12) / Math.max(1, value)))
  const { width, height } = page
  const light = surfaceOf(background, cell, width)
  for (let y = 0; y < height; y++) {
    const row = light(y)
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const value = ((page.data[i] as number) * (reciprocal[row[x] as number] as number)) >>> 12
      data[i] = value > 255 ? 255 : value
    }
  }
  return { width, height, data }
}
