/** How far two written names can be of one person: order, case, diacritics, initials, middle and short names aside. */
import { isSlip, type NameWord, spellings } from './name-spelling.ts'
import { mayBeShortFor } from './short-names.ts'

/**
 * `slip`: nearly, or in part. `one-name`: only a family name, or only a given one, is there to agree. `given-only`: the
 * family names differ.
 */
export type NameAgreement = 'full' | 'short' | 'initial' | 'one-name' | 'given-only' | 'slip' | 'different'

const BEST_FIRST: readonly NameAgreement[] = ['full', 'short', 'initial', 'slip', 'one-name', 'given-only', 'different']

export function compareNames(one: string, other: string): NameAgreement {
  const [a, b] = [parse(one), parse(other)]
  if (a.words.length === 0 || b.words.length === 0) return 'different'
  if (a.script !== b.script) return 'slip'
  if (areRunTogether(a, b)) return withSuffix('full', a, b)
  const agreements = a.readings.flatMap((left) =>
    b.readings.map((right) => withSuffix(compareReadings(left, right), a, b)),
  )
  return BEST_FIRST.find((agreement) => agreements.includes(agreement)) ?? 'different'
}

interface Reading {
  readonly family: readonly NameWord[]
  readonly given: readonly NameWord[]
  /** `guessed`: the family name taken to come first though nothing says so. `part`: some of what is written is left out. */
  readonly kind: 'written' | 'guessed' | 'part'
}

interface ParsedName {
  readonly words: readonly NameWord[]
  /** With `van` and the like, the given names first. */
  readonly whole: readonly NameWord[]
  readonly readings: readonly Reading[]
  readonly suffix: string | undefined
  readonly script: string
}

const TITLES = new Set(
  'mr mrs ms miss mx master sir dame lady dr prof doctor professor herr herrn frau mme mlle madame monsieur sr sra señor señora md phd'.split(
    ' ',
  ),
)
const PARTICLES = new Set(
  'de del della di da dos das du la le les van von der den ter ten zu zum al el bin ibn ben y e'.split(' '),
)
const SUFFIXES = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
])

function parse(name: string): ParsedName {
  const clean = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
  const isSenior = /[\p{L}][ ,]+sr\.?\s*$/u.test(clean)
  const parts = clean.split(',').map(wordsOf)
  const suffix = isSenior ? 'sr' : parts.flat().flatMap((word) => SUFFIXES.get(word) ?? [])[0]
  const [first = [], ...rest] = parts.map((part) => part.filter((word) => !SUFFIXES.has(word)))
  const [before, after] = [withoutParticles(first), withoutParticles(rest.flat())]
  const whole = [...rest.flat(), ...first].map(spellings)
  const words = [...before, ...after]
  return { words, whole, suffix, readings: readingsOf(before, after), script: scriptOf(words) }
}

