import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { ReadPage } from '../../../src-main/ingest/read-page.ts'
import { type PdfPart, type ReadPdfOptions, readPdf } from '../../../src-main/ingest/readers/pdf.ts'
import { unpackWords } from '../../../src-main/ingest/words.ts'
import { makePdf, put, rotated } from './make-pdf.ts'

const left = Array.from({ length: 20 }, (_, i) => `Left line ${i + 1} tells how the patient felt today`)
const right = Array.from({ length: 20 }, (_, i) => `Right line ${i + 1} tells what was done about it`)
const labs = [
  ['Glucose', '95', 'mg/dL', '70-99'],
  ['Hemoglobin A1c', '6.1 H', '%', '4.0-5.6'],
  ['Creatinine', '0.9', 'mg/dL', '0.7-1.3'],
  ['Sodium', '141', 'mmol/L', '135-145'],
  ['Potassium', '4.4', 'mmol/L', '3.5-5.1'],
]
const columns = [40, 220, 300, 400]
const labText = labs.map((row) => row.join('\t')).join('\n')
const letter = 'This letter is long enough that nobody takes its page for a scan with a stamp on it. '.repeat(3).trim()

async function read(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<{ opened: PdfPart; pages: ReadPage[] }> {
  const parts: PdfPart[] = []
  for await (const part of readPdf(bytes, options)) parts.push(part)
  const [opened, ...rest] = parts
  if (opened?.kind !== 'opened') throw new Error('the first part must say that the document is open')
  return { opened, pages: rest.flatMap((part) => (part.kind === 'page' ? [part.page] : [])) }
}

async function firstPage(bytes: Uint8Array): Promise<ReadPage> {
  const page = (await read(bytes)).pages[0]
  if (!page) throw new Error('no page')
  return page
}

const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (!(error instanceof AppError)) throw new Error('an AppError was due')
  return { code: error.code, ...error.details }
}

describe('order', () => {
  it('of two columns drawn in turns is column after column', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        left.forEach((text, i) => {
          put(pdf, text, 40, 60 + i * 12)
          put(pdf, right[i] ?? '', 320, 60 + i * 12)
        })
      }),
    )
    expect(page.text).toBe(`${left.join('\n')}\n\n${right.join('\n')}`)
    expect(page).toMatchObject({ number: 1, method: 'text', needsOcr: false })
    expect(page.chunks.length).toBeGreaterThan(0)
  })

  it('of a table is row by row, drawn by rows or by columns', async () => {
    const byRow = await makePdf((pdf) => {
      for (const [r, row] of labs.entries()) {
        for (const [c, cell] of row.entries()) put(pdf, cell, columns[c] ?? 0, 80 + r * 14)
      }
    })
    const byColumn = await makePdf((pdf) => {
      for (const [c, x] of columns.entries()) {
        for (const [r, row] of labs.entries()) put(pdf, row[c] ?? '', x, 80 + r * 14)
      }
    })
    expect((await firstPage(byRow)).text).toBe(labText)
    expect((await firstPage(byColumn)).text).toBe(labText)
  })

  it.each([90, 180, 270])('and boxes follow the page when it is turned by %i degrees', async (degrees) => {
    const upright = await makePdf((pdf) => {
      put(pdf, 'Alpha beta gamma', 100, 50)
      put(pdf, letter.slice(0, 80), 100, 70)
    })
    const page = await firstPage(rotated(upright, degrees))
    expect(page.text).toBe(`Alpha beta gamma\n${letter.slice(0, 80).trim()}`)
    const [x, y] = unpackWords(page.words)[0]?.box ?? [0, 0]
    const u = 100 / 595.28
    const v = 50 / 841.89
    const corner = { 90: [1 - v, u], 180: [1 - u, 1 - v], 270: [v, 1 - u] }[degrees] ?? []
    expect(Math.abs(x - (corner[0] ?? 0))).toBeLessThan(0.06)
    expect(Math.abs(y - (corner[1] ?? 0))).toBeLessThan(0.06)
  })
})

