/**
 * A PDF under construction: pages, pieces of text at given places, and the expected text collected page by page.
 * The order of drawing is the caller's, so that it can differ from the reading order. No clock and no random number may
 * enter the bytes.
 */
import PDFDocument from 'pdfkit'
import { type PageText, pageText } from './paper.ts'

export interface Style {
  size: number
  bold?: boolean
}

export interface Ink {
  text: string
  x: number
  /** Top of the line, in points from the top of the page. */
  y: number
  style: Style
}

export interface Sheet {
  width: number
  height: number
  turn(): void
  draw(inks: readonly Ink[]): void
  rule(y: number, left: number, right: number): void
  /** A PNG or JPEG that covers the page. */
  picture(image: Uint8Array): void
  /** The next block of the page's expected text. */
  expect(block: string): void
  wrap(text: string, width: number, style: Style): string[]
  finish(): Promise<{ bytes: Uint8Array; pages: PageText[] }>
}

interface SheetOptions {
  title: string
  password?: string
}

const A4 = { width: 595, height: 842 }
const MADE_AT = new Date('2024-04-02T09:00:00Z')

export function createSheet({ title, password }: SheetOptions): Sheet {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: [A4.width, A4.height],
    margin: 0,
    info: { Title: title, Producer: 'make-papers', Creator: 'make-papers', CreationDate: MADE_AT },
    ...(password === undefined ? {} : { userPassword: password, ownerPassword: password, pdfVersion: '1.7' as const }),
  })
  const parts: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const pages: string[][] = []
  const widths = new Map<string, number>()

  const use = ({ size, bold }: Style) => pdf.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size)
  const widthOf = (word: string, style: Style) => {
    const key = `${style.bold ? 'b' : 'r'}${style.size} ${word}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = use(style).widthOfString(word)
    widths.set(key, width)
    return width
  }

  return {
    ...A4,
    turn() {
      pdf.addPage()
      pages.push([])
    },
    draw(inks) {
      for (const { text, x, y, style } of inks) use(style).text(text, x, y, { lineBreak: false })
    },
    rule(y, left, right) {
      pdf.lineWidth(0.5).moveTo(left, y).lineTo(right, y).stroke()
    },
    picture(image) {
      pdf.image(Buffer.from(image), 0, 0, { width: A4.width, height: A4.height })
    },
    expect(block) {
      const page = pages.at(-1)
      if (page === undefined) throw new Error('no page has been started')
      page.push(block)
    },
    wrap: (text, width, style) => wrapWords(text, width, (word) => widthOf(word, style)),
    async finish() {
      pdf.end()
      await ended
      return {
        bytes: new Uint8Array(Buffer.concat(parts)),
        pages: pages.map((blocks, index) => ({ number: index + 1, text: pageText(blocks) })),
      }
    },
  }
}

function wrapWords(text: string, width: number, widthOf: (word: string) => number): string[] {
  const space = widthOf(' ')
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const word of text.split(' ')) {
    const wide = widthOf(word)
    if (line.length > 0 && used + space + wide > width) {
      lines.push(line.join(' '))
      line = []
      used = 0
    }
    used += (line.length > 0 ? space : 0) + wide
    line.push(word)
  }
  lines.push(line.join(' '))
  return lines
}
