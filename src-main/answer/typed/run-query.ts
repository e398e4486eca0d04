/** Answers a typed query from one person's facts, or not at all. Reads everything that was asked for, and writes nothing. */
import type { PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Medicines } from '../../facts/medicines.ts'
import type { Convert } from '../../facts/series.ts'
import type { FactName } from '../../store/named-facts.ts'
import type { Store } from '../../store/store.ts'
import { answerMedicines } from './answer-medicines.ts'
import { answerPerformer } from './answer-performer.ts'
import { answerStatements } from './answer-statements.ts'
import { answerValues } from './answer-values.ts'
import { createVisits } from './answer-visits.ts'
import { type Entry, findFacts, matchNames } from './find-facts.ts'
import type { TypedAnswer } from './typed-answer.ts'

export interface RunQueryDeps {
  readonly store: Store
  readonly medicines: Medicines
  readonly convert: Convert
}

interface Ran {
  readonly answer: TypedAnswer | undefined
  /** It is stated, but not for the time, side or range that was asked for. */
  readonly isElsewhere: boolean
}

export function createRunQuery({ store, medicines, convert }: RunQueryDeps) {
  const { db } = store
  const visits = createVisits(store)
  return async (personId: PersonId, query: TypedQuery, known: readonly FactName[]): Promise<Ran> => {
    const widened = widen(query)
    const { entries, hasOthers } = await findFacts(db, personId, widened, known)
    return { answer: await answerFrom(personId, query, { widened, entries, known }), isElsewhere: hasOthers }
  }

  async function answerFrom(
    personId: PersonId,
    query: TypedQuery,
    { widened, entries, known }: { widened: TypedQuery; entries: readonly Entry[]; known: readonly FactName[] },
  ): Promise<TypedAnswer | undefined> {
    if (query.kinds.includes('observation')) return answerValues(query, entries, convert)
    if (query.kinds.includes('medication')) {
      const names = query.name === undefined ? undefined : matchNames(widened, known).map((name) => name.toLowerCase())
      const lines = (await medicines.list({ personId })).lines.filter(
        ({ fact }) => names === undefined || names.includes(fact.name.toLowerCase()),
      )
      return answerMedicines({ query, entries, lines })
    }
    if (query.kinds.includes('care-contact')) {
      const contacts = query.name === undefined ? entries : await visits.ofRole(entries, query.name)
      const isTimed = query.from !== undefined || query.to !== undefined
      const isOfVisits = query.ask !== 'who' || isTimed
      const seen = isOfVisits ? await visits.answerContacts(personId, query, contacts) : undefined
      if (seen !== undefined || isTimed) return seen
      return query.ask === 'list' || query.ask === 'who' ? answerStatements(query, contacts) : undefined
    }
    if (query.ask === 'who') return answerPerformer(db, entries)
    if (query.ask === 'where' && query.kinds.includes('encounter')) return visits.answerPlace(personId, query)
    const found = answerStatements(query, entries)
    if (found === undefined && query.ask === 'where') return visits.answerPlaceOf(personId, query, entries)
    if (found !== undefined || query.name === undefined) return found
    if (query.kinds.includes('family-history')) return answerOfOwn(personId, query, known)
    return answerNoneOfAll(personId, query, known)
  }

  /**
   * Who calls the record's person `mum` and who asks of their own mother write the same. Where no relative is told of, what
   * is stated of the person is told as theirs.
   */
  async function answerOfOwn(personId: PersonId, { relation, ...query }: TypedQuery, known: readonly FactName[]) {
    if (relation === undefined || query.ask !== 'stated') return undefined
    const own: TypedQuery = { ...query, kinds: ['condition'] }
    const { entries } = await findFacts(db, personId, own, known)
    const found = answerStatements(own, entries)
    if (found === undefined) return undefined
    const head = { text: `Of a ${relation} this is not stated in what I could read.`, factIds: [] }
    const told = found.sentences.map((one) => ({ ...one, text: `Of the person whose record this is: ${one.text}` }))
    return { sentences: [head, ...told], answer: { finding: 'not-stated' as const }, dependsOnUnread: true }
  }

  /** `No known allergies` speaks of every allergy, and of each by name; other facts never do. */
  async function answerNoneOfAll(personId: PersonId, query: TypedQuery, known: readonly FactName[]) {
    const { name: _, names: __, nameText: ___, ...all } = query
    const { entries } = await findFacts(db, personId, all, known)
    if (query.ask !== 'stated' || entries.some(({ isNoneKnown }) => !isNoneKnown)) return undefined
    return answerStatements(query, entries)
  }
}

/** One number of a pressure is asked of the pairs too. */
function widen(query: TypedQuery): TypedQuery {
  const isPart = query.name === 'Systolic blood pressure' || query.name === 'Diastolic blood pressure'
  return isPart ? { ...query, names: [...(query.names ?? []), 'Blood pressure'] } : query
}
