/**
 * Every unit of a passage that speaks of all that a question needs, in its own words or in those of the heading, the
 * table header or the title it stands under, with how well it answers.
 */
import type { Span } from '../ingest/read-page.ts'
import { holdsNumber, holdsQuantity, holdsTime, type Intent, isInPeriods } from './intent.ts'
import { type Need, speaksOf } from './needs.ts'
import { splitUnits, type Unit } from './sentences.ts'
import { CONCLUSION, TOPICS } from './topics.ts'
import type { WordIndex } from './word-index.ts'
import { dateKey, type WrittenDate, writtenDates } from './written-dates.ts'

export interface Passage {
  readonly id: string
  readonly documentId: string
  readonly page: number
  readonly text: string
  /** Where the passage begins in its page, in UTF-16 units. */
  readonly start: number
  readonly documentTitle: string
  /** The calendar date of the document, perhaps partial, when it is known. */
  readonly documentOn?: string
  /** As the search ranks it: larger is better. */
  readonly score: number
}

export interface Candidate {
  readonly passage: Passage
  /** In the passage's text. */
  readonly span: Span
  readonly score: number
  /** 0 when no date is known. */
  readonly dateKey: number
}

interface Question {
  readonly needs: readonly Need[]
  readonly intent: Intent
  /** Only topics are asked about: their entries are listed. */
  readonly isList: boolean
  readonly asksKin: boolean
  readonly index: (text: string) => WordIndex
}

interface Surroundings {
  readonly title: WordIndex
  readonly head: WordIndex
  readonly headDates: readonly WrittenDate[]
  readonly whole: WordIndex
  readonly best: number
}

const KIN =
  /\b(?:family history|family hx|mother|father|sister|brother|aunt|uncle|grand(?:mother|father)|maternal|paternal)\b/i
const ANAPHOR = /^(?:it|this|these|they|that|both)\b/i
const EXAMINATION =
  /^(?:exam\w*|procedure|study|test|investigation|modality|report|type|date|collected|reported|visit)\b/i

export function candidatesIn(passage: Passage, question: Question, best: number): Candidate[] {
  const units = splitUnits(passage.text)
  const textOf = (span: Span) => passage.text.slice(span.start, span.end)
  const heads = units.filter((unit, at) => at < 2 || unit.kind === 'heading' || EXAMINATION.test(textOf(unit)))
  const headText = [passage.documentTitle, ...heads.map(textOf)].join('\n')
  const surroundings: Surroundings = {
    title: question.index(passage.documentTitle),
    head: question.index(headText),
    headDates: passage.documentOn ? writtenDates(passage.documentOn) : writtenDates(headText),
    whole: question.index(passage.text),
    best,
  }
  return units.flatMap((unit, at) => {
    const before = units[at - 1]
    const anaphor = before && ANAPHOR.test(textOf(unit)) ? textOf(before) : ''
    return judge(passage, unit, anaphor, question, surroundings) ?? []
  })
}

