/** Bytes to text by their own evidence: byte-order mark, then strict UTF-8, then windows-1252 if it reads like text. */

/**
 * Undefined when the bytes are no text. A cut-off last character, as at the end of a file's head, is forgiven.
 * `declared` is a charset that the text names itself; it counts where the bytes are neither marked nor UTF-8.
 */
export function decodeText(bytes: Uint8Array, declared = 'windows-1252'): string | undefined {
  const text = decode(bytes, declared)
  return looksLikeText(text) ? text : undefined
}

function decode(bytes: Uint8Array, declared: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return decoderOf(declared).decode(bytes)
  }
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    const decoder = new TextDecoder(label)
    return /^utf/.test(decoder.encoding) ? new TextDecoder('windows-1252') : decoder
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** Control characters other than tab, newline, form feed, carriage return and escape are rare in what a person wrote. */
function looksLikeText(text: string): boolean {
  let strange = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return false
    const plain = (code >= 32 && code < 127) || (code > 159 && code !== 0xfffd)
    if (!plain && !LAYOUT.has(code)) strange++
  }
  return strange <= text.length / 1000
}

/** Tab, newline, form feed, carriage return, escape, and the next-line character of some mainframes. */
const LAYOUT = new Set([9, 10, 12, 13, 27, 0x85])
