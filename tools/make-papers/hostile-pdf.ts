/** Damaged PDFs: cut, padded, with a wrong cross-reference table, locked, without any text. All come from one sound page. */
import { crc32, deflateSync } from 'node:zlib'
import { createFlow } from './flow.ts'
import type { HostileFile } from './hostile-file.ts'
import { makePasswordPdf } from './password-pdf.ts'
import { createSheet } from './sheet.ts'

const MARK = 'gallbladder without stones'

export async function makeHostilePdfs(): Promise<HostileFile[]> {
  const sound = await makeSoundPdf()
  const xrefAt = sound.lastIndexOf('\nxref\n')
  const headerEnd = sound.indexOf('\n') + 1
  const text = (name: string, bytes: Uint8Array): HostileFile => ({ name, bytes, expect: 'indexed', contains: MARK })
  const damaged = (name: string, bytes: Uint8Array): HostileFile => ({ name, bytes, expect: 'rejected:pdf/damaged' })
  return [
    damaged('cut-after-the-header.pdf', sound.subarray(0, headerEnd)),
    damaged('cut-in-the-first-object.pdf', sound.subarray(0, 120)),
    damaged('cut-in-half.pdf', sound.subarray(0, sound.length >> 1)),
    // A reader that rebuilds the table without a trailer may find the page; none has to.
    {
      name: 'cut-before-the-xref.pdf',
      bytes: sound.subarray(0, xrefAt),
      expect: 'rejected:pdf/damaged|indexed',
      contains: MARK,
    },
    text('cut-in-the-last-line.pdf', sound.subarray(0, sound.length - 4)),
    text('pdf-named-text.txt', sound),
    text('junk-before-the-header.pdf', Buffer.concat([Buffer.alloc(700, 'Received: by relay\r\n'), sound])),
    text(
      'junk-after-the-header.pdf',
      Buffer.concat([sound.subarray(0, headerEnd), junk(900), sound.subarray(headerEnd)]),
    ),
    text('junk-after-the-end.pdf', Buffer.concat([sound, Buffer.alloc(3000)])),
    text('wrong-xref-offsets.pdf', shiftOffsets(sound, xrefAt)),
    { name: 'password.pdf', bytes: await makePasswordPdf('swordfish'), expect: 'needs-password' },
    { name: 'picture-only.pdf', bytes: await makePicturePdf(), expect: 'indexed' },
  ]
}

async function makeSoundPdf(): Promise<Buffer> {
  const sheet = createSheet({ title: 'Ultrasound report' })
  const flow = createFlow(sheet)
  flow.turn()
  flow.lines(['Ultrasound of the abdomen'], { size: 14, bold: true })
  flow.paragraph(`Liver of normal size, ${MARK}, kidneys of equal length, no free fluid.`)
  flow.paragraph('The aorta measures 18 mm. The spleen is not enlarged. No lymph nodes were seen along the vessels.')
  return Buffer.from((await sheet.finish()).bytes)
}

/** A comment of bytes above 127, as the format allows it, long enough to move every object. */
const junk = (length: number) => Buffer.from(`%${'\xe2\xe3\xcf\xd3'.repeat(length / 4)}\n`, 'latin1')

function shiftOffsets(pdf: Buffer, xrefAt: number): Buffer {
  const table = pdf.subarray(xrefAt).toString('latin1')
  const wrong = table.replace(
    /\d{10} 00000 n/g,
    (entry) => `${String(Number(entry.slice(0, 10)) + 7).padStart(10, '0')} 00000 n`,
  )
  return Buffer.concat([pdf.subarray(0, xrefAt), Buffer.from(wrong, 'latin1')])
}

async function makePicturePdf(): Promise<Uint8Array> {
  const sheet = createSheet({ title: 'Scan' })
  sheet.turn()
  sheet.picture(stripedPng(826, 1169))
  return (await sheet.finish()).bytes
}

/** White paper with dark bars where lines of text would be: 8-bit grey, no filter. */
function stripedPng(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 0xff)
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1)
    rows[start] = 0
    if (y > 80 && y < height - 80 && y % 24 < 8) rows.fill(0x30, start + 80, start + width - 80)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const chunk = (type: string, content: Buffer) => {
    const framed = Buffer.alloc(content.length + 12)
    framed.writeUInt32BE(content.length, 0)
    framed.write(type, 4, 'latin1')
    content.copy(framed, 8)
    framed.writeUInt32BE(crc32(framed.subarray(4, content.length + 8)), content.length + 8)
    return framed
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
