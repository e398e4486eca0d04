import { describe, expect, test } from 'vitest'
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import type { Word } from '../../../src-main/ingest/read-page.ts'
import type { Disclaimed, TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { judgeDocument, type Matched } from './judge.ts'
import type { ReadDocument } from './scored-document.ts'
import { summarizeFacts } from './summarize.ts'

const text = 'Potassium\t5.9\tH\tmmol/L\t3.5-5.1\n'
const words: Word[] = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, i) => ({
  start: index,
  length: word.length,
  box: [0.1 + i * 0.15, 0.2, 0.05, 0.01],
}))

const potassium: TrueFact = {
  ...{ kind: 'observation', about: 'potassium', nameText: 'Potassium', valueText: '5.9', value: 5.9 },
  ...{ unitText: 'mmol/L', units: ['mmol/L'], rangeText: '3.5-5.1', flagText: 'H', flags: ['high'] },
  ...{ on: '2024-03-14T08:15', details: { category: 'laboratory' }, page: 1, words: [1], isAmbiguous: false },
}
const found: Proposal = {
  ...{ kind: 'observation', name: 'Potassium', nameText: 'Potassium', valueText: '5.9', value: 5.9, unit: 'mmol/L' },
  ...{
    unitText: 'mmol/L',
    flag: 'high',
    isNoneKnown: false,
    happenedOn: '2024-03-14',
    details: { category: 'laboratory' },
  },
  ...{
    doubts: [],
    suggestions: [],
    page: 1,
    spans: [{ start: 0, end: text.length - 1 }],
    valueSpan: { start: 10, end: 13 },
  },
}

function read(facts: readonly TrueFact[], more: Partial<ReadDocument['truth']> = {}): ReadDocument {
  return {
    truth: {
      ...{ name: 'A-01', layout: 'A', facts, disclaimed: [], printedDates: ['2024-03-14', '1960-02-03'] },
      ...{ ownDates: { collected: '2024-03-14T08:15' }, ambiguousDates: [] },
      ...more,
    },
    medium: 'pdf',
    pages: [{ number: 1, text, words, method: 'text' }],
    wordBoxes: [words.map(({ box }) => box)],
  }
}

const judge = (document: ReadDocument, ...proposals: readonly Proposal[]) =>
  judgeDocument(document, {
    document: { people: [], date: { on: '2024-03-14', precision: 'day', isAmbiguous: false } },
    proposals,
  })

function only(document: ReadDocument, proposal: Proposal): Matched {
  const [fact] = judge(document, proposal).facts
  if (fact === undefined || !('faults' in fact)) throw new Error(`not matched: ${fact?.outcome}`)
  return fact
}

const named = (kind: Proposal['kind'], name: string, details: Proposal['details'] = {}): Proposal => {
  const { value: _, unit: __, unitText: ___, happenedOn: ____, ...rest } = found
  return { ...rest, kind, name, nameText: name, valueText: name, flag: 'unknown', details }
}
const own = (kind: TrueFact['kind'], about: string, more: Partial<TrueFact> = {}): TrueFact => ({
  ...{ kind, about, nameText: about, valueText: about, page: 1, words: [0], isAmbiguous: false },
  ...more,
})

