/**
 * English into a typed query, by rule alone: its times are taken out, what it names is looked up, and the words around say
 * what is asked. A question of which a word stays unexplained is not put formally: then the papers are quoted instead.
 */
import type { FactDetails, FactKind } from '#contract/facts.ts'
import type { Ask, TypedQuery } from '#contract/typed-query.ts'
import { fillerWords, isFiller } from './filler-words.ts'
import { type QuestionTimes, takeTimes } from './question-times.ts'
import * as asked from './question-words.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { type NamedThing, type OwnNames, type Subject, type SubjectIndex, wordsOf } from './subject-index.ts'
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
  const question = spelled(input.question, input)
  const times = takeTimes(question, input.today)
  if (times.isUnclear || ADVICE.test(question)) return undefined
  const words = wordsIn(times.rest)
  const things = input.index
    .findIn(words, input.own)
    .filter(({ from, to, nameText }) => to - from > 1 || !NO_NAME.test(nameText))
  const { event, things: subjects, eventWords } = takeEvent(words, things)
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
    ...{ words, left, things: subjects, times },
    ...(event && { event }),
  }
  for (const read of readers) {
    const query = read(reading)
    if (query === 'not-formal') return undefined
    if (query !== undefined) return withTimes(query, reading)
  }
  return undefined
}

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

const spellings = new WeakMap<SubjectIndex, Spelling>()

