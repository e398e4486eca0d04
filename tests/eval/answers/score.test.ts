import { expect, test } from 'vitest'
import type { AnswerEvent, AnswerValue, Citation } from '#contract/answers.ts'
import { gotFrom } from './got.ts'
import type { Expected, Question, QuestionKind } from './questions/question.ts'
import { type Scored, score, type Vault } from './score.ts'
import { summarize } from './summarize.ts'

const profile = {
  name: 'Ada Ivelby',
  first: 'Ada',
  last: 'Ivelby',
  bornOn: '1960-02-03',
  sex: 'female',
  canary: 'Quarelby',
} as const
const paper = {
  ...({
    fileName: 'lab.txt',
    what: 'lab-report',
    writtenOn: '2021-03-04',
    bytes: new Uint8Array(),
    isNoisy: false,
  } as const),
  ...{ statements: [], printedDates: ['2021-03-04'] },
}
const vault: Vault = {
  fileNames: new Map([['own' as Citation['documentId'], 'lab.txt']]),
  person: { ...profile, isNoisy: false, papers: [paper] },
  others: [{ ...profile, name: 'Bo Ivelby', canary: 'Wickastow', isNoisy: false, papers: [] }],
}
const place = { fileName: 'lab.txt', page: 1, words: ['7.4'] }
const a1c: Expected = {
  ...{ is: 'value', wanted: { value: 7.4, valueText: '7.4', unit: '%', on: ['2021-03-04'] }, groups: [[place]] },
}

function scored(
  expected: Expected,
  said: readonly (readonly [string, ...Citation[]])[],
  answer?: AnswerValue,
  kind: QuestionKind = 'latest',
): Scored {
  const question: Question = {
    id: 'q',
    person: 'Ada Ivelby',
    kind,
    wording: 'plain',
    voice: 'patient',
    before: [],
    text: 'last a1c?',
    expected,
  }
  return score(question, { ...gotFrom(eventsOf(said, answer)), ms: 1 }, vault)
}

function eventsOf(said: readonly (readonly [string, ...Citation[]])[], answer?: AnswerValue): AnswerEvent[] {
  const searched = { documents: 9, pages: 9, waiting: 0, unreadable: 0, partlyReadPages: 0, lowConfidencePages: 0 }
  const end = {
    kind: 'end',
    searched,
    engine: 'typed',
    dropped: [],
    needsUnreadNotice: false,
    ...(answer && { answer }),
  }
  return [
    ...said.map(([text, ...citations]): AnswerEvent => ({ kind: 'sentence', text, citations })),
    ...(said.length === 0 ? [{ kind: 'notInRecord' } as const] : []),
    end as unknown as AnswerEvent,
  ]
}

const cite = (quote: string, more: { documentId?: string; page?: number } = {}): Citation =>
  ({ documentId: 'own', page: 1, title: 'Lab 7', start: 0, boxes: [], quote, ...more }) as unknown as Citation

test('a value is right with its number, unit and day', () => {
  const said = [['It is 7.4 %.', cite('HbA1c 7.4 %')]] as const
  expect(scored(a1c, said, { value: 7.4, unit: '%', on: '2021-03-04' }).isRight).toBe(true)
  expect(scored(a1c, said, { value: 7.4, unit: '%', on: '2020-03-04' }).isRight).toBe(false)
  expect(scored(a1c, said, { value: 7.4, unit: 'mmol/mol' }).isRight).toBe(false)
  expect(scored(a1c, said, { value: 7.5, unit: '%' }).isRight).toBe(false)
})

test('without an answer for programs the first sentence counts, and no digit of a day', () => {
  expect(scored(a1c, [['HbA1c was 7.4 % on 4 March 2021.']]).isRight).toBe(true)
  expect(scored(a1c, [['Seen on 7 April 2021.'], ['HbA1c 7.4 %.']]).isRight).toBe(false)
})

test('a blood pressure is right only with both of its numbers', () => {
  const pressure: Expected = {
    is: 'value',
    wanted: { value: 128, valueText: '128/76', unit: 'mm[Hg]', on: ['2021-03-04'] },
    groups: [[place]],
  }
  expect(scored(pressure, [['x']], { value: 128, valueText: '128/76', unit: 'mm[Hg]' }).isRight).toBe(true)
  expect(scored(pressure, [['x']], { value: 128, valueText: '128/80', unit: 'mm[Hg]' }).isRight).toBe(false)
})

test('a list is right with all of its items under any of their names and nothing beside them', () => {
  const list: Expected = { is: 'items', items: [['lisinopril', 'Zestril'], ['metformin']], groups: [[place], [place]] }
  expect(scored(list, [['x']], { items: ['Metformin 500 mg', 'Zestril'] }).isRight).toBe(true)
  expect(scored(list, [['x']], { items: ['metformin'] }).isRight).toBe(false)
  expect(scored(list, [['x']], { items: ['metformin', 'lisinopril', 'aspirin'] }).isRight).toBe(false)
  expect(scored(list, [['x']], { items: [] }).isRight).toBe(false)
})

test('what nothing answers is right when it is left unanswered, or said to be not stated or none', () => {
  const none: Expected = { is: 'unanswerable', why: 'never-stated' }
  expect(scored(none, []).isRight).toBe(true)
  expect(scored(none, [['Gout is not stated.']], { finding: 'not-stated' }).isRight).toBe(true)
  expect(scored(none, [['0 values.']], { value: 0 }).isRight).toBe(true)
  expect(scored(none, [['HbA1c 7.4 %.']]).isRight).toBe(false)
  expect(scored(a1c, []).isRight).toBe(false)
})

