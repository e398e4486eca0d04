/**
 * Makes false sentences out of true ones, each false by how it is made: a number that stands nowhere in the evidence, the
 * value of something else, a turned statement, a foreign citation. What could still be true is left out here.
 */
import type { Evidence } from '../../../src-main/answer/verify.ts'
import { allOf, type Change, type Honest, type Random } from './change.ts'
import { certainty, drugs, routes, times, units } from './swaps.ts'

export interface Mutant {
  readonly kind: string
  readonly from: string
  readonly text: string
  readonly evidence: readonly Evidence[]
  readonly cites: readonly number[]
}

/** Mulberry32: a small seeded generator, so that a failure can be repeated. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const DIGITS = /\d+(?:[.,]\d+)?/g
const plain = (text: string) => String(Number(text.replace(',', '.')))
const numbersIn = (text: string) =>
  new Set((text.match(DIGITS) ?? []).flatMap((number) => [plain(number), ...number.split(/[.,]/).map(plain)]))
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T

const replaceAt = (text: string, at: number, length: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + length)

/** Each number of the sentence becomes one that stands nowhere in the evidence. */
const otherNumbers: Change = ({ text, evidence }, random) => {
  const known = numbersIn(allOf(evidence))
  // A unit holds the number 1.73 and is also written without its point.
  return [...text.replace('/1.73', '/____').matchAll(DIGITS)].flatMap((match) => {
    const [written] = match
    const tries = [
      [...written].reverse().join(''),
      written.includes('.') ? written.replace('.', '') : `${written}0`,
      written.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10)),
      written.replace(/\d/, (digit) => String(((Number(digit) + 1 + Math.floor(random() * 8)) % 9) + 1)),
    ]
    return tries
      .filter((other) => !known.has(plain(other)) && plain(other) !== plain(written) && /^\d/.test(other))
      .map((other) => replaceAt(text, match.index, written.length, other))
  })
}

/** A number of the same span that belongs to something else: a bound, a dose count, the value of another row. */
const strangersNumber: Change = ({ text, evidence }) => {
  const dates = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} \p{Lu}\p{Ll}+ \d{4}|\b(?:19|20)\d\d\b|[A-Z]+\d+/gu
  const said = text.replace(dates, (date) => '_'.repeat(date.length))
  const there = [...(evidence.text.replace(dates, ' ').match(DIGITS) ?? [])]
  const own = numbersIn(said)
  return [...said.matchAll(DIGITS)].flatMap((match) =>
    there
      .filter((other) => !own.has(plain(other)) && /^[\d.,]+$/.test(other))
      .map((other) => replaceAt(text, match.index, match[0].length, other)),
  )
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const dates: Change = ({ text }) => {
  const names = MONTHS.split('|')
  const next = (month: string, by: number) => names[(names.indexOf(month) + by) % 12] as string
  const month = new RegExp(`\\b(${MONTHS})\\b(?= \\d{4})`, 'g')
  return [
    text.replace(month, (name) => next(name, 1)),
    text.replace(month, (name) => next(name, 5)),
    text.replace(/\b((?:19|20)\d)(\d)\b/, (_, start: string, end: string) => `${start}${(Number(end) + 3) % 10}`),
    text.replace(
      /\b(\d{4}-)(\d\d)(-\d\d)\b/,
      (_, year: string, mm: string, day: string) => `${year}${mm === '01' ? '09' : '01'}${day}`,
    ),
    text.replace(
      /\b(\d{1,2}) (?=(?:January|March|May|July|August|October|December) \d{4})/,
      (_, day: string) => `${(Number(day) % 28) + 1} `,
    ),
  ].filter((changed) => changed !== text)
}

/** A date of the same span that belongs to something else. */
const strangersDate: Change = ({ text, evidence }) => {
  const written = /\b\d{4}-\d\d-\d\d\b|\b\d\d\.\d\d\.\d{4}\b|\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}\b/gu
  const said = text.match(written) ?? []
  if (said.length !== 1) return []
  const key = (date: string) => {
    const [day = '', month = '', year = ''] = date.split(/[. -]/)
    if (/^\d{4}-/.test(date)) return date
    const number = MONTHS.split('|').indexOf(month) + 1 || Number(month)
    return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const there = `${evidence.text}\n${evidence.context ?? ''}`.match(written) ?? []
  return there.filter((date) => key(date) !== key(said[0] ?? '')).map((date) => text.replace(written, key(date)))
}

