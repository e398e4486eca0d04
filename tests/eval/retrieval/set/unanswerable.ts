/** Questions whose answer no paper of that person holds: it stands in somebody else's, or nowhere. */
import type { Random } from '../../../../tools/make-papers/random.ts'
import { type Person, shuffle } from '../../../../tools/make-papers/records/people.ts'
import type { PersonRecord } from '../../../../tools/make-papers/records/records.ts'
import { fillSlots } from '../../../../tools/make-papers/records/slots.ts'
import type { Who } from '../../../../tools/make-papers/records/topic.ts'
import { wordingsIn } from '../../../../tools/make-papers/records/words.ts'
import type { EvaluationSet } from '../evaluation-set.ts'
import { askedTopics } from './asked-topics.ts'

/** What is asked, of whom it may be, and the words of which none stands on any page of that person. */
interface Missing {
  readonly asks: string
  readonly who: Who
  readonly words: readonly string[]
}

const OF_OTHERS = 28

export function askForNothing(records: readonly PersonRecord[], random: Random): EvaluationSet['unanswerable'] {
  const searched = records.map(({ person, pages }) => ({
    person,
    hasWording: wordingsIn(pages.map(({ text }) => text).join('\n')),
  }))
  const askOf = ({ asks, who, words }: Missing) => {
    const without = searched.filter(({ person, hasWording }) => person.is.includes(who) && !words.some(hasWording))
    return without.length === 0 ? [] : [ask(asks, random.pick(without).person, random)]
  }
  const ofOthers = shuffle(missingElsewhere, random).flatMap(askOf).slice(0, OF_OTHERS)
  return [...ofOthers, ...missingEverywhere.flatMap(askOf)].map((question, at) => ({
    id: `unanswerable ${at + 1}`,
    ...question,
  }))
}

const ask = (asks: string, person: Person, random: Random) => ({
  person: person.name,
  text: fillSlots(asks, person, '2026-01-01', random),
})

/** Matters of others. A lone short form asks too little to tell what would answer it. */
const missingElsewhere: readonly Missing[] = askedTopics.flatMap(({ topics }) =>
  topics.flatMap(({ key, asks, who }) =>
    key !== undefined && /\w \w/.test(asks) ? [{ asks, who, words: [key.asked, key.written] }] : [],
  ),
)

export const missingEverywhere: readonly Missing[] = [
  { asks: 'What is the warfarin schedule?', who: 'adult', words: ['warfarin'] },
  { asks: 'date of the kidney transplant', who: 'adult', words: ['kidney transplant'] },
  { asks: 'cochlear implant settings', who: 'adult', words: ['cochlear'] },
  { asks: 'Was there ever malaria?', who: 'adult', words: ['malaria'] },
  { asks: 'hepatitis C viral load', who: 'adult', words: ['hepatitis'] },
  { asks: 'Is a gastric band in place?', who: 'adult', words: ['gastric'] },
  { asks: 'snake bite treatment', who: 'adult', words: ['snake'] },
  { asks: 'which epidural dose during labour', who: 'young woman', words: ['epidural'] },
  { asks: 'has {s} had radiotherapy to the jaw', who: 'old', words: ['radiotherapy'] },
  { asks: 'dialysis days', who: 'adult', words: ['dialysis'] },
  { asks: 'prosthetic leg fitting', who: 'man', words: ['prosthetic'] },
  { asks: 'Did {s} take part in a drug trial?', who: 'adult', words: ['trial'] },
  { asks: 'tattoo removal sessions', who: 'adult', words: ['tattoo'] },
  { asks: 'What was found at the genetic counselling?', who: 'adult', words: ['genetic'] },
]
