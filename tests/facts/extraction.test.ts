import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { AppEvent } from '#contract/events.ts'
import { drain, importAndRead, testPassphrase } from '../support/temp-app.ts'
import { factApp } from './fact-app.ts'

test('nothing of a paper that names somebody else is in the record before a person says whose it is', async () => {
  const { note, all, api, personId } = await factApp()
  const other = await api.people.add({ name: 'Boris Sample', bornOn: '1950-02-03' })
  const mine = await note('mine.md', ['Patient: Ada Example', 'Sodium = 140 mmol/L'])
  const his = await note('his.md', ['Patient: Boris Sample', 'Potassium = 5.1 mmol/L'])
  const kept = await note('kept.md', ['Patient: Boris Sample', 'Zinc = 10 umol/L'])
  expect((await api.documents.get({ id: mine })).state).toBe('indexed')
  expect(await api.documents.get({ id: his })).toMatchObject({
    state: 'needs-answer',
    namedPeople: [{ name: 'Boris Sample' }],
  })
  expect((await all()).map(({ name }) => name)).toEqual(['Sodium'])
  const { hits } = await api.answers.search({ personId, query: 'Potassium' })
  expect(hits).toHaveLength(1)

  expect(await api.documents.answerPerson({ id: his, personId: other.id })).toMatchObject({
    state: 'indexed',
    personId: other.id,
  })
  await api.documents.answerPerson({ id: kept, personId })
  await drain(api)
  expect((await all()).map(({ name }) => name)).toEqual(['Sodium', 'Zinc'])
  expect((await all(other.id)).map(({ name }) => name)).toEqual(['Potassium'])
  expect((await api.answers.search({ personId, query: 'Potassium' })).hits).toEqual([])
  expect((await api.answers.search({ personId: other.id, query: 'Potassium' })).hits).toHaveLength(1)
  await expect(api.documents.answerPerson({ id: mine, personId })).rejects.toMatchObject({
    code: 'document/needs-no-answer',
  })
  expect((await api.vault.verify()).ok).toBe(true)
})

test('a paper whose file the other person has already stays where it is', async () => {
  const { note, api, personId } = await factApp()
  const other = await api.people.add({ name: 'Boris Sample' })
  const lines = ['Patient: Boris Sample', 'Potassium = 5.1 mmol/L']
  const wrong = await note('his.md', lines)
  await note('his.md', lines, other.id)
  await expect(api.documents.answerPerson({ id: wrong, personId: other.id })).rejects.toMatchObject({
    code: 'document/known',
  })
  expect(await api.documents.get({ id: wrong })).toMatchObject({ personId, state: 'needs-answer' })
})

test('a document on which extraction fails is passed over: the others have their facts, and it can be searched', async () => {
  const temp = await factApp({
    fails: (text) => (text.includes('poison') ? new AppError('engine/crashed') : undefined),
  })
  const { api, personId, all, note, extractor } = temp
  const bad = await note('bad.md', ['poison', 'Sodium = 140 mmol/L'])
  await note('good.md', ['Potassium = 5.1 mmol/L'])
  expect((await all()).map(({ name }) => name)).toEqual(['Potassium'])
  expect((await api.documents.get({ id: bad })).state).toBe('indexed')
  expect((await api.answers.search({ personId, query: 'poison' })).hits).toHaveLength(1)
  extractor.rules = {}
  await api.vault.lock()
  await api.vault.unlock({ passphrase: testPassphrase })
  await drain(api)
  expect((await all()).map(({ name }) => name)).toEqual(['Potassium', 'Sodium'])
})

