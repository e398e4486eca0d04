/**
 * Photographs and solid logos, so that they are neither recognised nor counted as unread writing. What could
 * be writing stays: signatures, stamps and drawings are thin; headings stand in rows of their own kind.
 */
import type { PixelBox, Raster } from '../image/raster.ts'
import { type Components, findComponents } from './components.ts'
import type { Line } from './lines.ts'
import type { Solid } from './solids.ts'

/** Smaller than this, in letters, is a bullet, a tick box or a letter. */
const LEAST_SIDE = 4.5

export interface Scene {
  readonly components: Components
  readonly lines: readonly Line[]
  /** Bars of light print that were turned. */
  readonly bars: readonly PixelBox[]
  /** Dark areas that are no such bar. */
  readonly solids: readonly Solid[]
  /** How bright each `cell` of the page is without its print. */
  readonly shade: Raster
  readonly cell: number
  readonly letterHeight: number
}

export function findPictures(scene: Scene): PixelBox[] {
  const { components, lines, bars, shade, cell, letterHeight } = scene
  const least = LEAST_SIDE * letterHeight
  const large = ({ width, height }: PixelBox) => width >= least && height >= least
  const areas = shadedAreas(shade, cell).filter((area) => !bars.some((bar) => overlaps(area, bar)))
  const solid = solidComponents(scene)
  const found = merged([...areas, ...solid].filter(large)).filter((box) => !isMostlyPrint(box, components, lines))
  // What stands close to a picture and is as solid belongs to it, as the parts of a logo do.
  const parts = solid.filter((box) => found.some((picture) => overlaps(grown(picture, letterHeight), box)))
  return merged([...found, ...parts], letterHeight)
}

const DARKER_THAN_SHADING = 0.8 * 255
const LEAST_UNEVEN = 0.05 * 255

/** Areas darker than shading and of many tones: an evenly shaded panel with print on it is none. */
function shadedAreas(shade: Raster, cell: number): PixelBox[] {
  const dark = shade.data.map((value) => (value < DARKER_THAN_SHADING ? 1 : 0))
  const areas = findComponents({ ...shade, data: dark })
  const boxes: PixelBox[] = []
  for (let c = 0; c < areas.count; c++) {
    const x = areas.left[c] as number
    const y = areas.top[c] as number
    const width = (areas.right[c] as number) - x + 1
    const height = (areas.bottom[c] as number) - y + 1
    if ((areas.area[c] as number) < 0.5 * width * height || deviation(shade, x, y, width, height) < LEAST_UNEVEN)
      continue
    boxes.push({ x: x * cell, y: y * cell, width: width * cell, height: height * cell })
  }
  return boxes
}

function deviation({ width, data }: Raster, x: number, y: number, w: number, h: number): number {
  let sum = 0
  let squares = 0
  for (let row = y; row < y + h; row++) {
    for (let i = row * width + x; i < row * width + x + w; i++) {
      sum += data[i] as number
      squares += (data[i] as number) ** 2
    }
  }
  const mean = sum / (w * h)
  return Math.sqrt(Math.max(0, squares / (w * h) - mean * mean))
}

const LEAST_SOLID = 0.25
const LEAST_PART = 1.5

/** Components that are solid in good part and stand in no row of letters; what is drawn with a pen could be writing. */
function solidComponents({ components, lines, solids, letterHeight }: Scene): PixelBox[] {
  const { left, right, top, bottom, area } = components
  const inRow = new Set(lines.filter(({ letters }) => letters.length >= 3).flatMap(({ letters }) => letters))
  const boxes: PixelBox[] = []
  for (let c = 0; c < components.count; c++) {
    const width = (right[c] as number) - (left[c] as number) + 1
    const height = (bottom[c] as number) - (top[c] as number) + 1
    if (Math.max(width, height) < LEAST_PART * letterHeight || inRow.has(c)) continue
    const box = { x: left[c] as number, y: top[c] as number, width, height }
    const solid = solids.reduce((sum, block) => sum + (overlaps(box, block) ? block.area : 0), 0)
    if (solid >= LEAST_SOLID * (area[c] as number)) boxes.push(box)
  }
  return boxes
}

/** Boxes that overlap, or come as near to each other as `near`, become one. */
function merged(boxes: readonly PixelBox[], near = 0): PixelBox[] {
  const done: PixelBox[] = []
  for (let box of boxes) {
    for (
      let i = done.findIndex((other) => overlaps(other, grown(box, near)));
      i >= 0;
      i = done.findIndex((other) => overlaps(other, grown(box, near)))
    ) {
      box = union(box, ...done.splice(i, 1))
    }
    done.push(box)
  }
  return done
}

function union(a: PixelBox, b: PixelBox = a): PixelBox {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

const grown = ({ x, y, width, height }: PixelBox, by: number): PixelBox => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const overlaps = (a: PixelBox, b: PixelBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Most of the ink in it stands in rows of letters: a panel or a heading, whatever lies behind. */
function isMostlyPrint(box: PixelBox, components: Components, lines: readonly Line[]): boolean {
  const { count, left, right, top, bottom, area } = components
  const inside = (c: number) => {
    const x = ((left[c] as number) + (right[c] as number)) / 2
    const y = ((top[c] as number) + (bottom[c] as number)) / 2
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
  }
  let ink = 0
  for (let c = 0; c < count; c++) if (inside(c)) ink += area[c] as number
  let print = 0
  for (const line of lines) {
    if (line.letters.length < 4 || !overlaps(box, line.box)) continue
    for (const c of line.letters) if (inside(c)) print += area[c] as number
  }
  return print > 0.4 * ink
}
