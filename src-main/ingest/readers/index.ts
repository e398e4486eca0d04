/** The readers of formats that are text already, by format. PDFs and pictures have engines of their own. */
import type { DocumentFormat, ImageFormat } from '../detect-format.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import type { ReadSections } from './section.ts'
import { readMarkdown, readText } from './text.ts'

export type TextFormat = Exclude<DocumentFormat, ImageFormat | 'pdf'>

export const readers: Readonly<Record<TextFormat, (bytes: Uint8Array) => Promise<ReadSections>>> = {
  docx: readDocx,
  html: readHtml,
  text: readText,
  markdown: readMarkdown,
}
