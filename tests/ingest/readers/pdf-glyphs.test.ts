import { expect, test } from 'vitest'
import { createGlyphWidths } from '../../../src-main/ingest/readers/pdf-glyphs.ts'
import { fontsOf, loadPage } from '../../../src-main/ingest/readers/pdf-page.ts'
import { openPdf } from '../../../src-main/ingest/readers/pdfjs.ts'
import { makePdf, type Pdf, put } from './make-pdf.ts'
import { sansFile } from './make-scan.ts'

async function learned(draw: (pdf: Pdf) => void) {
  const pdf = await openPdf(await makePdf(draw), undefined)
  try {
    const glyphs = createGlyphWidths(pdf.pdfjs.OPS)
    const loaded = await loadPage(pdf.document, 1)
    if (!loaded) throw new Error('no page')
    glyphs.learn(await loaded.page.getOperatorList(), fontsOf(loaded.page))
    return { glyphs, font: loaded.items[0]?.fontName ?? '' }
  } finally {
    await pdf.close()
  }
}

test('one page teaches the widths of letters that only later pages use, to the thousandth', async () => {
  let widthOf = (_: string) => 0
  const { glyphs, font } = await learned((pdf) => {
    put(pdf, 'a few letters', 60, 100)
    widthOf = (text) => pdf.fontSize(1000).widthOfString(text)
  })
  expect(glyphs.lacks(font, 'QUARTZ 98.6 %')).toBe(false)
  for (const letter of 'QWiM@8%') expect(glyphs.of(font)(letter.charCodeAt(0))).toBeCloseTo(widthOf(letter), 0)
})

test('a font whose codes are not its letters teaches only what it has drawn', async () => {
  const { glyphs, font } = await learned((pdf) => {
    pdf.font(sansFile)
    put(pdf, 'a few letters', 60, 100)
  })
  expect(glyphs.lacks(font, 'few letters')).toBe(false)
  expect(glyphs.lacks(font, 'QUARTZ')).toBe(true)
  glyphs.giveUp(font, 'QUARTZ')
  expect(glyphs.lacks(font, 'QUARTZ')).toBe(false)
})