function judge(passage: Passage, unit: Unit, anaphor: string, question: Question, around: Surroundings) {
  const { needs, intent, isList, index } = question
  const textOf = (span: Span | undefined) => (span ? passage.text.slice(span.start, span.end) : '')
  const own = index(textOf(unit))
  const label = unit.kind === 'field' ? (own.text.split(':')[0] ?? '') : ''
  // A label that names a section of its own (`Allergies:`) ends the section above it.
  const heading = TOPICS.some((topic) => topic.heading.test(label)) ? '' : textOf(unit.heading)
  const place = [heading, textOf(unit.header), label].join('\n')
  const context = index([place, anaphor].join('\n'))
  const concludes = intent.finding && unit.kind !== 'heading' && CONCLUSION.test(place)

  const subjects = needs.filter((need) => need.hard && !need.topic)
  const ownSubject = subjects.some((need) => speaksOf(own, need))
  const inOwn = (need: Need) => speaksOf(own, need) || (isList && need.topic?.heading.test(place) === true)
  const titled = (need: Need) =>
    need.topic
      ? (isList || unit.kind === 'row') && need.topic.heading.test(around.title.text)
      : speaksOf(around.title, need)
  const inContext = (need: Need) =>
    need.topic?.heading.test(place) || speaksOf(context, need) || titled(need) || inReport(need)
  // A conclusion speaks of the examination that the whole report is about.
  const inReport = (need: Need) => concludes && speaksOf(ownSubject ? around.whole : around.head, need)

  const hard = needs.filter((need) => need.hard)
  const missing = hard.filter((need) => !inOwn(need) && !inContext(need))
  // A long question may be answered by one sentence for all but one of its matters, when that one is close by.
  const excused = hard.length >= 3 && missing.length === 1 && missing.every((need) => speaksOf(around.whole, need))
  if (missing.length > 0 && !excused) return undefined
  const answers =
    subjects.length > 0 ? ownSubject || concludes : unit.kind !== 'heading' && (isList || hard.some(inOwn))
  if (!answers) return undefined
  // `Allergies: penicillin` is no answer to which antibiotics were given.
  const asksAllergy = needs.some((need) => need.topic?.name === 'allergies')
  const aside = !asksAllergy && /\ballerg/i.test(`${own.text}\n${place}`)
  if (aside && subjects.length > 0 && !subjects.some((need) => speaksOf(own, { ...need, alternatives: [] })))
    return undefined

  const dates = writtenDates(own.text)
  const placeDates = writtenDates(place)
  if (intent.periods.length > 0) {
    const stated = dates.length > 0 ? [...dates, ...placeDates] : placeDates
    const valid = stated.length > 0 ? stated : around.headDates
    if (!isInPeriods(valid.length > 0 ? valid : writtenDates(around.whole.text), intent.periods)) return undefined
  }

  const total = hard.reduce((sum, need) => sum + need.weight, 0) || 1
  const covered = needs.reduce((sum, need) => {
    const share = inOwn(need)
      ? need.hard
        ? 1
        : 0.35
      : inContext(need)
        ? !need.hard
          ? 0.1
          : concludes
            ? 0.9
            : 0.55
        : 0
    return sum + share * need.weight
  }, 0)
  const score = covered / total + fitness(own, place, unit, question) + 0.15 * (passage.score / (around.best || 1))
  const latest = [isList ? around.headDates : dates, placeDates, around.headDates].find((found) => found.length > 0)
  return {
    passage,
    span: { start: unit.start, end: unit.end },
    score,
    dateKey: Math.max(0, ...(latest ?? []).map(dateKey)),
  }
}

/** How well the form of a unit suits the question, whatever it speaks of. */
function fitness(own: WordIndex, place: string, unit: Unit, { intent, asksKin }: Question): number {
  let fit = 0
  const timed = holdsTime(own.text)
  if (intent.when) fit += timed ? 0.35 : holdsTime(place) ? 0.15 : 0
  if (
    intent.future &&
    /\b(?:will|next|booked|scheduled|due|appointment|in \w+ (?:days|weeks|months))\b/i.test(own.text)
  )
    fit += 0.3
  if (intent.amount) fit += holdsQuantity(own.text) ? 0.3 : holdsNumber(own.text) ? 0.15 : 0
  if (intent.finding && CONCLUSION.test(place))
    fit += /impression|conclusion|opinion|interpretation/i.test(place) ? 0.3 : 0.15
  if (intent.finding && /\b(?:next|follow[- ]?up|recommend\w*|repeat|referred)\b/i.test(own.text)) fit -= 0.3
  if (unit.kind === 'heading' && !(intent.when && timed)) fit -= 0.4
  if (!asksKin && KIN.test(`${own.text}\n${place}`)) fit -= 0.3
  if (own.text.endsWith('?')) fit -= 0.3
  if (
    /^(?:re|subject|ref|dear|indication|clinical (?:details|question|information|history)|reason|request)\b/i.test(
      own.text,
    )
  )
    fit -= 0.25
  if (own.stems.length < 3 && unit.kind === 'sentence') fit -= 0.15
  if (own.stems.length > 60) fit -= 0.1
  return fit
}
