/**
 * Sends pages by fax: black or white, finer across than down, lines lost on the way, a line of transmission on top.
 * What comes out is one TIFF of all pages, as a fax server keeps it.
 */
import type { Random } from '../random.ts'
import { encodeTiff, type ImageFile } from './encode.ts'
import type { Page, Style } from './page.ts'
import { createPen } from './pen.ts'
import type { Plane } from './plane.ts'
import { scanPage } from './print-scan.ts'
import type { Truth } from './truth.ts'

export interface FaxOptions {
  /** Who sent it when: the words before `P. 1/2` in the line of transmission. */
  readonly sender: string
  readonly skewDegrees?: number
  /** The part of lines that do not arrive; the machine repeats the line before. */
  readonly lost?: number
}

export interface Fax extends ImageFile {
  readonly pages: readonly { width: number; height: number; truth: Truth }[]
}

/** "Fine": 204 dots per inch across and 196 down (ITU-T T.4). */
const ACROSS = 204
const DOWN = 196

/** All pages must be of one size. */
export async function printFax(pages: readonly Page[], options: FaxOptions, random: Random): Promise<Fax> {
  const { sender, skewDegrees = 0.3, lost = 0.004 } = options
  const sent = pages.map((page, i) => {
    const headed = withLine(page, transmissionLine(sender, i + 1, pages.length))
    const scan = { dpi: ACROSS, dpiDown: DOWN, skewDegrees, noise: 12, blur: 0.55, specks: 0.000006, paper: 240 }
    const { plane, truth } = scanPage(headed, scan, random)
    toTwoTone(plane)
    loseLines(plane, lost, random)
    return { plane, truth }
  })
  const file = await encodeTiff(
    sent.map(({ plane }) => plane),
    { dpi: ACROSS, dpiDown: DOWN, fax: true },
  )
  return { ...file, pages: sent.map(({ plane, truth }) => ({ width: plane.width, height: plane.height, truth })) }
}

/** What a fax machine prints above each page. */
export const transmissionLine = (sender: string, number: number, count: number) => `${sender}  P. ${number}/${count}`

function withLine(page: Page, text: string): Page {
  const style: Style = { face: 'terminal', size: 8, bold: true }
  const pen = createPen(page)
  pen.text(text, 30, 16, style)
  return { ...page, marks: [...page.marks, ...pen.finish().marks] }
}

/** Grey areas turn into a pattern of dots by an ordered dither (Bayer 1973), as a fax does with shades. */
function toTwoTone({ width, height, data }: Plane) {
  const pattern = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const threshold = 118 + 4 * (pattern[(y & 3) * 4 + (x & 3)] as number)
      data[at] = (data[at] as number) < threshold ? 0 : 255
    }
}

function loseLines({ width, height, data }: Plane, lost: number, random: Random) {
  for (let left = Math.round(height * lost); left > 0; left -= 1) {
    const y = random.between(1, height - 2)
    data.copyWithin(y * width, (y - 1) * width, y * width)
  }
}