describe('a result', () => {
  test('that says all the paper says is right, its places too', () => {
    const { outcome, faults, date, isFlagRight, boxes } = only(read([potassium]), found)
    expect({ outcome, faults, date, isFlagRight, boxes }).toEqual({
      ...{ outcome: 'right', faults: [], date: 'right', isFlagRight: true },
      boxes: { quotes: true, holdsValue: true, isTight: true },
    })
  })

  test.each([
    ['number', { valueText: '59', value: 59 }],
    ['number', { valueText: '-5.9', value: -5.9 }],
    ['comparator', { comparator: '<' }],
    ['unit', { unit: 'mg/dL', unitText: 'mg/dL' }],
  ] as const)('with a wrong %s weighs twice, and once when a doubt marks it', (fault, change) => {
    const wrong = { ...found, ...change }
    expect(only(read([potassium]), wrong)).toMatchObject({ outcome: 'wrong', faults: [fault], weight: 2 })
    expect(only(read([potassium]), { ...wrong, doubts: ['unsure-words'] })).toMatchObject({
      outcome: 'wrong',
      weight: 1,
    })
  })

  test('without its unit is wrong', () => {
    const { unit: _, unitText: __, ...bare } = found
    expect(only(read([potassium]), bare).faults).toEqual(['unit'])
  })

  test('with a unit in other spellings of UCUM is right', () => {
    const platelets = { ...potassium, unitText: 'K/uL', units: ['10*3/uL', '10*9/L'] }
    expect(only(read([platelets]), { ...found, unit: '10*9/L', unitText: 'K/uL' }).outcome).toBe('right')
  })

  test('under the name of another measure is wrong, under an unknown name of its own words right', () => {
    expect(only(read([potassium]), { ...found, name: 'Sodium' }).faults).toEqual(['name'])
    expect(only(read([potassium]), { ...found, code: { system: 'loinc', code: '2951-2' } }).faults).toEqual(['name'])
    expect(only(read([potassium]), { ...found, name: 'Potassium [Moles/volume]' }).outcome).toBe('right')
  })

  test('that is right and marked is right, and counted as doubtful', () => {
    const judged = judge(read([potassium]), { ...found, doubts: ['unsure-words'] })
    expect(summarizeFacts([judged]).groups[0]).toMatchObject({ right: 1, doubtful: 1, precision: 1, recall: 1 })
  })

  test('only a row that nothing but its day makes doubtful counts as agreed', () => {
    const agreedWith = (proposal: Proposal) => summarizeFacts([judge(read([potassium]), proposal)]).agreed
    expect(agreedWith(found)).toEqual({ total: 1, right: 1, wrong: 0 })
    expect(agreedWith({ ...found, doubts: ['no-date'] })).toEqual({ total: 1, right: 1, wrong: 0 })
    expect(agreedWith({ ...found, doubts: ['unsure-words'] })).toEqual({ total: 1, right: 0, wrong: 0 })
    expect(agreedWith({ ...found, value: 44, valueText: '44' })).toEqual({ total: 1, right: 0, wrong: 1 })
  })

  test('that nobody found is missed, one that is nowhere spurious', () => {
    expect(judge(read([potassium])).facts.map(({ outcome }) => outcome)).toEqual(['missed'])
    expect(judge(read([]), found).facts.map(({ outcome }) => outcome)).toEqual(['spurious'])
  })

  test('found twice is spurious once', () => {
    expect(judge(read([potassium]), found, { ...found }).facts.map(({ outcome }) => outcome)).toEqual([
      'right',
      'spurious',
    ])
  })

  test('that may be left out counts only when it is wrong', () => {
    const earlier = { ...potassium, isOptional: true as const }
    expect(judge(read([earlier])).facts).toEqual([])
    expect(judge(read([earlier]), found).facts).toEqual([])
    expect(only(read([earlier]), { ...found, value: 59 }).faults).toEqual(['number'])
  })

  test('in words may carry its flag behind it, and nothing else', () => {
    const { value: _, ...rest } = potassium
    const protein = { ...rest, valueText: 'Trace', flagText: 'Abnormal' }
    const said = (valueText: string) => only(read([protein]), { ...found, valueText }).faults
    expect([said('trace'), said('Trace Abnormal'), said('Negative')]).toEqual([[], [], ['number']])
  })
})

describe('a date', () => {
  test('that is missing is not wrong in the count of dates, and yet the result is not right', () => {
    const { happenedOn: _, ...undated } = found
    expect(only(read([potassium]), undated)).toMatchObject({
      outcome: 'wrong',
      faults: ['date'],
      date: 'undated',
      weight: 1,
    })
  })

  test('of another day of the paper is wrong, of a day that is nowhere invented', () => {
    expect(only(read([potassium]), { ...found, happenedOn: '1960-02-03' }).date).toBe('wrong')
    expect(only(read([potassium]), { ...found, happenedOn: '2024-03-15' }).date).toBe('invented')
  })

  test('that could be two days is right as the year, and invented as either', () => {
    const ambiguous = { ...potassium, on: '2024-04-03', isAmbiguous: true }
    const document = read([ambiguous], { printedDates: ['2024-04-03'], ambiguousDates: ['2024-04-03'] })
    expect(only(document, { ...found, happenedOn: '2024', doubts: ['ambiguous-date'] }).date).toBe('right')
    expect(only(document, { ...found, happenedOn: '2024-04-03' }).date).toBe('invented')
  })

  test('of the paper itself may be its year where the day could be two', () => {
    const ambiguous = read([], {
      ownDates: { collected: '2024-04-03', reported: '2024-05-05' },
      ambiguousDates: ['2024-04-03'],
      printedDates: ['2024-04-03', '2024-05-05'],
    })
    const says = (on: string) =>
      judgeDocument(ambiguous, {
        document: { people: [], date: { on, precision: 'day', isAmbiguous: false } },
        proposals: [],
      }).ownDate
    expect([says('2024'), says('2024-05-05'), says('2024-04-03'), says('2024-03-04')]).toEqual([
      'right',
      'right',
      'invented',
      'invented',
    ])
  })

  test('of the paper is right for what has none of its own, but not for an earlier result', () => {
    const { on: _, ...undated } = potassium
    expect(only(read([undated]), found).date).toBe('right')
    expect(only(read([{ ...undated, isOptional: true }]), found).date).toBe('wrong')
  })
})

