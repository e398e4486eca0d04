/**
 * Whether the one a paper names is the person it was given to. Two people must never become one, so `same` needs a given
 * and a family name that agree and no contradicting date of birth; where a person should look, it says `unclear`.
 */
import { compareNames, type NameAgreement } from './person-names.ts'

export type PersonMatch = 'same' | 'other' | 'unclear' | 'unnamed'

export interface NamedOnPaper {
  readonly name: string
  /** 1961, 1961-04 or 1961-04-17. */
  readonly bornOn?: string | undefined
}

export interface KnownPerson<Id> {
  readonly id: Id
  readonly name: string
  readonly bornOn?: string | undefined
  /** Former names, short names: any of them may stand for the name. */
  readonly aliases?: readonly string[] | undefined
}

/** Of several names on the paper all must be the person's; one that is somebody else's makes the whole paper so. */
export function matchPerson<Id>(
  named: readonly NamedOnPaper[],
  people: readonly KnownPerson<Id>[],
  chosen: Id,
): PersonMatch {
  const person = people.find(({ id }) => id === chosen)
  if (named.length === 0 || !person) return 'unnamed'
  const others = people.filter(({ id }) => id !== chosen)
  const verdicts = named.map((one) => matchOne(one, person, others))
  if (verdicts.includes('other')) return 'other'
  return verdicts.every((verdict) => verdict === 'same') ? 'same' : 'unclear'
}

function matchOne<Id>(named: NamedOnPaper, person: KnownPerson<Id>, others: readonly KnownPerson<Id>[]): PersonMatch {
  const own = judge(named, person)
  if (own.verdict === 'other') return 'other'
  const fitting = others.map((other) => judge(named, other)).filter(({ verdict }) => verdict !== 'other')
  const best = fitting.sort((a, b) => b.weight - a.weight)[0]
  if (!best || best.weight < own.weight) return own.verdict
  // Somebody else fits better, or as well: then only a person can say which.
  return best.weight > own.weight && best.verdict === 'same' ? 'other' : 'unclear'
}

interface Judgement {
  readonly verdict: PersonMatch
  /** Comparable among people: how well name and date of birth fit. */
  readonly weight: number
}

const NAME_WEIGHT: Readonly<Record<NameAgreement, number>> = {
  full: 6,
  short: 5,
  initial: 3,
  'one-name': 1,
  'given-only': 1,
  slip: 2,
  different: 0,
}

function judge(named: NamedOnPaper, person: KnownPerson<unknown>): Judgement {
  const agreements = [person.name, ...(person.aliases ?? [])].map((name) => compareNames(named.name, name))
  const name = agreements.reduce((best, one) => (NAME_WEIGHT[one] > NAME_WEIGHT[best] ? one : best))
  const born = compareDates(named.bornOn, person.bornOn)
  return {
    verdict: verdictOf(name, born),
    weight: NAME_WEIGHT[name] + (born === 'agree' ? 2 : born === 'partly' ? 1 : 0),
  }
}

type DateAgreement = 'agree' | 'partly' | 'unknown' | 'slip' | 'contradict'

function verdictOf(name: NameAgreement, born: DateAgreement): PersonMatch {
  if (name === 'different' || born === 'contradict') return 'other'
  if (born === 'slip') return name === 'full' || name === 'short' ? 'unclear' : 'other'
  if (name === 'full' || name === 'short') return 'same'
  // J. Fennby may be any of the family's, unless the day of birth says which.
  if (name === 'initial') return born === 'agree' ? 'same' : 'unclear'
  if (name === 'given-only') return born === 'agree' ? 'unclear' : 'other'
  return 'unclear'
}

/** `partly`: as far as both are known. `slip`: one digit apart, or day and month in the other's place. */
function compareDates(one: string | undefined, other: string | undefined): DateAgreement {
  if (one === undefined || other === undefined) return 'unknown'
  const [a, b] = [one.slice(0, 10), other.slice(0, 10)]
  if (a === b) return a.length === 10 ? 'agree' : 'partly'
  if (a.startsWith(b) || b.startsWith(a)) return 'partly'
  if (a.length !== 10 || b.length !== 10) return 'contradict'
  const isSwapped = a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)
  const apart = [...a].filter((sign, index) => sign !== b[index]).length
  return isSwapped || apart === 1 ? 'slip' : 'contradict'
}
