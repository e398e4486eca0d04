/**
 * Opens PDFs with pdf.js: the only importer of pdfjs-dist, which is loaded when first used. Whoever opens a document
 * closes it; nothing of it is ever written to disk.
 */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { AppError } from '#contract/errors.ts'

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
export type Pdfjs = typeof import('pdfjs-dist')

export interface OpenPdf {
  readonly pdfjs: Pdfjs
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

/** Throws AppError('document/wrong-password' | 'pdf/damaged'). */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf> {
  const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = load(pdfjs, bytes, password)
  try {
    return { pdfjs, document: await task.promise, close: () => task.destroy() }
  } catch (cause) {
    await task.destroy()
    if (cause instanceof pdfjs.PasswordException) {
      throw new AppError('document/wrong-password', { given: password === undefined ? 0 : 1 })
    }
    throw new AppError('pdf/damaged')
  }
}

/** Where pdf.js keeps its fonts, maps and decoders; with a trailing slash. */
export const pdfjsFolder = (name: 'standard_fonts' | 'cmaps' | 'wasm' | 'iccs') =>
  `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/${name}/`

function load(pdfjs: Pdfjs, bytes: Uint8Array, password: string | undefined): PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    // A copy: pdf.js takes the buffer away from whoever hands it in.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    standardFontDataUrl: pdfjsFolder('standard_fonts'),
    cMapUrl: pdfjsFolder('cmaps'),
    cMapPacked: true,
    wasmUrl: pdfjsFolder('wasm'),
    iccUrl: pdfjsFolder('iccs'),
    disableFontFace: true,
    // With them come the widths of glyphs that a page does not use: pdf-glyphs.ts
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  })
}
