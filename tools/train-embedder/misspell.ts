/** Words as hurried people type them and as recognition misreads them: one mistake in each. */

export type Random = () => number

/** Read or typed for one another; the right side stands where the left should. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['l', 'i'],
  ['i', 'l'],
  ['i', '1'],
  ['o', '0'],
  ['e', 'c'],
  ['c', 'e'],
  ['h', 'b'],
  ['b', 'h'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['u', 'n'],
  ['n', 'u'],
  ['t', 'f'],
  ['f', 't'],
  ['s', '5'],
  ['g', 'q'],
  ['vv', 'w'],
  ['li', 'h'],
  ['ii', 'n'],
  ['a', 'o'],
  ['y', 'v'],
]
const MISHEARD: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['f', 'ph'],
  ['ae', 'e'],
  ['e', 'ae'],
  ['y', 'i'],
  ['i', 'y'],
  ['rh', 'r'],
  ['rrh', 'r'],
  ['e', 'a'],
  ['a', 'e'],
  ['e', 'i'],
  ['i', 'e'],
  ['o', 'a'],
  ['a', 'o'],
  ['c', 's'],
  ['s', 'c'],
  ['k', 'c'],
  ['c', 'k'],
  ['x', 'cs'],
  ['ps', 's'],
  ['pn', 'n'],
  ['th', 't'],
  ['z', 's'],
  ['s', 'z'],
  ['ou', 'u'],
]
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** `word` of four letters or more, in lower case; the same word where the chosen mistake does not apply to it. */
export function misspell(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const chance = random()
  if (chance < 0.16) return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1)
  if (chance < 0.32) return word.slice(0, at) + word.slice(at + 1)
  if (chance < 0.4) return word.slice(0, at) + word.charAt(at) + word.slice(at)
  if (chance < 0.52) return word.slice(0, at) + neighbourKey(word.charAt(at), random) + word.slice(at + 1)
  return replaceOne(word, chance < 0.74 ? MISREAD : MISHEARD, random)
}

function replaceOne(word: string, replacements: readonly (readonly [string, string])[], random: Random): string {
  const possible = replacements.filter(([right]) => word.includes(right))
  const [right, wrong] = possible[Math.floor(random() * possible.length)] ?? ['', '']
  if (right === '') return word
  const places = [...word.matchAll(new RegExp(right, 'g'))].map(({ index }) => index)
  const place = places[Math.floor(random() * places.length)] ?? 0
  return word.slice(0, place) + wrong + word.slice(place + right.length)
}

function neighbourKey(letter: string, random: Random): string {
  const row = KEYS.find((keys) => keys.includes(letter)) ?? ''
  const at = row.indexOf(letter) + (random() < 0.5 ? -1 : 1)
  return row.charAt(at) || letter
}

/** Numbers from 0 to before 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
