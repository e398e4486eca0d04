/** A clinical paper as a file: a born-digital PDF with its fonts in it, or each page as a scanner or a phone sees it. */
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { advanceOf, type FaceName } from '../print/faces.ts'
import { type Page, type Style, TONER, type WordMark } from '../print/page.ts'
import { printPhoto } from '../print/print-photo.ts'
import { type Printed, printScan } from '../print/print-scan.ts'
import { createRandom } from '../random.ts'
import type { ClinicalDocument } from './clinical-document.ts'

type Pdf = InstanceType<typeof PDFDocument>

/** The bytes depend on the pages alone; no clock enters them. */
export async function printPdf({ name, pages }: ClinicalDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: {
      Title: name,
      Producer: 'make-papers',
      Creator: 'make-papers',
      CreationDate: new Date('2024-04-02T09:00:00Z'),
    },
  })
  const parts: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  for (const page of pages) drawPage(pdf, page)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}

export function printScans({ name, pages }: ClinicalDocument): Promise<Printed[]> {
  const random = createRandom(seedOf(name))
  const options = { dpi: 200, noise: random.between(3, 7), blur: 0.5, specks: 0.000004, jpegQuality: 60 }
  return Promise.all(
    pages.map((page) =>
      printScan(
        page,
        { ...options, skewDegrees: random.between(-20, 20) / 10, paper: random.between(236, 250) },
        random,
      ),
    ),
  )
}

export function printPhotos({ name, pages }: ClinicalDocument): Promise<Printed[]> {
  const random = createRandom(seedOf(name))
  return Promise.all(
    pages.map((page) =>
      printPhoto(
        page,
        {
          size: { width: 3024, height: 4032 },
          pose: {
            leanDegrees: random.between(-9, 9),
            pitchDegrees: random.between(-9, 9),
            rollDegrees: random.between(-40, 40) / 10,
            fill: random.between(78, 84) / 100,
            shift: { x: 0.005, y: -0.008 },
          },
          light: { falloff: random.between(10, 35) / 100, shadow: random.between(0, 30) / 100 },
          ...{ blur: 0.7, noise: 3, jpegQuality: 84 },
        },
        random,
      ),
    ),
  )
}

const seedOf = (name: string) => [...name].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) | 0, 5381)

function drawPage(pdf: Pdf, page: Page) {
  pdf.addPage({ size: [page.width, page.height], margin: 0 })
  for (const mark of page.marks) {
    if (mark.kind === 'line') {
      pdf.lineWidth(mark.width).moveTo(mark.from.x, mark.from.y).lineTo(mark.to.x, mark.to.y).stroke(mark.ink)
    } else if (mark.kind === 'area') {
      pdf.polygon(...mark.corners.map(({ x, y }): [number, number] => [x, y])).fill(mark.ink)
    }
  }
  for (const { text, x, baseline, style } of runsOf(page.marks.filter((mark) => mark.kind === 'word')))
    pdf
      .font(fontFile(style))
      .fontSize(style.size)
      .fillColor(style.ink ?? TONER)
      .text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
}

/** Words that were written as one text stand in the file as one text, with their spaces. */
function runsOf(words: readonly WordMark[]): WordMark[] {
  const runs: WordMark[] = []
  for (const word of words) {
    const last = runs.at(-1)
    const isNext =
      last !== undefined &&
      last.baseline === word.baseline &&
      last.style === word.style &&
      Math.abs(last.x + advanceOf(`${last.text} `, last.style) - word.x) < 0.1
    if (isNext) runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}` }
    else runs.push(word)
  }
  return runs
}

const google = (name: string, file: string) =>
  ['400Regular', '700Bold', '400Regular_Italic'].map((cut) => `@expo-google-fonts/${name}/${cut}/${file}_${cut}.ttf`)

/** [regular, bold, italic], the same files that faces.ts draws with. */
const fonts: Readonly<Record<FaceName, readonly string[]>> = {
  sans: ['Regular', 'Bold', 'Italic'].map((cut) => `pdfjs-dist/standard_fonts/LiberationSans-${cut}.ttf`),
  serif: google('tinos', 'Tinos'),
  typewriter: google('courier-prime', 'CourierPrime'),
  humanist: google('carlito', 'Carlito'),
  book: google('gelasio', 'Gelasio'),
  modern: google('pt-sans', 'PTSans'),
  narrow: google('archivo-narrow', 'ArchivoNarrow'),
  terminal: google('cousine', 'Cousine'),
}

const fontFile = ({ face, bold, italic }: Style) =>
  fileURLToPath(import.meta.resolve(fonts[face][bold ? 1 : italic ? 2 : 0] ?? ''))
