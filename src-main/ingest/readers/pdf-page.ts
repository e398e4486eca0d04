/** One page of an open PDF as pdf.js gives it: its size as shown, its text items, what was filled into its forms. */
import { type Field, fieldsOf } from './pdf-fields.ts'
import type { PageFrame, TextItem, TextStyle } from './pdf-words.ts'
import type { PDFDocumentProxy, PDFPageProxy } from './pdfjs.ts'

export interface LoadedPage {
  readonly page: PDFPageProxy
  readonly frame: PageFrame
  readonly items: readonly TextItem[]
  readonly styles: Readonly<Record<string, TextStyle>>
  readonly fields: readonly Field[]
}

/** Never rejects: a page that does not load is undefined. */
export async function loadPage(document: PDFDocumentProxy, number: number): Promise<LoadedPage | undefined> {
  try {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { items, styles } = await page.getTextContent()
    const frame = { width, height, transform }
    const fields = fieldsOf(await page.getAnnotations({ intent: 'display' }).catch(() => []), frame)
    return { page, frame, items: items.filter((item) => 'str' in item), styles, fields }
  } catch {
    return
  }
}

/** What pdf.js holds of a font, once the page's operators have been asked for. */
export const fontsOf =
  ({ commonObjs }: PDFPageProxy) =>
  (name: string): unknown =>
    commonObjs.has(name) ? commonObjs.get(name) : undefined
