/** Order of words in a line of Hebrew or Arabic: from the right, with numbers and Latin inside kept from the left. */
import type { Upright } from './frame.ts'

export function runsRightToLeft(words: readonly Upright[]): boolean {
  let rtl = 0
  for (const { word } of words) if (isRtl(word.text)) rtl++
  return rtl > 0 && rtl > words.filter(({ word }) => isLtr(word.text)).length
}

/** `words` from left to right. */
export function inReadingDirection(words: readonly Upright[]): readonly Upright[] {
  if (!runsRightToLeft(words)) return words
  const ordered: Upright[] = []
  let run: Upright[] = []
  for (const word of [...words].reverse()) {
    if (isRtl(word.word.text)) {
      ordered.push(...run.reverse(), word)
      run = []
    } else run.push(word)
  }
  return [...ordered, ...run.reverse()]
}

function isRtl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x590) continue
    if (code <= 0x8ff) return true
    if (code >= 0xfb1d && code <= 0xfdff) return true
    if (code >= 0xfe70 && code <= 0xfefc) return true
  }
  return false
}

const isLtr = (text: string) => !isRtl(text) && /\p{L}/u.test(text)