/** The person's own names are few and are looked at anew. */
function spellingOf(index: SubjectIndex, own: OwnNames | undefined): Spelling {
  const known = spellings.get(index) ?? createSpelling([...fillerWords, ...index.words, ...RELATED])
  spellings.set(index, known)
  const ours = own === undefined ? undefined : createSpelling(wordsOf(own))
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
  /^\W*(?:should|shall|must|can|could|may|might|would) (?:i|we|he|she|they|you)\b(?! (?:find|see|tell|show|list|give))/i

interface Reading {
  /** Without its times. */
  readonly question: string
  readonly words: readonly string[]
  /** Words that nothing explains. */
  readonly left: readonly string[]
  readonly things: readonly NamedThing[]
  readonly times: QuestionTimes
  readonly event?: NonNullable<TypedQuery['event']>
}

type Read = Omit<TypedQuery, 'from' | 'to' | 'days' | 'event'>

const readers: readonly ((reading: Reading) => Read | 'not-formal' | undefined)[] = [
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

const kindAsked = (question: string): FactKind | undefined =>
  asked.KIND_WORDS.find(([, pattern]) => pattern.test(question))?.[0]

function subjectOf(things: readonly NamedThing[], ...kinds: readonly FactKind[]) {
  for (const kind of kinds)
    for (const thing of things) {
      const subject = thing.subjects.find((one) => one.kind === kind)
      if (subject !== undefined) return named(subject, thing)
    }
  return undefined
}

/** What is named is something else than these kinds can be. */
function named(subject: Subject, { nameText }: NamedThing): Pick<TypedQuery, 'name' | 'nameText' | 'names'> {
  return {
    name: subject.name,
    ...(nameText.toLowerCase() !== subject.name.toLowerCase() && { nameText }),
    ...(subject.names !== undefined && { names: [...subject.names].slice(0, 60) }),
  }
}

function readFamily({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const relation = asked.RELATIONS.exec(question)?.[0].toLowerCase()
  if (relation === undefined) return undefined
  if (/\bfamily (?:doctor|physician|practi)/i.test(question)) return undefined
  const subject = subjectOf(things, 'condition')
  const rest = left.filter(
    (word) => !asked.RELATIONS.test(word) && !/^(?:die|died|runs?|side|member|members)$/i.test(word),
  )
  if (rest.length > 0) return 'not-formal'
  if (things.length > 0 && subject === undefined) return 'not-formal'
  const isWhole = /^(?:family|relatives?)$/.test(relation)
  const kinds: FactKind[] = ['family-history']
  const of = { kinds, ...(isWhole ? {} : { relation: FORMAL[relation] ?? relation }) }
  return subject === undefined ? { ask: 'list', ...of } : { ask: 'stated', ...of, ...subject }
}

const FORMAL: Readonly<Record<string, string>> = {
  mom: 'mother',
  mum: 'mother',
  dad: 'father',
  grandma: 'grandmother',
  grandpa: 'grandfather',
}

function readAllergy({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  if (kindAsked(question) !== 'allergy') return undefined
  if (left.some((word) => !/^(?:food|foods|drug|environmental|known)$/i.test(word))) return 'not-formal'
  const kinds: FactKind[] = ['allergy']
  const subject = subjectOf(things, 'allergy', 'medication', 'observation', 'immunization', 'condition')
  if (asked.REACTION.test(question)) return { ask: 'detail', detail: 'reaction', kinds, ...subject }
  if (asked.SEVERITY.test(question)) return { ask: 'detail', detail: 'severity', kinds, ...subject }
  if (subject === undefined) return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
  return { ask: 'stated', kinds, ...subject }
}

function readVaccine({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const isAsked = kindAsked(question) === 'immunization'
  const subject = subjectOf(things, 'immunization')
  const only = things.every(({ subjects }) => subjects.every(({ kind }) => kind === 'immunization'))
  if (!isAsked && !(subject !== undefined && only)) return undefined
  if (left.length > 0) return 'not-formal'
  if (things.length > 0 && subject === undefined) return 'not-formal'
  const kinds: FactKind[] = ['immunization']
  const of = { kinds, ...subject }
  if (asked.LOT.test(question)) return { ask: 'detail', detail: 'lot', ...of }
  if (COUNTED.test(question)) return { ask: 'count', ...of }
  if (asked.WHERE.test(question)) return { ask: 'where', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (isWhen(question)) return { ask: 'when', ...of }
  if (subject !== undefined && asked.STATED.test(question)) return { ask: 'stated', ...of }
  if (asked.LATEST.test(question)) return { ask: 'latest', ...of }
  if (asked.FIRST.test(question)) return { ask: 'first', ...of }
  return { ask: subject === undefined || /\ball\b|\blist\b|\bhistory\b/i.test(question) ? 'list' : 'stated', ...of }
}

const COUNTED = /\bhow many\b|\bnumber of\b|\bhow often (?:was|were|did|have|has)\b|\bcount\b/i

const isWhen = (question: string): boolean =>
  /\bwhen\b/i.test(question) || asked.VALUE_ASKS.some(([ask, pattern]) => ask === 'when' && pattern.test(question))

function readContact({ question, things, left, times }: Reading): Read | 'not-formal' | undefined {
  const kind = kindAsked(question)
  const isOfVisit = asked.VISIT.test(question)
  if (things.length > 0 || (kind !== 'care-contact' && !(isOfVisit && asked.WHO.test(question)))) return undefined
  const role = asked.ROLE.exec(question)?.[0]
  if (left.some((word) => !asked.ROLE.test(word) && !asked.OF_A_ROLE.test(word))) return 'not-formal'
  const kinds: FactKind[] = ['care-contact']
  const of = { kinds, ...(role !== undefined && { name: role }) }
  if (isWhen(question) || /\bdate\b|\bday\b/i.test(question))
    return { ask: asked.FIRST.test(question) ? 'first' : 'latest', ...of }
  if (asked.WHERE.test(question)) return undefined
  if (role !== undefined && asked.LATEST.test(question) && !asked.WHO.test(question)) return { ask: 'latest', ...of }
  if (times.from !== undefined || times.to !== undefined)
    return { ask: 'who', kinds, ...(role !== undefined && { name: role }) }
  return role === undefined ? { ask: 'list', kinds } : { ask: 'who', ...of }
}

function readMedicine({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'medication')
  const isMeasured = things.some(({ subjects }) => subjects.some(({ kind }) => kind === 'observation'))
  const isAsked = kindAsked(question) === 'medication'
  const isTaken =
    /\b(?:tak(?:e|es|en|ing)|took|prescri\w+|on (?:it|them))\b/i.test(question) ||
    asked.DOSE.test(question) ||
    STARTED.test(question) ||
    asked.STOPPED.test(question)
  if (subject === undefined) {
    if (!isAsked && !/\b(?:am|is|are|was|were) \w+ (?:taking|on)\b/i.test(question)) return undefined
    if (things.length > 0 || left.length > 0) return 'not-formal'
    return readMedicines(question)
  }
  if (isMeasured && !isTaken && !isAsked) return undefined
  if (left.length > 0) return 'not-formal'
  const kinds: FactKind[] = ['medication']
  const of = { kinds, ...subject }
  const detail = medicineDetail(question)
  const isDated = isWhen(question) || /\bdate\b/i.test(question) || /^\W*(?:start|end|beginning) of\b/i.test(question)
  if (isDated && asked.STOPPED.test(question)) return { ask: 'detail', detail: 'stoppedOn', ...of }
  if (isDated && detail !== 'frequency') return { ask: LATEST_GIVEN.test(question) ? 'latest' : 'when', ...of }
  if (/\bhow long\b/i.test(question)) return { ask: 'when', ...of }
  if (detail !== undefined) return { ask: 'detail', detail, ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.STOPPED.test(question) || /\bstill\b/i.test(question)) return { ask: 'standing', ...of }
  if (/\bchang(?:e|ed|es)\b|\bhistory\b|\ball\b/i.test(question)) return { ask: 'list', ...of }
  if (subject.names !== undefined && /^\W*(?:which|what)\b/i.test(question)) return { ask: 'list', ...of }
  if (/\bever\b/i.test(question)) return { ask: 'stated', ...of }
  if (asked.CURRENT.test(question) || /\bon\b/i.test(question)) return { ask: 'standing', ...of }
  return { ask: 'stated', ...of }
}

const STARTED = /\b(?:start(?:ed|ing)?|beg[ai]n|begun|(?:put|placed) (?:\w+ )?on|initiated?|initiation)\b/i
const LATEST_GIVEN = /\blast (?:given|prescribed|dispensed|taken)\b/i

function readMedicines(question: string): Read {
  const kinds: FactKind[] = ['medication']
  if (asked.STOPPED.test(question)) return { ask: 'list', kinds, detail: 'stoppedOn' }
  if (STARTED.test(question)) return { ask: 'list', kinds, detail: 'startedOn' }
  return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
}

function medicineDetail(question: string): keyof FactDetails | undefined {
  if (asked.FREQUENCY.test(question)) return 'frequency'
  if (asked.DOSE.test(question)) return 'dose'
  if (asked.ROUTE.test(question)) return 'route'
  if (asked.WHY.test(question)) return 'reason'
  return undefined
}

function readMeasure({ question, things, left, words, times }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'observation')
  const flag = /\babnormal|out of range|flagged\b/i.test(question) ? 'abnormal' : undefined
  const kinds: FactKind[] = ['observation']
  if (subject === undefined) {
    if (kindAsked(question) !== 'observation' || things.length > 0) return undefined
    if (left.length > 0) return 'not-formal'
    if (flag !== undefined) return { ask: 'list', kinds, flag }
    return { ask: times.from === undefined && asked.LATEST.test(question) ? 'latest' : 'list', kinds }
  }
  if (/\bsurger|\boperat/i.test(question)) return 'not-formal'
  if (left.length > 0 || things.filter((thing) => subjectOf([thing], 'observation') !== undefined).length > 1)
    return 'not-formal'
  const beyond = beyondIn(question)
  const some = asked.LAST_SOME.exec(question)
  if (some) return { ask: 'list', kinds, ...subject, limit: Math.max(1, asked.countOf(some[1] ?? '1')) }
  const plain = question.replace(/\bmost recent/gi, 'latest')
  const ask = asked.VALUE_ASKS.find(([, pattern]) => pattern.test(plain))?.[0]
  const of = { kinds, ...subject, ...(beyond && { beyond }) }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.WHERE.test(question)) return { ask: 'where', ...of }
  if (beyond !== undefined) return { ask: ask === 'count' || ask === 'when' ? ask : 'list', ...of }
  if (ask === 'when' && /\b(?:highest|lowest|peak)\b/i.test(question))
    return { ask: /\blowest\b/i.test(question) ? 'lowest' : 'highest', ...of }
  if (ask === undefined && /\b(?:checked|measured|tested|done|taken)\b/i.test(question) && asked.STATED.test(question))
    return { ask: 'stated', ...of }
  if (ask === 'in-range' && /\bever\b|\btimes\b/i.test(question)) return { ask: 'list', ...of, flag: flagIn(question) }
  if (
    ask === 'list' &&
    times.from === undefined &&
    words.length <= 3 &&
    !/\b(?:all|list|every|history)\b/i.test(question)
  )
    return { ask: 'latest', ...of }
  return { ask: ask ?? (times.from === undefined || times.from === times.to ? 'latest' : 'list'), ...of }
}

const flagIn = (question: string): NonNullable<TypedQuery['flag']> =>
  /\bhigh|elevated\b/i.test(question) ? 'high' : /\blow\b/i.test(question) ? 'low' : 'abnormal'

function beyondIn(question: string): TypedQuery['beyond'] {
  const match = asked.BEYOND.exec(question)
  if (match === null) return undefined
  const [, above, below, words, sign, number] = match
  const side = above !== undefined || sign === '>' ? 'above' : 'below'
  return words === undefined && below === undefined && sign === undefined
    ? undefined
    : { side, value: Number(words ?? number) }
}

function readCondition({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'condition')
  const kinds: FactKind[] = ['condition']
  if (subject === undefined) {
    if (kindAsked(question) !== 'condition' || things.length > 0) return undefined
    if (left.some((word) => !/^(?:chronic|ongoing|known)$/i.test(word))) return 'not-formal'
    return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
  }
  if (left.some((word) => !/^(?:chronic|ongoing|known)$/i.test(word))) return 'not-formal'
  const of = { kinds, ...subject }
  if (asked.SIDE.test(question)) return { ask: 'detail', detail: 'side', ...of }
  if (isWhen(question) || /\bhow long\b|\bsince when\b/i.test(question)) return { ask: 'when', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.STATED.test(question)) return { ask: 'stated', ...of }
  return asked.GENERIC.test(question) ? undefined : { ask: 'stated', ...of }
}

function readProcedure({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'procedure')
  const kinds: FactKind[] = ['procedure']
  if (subject === undefined) {
    if (kindAsked(question) !== 'procedure' || things.length > 0) return undefined
    if (left.length > 0) return 'not-formal'
    if (/\bhow many\b/i.test(question)) return { ask: 'count', kinds }
    if (isWhen(question) || asked.LATEST.test(question)) return { ask: 'latest', kinds }
    return { ask: 'list', kinds }
  }
  if (left.length > 0) return 'not-formal'
  const of = { kinds, ...subject }
  if (asked.SIDE.test(question)) return { ask: 'detail', detail: 'side', ...of }
  if (/\bhow many\b/i.test(question)) return { ask: 'count', ...of }
  if (isWhen(question)) return { ask: 'when', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.WHERE.test(question) || /\bhospital|clinic|site of care\b/i.test(question)) return { ask: 'where', ...of }
  if (asked.STATED.test(question)) return { ask: 'stated', ...of }
  return { ask: asked.FIRST.test(question) ? 'first' : 'latest', ...of }
}

function readEncounter({ question, things, left, times }: Reading): Read | 'not-formal' | undefined {
  const isTimed = times.from !== undefined || times.to !== undefined
  const isPlace = asked.WHERE.test(question) && (asked.VISIT.test(question) || isTimed)
  if ((kindAsked(question) !== 'encounter' && !isPlace) || things.length > 0 || left.length > 0) return undefined
  const kinds: FactKind[] = ['encounter']
  if (COUNTED.test(question)) return { ask: 'count', kinds }
  if (isPlace) return { ask: 'where', kinds }
  if (isWhen(question) || asked.LATEST.test(question))
    return { ask: asked.FIRST.test(question) ? 'first' : 'latest', kinds }
  return { ask: 'list', kinds }
}
