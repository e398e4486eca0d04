/** How people write: a wording drawn from several, the thing named in their own words, slips of the typing hand, days in many ways. */
import type { Random } from '../../../../tools/make-papers/random.ts'
import type { Wording } from './question.ts'

/** Wordings of one kind. `{x}` is what is asked for; others are named where they are filled. */
export interface Phrases {
  readonly patient: readonly string[]
  readonly clinician: readonly string[]
}

export interface Spoken {
  readonly text: string
  readonly wording: Wording
  readonly voice: 'patient' | 'clinician'
}

export interface Subject {
  readonly asked: readonly string[]
  readonly lay?: readonly string[]
}

const LAY_SHARE = 0.3
const MISSPELT_SHARE = 0.13

export function say(
  phrases: Phrases,
  subject: Subject | undefined,
  random: Random,
  more: Readonly<Record<string, string>> = {},
): Spoken {
  const voice = random.chance(0.6) ? 'patient' : 'clinician'
  const phrase = random.pick(phrases[voice])
  const lay = subject?.lay ?? []
  const isLay = lay.length > 0 && phrase.includes('{x}') && random.chance(LAY_SHARE)
  const named = subject === undefined ? '' : random.pick(isLay ? lay : subject.asked)
  const filled = Object.entries({ ...more, x: named }).reduce(
    (text, [name, by]) => text.replaceAll(`{${name}}`, by),
    phrase,
  )
  const misspelt = !isLay && random.chance(MISSPELT_SHARE) ? misspell(filled, named, random) : filled
  return { text: misspelt, wording: isLay ? 'lay' : misspelt === filled ? 'plain' : 'misspelt', voice }
}

/** One slip in what is asked for, or where that is too short in a longer word of the sentence. */
function misspell(text: string, named: string, random: Random): string {
  const long = (part: string) => part.split(' ').filter((word) => /^[a-z]{6,}$/i.test(word))
  const candidates = long(named).length > 0 ? long(named) : long(text.replace(/[?.,]/g, ''))
  if (candidates.length === 0) return text
  const word = random.pick(candidates)
  const at = random.between(2, word.length - 2)
  const slip = random.pick(['drop', 'swap', 'double'] as const)
  const [before, here, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  const wrong = {
    drop: before + next + after,
    swap: before + next + here + after,
    double: before + here + here + next + after,
  }[slip]
  return text.replace(word, wrong)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2021-03 as people write it. */
export function monthInWords(on: string, random: Random): string {
  const [year = '', month = ''] = on.split('-')
  const name = months[Number(month) - 1] ?? ''
  return random.pick([`${name} ${year}`, `${name} ${year}`, `${name.slice(0, 3)} ${year}`, `${Number(month)}/${year}`])
}

/** 2021-03-04 as people write it; never in a way that has two readings. */
export function dayInWords(on: string, random: Random): string {
  const [year = '', month = '', day = ''] = on.split('-')
  const name = months[Number(month) - 1] ?? ''
  const ways = [
    `${name} ${Number(day)}, ${year}`,
    `${Number(day)} ${name} ${year}`,
    on,
    `${name.slice(0, 3)} ${Number(day)} ${year}`,
  ]
  return random.pick(Number(day) > 12 ? [...ways, `${month}/${day}/${year}`] : ways)
}
