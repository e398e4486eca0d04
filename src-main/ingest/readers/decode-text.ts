/** Bytes to text by their own evidence: byte-order mark, then strict UTF-8, then windows-1252 if it reads like text. */

/** Undefined when the bytes are no text. A cut-off last character, as at the end of a file's head, is forgiven. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decode(bytes)
  return text !== undefined && looksLikeText(text) ? text : undefined
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const withoutMark = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(withoutMark, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(withoutMark)
  }
}

/** Control characters other than tab, newline, form feed, carriage return and escape are rare in anything a person wrote. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const strange = text.match(/[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]/g)?.length ?? 0
  return strange <= text.length / 1000
}
