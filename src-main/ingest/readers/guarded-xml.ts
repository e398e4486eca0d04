/**
 * The only door to XML that comes from outside: a stream of events without namespaces (resolving them is quadratic in
 * depth). No entity is ever defined and nothing is ever fetched; depth, attributes and the length of one piece of text
 * are bounded. Fails as `xml/forbidden` there, as `xml/damaged` where the document is not well-formed.
 */
import { SaxesParser } from 'saxes'
import { AppError } from '#contract/errors.ts'

const MAX_DEPTH = 256
const MAX_ATTRIBUTES = 1_000
const MAX_TEXT = 16 * 1024 * 1024
const PIECE = 64 * 1024

type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** Names with their prefixes, as they are written. */
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text(text: string): void
}

export function parseXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let attributes = 0
  let quiet = 0
  parser.on('error', () => {
    throw new AppError('xml/damaged')
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY|\b(?:SYSTEM|PUBLIC)\b/.test(doctype)) throw forbidden()
  })
  parser.on('opentagstart', () => {
    depth += 1
    attributes = 0
    quiet = 0
    if (depth > MAX_DEPTH) throw forbidden()
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MAX_ATTRIBUTES) throw forbidden()
  })
  parser.on('opentag', (tag) => open(tag.name, tag.attributes))
  parser.on('closetag', (tag) => {
    depth -= 1
    quiet = 0
    close(tag.name)
  })
  parser.on('text', text)
  parser.on('cdata', text)

  const decoder = decoderOf(bytes)
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = decode(decoder, bytes.subarray(at, at + PIECE))
    quiet += piece.length
    if (quiet > MAX_TEXT) throw forbidden()
    parser.write(piece)
  }
  parser.write(decode(decoder)).close()
}

const forbidden = () => new AppError('xml/forbidden')

function decoderOf(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  const [first, second] = bytes
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const little = (first === 0xff && second === 0xfe) || head.startsWith('<\0')
  const big = (first === 0xfe && second === 0xff) || head.startsWith('\0<')
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1]
  // A document that claims UTF-16 and begins in single bytes is not that.
  const narrow = declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared
  try {
    return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : narrow, { fatal: true })
  } catch {
    throw new AppError('xml/damaged')
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch {
    throw new AppError('xml/damaged')
  }
}
