import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtPdf, type SeenPdfPage } from '../../../src-main/ingest/readers/pdf-look.ts'
import type { Recognizer } from '../../../src-main/ingest/recognize/recognizer.ts'
import { createTesseract } from '../../../src-main/ingest/recognize/tesseract.ts'
import { makePdf, put, rotated } from './make-pdf.ts'
import { linesAt, withSwappedLetters, write } from './make-scan.ts'

const lines = ['Hemoglobin was 13.5 g/dL in May 2021', 'and the platelets were in the normal range']
let tesseract: Recognizer
let calls = 0

beforeAll(async () => {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
  tesseract = await createTesseract({ languages: [{ code: 'eng', dir: join(data, '4.0.0_best_int') }], workers: 1 })
})
afterAll(() => tesseract.close())

async function look(bytes: Uint8Array): Promise<SeenPdfPage[]> {
  const recognizer: Recognizer = {
    ...tesseract,
    recognize: (image, options) => {
      calls++
      return tesseract.recognize(image, options)
    },
  }
  const pages: SeenPdfPage[] = []
  for await (const page of lookAtPdf(bytes, { pages: 'all', recognizer })) if (page.kind === 'seen') pages.push(page)
  return pages
}

const isSwapped = async (bytes: Uint8Array) => (await look(bytes)).map((page) => page.layer.isSwapped)

describe('a font', () => {
  test('that draws what it says is believed, and asked once in a document', async () => {
    calls = 0
    const bytes = await makePdf((pdf) => {
      write(pdf, linesAt(lines), 0)
      for (let i = 0; i < 3; i++) {
        pdf.addPage()
        write(pdf, linesAt(lines), 0)
      }
    })
    expect(await isSwapped(bytes)).toEqual([false, false, false, false])
    expect(calls).toBe(1)
  })

  test('that says other letters than it draws is found out, on every page that uses it and on turned ones', async () => {
    const swapped = withSwappedLetters(
      await makePdf(
        (pdf) => {
          write(pdf, linesAt(lines), 0)
          pdf.addPage().font('Helvetica')
          put(pdf, 'This page has another font and tells the truth', 60, 100)
          pdf.addPage()
          write(pdf, linesAt(['short']), 0)
        },
        { compress: false },
      ),
    )
    expect(await isSwapped(swapped)).toEqual([true, false, true])
    expect((await isSwapped(rotated(swapped, 90)))[0]).toBe(true)
  })

  test('that swaps nothing but digits is found out', async () => {
    const digits = ['Glucose 95 of 70 to 99, sodium 141 of 135 to 145', 'Potassium 4.4 of 3.5 to 5.1, calcium 9.2']
    const bytes = await makePdf((pdf) => write(pdf, linesAt(digits), 0), { compress: false })
    expect(await isSwapped(bytes)).toEqual([false])
    expect(await isSwapped(withSwappedLetters(bytes, /[0-9]/))).toEqual([true])
  })

  test('of symbols or bars is no liar', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.font('ZapfDingbats').fontSize(14)
      put(pdf, 'abcdefgh ijklmnop qrstuvw', 60, 100)
      pdf.font('Symbol')
      put(pdf, 'abcdefgh ijklmnop qrstuvw', 60, 140)
    })
    expect(await isSwapped(bytes)).toEqual([false])
  })
})