const wordsOf = (part: string): string[] =>
  part
    .replace(/['’`´]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word))

function withoutParticles(words: readonly string[]): NameWord[] {
  const names = words.filter((word) => !PARTICLES.has(word))
  return (names.length > 0 ? names : words).map(spellings)
}

function readingsOf(before: readonly NameWord[], after: readonly NameWord[]): Reading[] {
  if (after.length > 0 && before.length > 0)
    return [
      { family: before, given: after, kind: 'written' },
      ...(before.length > 1 ? plainReadings(before, true) : []),
    ]
  return plainReadings([...before, ...after], false)
}

function plainReadings(words: readonly NameWord[], isPart: boolean): Reading[] {
  const kind = isPart ? 'part' : 'written'
  if (words.length < 2) return [{ family: words, given: [], kind }]
  const readings: Reading[] = [{ family: words.slice(-1), given: words.slice(0, -1), kind }]
  if (isPart) return readings
  readings.push({ family: words.slice(0, 1), given: words.slice(1), kind: 'guessed' })
  if (words.length > 2) readings.push({ family: words.slice(-2), given: words.slice(0, -2), kind })
  if (words.length > 2) readings.push({ family: words.slice(0, 2), given: words.slice(2), kind: 'guessed' })
  return readings
}

function compareReadings(a: Reading, b: Reading): NameAgreement {
  if (a.kind === 'guessed' && b.kind === 'guessed') return 'different'
  const agreement = compareParts(a, b)
  if (a.kind === 'part' || b.kind === 'part') return agreement === 'different' ? 'different' : 'slip'
  const isGuessed = a.kind === 'guessed' || b.kind === 'guessed'
  if (!isGuessed) return agreement
  if (agreement === 'given-only' || agreement === 'slip') return 'different'
  // With the order guessed every word has to be accounted for.
  const [shorter, longer] = a.given.length < b.given.length ? [a.given, b.given] : [b.given, a.given]
  return longer.slice(shorter.length).every(isInitial) || agreement === 'different' ? agreement : 'slip'
}

function compareParts(a: Reading, b: Reading): NameAgreement {
  const family = compareFamily(a.family, b.family)
  const [first, second] = [a.given[0], b.given[0]]
  if (!first || !second) return compareOneName(a, b)
  const given = compareWords(first, second)
  if (family === 'different') return given === 'full' || given === 'short' ? 'given-only' : 'different'
  if (given === 'different')
    return b.given.some((w) => isAmong(w, a.given)) || runsTogether(a.given, b.given) ? 'slip' : 'different'
  if (family === 'slip' || given === 'slip') return 'slip'
  return areMiddlesAlike(a.given.slice(1), b.given.slice(1)) ? given : 'slip'
}

/** One of both has a single name. */
function compareOneName(a: Reading, b: Reading): NameAgreement {
  const [lone, whole] = a.given.length === 0 ? [a, b] : [b, a]
  const all = [...whole.family, ...whole.given]
  return lone.family.every((word) => isAmong(word, all)) ? 'one-name' : 'different'
}

function compareFamily(a: readonly NameWord[], b: readonly NameWord[]): NameAgreement {
  if (a.length === b.length) {
    const each = a.map((word, index) => compareWords(word, b[index] ?? []))
    if (each.every((agreement) => agreement === 'full')) return 'full'
    if (each.every((agreement) => agreement === 'full' || agreement === 'slip')) return 'slip'
  }
  if (runsTogether(a, b)) return 'full'
  // A name that was joined to another, or taken off it.
  return a.some((word) => isAmong(word, b)) ? 'slip' : 'different'
}

/** Where both give a middle name, these agree as far as both go. */
function areMiddlesAlike(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  return fewer.every((word) => more.some((other) => !['different', 'slip'].includes(compareWords(word, other))))
}

function compareWords(a: NameWord, b: NameWord): 'full' | 'short' | 'initial' | 'slip' | 'different' {
  if (a.some((one) => b.includes(one))) return 'full'
  const [one = '', other = ''] = [a[0], b[0]]
  if (isInitial(a) || isInitial(b)) return one[0] === other[0] ? 'initial' : 'different'
  if (mayBeShortFor(one, other)) return 'short'
  return a.some((left) => b.some((right) => isSlip(left, right))) ? 'slip' : 'different'
}

const isInitial = (word: NameWord): boolean => word[0]?.length === 1
const isAmong = (word: NameWord, words: readonly NameWord[]): boolean =>
  words.some((other) => !isInitial(other) && ['full', 'short'].includes(compareWords(word, other)))

const runTogether = (words: readonly NameWord[], spelling: number): string =>
  words.map((word) => word[spelling] ?? word[0]).join('')
const runsTogether = (a: readonly NameWord[], b: readonly NameWord[]): boolean =>
  [0, 1].some(
    (spelling) => runTogether(a, spelling) === runTogether(b, spelling) && runTogether(a, spelling).length > 3,
  )

/** `Annamaria` and `Anna Maria`, `O Connor` and `O'Connor`. */
const areRunTogether = (a: ParsedName, b: ParsedName): boolean => runsTogether(a.whole, b.whole)

/** Father and son: the same name, told apart by `Jr`. */
function withSuffix(agreement: NameAgreement, a: ParsedName, b: ParsedName): NameAgreement {
  if (a.suffix === b.suffix || agreement === 'different') return agreement
  if (a.suffix !== undefined && b.suffix !== undefined) return 'different'
  return agreement === 'full' || agreement === 'short' ? 'initial' : agreement
}

/** Letters that cannot be compared with each other. */
function scriptOf(words: readonly NameWord[]): string {
  const letters = words.flat().join('')
  if (/[a-z]/.test(letters)) return 'latin'
  return letters.replace(/[^\p{L}]/gu, '') === '' ? 'none' : /\p{sc=Greek}/u.test(letters) ? 'greek' : 'other'
}