test('a finding is right only when it is the one that is stated', () => {
  const denied: Expected = { is: 'finding', anyOf: ['stated-ruled-out'], about: ['stroke'], groups: [[place]] }
  expect(scored(denied, [['x']], { finding: 'stated-ruled-out' }).isRight).toBe(true)
  expect(scored(denied, [['x']], { finding: 'stated' }).isRight).toBe(false)
  expect(scored(denied, [['No history of stroke.']]).isRight).toBe(true)
  expect(scored(denied, [['Stroke.']]).isRight).toBe(false)
})

test('a value within its range is told from one outside by the words', () => {
  const within: Expected = { is: 'finding', anyOf: ['in-range'], about: ['A1c'], groups: [[place]] }
  expect(scored(within, [['5.1 % (within its report’s range 4.8 - 5.6).']]).isRight).toBe(true)
  expect(scored(within, [['7.4 % (high by its report).']]).isRight).toBe(false)
  expect(scored({ ...within, anyOf: ['out-of-range'] }, [['7.4 % (high by its report).']]).isRight).toBe(true)
})

test('a value given in a unit of choice is right by the words in which it was written', () => {
  const creatinine: Expected = {
    ...{ is: 'value', wanted: { value: 155, valueText: '155', unit: 'umol/L', on: ['2021-03-04'] }, groups: [[place]] },
  }
  expect(scored(creatinine, [['x']], { value: 1.75, valueText: '155', unit: 'mg/dL' }).isRight).toBe(true)
  expect(scored(creatinine, [['x']], { value: 155, valueText: '155', unit: 'mg/dL' }).isRight).toBe(false)
})

test('a change may be said with its sign or in words, or by both values', () => {
  const wanted = { unit: '%', on: [] }
  const change: Expected = {
    ...{ is: 'computed', value: -0.8, tolerance: 1e-6, groups: [] },
    from: [
      { ...wanted, value: 8.2, valueText: '8.2' },
      { ...wanted, value: 7.4, valueText: '7.4' },
    ],
  }
  expect(scored(change, [['x']], { value: -0.8 }).isRight).toBe(true)
  expect(scored(change, [['x']], { value: 0.8 }).isRight).toBe(false)
  expect(scored(change, [['Lower by 0.8.']]).isRight).toBe(true)
  expect(scored(change, [['From 8.2 to 7.4.']]).isRight).toBe(true)
  expect(scored(change, [['It is 7.4.']]).isRight).toBe(false)
})

test('a citation fits on the right page of the right paper with the words, and the day of that paper counts for nothing', () => {
  const said = [
    ['It is 7.4 %.', cite('HbA1c 7.4 %'), cite('Date: March 4, 2021'), cite('HbA1c 7.4 %', { page: 2 }), cite('HbA1c')],
  ] as const
  expect(scored(a1c, said).citations).toEqual({ shown: 3, fitting: 1, wanted: 1, found: 1 })
  expect(scored(a1c, [['It is 7.4 %.', cite('HbA1c 17.4 %')]]).citations).toMatchObject({ fitting: 0, found: 0 })
})

test('a number or a day that no quote holds is told', () => {
  expect(scored(a1c, [['It is 7.4 % (Lab 7) of 9 papers, March 2021.', cite('HbA1c 7.4 %')]]).unsupported).toEqual([])
  expect(scored(a1c, [['It is 7.4 %, before it 8.1 % on 1 May 2019.', cite('HbA1c 7.4 %')]]).unsupported).toEqual([
    '8.1',
    '2019-05-01',
  ])
})

test('by how much two values differ is supported by both, and by nothing less', () => {
  const quotes = [cite('HbA1c 7.4 %'), cite('HbA1c 8.1 %')]
  expect(scored(a1c, [['It was 7.4 % and 8.1 %: higher by 0.7.', ...quotes]]).unsupported).toEqual([])
  expect(scored(a1c, [['It was 7.4 %: higher by 0.7.', ...quotes]]).unsupported).toEqual(['0.7'])
  expect(scored(a1c, [['It was 7.4 % and 8.1 %: higher by 0.8.', ...quotes]]).unsupported).toEqual(['0.8'])
})

test('a mean is computed and stands in no quote', () => {
  const mean: Expected = { is: 'computed', value: 7.1, tolerance: 0.05, groups: [] }
  expect(scored(mean, [['The mean is 7.1 %.']], { value: 7.1 }, 'mean').unsupported).toEqual([])
  expect(scored(mean, [['The mean is 7.1 %.']], { value: 7.1 }, 'latest').unsupported).toEqual(['7.1'])
})

test('a citation of somebody else, or their word in a sentence, is foreign', () => {
  expect(scored(a1c, [['7.4 %', cite('HbA1c 7.4 %')]]).foreign).toBe(0)
  expect(scored(a1c, [['7.4 %', cite('HbA1c 7.4 %', { documentId: 'other' })]]).foreign).toBe(1)
  expect(scored(a1c, [['She lives in Wickastow Street.']]).foreign).toBe(1)
})

test('abstention is precise by what was rightly left and complete by what had to be', () => {
  const none: Expected = { is: 'unanswerable', why: 'never-stated' }
  const all = [
    scored(none, []),
    scored(none, [['HbA1c 7.4 %.']]),
    scored(a1c, []),
    scored(a1c, [['7.4 %', cite('7.4 %')]]),
  ]
  const summary = summarize(all, 1)
  expect(summary.abstention).toEqual({ precision: 0.5, recall: 0.5 })
  expect(summary.answerable).toMatchObject({
    questions: 2,
    right: 0.5,
    silent: 0.5,
    citations: { precision: 1, recall: 0.5 },
  })
})
