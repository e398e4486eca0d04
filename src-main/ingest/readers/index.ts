/** The readers of formats that are text already, by format. PDF has an engine of its own. */
import type { DocumentFormat } from '../detect-format.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import type { ReadSections } from './section.ts'
import { readMarkdown, readText } from './text.ts'

export const readers: Readonly<Record<Exclude<DocumentFormat, 'pdf'>, (bytes: Uint8Array) => Promise<ReadSections>>> = {
  docx: readDocx,
  html: readHtml,
  text: readText,
  markdown: readMarkdown,
}
