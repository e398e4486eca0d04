/**
 * The typefaces papers are printed in, and the exact size of what they print. All are free fonts from packages, so a
 * page looks the same on every machine; none of the machine's own fonts is ever used.
 */
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Point, Style } from './page.ts'

/** [regular, bold, italic] */
const sources = {
  sans: ['Regular', 'Bold', 'Italic'].map((cut) => `pdfjs-dist/standard_fonts/LiberationSans-${cut}.ttf`),
  serif: fromGoogle('tinos', 'Tinos'),
  typewriter: fromGoogle('courier-prime', 'CourierPrime'),
  humanist: fromGoogle('carlito', 'Carlito'),
  book: fromGoogle('gelasio', 'Gelasio'),
  modern: fromGoogle('pt-sans', 'PTSans'),
  narrow: fromGoogle('archivo-narrow', 'ArchivoNarrow'),
  terminal: fromGoogle('cousine', 'Cousine'),
}

export type FaceName = keyof typeof sources

interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Large enough that what the font engine rounds does not matter; whoever draws scales it down. */
export const EM = 1000
/** Letters are looked at in this size to find their ink. */
const PROBE = 160

for (const [face, cuts] of Object.entries(sources))
  for (const [cut, path] of cuts.entries())
    GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(path)), familyOf(face, cut))

const pencil = createCanvas(PROBE * 2, PROBE * 2).getContext('2d')
const advances = new Map<string, number>()
const extents = new Map<string, Extent>()

/** The canvas font for a style, EM pixels large. */
export const fontOf = (style: Style) => fontAt(style, EM)

/** How far a text moves the pen, in points. */
export function advanceOf(text: string, style: Style): number {
  const font = fontOf(style)
  const key = `${font} ${text}`
  let advance = advances.get(key)
  if (advance === undefined) {
    pencil.font = font
    advance = pencil.measureText(text).width
    advances.set(key, advance)
  }
  return (advance * style.size) / EM
}

/** The corners of each letter's ink, of a word that begins at the origin of its baseline, in points. */
export function inkOf(text: string, style: Style): Point[] {
  const points: Point[] = []
  for (let end = 1; end <= text.length; end += 1) {
    const letter = text.charAt(end - 1)
    const extent = extentOf(letter, style)
    // what comes before is measured together with the letter, so that kerning between them counts
    const start = advanceOf(text.slice(0, end), style) - advanceOf(letter, style)
    const [x0, x1] = [start + extent.left * style.size, start + extent.right * style.size]
    const [y0, y1] = [extent.top * style.size, extent.bottom * style.size]
    points.push({ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 })
  }
  return points
}

/** In parts of the type size, y down from the baseline. */
function extentOf(letter: string, style: Style): Extent {
  const font = fontAt(style, PROBE)
  const key = `${font} ${letter}`
  let extent = extents.get(key)
  if (extent === undefined) {
    extent = probe(letter, font)
    extents.set(key, extent)
  }
  return extent
}

function probe(letter: string, font: string): Extent {
  const { width: side } = pencil.canvas
  pencil.font = font
  pencil.clearRect(0, 0, side, side)
  pencil.fillText(letter, PROBE / 2, PROBE * 1.25)
  const { data } = pencil.getImageData(0, 0, side, side)
  let [left, right, top, bottom] = [side, 0, side, 0]
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if ((data[(y * side + x) * 4 + 3] ?? 0) < 128) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  if (right === 0) throw new Error(`the typeface has no ink for U+${letter.charCodeAt(0).toString(16)}`)
  return {
    left: left / PROBE - 0.5,
    right: right / PROBE - 0.5,
    top: top / PROBE - 1.25,
    bottom: bottom / PROBE - 1.25,
  }
}

const fontAt = ({ face, bold, italic }: Style, pixels: number) =>
  `${pixels}px "${familyOf(face, bold ? 1 : italic ? 2 : 0)}"`

function familyOf(face: string, cut: number): string {
  return `Paper ${face} ${cut}`
}

function fromGoogle(name: string, file: string): string[] {
  return ['400Regular', '700Bold', '400Regular_Italic'].map(
    (cut) => `@expo-google-fonts/${name}/${cut}/${file}_${cut}.ttf`,
  )
}