describe('word boxes', () => {
  const text = 'Cholesterol (total) fell from 251 to 198 mg/dL within six weeks of treatment'
  const where: { word: string; x: number; width: number }[] = []
  let page: ReadPage

  beforeAll(async () => {
    page = await firstPage(
      await makePdf((pdf) => {
        pdf.font('Times-Roman').fontSize(11)
        let at = 60
        for (const word of text.split(' ')) {
          where.push({ word, x: at / 595.28, width: pdf.widthOfString(word) / 595.28 })
          at += pdf.widthOfString(`${word} `)
        }
        put(pdf, text, 60, 100)
      }),
    )
  })

  it('stand where the glyphs stand, within a hundredth of the page', () => {
    const words = unpackWords(page.words)
    expect(words.map((word) => page.text.slice(word.start, word.start + word.length))).toEqual(text.split(' '))
    words.forEach(({ box: [x, y, width, height] }, i) => {
      expect(Math.abs(x - (where[i]?.x ?? 0))).toBeLessThan(0.002)
      expect(Math.abs(width - (where[i]?.width ?? 0))).toBeLessThan(0.002)
      expect(Math.abs(y - 100 / 841.89)).toBeLessThan(0.01)
      expect(Math.abs(height - 11 / 841.89)).toBeLessThan(0.006)
    })
  })

  it('stand right in justified, letter-spaced and stretched text too', async () => {
    const spaced = await firstPage(
      await makePdf((pdf) => {
        put(pdf, 'wide word spaces', 60, 100, { wordSpacing: 4 })
        put(pdf, 'letter spaced', 60, 130, { characterSpacing: 2 })
        put(pdf, 'stretched text', 60, 160, { horizontalScaling: 150 } as PDFKit.Mixins.TextOptions)
        put(pdf, letter, 60, 200)
      }),
    )
    const boxes = new Map(
      unpackWords(spaced.words).map((word) => [spaced.text.slice(word.start, word.start + word.length), word.box[0]]),
    )
    await makePdf((pdf) => {
      const x = (before: string) => pdf.widthOfString(before)
      expect(Math.abs((boxes.get('spaces') ?? 0) - (60 + x('wide word ') + 8) / 595.28)).toBeLessThan(0.005)
      expect(Math.abs((boxes.get('spaced') ?? 0) - (60 + x('letter ') + 14) / 595.28)).toBeLessThan(0.005)
      expect(Math.abs((boxes.get('text') ?? 0) - (60 + x('stretched ') * 1.5) / 595.28)).toBeLessThan(0.005)
    })
  })
})

describe('what is not plain text', () => {
  it('counts once when it is drawn twice to look bold', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        put(pdf, 'Diagnosis', 60, 100)
        put(pdf, 'Diagnosis', 60.3, 100)
        put(pdf, letter, 60, 130)
      }),
    )
    expect(page.text.match(/Diagnosis/g)).toHaveLength(1)
  })

  it('is left out beyond the edge of the page', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        put(pdf, letter.slice(0, 60), 60, 100)
        put(pdf, 'outside', 700, 100)
        put(pdf, 'above', 60, -40)
      }),
    )
    expect(page.text).toBe(letter.slice(0, 60).trim())
  })

  it('stands in its place when it was filled into a form or typed over the page', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        pdf.initForm()
        put(pdf, 'Allergies:', 60, 100)
        pdf.formText('allergies', 120, 96, 200, 16, { value: 'penicillin, latex' })
        put(pdf, letter.slice(0, 80), 60, 130)
        pdf.textAnnotation(60, 160, 200, 14, 'Seen by Dr. Brown', {})
      }),
    )
    expect(page.text).toMatch(/^Allergies:[ \t]penicillin, latex\n+This letter .*\n+Seen by Dr. Brown$/)
  })

  it('is dropped and needs recognition when it is debris of a font without a map', async () => {
    const debris = '\u00a7\u00b6\u00b1 \u00ac\u00a4\u00a6\u00bb \u00bf\u00a1\u00a5 \u00d7\u00f7\u00b8 '.repeat(8)
    const page = await firstPage(await makePdf((pdf) => put(pdf, debris.slice(0, 90), 40, 100)))
    expect(page).toMatchObject({ text: '', method: 'none', needsOcr: true })
  })

  const scan = () => {
    const canvas = createCanvas(400, 560)
    const context = canvas.getContext('2d')
    context.fillStyle = '#eee'
    context.fillRect(0, 0, 400, 560)
    context.fillStyle = '#111'
    for (let y = 40; y < 520; y += 14) context.fillRect(40, y, 320, 6)
    return canvas.toBuffer('image/png')
  }

  it('needs recognition when the page is only an image', async () => {
    const page = await firstPage(await makePdf((pdf) => pdf.image(scan(), 0, 0, { width: 595 })))
    expect(page).toMatchObject({ text: '', method: 'none', needsOcr: true })
  })

  it('needs recognition when there is only a stamp on the image, and the stamp stays readable', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        pdf.image(scan(), 0, 0, { width: 595 })
        put(pdf, 'Received 12 May 2021', 400, 20)
      }),
    )
    expect(page).toMatchObject({ text: 'Received 12 May 2021', method: 'text', needsOcr: true })
  })

  it('needs no recognition when the image is a logo beside a short text', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        pdf.image(scan(), 20, 20, { width: 60 })
        put(pdf, 'Blank on purpose', 200, 300)
      }),
    )
    expect(page).toMatchObject({ text: 'Blank on purpose', method: 'text', needsOcr: false })
  })

  it('needs recognition when the letters are drawn as outlines', async () => {
    const page = await firstPage(
      await makePdf((pdf) => {
        for (let i = 0; i < 300; i++) {
          pdf.path('M 0 0 C 1 2 3 4 5 6 C 6 5 4 3 2 1 C 3 5 1 6 0 7 C 2 2 1 1 4 4 C 1 3 1 2 0 0 Z').fill('#000')
          pdf.translate(i % 60 ? 8 : -472, i % 60 ? 0 : 14)
        }
      }),
    )
    expect(page).toMatchObject({ text: '', method: 'none', needsOcr: true })
  })

  it('is nothing to do when the page is blank', async () => {
    const page = await firstPage(await makePdf(() => {}))
    expect(page).toMatchObject({ text: '', method: 'text', needsOcr: false })
    expect(page.chunks).toEqual([])
  })
})

