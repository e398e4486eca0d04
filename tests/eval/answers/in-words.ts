/** What stands in a text that a person reads: days, numbers and names. For comparing answers; nothing is understood. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** Each way a day is written, and in which of its groups year, month and day stand. */
const ways: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:T\d\d:\d\d)?\b/gi, 1, 2, 3],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTH})[ ,-]+((?:19|20)\\d\\d)\\b`, 'gi'), 3, 2, 1],
  [new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? +((?:19|20)\\d\\d)\\b`, 'gi'), 3, 1, 2],
  [/\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\b/g, 3, 1, 2],
  [new RegExp(`\\b(${MONTH}),? +((?:19|20)\\d\\d)\\b`, 'gi'), 2, 1, 0],
  [/\b((?:19|20)\d\d)-(\d\d)\b(?!-)/g, 1, 2, 0],
  [/(?<![\w.,/-])((?:19|20)\d\d)(?![\w/-]|\.\d)/g, 1, 0, 0],
]

/** The days as YYYY, YYYY-MM or YYYY-MM-DD in no order, and the text without them. */
export function datesIn(text: string): { readonly dates: readonly string[]; readonly rest: string } {
  const dates: string[] = []
  let rest = text
  for (const [pattern, year, month, day] of ways)
    rest = rest.replace(pattern, (...found) => {
      const parts = found as unknown as readonly string[]
      dates.push([parts[year] ?? '', monthOf(parts, month), dayOf(parts, day)].filter((part) => part !== '').join('-'))
      return ' '
    })
  return { dates, rest }
}

const monthOf = (parts: readonly string[], at: number) => {
  if (at === 0) return ''
  const text = (parts[at] ?? '').toLowerCase()
  const number = /^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3)) + 1
  return String(number).padStart(2, '0')
}
const dayOf = (parts: readonly string[], at: number) => (at === 0 ? '' : (parts[at] ?? '').padStart(2, '0'))

/** Numbers that stand for themselves: not those of a word such as B12, COVID-19 or 25-OH. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.,]|\p{L}-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d|-\p{L})/gu)].map(
    ({ index, 0: found }) => {
      const isNegative = /(?:^|[^\p{L}\p{N}])[-−]$/u.test(text.slice(0, index))
      return Number(found.replaceAll(',', '')) * (isNegative ? -1 : 1)
    },
  )
}

/** Words of it, one space between them, without case. */
export const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** The words stand in the text as whole words. */
export function holds(text: string, words: string): boolean {
  const wanted = normal(words)
  const inText = normal(text)
  for (let at = inText.indexOf(wanted); at >= 0; at = inText.indexOf(wanted, at + 1)) {
    const [before, after] = [inText.slice(0, at), inText.slice(at + wanted.length)]
    if (!/[\p{L}\p{N}]$|\d[.,]$/u.test(before) && !/^[\p{L}\p{N}]|^[.,]\d/u.test(after)) return true
  }
  return false
}

/** A day that is known to the year or month agrees with every day in it. */
export const sameDay = (one: string, other: string): boolean => {
  const [a, b] = [one.slice(0, 10), other.slice(0, 10)]
  return a.startsWith(b) || b.startsWith(a)
}
