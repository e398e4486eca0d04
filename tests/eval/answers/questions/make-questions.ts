/** All questions of some people who share vaults; the same seed asks the same. */
import { createRandom } from '../../../../tools/make-papers/random.ts'
import type { RecordPerson } from '../../../../tools/make-papers/record-qa/truth.ts'
import * as events from './events.ts'
import { followUps } from './follow-ups.ts'
import { type Known, knownOf } from './known.ts'
import * as lists from './lists.ts'
import type { Draft, Question } from './question.ts'
import { unanswerables } from './unanswerable.ts'
import * as values from './values.ts'

const PEOPLE_PER_VAULT = 8

export function vaultsOf(people: readonly RecordPerson[]): RecordPerson[][] {
  const vaults = Math.ceil(people.length / PEOPLE_PER_VAULT)
  return Array.from({ length: vaults }, (_, at) => people.slice(at * PEOPLE_PER_VAULT, (at + 1) * PEOPLE_PER_VAULT))
}

/** Of the people of one vault. */
export function makeQuestions(people: readonly RecordPerson[], seed: number): Question[] {
  const known = people.map(knownOf)
  return known.flatMap((one) => {
    const random = createRandom(seed * 7919 + hash(one.person.name + one.person.bornOn))
    const drafts = [...makers.flatMap((make) => make(one, random)), ...unanswerables(one, known, random)]
    return drafts.map(
      (draft, at): Question => ({
        id: `${one.person.first}-${one.person.last}-${at + 1}`,
        person: one.person.name,
        ...draft,
      }),
    )
  })
}

const makers: readonly ((known: Known, random: ReturnType<typeof createRandom>) => Draft[])[] = [
  values.latestValues,
  values.firstValues,
  values.extremes,
  values.means,
  values.counts,
  values.valueLists,
  values.trends,
  values.asOfValues,
  values.changes,
  values.comparisons,
  values.aroundOperations,
  values.inRanges,
  lists.medicineLists,
  lists.allergyLists,
  lists.conditionLists,
  lists.vaccineLists,
  lists.allergiesStated,
  lists.conditionsStated,
  lists.relatives,
  events.operationDays,
  events.vaccineDays,
  events.visits,
  events.visitsOfADay,
  events.operationsBy,
  events.doses,
  events.standings,
  events.medicineDays,
  followUps,
]

function hash(text: string): number {
  let state = 0
  for (const letter of text) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0
  return state
}
