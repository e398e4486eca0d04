/**
 * Text as the built-in embedder reads it, in training and in use: lower case, accents dropped (NFKD), runs of ASCII
 * letters and digits. Numbers of three digits and more are left to full text, which finds them exactly.
 * A change here changes what every stored vector means: it needs a newly trained model under a new name.
 */

export const LONGEST_WORD = 30
const LONGEST_NUMBER = 2

/**
 * Calls `visit` for each word, in order; its first `length` places of `word` hold the word's ASCII codes, until the
 * next call. `word` has room for LONGEST_WORD bytes.
 */
export function eachWord(text: string, word: Uint8Array, visit: (length: number) => void): void {
  const plain = isAscii(text) ? text : text.normalize('NFKD')
  let length = 0
  let hasLetter = false
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    const folded = foldCode(code)
    if (folded === SKIPPED) continue
    if (folded !== SEPARATOR) {
      if (length < LONGEST_WORD) word[length] = folded
      length += 1
      hasLetter ||= folded >= LOWER_A
      continue
    }
    if (length > 0 && isKept(length, hasLetter)) visit(length)
    length = 0
    hasLetter = false
  }
  if (length > 0 && isKept(length, hasLetter)) visit(length)
}

/** The same words as strings. */
export function wordsOf(text: string): string[] {
  const word = new Uint8Array(LONGEST_WORD)
  const words: string[] = []
  eachWord(text, word, (length) => {
    words.push(String.fromCharCode(...word.subarray(0, length)))
  })
  return words
}

const isKept = (length: number, hasLetter: boolean) => length <= (hasLetter ? LONGEST_WORD : LONGEST_NUMBER)

const LOWER_A = 97
const SEPARATOR = 0
const SKIPPED = 1

/** A letter or digit in lower case, or what stands between words, or what stands in a word and counts for nothing. */
function foldCode(code: number): number {
  if (code >= LOWER_A && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  if (code >= 48 && code <= 57) return code
  const isAccent = code >= 0x300 && code <= 0x36f
  const isSoftHyphen = code === 0xad
  return isAccent || isSoftHyphen ? SKIPPED : SEPARATOR
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
