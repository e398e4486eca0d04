/**
 * Whether a text layer is language or the debris of fonts without a character map. Counts characters only;
 * what happens to a page with poor text is the reader's decision.
 */
export interface TextQuality {
  readonly letters: number
  /** `poor`: read it again from the image if possible; `garbage`: worse than nothing. */
  readonly grade: 'good' | 'poor' | 'garbage'
}

const ENOUGH = 40
const MANY_LATIN = 200

export function qualityOf(words: readonly { readonly text: string }[]): TextQuality {
  let letters = 0
  let shown = 0
  let broken = 0
  let latin = 0
  let vowels = 0
  for (const { text } of words) {
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code >= 97 && code <= 122) {
        letters++
        shown++
        latin++
        if (code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121) vowels++
      } else if (isLetterOrDigit(code)) {
        letters++
        shown++
      } else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) {
        broken++
        shown++
      } else if (code !== before) shown++
      before = code
    }
  }
  return { letters, grade: gradeOf(letters, shown, broken, latin, vowels) }
}

function gradeOf(letters: number, shown: number, broken: number, latin: number, vowels: number): TextQuality['grade'] {
  if (shown === 0) return 'good'
  if (broken > 0.3 * shown) return 'garbage'
  if (shown >= ENOUGH && letters < 0.3 * shown) return 'garbage'
  if (latin >= MANY_LATIN && vowels < 0.12 * latin) return 'garbage'
  return broken > 0.1 * shown ? 'poor' : 'good'
}

export function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) if (isLetterOrDigit(text.charCodeAt(i))) letters++
  return letters
}

function isLetterOrDigit(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  if (code >= 0xd800 && code <= 0xdfff) return true
  return code >= 0xc0 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
}
