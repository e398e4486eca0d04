/** Invented people, one in three of them with a relative of the same surname beside them. Nobody here exists. */
import { inventName } from '../prose.ts'
import type { Random } from '../random.ts'
import type { Profile } from './truth.ts'

const givenNames = {
  female: ['Alma', 'Berit', 'Clara', 'Dunja', 'Edith', 'Freya', 'Gerda', 'Hanne', 'Ilse', 'Jana', 'Karla', 'Linnea'],
  male: [
    'Anton',
    'Bruno',
    'Cyril',
    'Detlef',
    'Emil',
    'Fabian',
    'Gustav',
    'Harald',
    'Igor',
    'Jakob',
    'Konrad',
    'Ludwig',
  ],
} as const

/** Two of a household never share a given name; no canary word is a name of anybody. */
export function inventProfiles(count: number, words: () => string, random: Random): Profile[] {
  const profiles: Profile[] = []
  while (profiles.length < count) {
    const before = profiles.at(-1)
    const isRelative = before !== undefined && profiles.at(-2)?.last !== before.last && random.chance(0.35)
    const last = isRelative ? before.last : words()
    const sex = random.pick(['female', 'male'] as const)
    const first = random.pick(givenNames[sex].filter((name) => !isRelative || name !== before.first))
    const bornOn = `${random.between(1938, 1992)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
    profiles.push({ name: `${first} ${last}`, first, last, bornOn, sex, canary: words() })
  }
  return profiles
}

/** Invented words, none of them twice. */
export function freshWords(random: Random): () => string {
  const taken = new Set<string>()
  return () => {
    for (;;) {
      const word = inventName(random)
      if (taken.has(word)) continue
      taken.add(word)
      return word
    }
  }
}

const two = (number: number) => String(number).padStart(2, '0')