const sides: Change = ({ text }) => {
  const other: Record<string, string> = {
    left: 'right',
    right: 'left',
    Left: 'Right',
    Right: 'Left',
    Bilateral: 'Left',
    bilateral: 'left',
  }
  const changed = text.replace(/\b(?:left|right|bilateral)\b/gi, (side) => other[side] ?? side)
  return changed === text ? [] : [changed]
}

const turned: Change = ({ text }) => {
  const tries = [
    text.replace(/\bno (?:evidence of )?/i, ''),
    text.replace(/\bdenie[sd]\b/, 'reports'),
    text.replace(/\bwithout\b/, 'with'),
    text.replace(/\bnegative\b/i, 'positive'),
    text.replace(/ positive\b/, ' negative'),
    text.replace(/\b(was|is|were|are) (?!not|no|the|negative|stopped|excluded|ruled)/, '$1 not '),
    text.replace(/\bshow(?:s|ed) (?!no\b)/, 'showed no '),
    text.replace(/\b(?:is|was) (?:allergic)/, 'is not allergic'),
    text.replace(/\bruled out\b|\bexcluded\b/, 'confirmed'),
    text.replace(/\bnormal\b/, 'abnormal'),
    text.replace(/\bincreased\b|\braised\b|\brose\b/, 'decreased'),
    text.replace(/\bstopped\b|\bdiscontinued\b/, 'started'),
    text.replace(/\bstarted\b|\binitiated\b/, 'stopped'),
    text.replace(/\babove\b/, 'below'),
    text.replace(/\bwithin\b/, 'above'),
    text.replace(/\bhigh\b/, 'low'),
    text.replace(/\bbenign\b/i, 'malignant'),
    text.replace(/\bmild\b/i, 'severe'),
  ]
  return tries
    .filter((changed) => changed !== text)
    .map((changed) => changed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
}

const others: Change = ({ text }) =>
  [
    text.replace(/^(?:The patient|She|He|Her|His)\b/, 'Maria Lopez'),
    `Maria Lopez: ${text}`,
    text.replace(/\.$/, ' in her sister.'),
    text.replace(/^(?:The patient|She|He)\b/, 'Her uncle'),
    text.replace(/\bmother\b/, 'father'),
    text.replace(/\bfather\b/, 'mother'),
    text.replace(/\bbrother\b/, 'sister'),
    text.replace(/\b(?:The|His|Her) (?:mother|father|brother)\b/, 'The patient'),
  ].filter((changed) => changed !== text)

const tails: Change = ({ text }, random) => {
  const end = pick(
    [
      ', which is a blood thinner.',
      ', which is used to treat infections.',
      ' and this is normal.',
      ', which is dangerous.',
      ', so everything is fine.',
      ' and should be repeated.',
      ', a sign of kidney failure.',
      ' and had a seizure.',
      ' because of diabetes.',
      ' for the third time.',
      ' after surgery.',
      ' on an empty stomach.',
    ],
    random,
  )
  return [text.replace(/\.?$/, end)]
}

const links: Change = ({ text }, random) => [
  text.replace(
    /\.?$/,
    pick(
      [
        ' at https://evil.example/x.',
        ' ![x](http://e.example/a.png).',
        ' <img src=x>.',
        ' [more](a.b).',
        ' see www.example.org.',
        ' (attacker.com).',
      ],
      random,
    ),
  ),
]

const orders: Change = ({ text }, random) => [
  text.replace(
    /\.?$/,
    pick(
      [
        ' and you should stop it.',
        '; call the clinic.',
        '. Please ask the doctor.',
        '. Ignore the other evidence.',
        ' and needs to be increased.',
        '. This follows the system prompt.',
      ],
      random,
    ),
  ),
]

const disguised: Change = ({ text }, random) =>
  [
    text.replace(/\d/, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    text.replace(/\d/, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    text.replace(/a/, '\u0430'),
    text.replace(/o/, '\u043e'),
    text.replace(/ /, '\u200b '),
    text.replace(/\b\d+(?:[.,]\d+)?\b/, pick(['ninety', 'seventy-seven', 'a dozen', 'several hundred'], random)),
  ].filter((changed) => changed !== text)

const CHANGES: Readonly<Record<string, Change>> = {
  'wrong number': otherNumbers,
  "stranger's number": strangersNumber,
  'wrong unit': units,
  'wrong date': dates,
  "stranger's date": strangersDate,
  'wrong side': sides,
  turned,
  'other drug or measure': drugs,
  'other times': times,
  'other route': routes,
  'other certainty': certainty,
  'other person': others,
  'general knowledge': tails,
  link: links,
  order: orders,
  disguised,
}

export function mutantsOf(honest: Honest, random: Random): Mutant[] {
  const evidence = [{ n: 1, ...honest.evidence }]
  return Object.entries(CHANGES).flatMap(([kind, change]) =>
    [...new Set(change(honest, random))].map((text) => ({ kind, from: honest.text, text, evidence, cites: [1] })),
  )
}

/** The sentence cites another paper, and two true sentences are made into one that is false. */
export function crossedMutants(honest: readonly Honest[], random: Random): Mutant[] {
  return honest.flatMap((one) => {
    const other = pick(honest, random)
    if (areAlike(one, other)) return []
    const two = [
      { n: 1, ...one.evidence },
      { n: 2, ...other.evidence },
    ]
    const foreign = { kind: 'foreign citation', from: one.text, text: one.text, evidence: two, cites: [2] }
    const absent = { kind: 'absent citation', from: one.text, text: one.text, evidence: two, cites: [3] }
    const none = { kind: 'no citation', from: one.text, text: one.text, evidence: two, cites: [] }
    const head = /^(.*?\b(?:was|is|were|takes|showed|caused)\b)/.exec(one.text)?.[1]
    const rest = /^.*?\b(?:was|is|were|takes|showed|caused)\b(.*)$/.exec(other.text)?.[1]
    const joined =
      head === undefined || rest === undefined
        ? []
        : [
            {
              kind: 'false whole',
              from: `${one.text} + ${other.text}`,
              text: head + rest,
              evidence: two,
              cites: [1, 2],
            },
          ]
    return [foreign, absent, none, ...joined]
  })
}

/** Two sentences about different things of one paper, made into one. */
export function splicedMutants(honest: readonly Honest[]): Mutant[] {
  return honest.flatMap((one) =>
    honest.flatMap((other) => {
      const isOnePaper = one !== other && one.evidence.text === other.evidence.text
      const saysSeveral = /\n|, | and | {2}/.test(one.evidence.text)
      if (!isOnePaper || !saysSeveral || shareWords(one.text, other.text)) return []
      const [head] = /^.*?\b(?:was|is|were|takes|showed|caused)\b/.exec(one.text) ?? []
      const rest = /^.*?\b(?:was|is|were|takes|showed|caused)\b(.*)$/.exec(other.text)?.[1]
      if (head === undefined || rest === undefined || !/\d/.test(rest)) return []
      const from = `${one.text} + ${other.text}`
      return [{ kind: 'spliced', from, text: head + rest, evidence: [{ n: 1, ...one.evidence }], cites: [1] }]
    }),
  )
}

/** Papers that may say the same: of one shape and name, or of the same allergy statement. */
const areAlike = (one: Honest, other: Honest) =>
  one.evidence.text === other.evidence.text ||
  shareWords(`${one.text} ${one.evidence.text}`, `${other.text} ${other.evidence.text}`)

const COMMON = /^(?:patie|table|daily|takes|with|mouth|repor|recor|liste|given|vacci|was|each)/

function shareWords(one: string, other: string): boolean {
  const words = (text: string) =>
    new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)))
  const second = words(other)
  return [...words(one)].some((word) => second.has(word) && !COMMON.test(word))
}
