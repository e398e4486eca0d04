/**
 * Names a document's format from its first bytes; a file's name is trusted only to tell Markdown from plain text.
 * What is known and cannot be read yet is refused here, so that markup or packed bytes are never indexed as prose.
 */
import { fileTypeFromBuffer } from 'file-type'
import { decodeText } from './readers/decode-text.ts'

export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'text' | 'markdown'

/** `head`: the first bytes of the file, up to 64 KiB. Undefined for what no reader takes. */
export async function detectFormat(head: Uint8Array, fileName: string): Promise<DocumentFormat | undefined> {
  if (Buffer.from(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (head[0] === 0x50 && head[1] === 0x4b) return isWord(head) ? 'docx' : undefined
  const known = await fileTypeFromBuffer(head)
  if (known !== undefined && !/^text\/|^application\/xml$/.test(known.mime)) return undefined
  const text = decodeText(head)
  if (text === undefined) return undefined
  const start = text.trimStart().slice(0, 4096)
  if (looksLikeHtml(start)) return 'html'
  if (otherFormats.some((form) => form.test(start))) return undefined
  return /\.(md|markdown)$/i.test(fileName) ? 'markdown' : 'text'
}

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

const looksLikeHtml = (start: string) =>
  /^(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i.test(start) ||
  /^(<\?xml[^>]*>\s*)?<!doctype\s+html|^<\?xml[^>]*>\s*<html[\s>]/i.test(start) ||
  (/^</.test(start) && /<(p|div|table|h[1-6]|ul|span|br)[\s/>]/i.test(start) && !/^<\?xml/.test(start))

/** The parts of a Word document come early in its archive: names are stored as they are, in every local header. */
function isWord(head: Uint8Array): boolean {
  const bytes = Buffer.from(head)
  return (
    bytes.includes('word/') ||
    (bytes.includes('[Content_Types].xml') && !/(xl|ppt|visio)\//.test(bytes.toString('latin1')))
  )
}
