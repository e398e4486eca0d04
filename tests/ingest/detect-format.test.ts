import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { detectFormat } from '../../src-main/ingest/detect-format.ts'

const of = (content: string | Buffer, name = 'file') => detectFormat(Buffer.from(content), name)

test.each([
  ['%PDF-1.7\n…', 'pdf'],
  [`${'junk '.repeat(20)}%PDF-1.4`, 'pdf'],
  ['Dear colleague,\nthank you for seeing …', 'text'],
  ['<!DOCTYPE html><html><body>x', 'html'],
  ['<!-- saved --> <HTML>', 'html'],
  ['<div><p>Message</p></div>', 'html'],
  ['MSH|^~\\&|LAB', undefined],
  ['{"resourceType":"Bundle"}', undefined],
  ['<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">', undefined],
  ['{\\rtf1\\ansi', undefined],
] as const)('%j is taken for %s', async (content, format) => {
  expect(await of(content)).toBe(format)
})

test('the content decides, not the name', async () => {
  expect(await of('%PDF-1.7', 'letter.txt')).toBe('pdf')
  expect(await of('plain words', 'letter.pdf')).toBe('text')
  expect(await of('# Heading', 'note.md')).toBe('markdown')
})

test('programs and other archives are refused', async () => {
  expect(await of(Buffer.from('7f454c460201010000000000', 'hex'))).toBeUndefined()
  expect(await of(Buffer.from('504b0304140000000000', 'hex'))).toBeUndefined()
  expect(await of(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)))).toBeUndefined()
})

/** Fills the file up to a length that a picture would have. */
const picture = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(200, '\x80\0', 'latin1')])
const ftyp = (...brands: string[]) => {
  const box = Buffer.from(`\0\0\0\0ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1')
  box.writeUInt32BE(box.length)
  return Buffer.concat([box, Buffer.alloc(100, '\x80\0', 'latin1')])
}

test.each([
  ['PNG', picture('89504e470d0a1a0a0000000d49484452'), 'png'],
  ['JPEG', picture('ffd8ffe000104a464946'), 'jpeg'],
  ['WebP', picture(`52494646${'20000000'}57454250`), 'webp'],
  ['TIFF', picture('49492a0008000000'), 'tiff'],
  ['TIFF of the other byte order', picture('4d4d002a00000008'), 'tiff'],
  ['TIFF of large files', picture('49492b00080000001000000000000000'), 'tiff'],
  ['bitmap', picture(`424d${'00'.repeat(8)}36000000280000000a0000000a00000001001800`), 'bmp'],
  ['bitmap of OS/2', picture(`424d${'00'.repeat(8)}1a0000000c0000000a000a0001000100`), 'bmp'],
  ['HEIC', ftyp('heic', 'mif1', 'heic'), 'heic'],
  ['HEIC of ten bits', ftyp('heix', 'mif1'), 'heic'],
  ['HEIF by its second brand', ftyp('MiHB', 'mif1', 'MiHB', 'heic'), 'heic'],
  ['AVIF', ftyp('avif', 'mif1', 'miaf'), undefined],
  ['video', ftyp('isom', 'mp42'), undefined],
  ['GIF', picture('474946383961'), undefined],
  ['sound in RIFF', picture('524946462000000057415645'), undefined],
] as const)('%s is known by its first bytes, whatever its name', async (_name, bytes, format) => {
  expect(await of(bytes, 'letter.txt')).toBe(format)
})

test('a picture that speaks of a PDF in its first bytes stays a picture', async () => {
  expect(await of(Buffer.concat([picture('ffd8fffe0010'), Buffer.from('made from %PDF-1.7')]))).toBe('jpeg')
})

test('text is known in UTF-8, UTF-16 with a mark, and windows-1252', async () => {
  expect(await of(Buffer.from('\ufeffGrüße', 'utf8'))).toBe('text')
  expect(await of(Buffer.from('\ufeffGrüße', 'utf16le'))).toBe('text')
  expect(await of(Buffer.from('Gr\xfc\xdfe aus K\xf6ln', 'latin1'))).toBe('text')
  expect(await of(Buffer.from('ends within a character é').subarray(0, -1))).toBe('text')
})

test('prose is text even where its first letters are the signature of a program or picture', async () => {
  for (const prose of [
    'BMI: 31 kg/m²',
    'BM: regular, 1 per day, no blood. Stool soft. Appetite good. Sleeps well, 8 hours.',
    'MZ twins, both well',
    'PKU screening: negative',
    'GIFT procedure in 2012',
    'OTTO Berg',
    'II. Diagnoses',
    'II*\n',
    'RIFF of 12.WEBPAGE',
    'see ftypheic',
  ])
    expect(await of(prose)).toBe('text')
  expect(await of(Buffer.from('BMI: 31 kg/m\xb2', 'latin1'))).toBe('text')
})

test('an XML document is no web page, whatever it holds', async () => {
  expect(
    await of('<ClinicalDocument xmlns="urn:hl7-org:v3"><text><table><tr><td>x</td></tr></table></text>'),
  ).toBeUndefined()
  expect(await of('<Patient xmlns="http://hl7.org/fhir"><text><div>x</div></text>')).toBeUndefined()
  expect(await of('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y"><html>')).toBe('html')
  expect(await of('<p>Dear patient')).toBe('html')
})

test('of archives only those of a word processor are taken', async () => {
  const zip = (parts: Record<string, string>) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))))
  const types =
    '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
  expect(await of(zip({ '[Content_Types].xml': types }))).toBe('docx')
  expect(await of(zip({ 'word/document.xml': '' }), 'scan.pdf')).toBe('docx')
  expect(await of(zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '' }))).toBeUndefined()
  expect(await of(zip({ 'notes/password/list.txt': 'word/document.xml' }))).toBeUndefined()
})

test('what stands between two comments is not skipped over to find a web page', async () => {
  const cda = '<?xml version="1.0"?><!-- one --><ClinicalDocument><!-- two --><title>Summary</title></ClinicalDocument>'
  expect(await of(cda)).toBeUndefined()
})
