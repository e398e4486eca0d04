/**
 * Every unit of a passage that speaks of all that a question needs, in its own words or in those of the heading, the
 * table header or the title it stands under, with how well it answers.
 */
import type { Span } from '../ingest/read-page.ts'
import { splitUnits, type Unit } from '../retrieve/sentences.ts'
import { dateKey, writtenDates } from '../retrieve/written-dates.ts'
import { isAddress, isFromSpecialist, isSignature, joinNames, namesClinician } from './clinicians.ts'
import { type Dating, datesWithoutBirth, isBirth } from './document-dates.ts'
import { type Form, fitness } from './fitness.ts'
import { holdsConcentration, isInPeriods } from './intent.ts'
import { type Need, narrow, speaksOf } from './needs.ts'
import { isNoneKnown } from './none-known.ts'
import type { Passage } from './passage.ts'
import { isPlanned } from './planned.ts'
import { CONCLUSION, DOSE, TOPICS } from './topics.ts'
import type { WordIndex } from './word-index.ts'

export interface Candidate {
  readonly passage: Passage
  /** In the passage's text. */
  readonly span: Span
  readonly score: number
  /** 0 when no date is known. */
  readonly dateKey: number
}

interface Question extends Form {
  readonly needs: readonly Need[]
  /** Only topics are asked about: their entries are listed. */
  readonly isList: boolean
  readonly index: (text: string) => WordIndex
  readonly datesOf: Dating['datesOf']
  /** The first lines of the document that a passage belongs to, where they are at hand. */
  readonly openingOf: (passage: Passage) => string
}

interface Surroundings {
  readonly title: WordIndex
  /** What the report is about: its title, its first lines, its headings. */
  readonly head: WordIndex
  readonly whole: WordIndex
  readonly best: number
  /** The heading that a heading stands under. */
  readonly outer: (heading: Span) => Span | undefined
}

const ANAPHOR = /^(?:it|this|these|they|that|both)\b/i
const EXAMINATION =
  /^(?:exam\w*|procedure|study|test|investigation|modality|report|type|date|collected|reported|visit)\b/i
const DATE_LINE =
  /^(?:\w+ )?(?:date|performed|done)(?: of (?:the )?(?:exam\w*|study|scan|procedure|test|service|visit|report))?\s*:/i

/** A number, the one of a list left out. */
const COUNTED = /(?!^\W*\d+[.)]\s)(?:^|\W)\d|\b(?:one|two|three|four|five|half)\b/i

export function candidatesIn(passage: Passage, asked: Question, best: number): Candidate[] {
  const title = asked.index(passage.documentTitle)
  const about = asked.index(`${passage.documentTitle}\n${asked.openingOf(passage)}`)
  const whole = asked.index(passage.text)
  const question = { ...asked, needs: asked.needs.map((need) => narrow(need, [whole, about])) }
  if (!mayAnswer(question, about, whole)) return []
  const split = splitUnits(passage.text)
  const units = question.intent.who ? joinNames(passage.text, split) : split
  const textOf = (span: Span) => passage.text.slice(span.start, span.end)
  const heads = units.filter((unit, at) => at < 2 || unit.kind === 'heading' || EXAMINATION.test(textOf(unit)))
  const outerByStart = new Map(units.map((unit) => [unit.start, unit.heading]))
  const surroundings: Surroundings = {
    title,
    head: question.index([passage.documentTitle, question.openingOf(passage), ...heads.map(textOf)].join('\n')),
    whole,
    best,
    outer: (heading) => outerByStart.get(heading.start),
  }
  return units.flatMap((unit, at) => {
    const before = units[at - 1]
    const anaphor = before && ANAPHOR.test(textOf(unit)) ? textOf(before) : ''
    return judge(passage, unit, anaphor, question, surroundings) ?? []
  })
}

/** Whether a passage, its title and the head of its document hold all that is asked: the cheap refusal of most passages. */
function mayAnswer({ needs }: Question, about: WordIndex, whole: WordIndex): boolean {
  const allergies = needs.some((need) => need.topic?.name === 'allergies')
  return needs.every(
    (need) =>
      !need.hard ||
      need.isMeantBy !== undefined ||
      speaksOf(whole, need) ||
      speaksOf(about, need) ||
      need.topic?.heading.test(whole.text) ||
      need.topic?.heading.test(about.text) ||
      (allergies && isNoneKnown(whole.text, '', need.tokens)),
  )
}