describe('a document', () => {
  const threePages = () =>
    makePdf(
      (pdf) => {
        put(pdf, 'First page', 60, 100)
        for (const text of ['Second page', 'Third page']) {
          pdf.addPage()
          put(pdf, text, 60, 100)
        }
      },
      { info: { Title: 'Discharge letter' } },
    )

  it('says first how many pages it has and what it is called', async () => {
    expect((await read(await threePages())).opened).toEqual({ kind: 'opened', pages: 3, title: 'Discharge letter' })
  })

  it('can be read on from a page', async () => {
    const { pages } = await read(await threePages(), { fromPage: 2 })
    expect(pages.map((page) => [page.number, page.text])).toEqual([
      [2, 'Second page'],
      [3, 'Third page'],
    ])
  })

  it('leaves the bytes it was given as they were', async () => {
    const bytes = await threePages()
    await read(bytes)
    expect(bytes.byteLength).toBeGreaterThan(0)
  })

  it('with a password opens with it alone', async () => {
    const locked = await makePdf((pdf) => put(pdf, 'Secret finding', 60, 100), { userPassword: 'open sesame' })
    expect(await codeOf(read(locked))).toEqual({ code: 'document/wrong-password', given: 0 })
    expect(await codeOf(read(locked, { password: 'wrong' }))).toEqual({ code: 'document/wrong-password', given: 1 })
    expect((await read(locked, { password: 'open sesame' })).pages[0]?.text).toBe('Secret finding')
  })

  it('that cannot be opened is damaged', async () => {
    const whole = await threePages()
    expect(await codeOf(read(whole.slice(0, 40)))).toEqual({ code: 'pdf/damaged' })
    expect(await codeOf(read(new Uint8Array()))).toEqual({ code: 'pdf/damaged' })
    expect(await codeOf(read(new TextEncoder().encode('%PDF-1.7 and nothing else')))).toEqual({ code: 'pdf/damaged' })
  })

  it('cut off in the middle gives what can be saved or is damaged, and nothing else', async () => {
    const whole = await threePages()
    for (let part = 0.1; part < 1; part += 0.1) {
      const outcome = await read(whole.slice(0, Math.floor(whole.length * part))).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'pdf/damaged' })
    }
  })

  it('loses only the page that is broken', async () => {
    const whole = await threePages()
    const text = Buffer.from(whole).toString('latin1')
    let nth = 0
    const broken = text.replace(/\/Type \/Page\n/g, (found) => (++nth === 2 ? '/Type /Pane\n' : found))
    const { pages } = await read(new Uint8Array(Buffer.from(broken, 'latin1')))
    expect(pages.map((page) => page.text)).toContain('First page')
    expect(pages.map((page) => page.text)).toContain('Third page')
  })
})
