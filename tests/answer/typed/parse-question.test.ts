import { beforeAll, describe, expect, test } from 'vitest'
import type { TypedQuery } from '#contract/typed-query.ts'
import { parseQuestion } from '../../../src-main/answer/typed/parse-question.ts'
import { createSubjectIndex, type SubjectIndex } from '../../../src-main/answer/typed/subject-index.ts'

const today = new Date('2026-11-28T12:00')
let index: SubjectIndex
beforeAll(async () => {
  index = await createSubjectIndex()
})

const parse = (question: string, personName = 'Ada Example') => parseQuestion({ question, today, index, personName })

type Expected = Partial<TypedQuery>
const observation = (rest: Expected): Expected => ({ kinds: ['observation'], ...rest })

const understood: readonly (readonly [string, Expected])[] = [
  ['What was my last HbA1c?', observation({ ask: 'latest', name: 'Hemoglobin A1c' })],
  ['last a1c?', observation({ ask: 'latest', name: 'Hemoglobin A1c' })],
  ["What's my most recent potassium level", observation({ ask: 'latest', name: 'Potassium' })],
  ['Highest LDL ever', observation({ ask: 'highest', name: 'LDL cholesterol' })],
  [
    'What was the lowest hemoglobin between 2018 and 2020?',
    observation({ ask: 'lowest', name: 'Hemoglobin', from: '2018', to: '2020' }),
  ],
  ['average blood pressure last year', observation({ ask: 'mean', name: 'Blood pressure', from: '2025', to: '2025' })],
  ['How many times was my creatinine measured?', observation({ ask: 'count', name: 'Creatinine' })],
  ['Did my weight go down between 2019 and 2021?', observation({ ask: 'change', days: ['2019', '2021'] })],
  ['has the creatinine been rising', observation({ ask: 'trend', name: 'Creatinine' })],
  ['Is my potassium too high?', observation({ ask: 'in-range', name: 'Potassium' })],
  ['was my potassium ever high', observation({ ask: 'list', name: 'Potassium', flag: 'high' })],
  ['When was my sodium above 145?', observation({ ask: 'when', beyond: { side: 'above', value: 145 } })],
  ['How many glucose readings over 126?', observation({ ask: 'count', beyond: { side: 'above', value: 126 } })],
  ['last 3 blood pressure readings', observation({ ask: 'list', name: 'Blood pressure', limit: 3 })],
  [
    'What was my A1c before starting insulin?',
    observation({ ask: 'latest', event: { relation: 'before', kinds: ['medication'], name: 'insulin' } }),
  ],
  ['Hemoglobin before and after the appendectomy', observation({ ask: 'list', name: 'Hemoglobin' })],
  ['how tall am i', observation({ ask: 'latest', name: 'Body height' })],
  ['What was my weight on 4 March 2021?', observation({ from: '2021-03-04', to: '2021-03-04' })],
  ['potasium', observation({ ask: 'latest', name: 'Potassium' })],
  ['Were there any abnormal results in 2021?', observation({ ask: 'list', flag: 'abnormal', from: '2021' })],
  ['What medications am I taking?', { ask: 'list', kinds: ['medication'] }],
  ['What meds was he on in 2020?', { ask: 'list', kinds: ['medication'], from: '2020', to: '2020' }],
  ['What dose of metformin am I on?', { ask: 'detail', detail: 'dose', name: 'metformin' }],
  ['How often do I take lisinopril?', { ask: 'detail', detail: 'frequency', name: 'lisinopril' }],
  ['Why was I prescribed omeprazole?', { ask: 'detail', detail: 'reason', name: 'omeprazole' }],
  ['Am I still taking warfarin?', { ask: 'standing', kinds: ['medication'], name: 'warfarin' }],
  ['When did I start metformin?', { ask: 'when', kinds: ['medication'], name: 'metformin' }],
  ['Am I allergic to penicillin?', { ask: 'stated', kinds: ['allergy'], name: 'penicillin' }],
  ['any known drug allergies?', { ask: 'list', kinds: ['allergy'] }],
  ['When was my last tetanus shot?', { ask: 'when', kinds: ['immunization'] }],
  ['Did I get the MMR vaccine?', { ask: 'stated', kinds: ['immunization'], name: 'Measles mumps rubella' }],
  ['When was my appendectomy?', { ask: 'when', kinds: ['procedure'], name: 'appendectomy' }],
  ['Have I had my gallbladder removed?', { ask: 'stated', kinds: ['procedure'], name: 'cholecystectomy' }],
  ['Does the patient have a history of asthma?', { ask: 'stated', kinds: ['condition'], name: 'asthma' }],
  ['When was I diagnosed with hypertension?', { ask: 'when', kinds: ['condition'], name: 'hypertension' }],
  ['Did my mother have breast cancer?', { ask: 'stated', kinds: ['family-history'], relation: 'mother' }],
  ['Who is my cardiologist?', { ask: 'who', kinds: ['care-contact'] }],
  ['Was the patient ever hospitalized?', { ask: 'list', kinds: ['encounter'] }],
  ['Is Ada allergic to anything?', { ask: 'list', kinds: ['allergy'] }],
]

