/** Twenty invented people of all ages; the seed draws names and birthdays. Nobody here exists. */
import { inventName } from '../prose.ts'
import type { Random } from '../random.ts'
import type { Who } from './topic.ts'

export interface Person {
  readonly name: string
  readonly bornOn: string
  readonly sex: 'female' | 'male'
  /** What of a topic's Who this person is. */
  readonly is: readonly Who[]
  /** How a letter speaks of the person: `Mrs Fennby`, or a child's first name. */
  readonly called: string
}

interface Group {
  readonly count: number
  readonly sex: Person['sex']
  readonly is: readonly Who[]
  readonly born: readonly [number, number]
}

const groups: readonly Group[] = [
  { count: 2, sex: 'male', is: ['child', 'boy'], born: [2014, 2017] },
  { count: 1, sex: 'female', is: ['child'], born: [2014, 2017] },
  { count: 5, sex: 'female', is: ['adult', 'young woman'], born: [1983, 1993] },
  { count: 3, sex: 'female', is: ['adult', 'older woman'], born: [1958, 1966] },
  { count: 5, sex: 'male', is: ['adult', 'man'], born: [1957, 1988] },
  { count: 2, sex: 'female', is: ['adult', 'old'], born: [1939, 1950] },
  { count: 2, sex: 'male', is: ['adult', 'man', 'old'], born: [1939, 1950] },
]

const givenNames = {
  female: [
    'Adela',
    'Brisa',
    'Corinna',
    'Delphine',
    'Esme',
    'Frauke',
    'Greta',
    'Hedda',
    'Ingrid',
    'Jorun',
    'Kamala',
    'Livia',
  ],
  male: [
    'Anselm',
    'Bertil',
    'Caspian',
    'Dario',
    'Emeka',
    'Falk',
    'Gideon',
    'Hamid',
    'Ivo',
    'Jasper',
    'Kenji',
    'Lorenz',
  ],
}

export function makePeople(random: Random): Person[] {
  const surnames = new Set<string>()
  const rest = { female: shuffle(givenNames.female, random), male: shuffle(givenNames.male, random) }
  return groups.flatMap(({ count, sex, is, born }) =>
    Array.from({ length: count }, () => {
      const surname = freshName(surnames, random)
      const given = rest[sex].pop() as string
      const year = random.between(...born)
      const bornOn = `${year}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`
      const called = is.includes('child') ? given : `${sex === 'female' ? 'Mrs' : 'Mr'} ${surname}`
      return { name: `${given} ${surname}`, bornOn, sex, is, called }
    }),
  )
}

function freshName(taken: Set<string>, random: Random): string {
  for (;;) {
    const name = inventName(random)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items]
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = random.between(0, at)
    const held = shuffled[at] as T
    shuffled[at] = shuffled[other] as T
    shuffled[other] = held
  }
  return shuffled
}

const pad = (value: number) => String(value).padStart(2, '0')
