/** How one word of a name can be spelled: without diacritics, with the letters that stand for them, in Latin letters. */

/** A word in the ways it can be spelled: ö as o and as oe. */
export type NameWord = readonly string[]

/** Of a word in lower case. */
export function spellings(word: string): NameWord {
  const plain = [...word].map((letter) => PLAIN[letter] ?? withoutMarks(letter)).join('')
  const wide = [...word].map((letter) => WIDE[letter] ?? PLAIN[letter] ?? withoutMarks(letter)).join('')
  return [...new Set([plain, wide].map(sameEnding))]
}

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '')

/** Sergey and Sergei, Dmitry and Dmitriy: the Cyrillic й is written in several ways. */
const sameEnding = (word: string): string => {
  if (word.length >= 6) return word.replace(/[iyj]+$/, 'i')
  return word.length === 5 ? word.replace(/(?<=[aeou])[iyj]$/, 'i') : word
}

/** One letter more, less or other, or two in each other's place; two in long words. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4 || Math.abs(a.length - b.length) > 2) return false
  return distance(a.slice(0, 40), b.slice(0, 40)) <= (shorter >= 8 ? 2 : 1)
}

/** Optimal string alignment: inserting, removing, changing a letter, or swapping two neighbours, counts one. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Letters without a plain twin, as most papers write them, and as some do (German, Nordic, Slavic usage). */
const WIDE: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  š: 'sh',
  č: 'ch',
  ž: 'zh',
  ё: 'yo',
  х: 'h',
  đ: 'dj',
}
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
}
