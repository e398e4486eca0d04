/** One question scored: whether its answer is right, where it points, and what it says that nothing it cites says. */
import type { Citation } from '#contract/answers.ts'
import { type Place, type RecordPerson, statementsOf } from '../../../tools/make-papers/record-qa/truth.ts'
import type { FileNames, Got } from './got.ts'
import { datesIn, holds, numbersIn, sameDay } from './in-words.ts'
import { isAbstained, isRight } from './is-right.ts'
import type { Question } from './questions/question.ts'

export interface Scored {
  readonly question: Question
  readonly engine: Got['engine']
  /** Some of the person's papers are as read from a bad scan. */
  readonly isNoisy: boolean
  readonly isRight: boolean
  readonly isAbstained: boolean
  /** Undefined where no citation is asked for. */
  readonly citations:
    | { readonly shown: number; readonly fitting: number; readonly wanted: number; readonly found: number }
    | undefined
  /** Numbers of the sentences that stand in no quote they cite, are not the computed answer and were not asked. */
  readonly unsupported: readonly string[]
  /** Citations of papers of somebody else, and words that stand on no paper but theirs. */
  readonly foreign: number
  readonly needsUnreadNotice: boolean
  readonly got: string
  readonly ms: number
}

/** What is known of the vault that was asked. */
export interface Vault {
  /** Of the papers of the person asked about. */
  readonly fileNames: FileNames
  readonly person: RecordPerson
  readonly others: readonly RecordPerson[]
}

export function score(question: Question, got: Got, vault: Vault): Scored {
  return {
    question,
    engine: got.engine,
    isNoisy: vault.person.isNoisy,
    isRight: isRight(question.expected, got),
    isAbstained: isAbstained(got),
    citations: scoreCitations(question, got, vault),
    unsupported: [...unsupportedNumbers(question, got, vault), ...unsupportedDates(question, got, vault)],
    foreign: countForeign(question, got, vault),
    needsUnreadNotice: got.needsUnreadNotice,
    got: shown(got),
    ms: got.ms,
  }
}

/**
 * Of questions that can be answered. A quote that only gives the day of a paper rightly cited speaks neither for nor
 * against the answer.
 */
function scoreCitations({ expected }: Question, got: Got, { fileNames }: Vault): Scored['citations'] {
  if (expected.is === 'unanswerable' || expected.groups.length === 0) return undefined
  const places = [...expected.groups.flat(), ...(expected.also ?? [])]
  const isOn = (citation: Citation, place: Place) =>
    fileNames.get(citation.documentId) === place.fileName && citation.page === place.page
  const fits = (citation: Citation, place: Place) =>
    isOn(citation, place) && place.words.every((words) => holds(citation.quote, words))
  const fitting = (citation: Citation) => places.some((place) => fits(citation, place))
  const isDay = (citation: Citation) =>
    !fitting(citation) && datesIn(citation.quote).dates.length > 0 && places.some((place) => isOn(citation, place))
  const shown = got.sentences.flatMap(({ citations }) => citations).filter((one) => !isDay(one))
  return {
    shown: shown.length,
    fitting: shown.filter(fitting).length,
    wanted: expected.groups.length,
    found: expected.groups.filter((group) => group.some((place) => shown.some((one) => fits(one, place)))).length,
  }
}

/** How many values there are of a measure, and what was computed from values, stands in no quote. */
function unsupportedNumbers(question: Question, { sentences, answer, searched }: Got, { person }: Vault): string[] {
  const asked = [...question.before, question.text].flatMap((text) => numbersIn(text))
  const computed = isComputing(question) && answer?.value !== undefined ? [answer.value, Math.abs(answer.value)] : []
  const free = new Set([...asked, ...searched, ...computed, ...countsOf(person)])
  return sentences.flatMap(({ text, citations }) => {
    const cited = new Set(citations.flatMap(({ quote }) => numbersIn(quote)))
    const said = numbersIn(datesIn(withoutTitles(text, citations)).rest)
    const values = said.filter((number) => cited.has(number))
    return said.filter((number) => !cited.has(number) && !free.has(number) && !liesBetween(number, values)).map(String)
  })
}

/** By how much two values differ that the same sentence says and cites. */
const liesBetween = (number: number, values: readonly number[]): boolean =>
  values.some((one) => values.some((other) => one !== other && Math.abs(Math.abs(one - other) - number) < 1e-9))

const isComputing = ({ kind }: Question) =>
  kind === 'mean' || kind === 'count' || kind === 'change' || kind === 'trend' || kind === 'compare-dates'

function countsOf(person: RecordPerson): number[] {
  const byMeasure = Map.groupBy(statementsOf(person, 'observation'), ({ measure }) => measure)
  return [...byMeasure.values()].map((all) => new Set(all.map(({ on }) => on)).size)
}

/** A day must be printed on a paper that the answer cites, or be one that was asked for. */
function unsupportedDates(question: Question, { sentences }: Got, { fileNames, person }: Vault): string[] {
  const cited = new Set(
    sentences.flatMap(({ citations }) => citations.map(({ documentId }) => fileNames.get(documentId))),
  )
  const printed = person.papers
    .filter(({ fileName }) => cited.has(fileName))
    .flatMap(({ printedDates }) => printedDates)
  const quoted = sentences.flatMap(({ citations }) => citations.flatMap(({ quote }) => datesIn(quote).dates))
  const known = [...printed, ...quoted, ...datesIn([...question.before, question.text].join(' ')).dates]
  return sentences.flatMap(({ text, citations }) =>
    datesIn(withoutTitles(text, citations)).dates.filter((day) => !known.some((one) => sameDay(one, day))),
  )
}

const withoutTitles = (text: string, citations: readonly Citation[]) =>
  citations.reduce((rest, { title }) => (title === '' ? rest : rest.replaceAll(title, ' ')), text)

function countForeign({ text, before }: Question, { sentences, beside }: Got, { fileNames, others }: Vault): number {
  const citations = [...sentences.flatMap((sentence) => sentence.citations), ...beside]
  const asked = [...before, text].join(' ')
  const words = others.map(({ canary }) => canary).filter((word) => !holds(asked, word))
  const said = [...sentences.map((sentence) => sentence.text), ...citations.map(({ quote }) => quote)]
  return (
    citations.filter(({ documentId }) => !fileNames.has(documentId)).length +
    said.filter((one) => words.some((word) => holds(one, word))).length
  )
}

function shown({ sentences, answer, isNotInRecord }: Got): string {
  const words = isNotInRecord ? 'not in the record' : sentences.map(({ text }) => text).join(' / ')
  return answer === undefined ? words : `${words} ${JSON.stringify(answer)}`
}
