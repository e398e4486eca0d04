/** Who gets which matter: everybody about as many, neighbours in the lists to different people, no two that speak of each other. */
import type { Random } from '../random.ts'
import { type Person, shuffle } from './people.ts'
import type { Topic } from './topic.ts'
import { holds } from './words.ts'

export function assignTopics(
  topics: readonly Topic[],
  people: readonly Person[],
  random: Random,
): ReadonlyMap<Person, readonly Topic[]> {
  const inOrder = shuffle(people, random)
  const given = new Map<Person, Topic[]>(people.map((person) => [person, []]))
  const heldBy = (person: Person) => given.get(person) as Topic[]
  const hardFirst = topics.toSorted((a, b) => Number(a.who === 'adult') - Number(b.who === 'adult'))
  for (const topic of hardFirst) {
    const fit = inOrder
      .filter((person) => person.is.includes(topic.who))
      .toSorted((a, b) => heldBy(a).length - heldBy(b).length)
    const chosen = fit.find((person) => !heldBy(person).some((held) => clash(held, topic)))
    if (chosen === undefined) throw new Error(`nobody can have "${topic.asks}"`)
    heldBy(chosen).push(topic)
  }
  return given
}

/** One's words would stand on the other's page, or one's decoy would be the other's answer. */
const clash = (one: Topic, other: Topic): boolean => namedIn(one, other) || namedIn(other, one)

function namedIn({ key }: Topic, { says, near = '', key: otherKey }: Topic): boolean {
  if (key === undefined) return false
  const texts = [says, near, otherKey?.asked ?? '']
  return texts.some((text) => holds(text, key.asked) || holds(text, key.written))
}