function judge(passage: Passage, unit: Unit, anaphor: string, question: Question, around: Surroundings) {
  const { needs, intent, isList, index } = question
  const textOf = (span: Span | undefined) => (span ? passage.text.slice(span.start, span.end) : '')
  const own = index(textOf(unit))
  const label = unit.kind === 'field' ? (own.text.split(':')[0] ?? '') : ''
  // A label that names a section of its own (`Allergies:`) ends the section above it.
  const heading = TOPICS.some((topic) => topic.heading.test(label))
    ? ''
    : [unit.heading && textOf(around.outer(unit.heading)), textOf(unit.heading)].filter(Boolean).join('\n')
  const place = [heading, textOf(unit.header), label].join('\n')
  const context = index([place, anaphor].join('\n'))
  const concludes = intent.finding && unit.kind !== 'heading' && CONCLUSION.test(place)
  // A conclusion, a signature, the date of an examination: they speak of what the whole report is about.
  const reports =
    concludes ||
    (intent.who && isSignature(own.text)) ||
    (intent.when && unit.kind === 'field' && DATE_LINE.test(own.text) && writtenDates(own.text).length > 0)

  const subjects = needs.filter((need) => need.hard && !need.topic)
  const asksAllergy = needs.some((need) => need.topic?.name === 'allergies')
  const noneKnown =
    asksAllergy &&
    isNoneKnown(
      own.text,
      place,
      subjects.flatMap((need) => need.tokens),
    )
  const spoken = new Set(needs.filter((need) => speaksOf(own, need)))
  const ownSubject = subjects.some((need) => spoken.has(need))
  const inOwn = (need: Need) => spoken.has(need) || (isList && need.topic?.heading.test(place) === true)
  const titled = (need: Need) =>
    need.topic
      ? (isList || unit.kind === 'row') && need.topic.heading.test(around.title.text)
      : speaksOf(around.title, need)
  const inReport = (need: Need) => reports && speaksOf(ownSubject ? around.whole : around.head, need)
  const inContext = (need: Need) =>
    noneKnown || need.topic?.heading.test(place) || speaksOf(context, need) || titled(need) || inReport(need)

  const hard = needs.filter((need) => need.hard)
  const missing = hard.filter((need) => !inOwn(need) && !inContext(need))
  // A long question may be answered by one sentence for all but one of its matters, when that one is close by.
  const excused = hard.length >= 3 && missing.length === 1 && missing.every((need) => speaksOf(around.whole, need))
  if (missing.length > 0 && !excused) return undefined
  const answers =
    subjects.length > 0
      ? ownSubject || reports || noneKnown
      : unit.kind !== 'heading' && (isList || reports || hard.some(inOwn))
  if (!answers || isAside(own.text, place, question)) return undefined
  // `Allergies: penicillin` is no answer to which antibiotics were given.
  const aside = !asksAllergy && /\ballerg/i.test(`${own.text}\n${place}`)
  if (aside && subjects.length > 0 && !subjects.some((need) => speaksOf(own, { ...need, alternatives: [] })))
    return undefined
  if (intent.who && isAddress(own.text) && !isFromSpecialist(`${around.title.text}\n${around.whole.text}`))
    return undefined

  const dates = writtenDates(own.text)
  const placeDates = writtenDates(place)
  const documentDates = question.datesOf(passage)
  if (intent.periods.length > 0) {
    const stated = dates.length > 0 ? [...dates, ...placeDates] : placeDates
    const valid = [stated, documentDates].find((found) => found.length > 0) ?? datesWithoutBirth(around.whole.text)
    if (!isInPeriods(valid, intent.periods)) return undefined
  }

  const total = hard.reduce((sum, need) => sum + need.weight, 0) || 1
  const shareOf = (need: Need) => {
    if (inOwn(need)) return need.hard ? 1 : 0.35
    if (!inContext(need)) return 0
    return need.hard ? (reports || noneKnown ? 0.9 : 0.55) : 0.1
  }
  const covered = needs.reduce((sum, need) => sum + shareOf(need) * need.weight, 0)
  const score = covered / total + fitness(own, place, unit, question) + 0.15 * (passage.score / (around.best || 1))
  const latest = [isList ? documentDates : dates, placeDates, documentDates].find((found) => found.length > 0)
  return {
    passage,
    span: { start: unit.start, end: unit.end },
    score,
    dateKey: Math.max(0, ...(latest ?? []).map(dateKey)),
  }
}

/** When somebody was seen, which is no day to come. */
const DAY_OF_PAPER = /^\W*(?:date of (?:the )?(?:visit|service|clinic)|(?:visit|clinic|service|encounter) date)\W*:/i

/** Speaks of the matter, yet cannot be what was asked for. */
function isAside(own: string, place: string, { intent, question }: Question): boolean {
  if (intent.future && intent.when && DAY_OF_PAPER.test(own)) return true
  if (intent.past && (intent.when || intent.finding) && isPlanned(own, place)) return true
  if (intent.when && isBirth(own) && !/\bb(?:irth|orn)/i.test(question)) return true
  if (intent.dose && !DOSE.test(own) && (holdsConcentration(own) || !COUNTED.test(own))) return true
  return intent.who && !namesClinician(own)
}
