/** Typed questions over a small record that was read from papers, asked as the window asks. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerEvent } from '#contract/answers.ts'
import type { ConversationId } from '#contract/ids.ts'
import { importAndRead, type TempApp, tempApp } from '../../support/temp-app.ts'

const papers: Readonly<Record<string, string>> = {
  'lab-2019.md':
    'Laboratory report\nPatient: Ada Example\nCollected: 2019-03-04\n\nPotassium 4.1 mmol/L (3.5-5.1)\nHemoglobin A1c 6.9 % H (4.0-5.6)\nGlucose 5.5 mmol/L\n',
  'lab-2021.md':
    'Laboratory report\nPatient: Ada Example\nCollected: 2021-06-11\n\nPotassium 5.3 mmol/L H (3.5-5.1)\nHemoglobin A1c 7.4 % H (4.0-5.6)\nGlucose 180 mg/dL\n',
  'letter.md':
    'Cardiology Clinic\nDate: 14 July 2021\nRe: Ada Example\n\nHer mother had breast cancer.\n\nDiagnoses:\n1. Hypertension\n2. Type 2 diabetes\n\nBlood pressure: 186/124 mmHg\n\nMedications:\nMetformin 500 mg twice daily\nLisinopril 10 mg once daily\n\nAtorvastatin was stopped because of muscle pain.\n\nAllergies: penicillin (rash)\n\nYours sincerely,\nDr Jane Smith, Consultant Cardiologist\n',
}

async function record(): Promise<TempApp> {
  const temp = await tempApp()
  for (const [name, text] of Object.entries(papers)) writeFileSync(join(temp.desk, name), text)
  await importAndRead(
    temp.api,
    temp.personId,
    Object.keys(papers).map((name) => join(temp.desk, name)),
  )
  return temp
}

async function ask({ api, personId }: TempApp, question: string, conversationId?: ConversationId) {
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask({ personId, question, ...(conversationId && { conversationId }) }))
    events.push(event)
  const end = events.at(-1)
  const [first] = events
  if (end?.kind !== 'end' || first?.kind !== 'conversation') throw new Error('the answer did not end')
  const sentences = events.flatMap((event) => (event.kind === 'sentence' ? [event] : []))
  return { events, end, sentences, conversationId: first.conversationId }
}

test('values are answered from facts, each sentence with the words it rests on', async () => {
  const temp = await record()
  const last = await ask(temp, 'What was my last potassium?')
  expect(last.end).toMatchObject({ engine: 'typed', answer: { value: 5.3, unit: 'mmol/L', on: '2021-06-11' } })
  expect(last.sentences[0]?.text).toBe(
    'The last potassium is 5.3 mmol/L on 11 June 2021 (high by its report, range 3.5-5.1).',
  )
  expect(last.sentences[0]?.citations.map(({ quote }) => quote)).toEqual([
    'Potassium 5.3 mmol/L H (3.5-5.1)',
    'Collected: 2021-06-11',
  ])
  for (const { documentId, page, quote, start } of last.sentences.flatMap(({ citations }) => citations)) {
    const { pages } = await temp.api.documents.open({ id: documentId })
    expect(pages.find(({ number }) => number === page)?.text.slice(start, start + quote.length)).toBe(quote)
  }

  const asked = async (question: string) => (await ask(temp, question)).end.answer
  expect(await asked('lowest potassium')).toMatchObject({ value: 4.1 })
  expect(await asked('average potassium')).toMatchObject({ value: 4.7 })
  expect(await asked('How many potassium results are there?')).toMatchObject({ value: 2 })
  expect(await asked('Compare my A1c in 2019 and 2021')).toMatchObject({ value: 0.5 })
  expect(await asked('potassium as of 2020-01-01')).toMatchObject({ value: 4.1 })
  expect(await asked('Was my potassium normal in 2019?')).toMatchObject({ finding: 'in-range' })
  expect(await asked('what is my systolic pressure?')).toMatchObject({ value: 186 })
  // 5.5 mmol/L and 180 mg/dL (9.99 mmol/L): told apart by exact conversion, shown as written
  expect(await asked('highest glucose')).toMatchObject({ valueText: '180' })
})

test('what is stated is said so, what is not is not denied, and what is asked of all names all', async () => {
  const temp = await record()
  const asked = async (question: string) => (await ask(temp, question)).end.answer
  expect(await asked('What medications am I taking?')).toMatchObject({ items: ['lisinopril', 'metformin'] })
  expect(await asked('Am I still on atorvastatin?')).toMatchObject({ finding: 'stopped' })
  expect(await asked('dose of metformin')).toMatchObject({ valueText: '500 mg' })
  expect(await asked('am i allergic to penicillin')).toMatchObject({ finding: 'stated' })
  expect(await asked('Do I have diabetes?')).toMatchObject({ finding: 'stated', items: ['type 2 diabetes'] })
  expect(await asked('Did my mother have breast cancer?')).toMatchObject({ finding: 'stated' })
  expect(await asked('Who is my cardiologist?')).toMatchObject({ valueText: 'Dr Jane Smith' })
  const latex = await ask(temp, 'Am I allergic to latex?')
  expect(latex.events.map(({ kind }) => kind)).toContain('notInRecord')
  expect(latex.end.answer).toEqual({ finding: 'not-stated' })
  const gout = await ask(temp, 'Do I have gout?')
  expect(gout.end.answer).toEqual({ finding: 'not-stated' })
})

test('a question leans on the one before it, and what was understood is kept and can be asked again', async () => {
  const temp = await record()
  const { conversationId, end } = await ask(temp, 'What was my last HbA1c?')
  expect(end.answer).toMatchObject({ value: 7.4 })
  expect((await ask(temp, 'and before that?', conversationId)).end.answer).toMatchObject({ value: 6.9 })
  const potassium = await ask(temp, 'what about potassium?', conversationId)
  expect(potassium.end.answer).toMatchObject({ value: 4.1 })
  const { answers } = await temp.api.conversations.get({ id: conversationId })
  expect(answers.map(({ engine }) => engine)).toEqual(['typed', 'typed', 'typed'])
  const query = answers[0]?.why?.query
  if (query === undefined) throw new Error('how it was understood was not kept')
  const again: AnswerEvent[] = []
  for await (const event of temp.api.answers.ask({
    personId: temp.personId,
    question: 'edited',
    query: { ...query, ask: 'first' },
  }))
    again.push(event)
  expect(again.at(-1)).toMatchObject({ kind: 'end', answer: { value: 6.9 } })
  await temp.api.conversations.judge({ answerId: answers[0]?.id ?? ('' as never), feedback: 'helpful' })
  expect((await temp.api.conversations.get({ id: conversationId })).answers[0]?.feedback).toBe('helpful')
  expect((await temp.api.conversations.asMarkdown({ id: conversationId })).markdown).toContain('> lab-2021, page 1:')
})

test('a value past a published threshold is told before any sentence, with where it stands', async () => {
  const temp = await record()
  const { events } = await ask(temp, 'What was my last blood pressure?')
  const kinds = events.map(({ kind }) => kind)
  expect(kinds.indexOf('redFlags')).toBeLessThan(kinds.indexOf('sentence'))
  const flags = events.flatMap((event) => (event.kind === 'redFlags' ? event.redFlags : []))
  expect(flags).toHaveLength(1)
  expect(flags[0]?.text).toContain('186/124')
  expect(flags[0]?.citations[0]?.quote).toContain('186/124')
  expect((await ask(temp, 'What was my last potassium?')).events.some(({ kind }) => kind === 'redFlags')).toBe(false)
})

test('a question about what happens now has the notice first; a word is explained from the glossary', async () => {
  const temp = await tempApp()
  const { events } = await ask(temp, 'I have crushing chest pain right now')
  expect(events.map(({ kind }) => kind).slice(0, 2)).toEqual(['conversation', 'emergency'])
  const meaning = await ask(temp, 'What does INR mean?')
  expect(meaning.events.some(({ kind }) => kind === 'explained')).toBe(true)
  expect((await temp.api.glossary.explain({ term: 'INR' })).entry?.explanation).toMatch(/clot/i)
})

test('an answer that speaks of all, an extreme or none is marked while anything is unread', async () => {
  const temp = await record()
  expect((await ask(temp, 'highest potassium')).end.needsUnreadNotice).toBe(false)
  writeFileSync(join(temp.desk, 'broken.pdf'), '%PDF-1.7\nnothing')
  await importAndRead(temp.api, temp.personId, [join(temp.desk, 'broken.pdf')])
  for (const question of [
    'highest potassium',
    'What allergies are stated?',
    'Do I have gout?',
    'how many A1c values are there?',
  ])
    expect((await ask(temp, question)).end.needsUnreadNotice, question).toBe(true)
})

test('whom a person saw, when and where, and who did it, is told by the papers of that day', async () => {
  const temp = await tempApp()
  const papers = [
    'Visit letter\nHarbour Clinic\nDate: 2021-03-04\nPatient: Ada Example\nSeen by: Dr. Franz Penoley, Nephrology\n\nShe is well.\n',
    'Visit letter\nHarbour Clinic\nDate: 2022-05-06\nPatient: Ada Example\nSeen by: Dr. Greta Ulva, Dermatology\n\nLeft total hip replacement on 11 May 2015, performed by Dr. Hugo Joram.\n',
  ]
  const paths = papers.map((_, at) => join(temp.desk, `visit-${at}.txt`))
  for (const [at, path] of paths.entries()) writeFileSync(path, papers[at] ?? '')
  await importAndRead(temp.api, temp.personId, paths)
  const asked = async (question: string) => (await ask(temp, question)).end.answer
  expect(await asked('Who is my nephrologist?')).toMatchObject({ valueText: 'Dr. Franz Penoley' })
  expect(await asked('When did I last see the nephrologist?')).toMatchObject({ on: '2021-03-04' })
  expect(await asked('Who did I see on 2022-05-06?')).toMatchObject({ valueText: 'Dr. Greta Ulva' })
  expect(await asked('Where was I seen on 2021-03-04?')).toMatchObject({ valueText: 'Harbour Clinic' })
  expect(await asked('Who did my hip replacement?')).toMatchObject({ valueText: 'Dr. Hugo Joram' })
})

test('a question about another person of the vault is answered with nothing of this record', async () => {
  const temp = await record()
  await temp.api.people.add({ name: 'Boris Sample' })
  const { events, sentences } = await ask(temp, "What was Boris's last potassium?")
  expect(sentences).toEqual([])
  expect(events.flatMap((event) => (event.kind === 'evidence' ? event.citations : []))).toEqual([])
})

test('a row that bears its own day cites no other row of that day', async () => {
  const temp = await tempApp()
  const path = join(temp.desk, 'vaccines.md')
  writeFileSync(
    path,
    'Immunizations\n\nInfluenza vaccine 2020-10-02\nTetanus 2020-10-02\nHepatitis B vaccine 2019-01-05\n',
  )
  await importAndRead(temp.api, temp.personId, [path])
  const { sentences } = await ask(temp, 'When was the tetanus vaccine?')
  const quotes = sentences.flatMap(({ citations }) => citations.map(({ quote }) => quote))
  expect(quotes.join(' ')).toContain('Tetanus')
  for (const quote of quotes) expect(quote).not.toContain('Influenza')
})
