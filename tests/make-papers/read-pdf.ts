/** Reads a PDF's text items with pdfjs alone, so that the makers are checked by something that is not ours. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))

/** The strings of each page in drawing order. The bytes are copied first: pdfjs takes what it is given. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<string[][]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: join(root, 'standard_fonts/'),
    cMapUrl: join(root, 'cmaps/'),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
  })
  try {
    const pdf = await task.promise
    const pages: string[][] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(items.flatMap((item) => ('str' in item ? [item.str] : [])))
    }
    return pages
  } finally {
    await task.destroy()
  }
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
