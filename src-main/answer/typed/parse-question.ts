import type { Ask, TypedQuery } from '#contract/typed-query.ts'
import { fillerWords, isFiller } from './filler-words.ts'
import { takeTimes } from './question-times.ts'
import * as asked from './question-words.ts'
import { readMedicine } from './read-medicines.ts'
import { readAllergy, readCondition, readFamily, readProcedure, readVaccine } from './read-statements.ts'
import { readMeasure } from './read-values.ts'
import { readContact, readEncounter } from './read-visits.ts'
import type { Read, Reading, ReadQuestion } from './reading.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { type OwnNames, type SubjectIndex, wordsOf } from './subject-index.ts'
import { takeEvent } from './take-event.ts'

export interface ParseInput {
  readonly question: string
  readonly today: Date
  readonly index: SubjectIndex
  readonly own?: OwnNames
  /** Of the person whose record this is: their name in a question narrows nothing. */
  readonly personName?: string
}

const WORD = /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*%?/gu

export function parseQuestion(input: ParseInput): TypedQuery | undefined {
  const whole = parseSentence(input)
  if (whole !== undefined) return whole
  // what is told before a question is not part of it; two questions are two
  const sentences = input.question.split(/(?<=[.?!])\s+|\s*[;\n]\s*/).filter((sentence) => /\p{L}{2}/u.test(sentence))
  if (sentences.length < 2) return undefined
  const read = sentences.flatMap((question) => parseSentence({ ...input, question }) ?? [])
  const asked = sentences.filter((sentence) => /\?\s*$/.test(sentence))
  return read.length === 1 && asked.length < 2 ? read[0] : undefined
}

function parseSentence(input: ParseInput): TypedQuery | undefined {
  const question = spelled(input.question, input)
  const times = takeTimes(question, input.today)
  if (times.isUnclear || ADVICE.test(question)) return undefined
  const words = wordsIn(times.rest)
  const things = input.index
    .findIn(words, input.own)
    .filter(({ from, to, nameText }) => to - from > 1 || !(NO_NAME.test(nameText) || isOrdinary(nameText)))
  const { event, isBothSides, things: subjects, eventWords } = takeEvent(words, things)
  const isNamed = (at: number) => things.some(({ from, to }) => at >= from && at < to)
  const left = words.filter(
    (word, at) =>
      !isNamed(at) &&
      !eventWords.has(at) &&
      !isFiller(word) &&
      !/^\d+(?:\.\d+)?$/.test(word) &&
      !isOfPerson(word, input.personName),
  )
  const reading: Reading = {
    // a name's own words ask nothing: `platelet count`, `mean corpuscular volume`
    question: words.map((word, at) => (isNamed(at) || eventWords.has(at) ? NAMED : word)).join(' ') + endOf(times.rest),
    ...{ words, left, things: subjects, times, isBothSides },
    ...(event && { event }),
  }
  for (const read of readers) {
    const query = read(reading)
    if (query === 'not-formal') return undefined
    if (query !== undefined) return withTimes(query, reading)
  }
  return undefined
}

/** `be`, `in`: short forms that are words of every question, unless they are written as short forms. */
const isOrdinary = (word: string) => isFiller(word) && !/\p{Lu}{2}/u.test(word)

const NAMED = '§'
const wordsIn = (text: string) => (text.match(WORD) ?? []).map((word) => word.replace(/['’]s$/u, ''))
const endOf = (text: string) => (/\?\s*$/.test(text) ? '?' : '')

/** The question with slips mended; the names of people, whom no table knows, are left as they are. */
function spelled(question: string, { index, own, personName = '' }: ParseInput): string {
  const { correct } = spellingOf(index, own)
  return question.replace(/[\p{L}][\p{L}'’-]+/gu, (word, at: number) => {
    if (isFiller(word) || isOfPerson(word, personName)) return word
    const isName = at > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) && !/[?.!]\s*$/.test(question.slice(0, at))
    const known = correct(word)
    return known === undefined || (isName && (fillerWords.has(known) || ORDINARY.has(known))) ? word : known
  })
}

/** Words that ask, with no part in any name. */
const ORDINARY = new Set(['allergic', 'vaccines', 'doctor'])

/** Of the tables, and of the names of one record: a question is read several times over. */
const spellings = new WeakMap<SubjectIndex | OwnNames, Spelling>()

function spellingOf(index: SubjectIndex, own: OwnNames | undefined): Spelling {
  const known = spellings.get(index) ?? createSpelling([...fillerWords, ...RELATED], index.words)
  spellings.set(index, known)
  const ours = own && (spellings.get(own) ?? createSpelling([], wordsOf(own)))
  if (own !== undefined && ours !== undefined) spellings.set(own, ours)
  return {
    knows: known.knows,
    correct: (word) => known.correct(word) ?? (known.knows(word) ? undefined : ours?.correct(word)),
  }
}

const RELATED =
  'mother father brother sister grandmother grandfather cardiologist dermatologist endocrinologist gastroenterologist neurologist nephrologist rheumatologist oncologist urologist pulmonologist ophthalmologist psychiatrist pediatrician surgeon hematologist gynecologist family'.split(
    ' ',
  )

/** What a person should do stands on no paper as a fact. */
const ADVICE =
  /^\W*(?:(?:should|shall|must) (?:i|we|he|she|they)|(?:can|could|may|might) (?:i|we|he|she|they))\b(?! (?:find|see|have a list))/i

const readers: readonly ReadQuestion[] = [
  readFamily,
  readAllergy,
  readVaccine,
  readContact,
  readMedicine,
  readMeasure,
  readCondition,
  readProcedure,
  readEncounter,
]

/** Names of the tables that are ordinary words of a question. */
const NO_NAME =
  /^(?:test|tests|result|results|blood|value|level|levels|range|lead|color|colour|appearance|culture|history|procedure|surgery|medication|drug|pain|fall|falls|cold|temp|shot|booster|clarity|other|time|total|iron pill|lot|patient|status|visit|scan|family|record|records|dose|doses|list|current|normal)$/i

const isOfPerson = (word: string, name = ''): boolean =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word.toLowerCase())

function withTimes(read: Read, { times, event, question }: Reading): TypedQuery {
  const { from, to, days, isAsOf } = times
  const isOfDay =
    from !== undefined && from === to && from.length === 10 && /\b(?:most recent|last|latest)\b/i.test(question)
  if (isOfDay && isValue(read) && read.ask === 'latest') return { ...read, ask: 'as-of', to }
  const ask: Ask = isAsOf && (read.ask === 'latest' || read.ask === 'list') && isValue(read) ? 'as-of' : read.ask
  const side = /\bleft\b/i.test(question) ? 'left' : /\bright\b/i.test(question) ? 'right' : undefined
  const isSided = side !== undefined && !asked.SIDE.test(question) && !isValue(read)
  return {
    ...read,
    ask: days !== undefined ? 'change' : ask,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(days !== undefined && { days: [...days] }),
    ...(event !== undefined && { event }),
    ...(isSided && { side }),
  }
}

const isValue = ({ kinds }: Pick<TypedQuery, 'kinds'>) => kinds.includes('observation')
