/** Printed papers scanned and made ready for recognition, with their words and handwriting in pixels of the prepared page. */
import type { PixelBox } from '../../../src-main/ingest/image/raster.ts'
import type { Box } from '../../../src-main/ingest/read-page.ts'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import type { PreparedPage } from '../../../src-main/ingest/recognize/prepared-page.ts'
import type { Page } from '../../../tools/make-papers/print/page.ts'
import { scanPage } from '../../../tools/make-papers/print/print-scan.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'

export interface PreparedPaper {
  readonly page: PreparedPage
  readonly words: readonly { readonly text: string; readonly box: PixelBox }[]
  readonly handwriting: readonly PixelBox[]
}

/** The page lies straight in the scanner and upright. */
export async function preparedPaper(paper: Page, { specks = 0 } = {}): Promise<PreparedPaper> {
  const { plane, truth } = scanPage(paper, { dpi: 150, specks }, createRandom(11))
  const page = await preparePage(plane, { dpi: 150 })
  const pixels = pixelsOf(page)
  return {
    page,
    words: truth.words.map(({ text, box }) => ({ text, box: pixels(box) })),
    handwriting: truth.handwriting.map(pixels),
  }
}

/** The way back of `toPage`, from two places well inside the page. */
function pixelsOf({ ink, toPage }: PreparedPage): (box: Box) => PixelBox {
  const [width, height] = [ink.width >> 1, ink.height >> 1]
  const [x, y] = [width >> 1, height >> 1]
  const [left, top, across, down] = toPage({ x, y, width, height })
  return ([bx, by, bw, bh]) => ({
    x: Math.round(x + ((bx - left) / across) * width),
    y: Math.round(y + ((by - top) / down) * height),
    width: Math.round((bw / across) * width),
    height: Math.round((bh / down) * height),
  })
}
