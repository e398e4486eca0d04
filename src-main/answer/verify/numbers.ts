/** Numbers as text of equal value. A number is never rounded or converted, and one that can be read two ways stays as written. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

const byWord = new Map<string, number>([
  ...SMALL.map((word, at): [string, number] => [word, at]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ['half', 0.5],
  ['hundred', 100],
  ['thousand', 1000],
])

export const NUMBER_WORD = `(?:(?:${TENS.join('|')})[- ](?:${SMALL.slice(1, 10).join('|')})|(?:${SMALL.slice(1, 10).join('|')}) (?:hundred|thousand)|${[...byWord.keys()].join('|')})`
export const ORDINAL_WORD = `(?:${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`

export function numberOfWords(words: string): string {
  const [first = '', second] = words.toLowerCase().split(/[- ]/)
  const one = byWord.get(first) ?? Number.NaN
  if (second === undefined) return String(one)
  const other = byWord.get(second) ?? Number.NaN
  return String(other >= 100 ? one * other : one + other)
}

export function ordinalNumber(word: string): string {
  const at = ORDINALS.indexOf(word.toLowerCase())
  return at < 0 ? String(Number.parseInt(word, 10)) : String(at + 1)
}

/** `5.0` is 5, `7,9` is 7.9; `1,234` may be either, and equals only itself unless zeros show that it is a thousand. */
export function numberText(written: string): string {
  const text = written.replace(/(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))/g, '')
  if (/^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.test(text)) return plain(text.replaceAll(',', ''))
  if (/^[1-9]\d{0,2},\d{3}(?:\.\d+)$/.test(text)) return plain(text.replace(',', ''))
  if (/^[1-9]\d{0,2},\d00$/.test(text)) return plain(text.replace(',', ''))
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return text
  if (/^\d+,\d+$/.test(text)) return plain(text.replace(',', '.'))
  return plain(text)
}

/** Without zeros that add nothing; as text, so that no digit is lost to binary arithmetic. */
function plain(text: string): string {
  const [whole = '', part = ''] = text.split('.')
  const digits = part.replace(/0+$/, '')
  const left = whole.replace(/^0+(?=\d)/, '') || '0'
  return digits === '' ? left : `${left}.${digits}`
}
