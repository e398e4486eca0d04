/** Makes PDFs in memory; coordinates in points from the top left, text placed by the top of its line. */
import PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

export async function makePdf(draw: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: true, ...options })
  const parts: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve())
    pdf.on('error', reject)
  })
  pdf.font('Helvetica').fontSize(10)
  draw(pdf)
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(parts))
}

export const put = (pdf: Pdf, text: string, x: number, y: number, options: PDFKit.Mixins.TextOptions = {}) =>
  pdf.text(text, x, y, { lineBreak: false, ...options })

/** The same file with /Rotate set on every page. */
export function rotated(bytes: Uint8Array, degrees: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return new Uint8Array(Buffer.from(text.replaceAll('/Type /Page\n', `/Type /Page\n/Rotate ${degrees}\n`), 'latin1'))
}
