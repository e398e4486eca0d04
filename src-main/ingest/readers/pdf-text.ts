/** Characters of PDF text: what is white space, what is no character at all, and text spaced out letter by letter. */

const SPACED_OUT = /^\p{L}{1,2}( \p{L}{1,2}){3,}$/u

/** `L A B O R AT O RY`: spacing between letters that pdf.js took for spaces between words. */
export const isSpacedOut = (text: string) =>
  text.length >= 7 &&
  (text[1] === ' ' || text[2] === ' ') &&
  SPACED_OUT.test(text) &&
  text.replaceAll(' ', '').length < text.length * 0.65

export function hasInk(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return true
  return false
}

export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (
      code < 32 ||
      (code >= 0x7f && code <= 0x9f) ||
      code === 0xad ||
      code >= 0xd800 ||
      (code >= 0x200b && code <= 0x200f)
    ) {
      return false
    }
  }
  return true
}

/** Control and zero-width characters go; a soft hyphen that shows at the end of a line is a hyphen. */
export function cleaned(text: string): string {
  return text
    .replace(/\u00ad$/, '-')
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu, '')
    .toWellFormed()
}

export function isSpace(code: number): boolean {
  if (code <= 32) return true
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}
