/** Pages of a PDF to be looked at, drawn as they were drawn when they were read: what is lit is what was read. */
import { AppError } from '#contract/errors.ts'
import { drawPage } from '../readers/pdf-draw.ts'
import { unitsPerPoint } from '../readers/pdf-scale.ts'
import { openPdf, type PDFPageProxy } from '../readers/pdfjs.ts'
import { type PageRequest, type ShownFile, sizeAtWidth } from './shown-file.ts'

const CSS_PIXELS_PER_POINT = 96 / 72

/** Throws AppError('document/wrong-password' | 'pdf/damaged'). */
export async function showPdf(bytes: Uint8Array, password: string | undefined): Promise<ShownFile> {
  const pdf = await openPdf(bytes, password)

  async function load(number: number): Promise<PDFPageProxy> {
    if (number > pdf.document.numPages) throw new AppError('page/unknown')
    try {
      return await pdf.document.getPage(number)
    } catch {
      throw new AppError('page/without-image')
    }
  }

  const viewportOf = (page: PDFPageProxy, turn: PageRequest['turn'], scale: number) =>
    page.getViewport({ scale, rotation: (page.rotate + turn * 90) % 360 })

  return {
    async measure({ page: number, turn }) {
      const page = await load(number)
      const { width, height } = viewportOf(page, turn, 1)
      page.cleanup()
      const scale = CSS_PIXELS_PER_POINT / unitsPerPoint({ width, height })
      return { width: width * scale, height: height * scale }
    },

    async draw({ page: number, turn, width }) {
      const page = await load(number)
      try {
        const one = viewportOf(page, turn, 1)
        const size = sizeAtWidth(one, width)
        const { pixels, ...drawn } = await drawPage(pdf, page, {
          viewport: viewportOf(page, turn, size.width / one.width),
          size,
        })
        return { width: drawn.width, height: drawn.height, data: pixels }
      } catch {
        throw new AppError('page/without-image')
      } finally {
        page.cleanup()
      }
    },

    close: () => pdf.close(),
  }
}