test.each(understood)('“%s” is put formally', (question, expected) => {
  expect(parse(question)).toMatchObject(expected)
})

describe('what is not surely understood is not put formally', () => {
  test.each([
    'What was my sodium when I came in?',
    'CRP on admission and before discharge',
    "What is Boris's A1c?",
    'What was the potassium on 03/04/2021?',
    'What was the potassium in March?',
    'Should I stop taking metformin?',
    'What did the MRI show?',
    'Why did I go to the ER?',
    'Did the potassium and the creatinine change?',
    'What was the potassium at my aunt’s wedding?',
    '',
    '???',
  ])('%s', (question) => {
    expect(parse(question)).toBeUndefined()
  })
})

test('no question makes it fail or takes it long, whatever is typed', () => {
  const words = ['last', 'potassium', 'between', '2019', 'and', 'allergic', 'before', '§', '1', '(((', 'A1c', '\u0000']
  let seed = 20261128
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed % below
  }
  const startedAt = performance.now()
  for (let round = 0; round < 500; round += 1) {
    const question = Array.from({ length: next(40) }, () => words[next(words.length)]).join(' ')
    expect(() => parse(question)).not.toThrow()
  }
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

test('what is told before the question is not part of it, and two questions are two', () => {
  const asked = parse('I am filling in the form at the dentist. What am I allergic to?')
  expect(asked).toMatchObject({ ask: 'list', kinds: ['allergy'] })
  expect(parse('The ambulance crew needs his current medication list')).toMatchObject({ kinds: ['medication'] })
  expect(parse('What was my potassium? And my sodium?')).toBeUndefined()
})

test('an allergen that no table knows is asked for by the words beside the allergy, and by no others', () => {
  expect(parse('Am I allergic to plasters?')).toMatchObject({ ask: 'stated', kinds: ['allergy'], name: 'plasters' })
  expect(parse('Which gardener has allergies?')).toBeUndefined()
})

test.each([
  ['How heavy was I in summer 2023?', { from: '2023-06', to: '2023-08' }],
  ['potassium in early 2024', { from: '2024-01', to: '2024-04' }],
  ['How many sodium tests by the end of 2020?', { to: '2020' }],
  ['sodium in 12/2018', { from: '2018-12', to: '2018-12' }],
  ['sodium 2018-2024', { from: '2018', to: '2024' }],
])('“%s” bounds the time', (question, expected) => {
  expect(parse(question)).toMatchObject(expected)
})

test.each([
  ['what is the loweest my sodium has been', { ask: 'lowest', name: 'Sodium' }],
  ['How did heart rate chnage from 2014 to 2022?', { ask: 'change', name: 'Heart rate' }],
  ['list all my diganoses', { ask: 'list', kinds: ['condition'] }],
  ['body weiight now', { ask: 'latest', name: 'Body weight' }],
])('slips of the keyboard are understood: “%s”', (question, expected) => {
  expect(parse(question)).toMatchObject(expected)
})
