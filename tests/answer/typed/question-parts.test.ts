/** Questions that ask several things, that speak of the record's person as families do, and that clinicians shorten. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { TypedQuery } from '#contract/typed-query.ts'
import { parseQuestion } from '../../../src-main/answer/typed/parse-question.ts'
import { questionParts } from '../../../src-main/answer/typed/question-parts.ts'
import { createSubjectIndex, type SubjectIndex } from '../../../src-main/answer/typed/subject-index.ts'
import { ask } from '../../eval/answers/got.ts'
import { importAndRead, tempApp } from '../../support/temp-app.ts'

let index: SubjectIndex
beforeAll(async () => {
  index = await createSubjectIndex()
})

const today = new Date('2026-11-28T12:00')
const parse = (question: string) => parseQuestion({ question, today, index })
const partsOf = (question: string) => questionParts({ question, today, index })

const papers: Readonly<Record<string, string>> = {
  'labs.txt':
    'Laboratory report\nPatient: Ada Example\nCollected: 2022-01-10\n\nLDL cholesterol 121 mg/dL (<100) H\nHemoglobin 13.9 g/dL (12.0-15.5)\nCreatinine 0.9 mg/dL (0.6-1.1)\n',
  'later.txt':
    'Laboratory report\nPatient: Ada Example\nCollected: 2023-06-20\n\nLDL cholesterol 88 mg/dL (<100)\nHemoglobin 10.2 g/dL (12.0-15.5) L\nCreatinine 1.3 mg/dL (0.6-1.1) H\n',
  'operation.txt':
    'Operation report\nPatient: Ada Example\nDate of surgery: 2023-06-12\nProcedure: Right total knee replacement on 2023-06-12\nSurgeon: Dr. Ines Varga\nPast surgical history: appendectomy in 1990\n',
  'letter.txt':
    'Clinic letter\nDate: 2023-09-01\nPatient: Ada Example\n\nDiagnoses:\n1. Hypertension\n\nHer father had asthma.\n\nMedications:\nAtorvastatin 20 mg at night\nRamipril 5 mg once daily\n\nWarfarin was stopped.\n',
  'vaccines.txt':
    'Immunization record\nPatient: Ada Example\n\nVaccine\tDate\nInfluenza\t2021-10-04\nInfluenza, high dose\t2023-10-11\nHepatitis B\t2019-01-05\nHepatitis B\t2019-02-08\n',
}

async function record() {
  const temp = await tempApp()
  for (const [name, text] of Object.entries(papers)) writeFileSync(join(temp.desk, name), text)
  const paths = Object.keys(papers).map((name) => join(temp.desk, name))
  await importAndRead(temp.api, temp.personId, paths)
  return async (question: string) => {
    const got = await ask(temp.api, { personId: temp.personId, question, voice: 'patient' })
    return { ...got, said: got.sentences.map(({ text }) => text) }
  }
}

const rows: readonly (readonly [string, Partial<TypedQuery>])[] = [
  ["what's mum's latest sodium", { ask: 'latest', kinds: ['observation'], name: 'Sodium' }],
  ['what tablets is dad on', { ask: 'list', kinds: ['medication'] }],
  ['is nana still on warfarin', { ask: 'standing', name: 'warfarin' }],
  ['does my nana have diabetes', { ask: 'stated', kinds: ['family-history'], relation: 'grandmother' }],
  ['Cr 2021 vs 2023', { ask: 'change', name: 'Creatinine', days: ['2021', '2023'] }],
  ['abx since 2022', { kinds: ['medication'], name: 'antibiotic', from: '2022' }],
  ['NKDA?', { kinds: ['allergy'] }],
  ['FHx asthma', { kinds: ['family-history'], ask: 'stated' }],
  ['last three A1c', { ask: 'list', name: 'Hemoglobin A1c', limit: 3 }],
  ['date of the second hepatitis B shot', { ask: 'when', kinds: ['immunization'], nth: 2 }],
  ['date of first hepatitis b vaccine', { ask: 'first', kinds: ['immunization'] }],
  ['did they change my metoprolol dose', { ask: 'list', name: 'metoprolol' }],
  ['How much metoprolol since the change?', { ask: 'detail', detail: 'dose' }],
  ['am I not on clopidogrel anymore', { ask: 'standing', name: 'clopidogrel' }],
  ['did I restart ibuprofen', { ask: 'list', name: 'ibuprofen' }],
  ["what's tamsulosin for", { ask: 'detail', detail: 'reason' }],
  ['cr trend', { ask: 'trend', name: 'Creatinine' }],
  ['metformin 2020 vs now', { ask: 'list', name: 'metformin', from: '2020' }],
  ['who operated on me in 2022', { ask: 'who', kinds: ['procedure'], from: '2022' }],
  ["how's the kidney thing", { kinds: ['observation'], nameText: 'kidney' }],
]

test.each(rows)('“%s” is put formally', (question, expected) => {
  expect(parse(question)).toMatchObject(expected)
})

test.each([
  'which vaccines have I not had',
  'what medicines do I not take',
  'why was I in hospital',
  'K on admission jan 2023',
  'what did the colonoscopy show',
])('“%s” is asked of the papers: no list of facts answers it', (question) => {
  expect(parse(question)).toBeUndefined()
})

const asks = (question: string) => partsOf(question).map(({ query }) => query?.name)

test('two questions in one, and things named in a row, are parts of their own', () => {
  expect(asks('what is my LDL and am I on a statin?')).toEqual(['LDL cholesterol', 'statin'])
  expect(asks('last Cr, K, eGFR')).toEqual(['Creatinine', 'Potassium', 'eGFR'])
  expect(asks('dose of metformin and losartan')).toEqual(['metformin', 'losartan'])
  expect(
    partsOf('hemoglobin before and after the knee replacement').map(({ query }) => query?.event?.relation),
  ).toEqual(['before', 'after'])
  expect(partsOf('meds + allergies').map(({ query }) => query?.kinds[0])).toEqual(['medication', 'allergy'])
  expect(asks('is she still on ramipril and since when')).toEqual(['ramipril', 'ramipril'])
  for (const one of ['my last A1c and when was it done', 'high blood pressure tablets', 'water tablet furosemide dose'])
    expect(partsOf(one).length, one).toBeLessThan(2)
})

test('every part is answered, what is not is said, and nothing is told of the wrong person, surgeon or dose', async () => {
  const answerTo = await record()
  const both = await answerTo('what is my LDL and am I on a statin?')
  expect(both.said[0]).toContain('The last LDL cholesterol is 88 mg/dL')
  expect(both.said[1]).toContain('Atorvastatin 20 mg at night')
  expect((await answerTo('my LDL and my ferritin')).said.at(-1)).toBe('Not found in what I could read: “ferritin”.')
  const unread = await answerTo('what is my LDL and is that one of those things?')
  expect(unread.said.at(-1)).toMatch(/^Not answered here: “is that one of those things”/)
  const around = await answerTo('hemoglobin before and after the knee replacement')
  expect(around.said).toHaveLength(2)
  expect(around.said.join(' ')).toMatch(/13\.9 g\/dL.*10\.2 g\/dL/)

  // what is asked of a relative is never told of the person as if it were theirs
  expect((await answerTo('does my dad have asthma')).said).toEqual(['Stated: Father: asthma.'])
  const own = await answerTo('does mum have hypertension')
  expect(own.answer).toEqual({ finding: 'not-stated' })
  expect(own.said[0]).toBe('Of a mother this is not stated in what I could read.')
  for (const one of own.said.slice(1)) expect(one).toMatch(/^Of the person whose record this is: /)

  // a surgeon is named for the operation that the paper reports, and for none that it only remembers
  expect((await answerTo('who did the knee replacement')).answer).toMatchObject({ valueText: 'Dr. Ines Varga' })
  expect((await answerTo('who did the appendectomy')).answer).toBeUndefined()
  expect((await answerTo("which vaccines haven't I had")).isNotInRecord).toBe(true)

  // forms of a vaccine are that vaccine, and doses are counted as papers or days do
  expect((await answerTo('when was my last flu shot')).answer).toMatchObject({ on: '2023-10-11' })
  expect((await answerTo('date of the second hepatitis B shot')).answer).toMatchObject({ on: '2019-02-08' })
  expect((await answerTo('date of the third hepatitis B shot')).isNotInRecord).toBe(true)
})
