/**
 * Names a document's format from its first bytes; a file's name is trusted only to tell Markdown from plain text.
 * What is known and cannot be read yet is refused here, so that markup or packed bytes are never indexed as prose.
 */
import { inflateRawSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import { readBmpHeader } from './image/bmp-header.ts'
import { decodeText } from './readers/decode-text.ts'

export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'tiff' | 'bmp' | 'heic'
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'text' | 'markdown' | ImageFormat

export const isImageFormat = (format: DocumentFormat): format is ImageFormat => imageFormats.has(format)

/** `head`: the first bytes of the file, up to 64 KiB. Undefined for what no reader takes. */
export async function detectFormat(head: Uint8Array, fileName: string): Promise<DocumentFormat | undefined> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const image = detectImage(bytes)
  if (image !== undefined) return image
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (bytes.subarray(0, 4).equals(LOCAL_ENTRY)) return isWord(bytes) ? 'docx' : undefined
  const text = decodeText(bytes)
  if (text === undefined) return
  const start = text.trimStart().slice(0, 4096)
  if (looksLikeHtml(start)) return 'html'
  if (otherFormats.some((form) => form.test(start))) return
  // Signatures of two or three letters are words in prose, as BM and MZ; only formats that are text themselves count.
  const known = await fileTypeFromBuffer(bytes)
  if (known !== undefined && textual.has(known.ext)) return
  return /\.(md|markdown)$/i.test(fileName) ? 'markdown' : 'text'
}

const imageFormats: ReadonlySet<DocumentFormat> = new Set(['png', 'jpeg', 'webp', 'tiff', 'bmp', 'heic'])

/** No decoder sees bytes that do not begin as its format does. */
function detectImage(bytes: Buffer): ImageFormat | undefined {
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp'
  // little and big endian, and either with offsets of eight bytes
  if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) return 'tiff'
  if (/^\0[\s\S]{3}ftyp/.test(start) && isHeic(bytes)) return 'heic'
  return readBmpHeader(bytes) === undefined ? undefined : 'bmp'
}

/** Brands of still pictures coded as HEVC (ISO/IEC 23008-12), the file's own and those it is compatible with. */
const heicBrand = /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/

function isHeic(bytes: Buffer): boolean {
  const end = Math.min(bytes.readUInt32BE(0), 256)
  const brands = (bytes.toString('latin1', 8, 12) + bytes.toString('latin1', 16, end)).match(/[\s\S]{4}/g) ?? []
  return brands.some((brand) => heicBrand.test(brand)) && !brands.some((brand) => /^av(?:if|is)$/.test(brand))
}

const textual: ReadonlySet<string> = new Set(['rtf', 'ps', 'eps', 'pgp', 'ics', 'vcf', 'vtt', 'xml', 'svg', 'mhtml'])

/** Health and office formats that are text and have readers of their own to come. */
const otherFormats = [
  /^\{\\rtf/,
  /^<\?xml/,
  /^<[A-Za-z][\w:]*[\s>/]/,
  /^[[{]\s*["{[]/,
  /^(MSH|FHS|BHS)[|^]/,
  /^BEGIN:V/,
  /^From: .*\n[\w-]+: /,
]

/** The outermost element decides: a health document in XML holds paragraphs and tables as well. */
const looksLikeHtml = (start: string) =>
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|p|div|span|table|h[1-6]|ul|ol|dl|center|font|b|br|hr|pre|section|article|main)[\s/>]/i.test(
    start,
  )

const LOCAL_ENTRY = Buffer.from('PK\x03\x04', 'latin1')

/** The names of an archive's parts are written as they are before each of them, and its list of contents comes early. */
function isWord(head: Buffer): boolean {
  for (let at = 0; at !== -1; at = head.indexOf(LOCAL_ENTRY, at + 4)) {
    if (at + 30 > head.length) return false
    const content = at + 30 + head.readUInt16LE(at + 26)
    const name = head.toString('latin1', at + 30, content).toLowerCase()
    if (name.startsWith('word/')) return true
    const packed = head.subarray(content + head.readUInt16LE(at + 28))
    if (name === '[content_types].xml' && inflated(packed, head.readUInt16LE(at + 8)).includes('wordprocessingml'))
      return true
  }
  return false
}

/** The list may be longer than what is at hand; then its parts must speak for themselves. */
function inflated(packed: Buffer, method: number): Buffer {
  if (method !== 8) return packed.subarray(0, 16_384)
  try {
    return inflateRawSync(packed, { maxOutputLength: 1_048_576 })
  } catch {
    return Buffer.alloc(0)
  }
}
