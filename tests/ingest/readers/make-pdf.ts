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

/** A one-page file of these objects, the first of which is number 4; /Contents is 4 and the page's resources are given. */
export function handMade(resources: string, objects: readonly string[]): Uint8Array {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
    ...objects,
  ]
  const body = all.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  // without a table of objects: readers find them by themselves
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1'))
}

export const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
