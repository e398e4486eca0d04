/**
 * PDF → pages with text in reading order and exact word boxes, from the text layer alone. A page that fails is yielded
 * as unread; it must never cost the rest of the document.
 */
import { chunkPage } from '../chunk.ts'
import { assemblePage } from '../layout/assemble-page.ts'
import type { ReadPage } from '../read-page.ts'
import { packWords } from '../words.ts'
import { createGlyphWidths, type GlyphWidths } from './pdf-glyphs.ts'
import { type Ink, inkOf } from './pdf-ink.ts'
import { fontsOf, type LoadedPage, loadPage } from './pdf-page.ts'
import { type TextItem, wordsOfItems } from './pdf-words.ts'
import { openPdf, type PDFDocumentProxy, type Pdfjs } from './pdfjs.ts'
import { qualityOf } from './text-quality.ts'

export type PdfPart =
  | { readonly kind: 'opened'; readonly pages: number; readonly title?: string }
  | { readonly kind: 'page'; readonly page: ReadPage }

export interface ReadPdfOptions {
  readonly password?: string
  /** 1-based; pages before it were read in an earlier run. */
  readonly fromPage?: number
}

/** Fewer letters than this and a page is looked at for pictures. */
const SPARSE = 200
/** Fewer letters than this beside pictures or outlines are a stamp or a page number, not the page's text. */
const STAMP = 100

export async function* readPdf(bytes: Uint8Array, options: ReadPdfOptions): AsyncGenerator<PdfPart> {
  const { pdfjs, document, close } = await openPdf(bytes, options.password)
  try {
    const title = await titleOf(document)
    yield { kind: 'opened', pages: document.numPages, ...(title ? { title } : {}) }
    const glyphs = createGlyphWidths(pdfjs.OPS)
    const last = document.numPages
    let ahead: Promise<LoadedPage | undefined> | undefined
    for (let number = options.fromPage ?? 1; number <= last; number++) {
      const loaded = await (ahead ?? loadPage(document, number))
      // The next page loads while this one is laid out and while the caller stores it.
      ahead = number < last ? loadPage(document, number + 1) : undefined
      yield { kind: 'page', page: await readPage(pdfjs, loaded, number, glyphs) }
    }
  } finally {
    await close()
  }
}

async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  try {
    const { info } = await document.getMetadata()
    const title: unknown = 'Title' in info ? info.Title : undefined
    return typeof title === 'string' ? title.replace(/[\p{Cc}\s]+/gu, ' ').trim() : undefined
  } catch {
    return
  }
}

async function readPage(
  pdfjs: Pdfjs,
  loaded: LoadedPage | undefined,
  number: number,
  glyphs: GlyphWidths,
): Promise<ReadPage> {
  const unread: ReadPage = { number, text: '', words: packWords([]), method: 'none', needsOcr: true, chunks: [] }
  if (!loaded) return unread
  try {
    return await readText(pdfjs, loaded, number, glyphs)
  } catch {
    return unread
  } finally {
    loaded.page.cleanup()
  }
}

async function readText(pdfjs: Pdfjs, loaded: LoadedPage, number: number, glyphs: GlyphWidths): Promise<ReadPage> {
  const { page, frame, items, styles } = loaded
  const fields = loaded.fields.flatMap((field) => field.words)
  const lacking = items.filter((item) => glyphs.lacks(item.fontName, item.str))
  const mayBeSparse = sparse(items)
  let ink: Ink | undefined
  if (lacking.length > 0 || mayBeSparse) {
    const operators = await page.getOperatorList()
    glyphs.learn(operators, fontsOf(page))
    for (const item of lacking) glyphs.giveUp(item.fontName, item.str)
    if (mayBeSparse) ink = inkOf(operators, pdfjs.OPS, frame)
  }
  const placed = wordsOfItems(items, styles, glyphs, frame)
  const { letters, grade } = qualityOf(placed)
  const { text, words } = assemblePage(grade === 'garbage' ? fields : [...placed, ...fields], frame)
  const needsOcr = grade !== 'good' || (ink !== undefined && hidesText(ink, letters))
  return {
    number,
    text,
    words: packWords(words),
    method: needsOcr && text === '' ? 'none' : 'text',
    needsOcr,
    chunks: chunkPage(text),
  }
}

function sparse(items: readonly TextItem[]): boolean {
  let characters = 0
  for (const item of items) {
    characters += item.str.length
    if (characters > 2 * SPARSE) return false
  }
  return true
}

function hidesText({ images, outlines }: Ink, letters: number): boolean {
  if (letters >= SPARSE) return false
  if (letters >= STAMP) return images >= 0.5
  return images >= 0.2 || outlines >= STAMP / 2 || (letters === 0 && images >= 0.02)
}
