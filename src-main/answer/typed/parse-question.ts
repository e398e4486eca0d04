import type { Ask, TypedQuery } from '#contract/typed-query.ts'
import { fillerWords, isFiller } from './filler-words.ts'
import { takeTimes } from './question-times.ts'
import * as asked from './question-words.ts'
import { readMedicine } from './read-medicines.ts'
import { readAllergy, readCondition, readFamily, readProcedure, readVaccine } from './read-statements.ts'
import { readMeasure } from './read-values.ts'
import { readContact, readEncounter } from './read-visits.ts'
import type { Read, Reading, ReadQuestion } from './reading.ts'
import { writeOut } from './shorthand.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { type NamedThing, type OwnNames, type SubjectIndex, wordsOf } from './subject-index.ts'
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
  const reading = readingOf(input)
  return reading && queryOf(reading)
}

/** Several things of one kind named in a row, or both sides of an event: a query for each, or none at all. */
export function parseEach(input: ParseInput): readonly { readonly nameText: string; readonly query: TypedQuery }[] {
  const reading = readingOf(input)
  if (reading === undefined) return []
  const { things, around } = reading
  const each =
    around !== undefined
      ? sides.map((relation) => ({ ...reading, isBothSides: false, event: { ...around, relation } }))
      : isInARow(reading)
        ? things.filter((thing) => !isExplained(thing, reading)).map((thing) => ({ ...reading, things: [thing] }))
        : []
  const queries = each.flatMap((one) => {
    const query = queryOf(one)
    return query?.name === undefined ? [] : [{ nameText: one.things[0]?.nameText ?? query.name, query }]
  })
  const isOfOneKind = new Set(queries.map(({ query }) => query.kinds[0])).size === 1
  return queries.length === each.length && isOfOneKind ? queries : []
}

const sides = ['before', 'after'] as const
const MOST_NAMES = 6

/** `creatinine, potassium and my eGFR`: nothing between the names but what links them. */
function isInARow({ things, words, event }: Reading): boolean {
  if (things.length < 2 || things.length > MOST_NAMES || event !== undefined) return false
  return things.every(
    ({ from }, at) => at === 0 || words.slice(things[at - 1]?.to ?? 0, from).every((word) => LINKS.test(word)),
  )
}

/** `water tablet bendroflumethiazide`, `sugar (HbA1c)`: a group, and beside it which of it is meant. */
const isExplained = ({ from, to, subjects }: NamedThing, { things }: Reading): boolean =>
  subjects.some(({ names }) => names !== undefined) &&
  things.some((other) => (other.from === to || other.to === from) && other.subjects.some((one) => !one.names))

const LINKS = /^(?:and|or|plus|my|his|her|their|the|both|also)$/i

function readingOf(input: ParseInput): Reading | undefined {
  const question = spelled(writeOut(input.question), input)
  const times = takeTimes(question, input.today)
  if (times.isUnclear || ADVICE.test(question)) return undefined
  const words = wordsIn(times.rest)
  const things = input.index
    .findIn(words, input.own)
    .filter(({ from, to, nameText }) => to - from > 1 || !(NO_NAME.test(nameText) || isOrdinary(nameText)))
  const { event, around, things: subjects, eventWords } = takeEvent(words, things)
  const isNamed = (at: number) => things.some(({ from, to }) => at >= from && at < to)
  const isSome = asked.LAST_SOME.test(times.rest)
  const isOfOne = subjects.length > 0 || asked.STOPPED.test(times.rest)
  const left = words.filter(
    (word, at) =>
      !isNamed(at) &&
      !eventWords.has(at) &&
      !isFiller(word) &&
      !/^\d+(?:\.\d+)?$/.test(word) &&
      !(isSome && Number.isFinite(asked.countOf(word))) &&
      !(isOfOne && asked.NEGATION.test(word)) &&
      !isOfPerson(word, input.personName),
  )
  return {
    // a name's own words ask nothing: `platelet count`, `mean corpuscular volume`
    question: words.map((word, at) => (isNamed(at) || eventWords.has(at) ? NAMED : word)).join(' ') + endOf(times.rest),
    ...{ words, left, things: subjects, times, isBothSides: around !== undefined },
    ...(event && { event }),
    ...(around && { around }),
  }
}

function queryOf(reading: Reading): TypedQuery | undefined {
  for (const read of readers) {
    const query = read(read === readFamily ? reading : ofTheirOwn(reading))
    if (query === 'not-formal') return undefined
    if (query !== undefined) return isContrary(query, reading) ? undefined : withTimes(query, reading)
  }
  return undefined
}

/** `which of these am I not taking` is answered by no list of what is taken. */
const isContrary = ({ ask, detail, name }: Read, { words }: Reading): boolean =>
  (name === undefined || ask === 'list' || ask === 'count') &&
  detail !== 'stoppedOn' &&
  words.some((word) => asked.NEGATION.test(word) && !/^never$/i.test(word))

/** Who keeps a record calls its person by what they are to them: `mum's tablets`. */
const ofTheirOwn = (reading: Reading): Reading => ({
  ...reading,
  left: reading.left.filter((word) => !asked.CALLED.test(word)),
})

/** `be`, `in`: short forms that are words of every question, unless they are written as short forms. */
const isOrdinary = (word: string) => isFiller(word) && !/\p{Lu}{2}/u.test(word)

const NAMED = '§'
const wordsIn = (text: string) => (text.match(WORD) ?? []).map((word) => word.replace(/['’]s$/u, ''))
const endOf = (text: string) => (/\?\s*$/.test(text) ? '?' : '')

/** The question with slips mended; the names of people, whom no table knows, are left as they are. */
function spelled(question: string, { index, own, personName = '' }: ParseInput): string {
  const { correct } = spellingOf(index, own)
  return question.replace(/[\p{L}][\p{L}'’-]+/gu, (word, at: number) => {
    if (isFiller(word) || isOfPerson(word, personName) || MONTH.test(word)) return word
    const isName = at > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) && !/[?.!]\s*$/.test(question.slice(0, at))
    const known = correct(word)
    return known === undefined || (isName && (fillerWords.has(known) || ORDINARY.has(known))) ? word : known
  })
}

/** No slip of a name: `March` is not Dr Marsh. */
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i

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