describe('places', () => {
  test('of another value, too wide ones and a quote without the value are told apart', () => {
    const elsewhere = { ...found, valueSpan: { start: 14, end: 15 } }
    expect(only(read([potassium]), elsewhere).boxes.holdsValue).toBe(false)
    expect(only(read([potassium]), { ...found, spans: [{ start: 0, end: 9 }] }).boxes.quotes).toBe(false)
  })
})

describe('a medicine', () => {
  const lisinopril = own('medication', 'lisinopril', { details: { dose: '10 mg' } })
  test('needs its dose; a wrong one weighs twice', () => {
    expect(only(read([lisinopril]), named('medication', 'Lisinopril', { dose: '10mg' })).outcome).toBe('right')
    expect(only(read([lisinopril]), named('medication', 'Lisinopril', { dose: '100 mg' }))).toMatchObject({
      faults: ['dose'],
      weight: 2,
    })
  })

  test('under its trade name is the same, under another substance wrong', () => {
    expect(only(read([lisinopril]), named('medication', 'Zestril', { dose: '10 mg' })).outcome).toBe('right')
    expect(only(read([lisinopril]), named('medication', 'Losartan', { dose: '10 mg' })).faults).toEqual(['name'])
  })

  test('that was stopped and is read as taken is wrong', () => {
    const stopped = own('medication', 'lisinopril', { details: { change: 'stopped' } })
    expect(only(read([stopped]), named('medication', 'lisinopril')).faults).toEqual(['change'])
  })
})

describe('what is not the person’s own', () => {
  const gout = (why: Disclaimed['why']) =>
    read([], { disclaimed: [{ about: 'gout', kind: 'condition', why, nameText: 'gout' }] })
  const claims = (document: ReadDocument, proposal: Proposal) =>
    judge(document, proposal).misattributed.map(({ statement }) => statement.why)

  test.each(['negated', 'family', 'uncertain'] as const)(
    '%s, and found as a condition, is counted by itself',
    (why) => {
      expect(claims(gout(why), named('condition', 'Gout'))).toEqual([why])
      expect(summarizeFacts([judge(gout(why), named('condition', 'Gout'))]).misattributed).toEqual(new Map([[why, 1]]))
    },
  )

  test('may be found as ruled out or as suspected, and is then no error', () => {
    expect(judge(gout('negated'), named('condition', 'Gout', { certainty: 'ruled-out' }))).toMatchObject({
      misattributed: [],
      facts: [],
    })
    expect(judge(gout('uncertain'), named('condition', 'Gout', { certainty: 'suspected' }))).toMatchObject({
      misattributed: [],
      facts: [],
    })
    expect(claims(gout('family'), named('condition', 'Gout', { certainty: 'suspected' }))).toEqual(['family'])
  })

  test('may be found as the family’s', () => {
    const father = own('family-history', 'gout', { details: { relation: 'father' } })
    const document = { ...gout('family'), truth: { ...gout('family').truth, facts: [father] } }
    expect(judge(document, named('family-history', 'gout', { relation: 'father' }))).toMatchObject({
      misattributed: [],
    })
  })

  test('is the other side of what the person has', () => {
    const cataract = own('condition', 'cataract', { details: { side: 'left', certainty: 'confirmed' } })
    expect(claims(read([cataract]), named('condition', 'Cataract', { side: 'right' }))).toEqual(['other-side'])
    expect(claims(read([cataract]), named('condition', 'Cataract', { side: 'left' }))).toEqual([])
  })
})

test('that nothing is known of is a fact, and another one than an allergy', () => {
  const none = own('allergy', 'none known', { nameText: 'NKDA', valueText: 'NKDA', isNoneKnown: true })
  expect(only(read([none]), { ...named('allergy', 'No known allergies'), isNoneKnown: true }).outcome).toBe('right')
  expect(only(read([none]), named('allergy', 'NKDA')).faults).toEqual(['name'])
})

test('kinds that no truth lists are not scored', () => {
  expect(judge(read([]), named('encounter', 'Visit')).facts).toEqual([])
})