test('waiting for the queue waits for the facts, and both are told of', async () => {
  const { api, app, desk, personId } = await factApp()
  const events: AppEvent[] = []
  app.on((event) => events.push(event))
  writeFileSync(join(desk, 'a.md'), 'Potassium = 5.1 mmol/L')
  await importAndRead(api, personId, [join(desk, 'a.md')])
  expect((await api.facts.list({ filter: { personId } })).items).toHaveLength(1)
  expect(events.filter((event) => event.kind === 'job' && event.step === 'extract')).toHaveLength(2)
  expect(events.some((event) => event.kind === 'changed' && event.topics.includes('facts'))).toBe(true)
})

test('reading a document again extracts it again, and another version extracts all of them', async () => {
  const { api, all, note, extractor, readAllAgain } = await factApp()
  const id = await note('a.md', ['Potassium = 5.1 mmol/L', 'Sodium = 140 mmol/L'])
  extractor.rules = { read: (proposal) => (proposal.name === 'Sodium' ? undefined : proposal) }
  await api.documents.readAgain({ id })
  await drain(api)
  expect((await all()).map(({ name }) => name)).toEqual(['Potassium'])
  await readAllAgain({})
  expect((await all()).map(({ name }) => name)).toEqual(['Potassium', 'Sodium'])
})

test('the record made anew from pages and decisions is the same to the last place', async () => {
  const { api, note, byName, personId, all } = await factApp()
  await note('a.md', [
    'Potassium = 5.1 mmol/L @ 2024-03-04',
    'Sodium = 140 mmol/L',
    'allergy: Latex',
    'Zinc = 1 umol/L',
  ])
  await note('b.md', ['Copy', 'Potassium = 5.1 mmol/L @ 2024-03-04', 'Sodium = 141 mmol/L @ 2024-03-04'])
  await note('c.md', ['Sodium = 139 mmol/L @ 2024-03-04'])
  const zinc = await byName('Zinc')
  const latex = await byName('Latex')
  const potassium = await byName('Potassium')
  await api.facts.decide({ verdicts: [{ act: 'correct', id: zinc.id, edit: { valueText: '11' } }] })
  await api.facts.decide({ verdicts: [{ act: 'reject', id: latex.id }] })
  await api.facts.decide({ verdicts: [{ act: 'accept', id: potassium.id }] })
  await api.facts.enter({ personId, kind: 'condition', name: 'Asthma' })
  const before = await all()
  const proof = await api.facts.rebuild()
  expect(proof).toMatchObject({ isSame: true, facts: before.length, documents: 3 })
  expect(proof.before).toBe(proof.after)
  expect(await all()).toEqual(before)
})

test('a rebuild by an extractor that reads otherwise says so', async () => {
  const { api, note, extractor } = await factApp()
  await note('a.md', ['Potassium = 5.1 mmol/L @ 2024-03-04'])
  extractor.rules = { read: (proposal) => ({ ...proposal, value: 5.2, valueText: '5.2' }) }
  expect(await api.facts.rebuild()).toMatchObject({ isSame: false, facts: 1 })
})

test('with a document, or a person, go the facts and what was decided about them', async () => {
  const { api, note, byName, all } = await factApp()
  const other = await api.people.add({ name: 'Boris Sample' })
  const id = await note('a.md', ['Potassium = 5.1 mmol/L', 'allergy: Latex'])
  await api.facts.decide({ verdicts: [{ act: 'accept', id: (await byName('Latex')).id }] })
  const his = await note('b.md', ['Sodium = 140 mmol/L'], other.id)
  await api.facts.enter({ personId: other.id, kind: 'condition', name: 'Asthma' })
  await api.documents.delete({ id })
  expect(await all()).toEqual([])
  await api.people.delete({ id: other.id })
  await expect(api.documents.get({ id: his })).rejects.toMatchObject({ code: 'document/unknown' })
  expect((await api.facts.rebuild()).facts).toBe(0)
  expect((await api.vault.verify()).ok).toBe(true)
  // the same file again begins anew
  await note('a.md', ['Potassium = 5.1 mmol/L', 'allergy: Latex'])
  expect((await all()).map(({ state }) => state)).toEqual(['proposed', 'proposed'])
})
