import { expect, test } from 'vitest'
import { factApp } from './fact-app.ts'

test('what a note says is in the record with the words it stands on, proposed', async () => {
  const { note, byName } = await factApp()
  const documentId = await note('lab.md', ['Potassium = 5.1 mmol/L [3.5-5.0] H @ 2024-03-04'])
  const fact = await byName('Potassium')
  expect(fact).toMatchObject({ value: 5.1, unit: 'mmol/L', flag: 'high', state: 'proposed', happenedOn: '2024-03-04' })
  expect(fact.provenance).toMatchObject([
    { documentId, page: 1, quote: 'Potassium = 5.1 mmol/L [3.5-5.0] H @ 2024-03-04' },
  ])
})

test('the same from two papers is one fact that stands on both, and the same file again adds nothing', async () => {
  const { note, all, api } = await factApp()
  const line = 'Potassium = 5.1 mmol/L @ 2024-03-04'
  const first = await note('a.md', [line, 'allergy: Penicillin'])
  const second = await note('b.md', ['Second copy', line, 'allergy: penicillin'])
  await note('a.md', [line, 'allergy: Penicillin'])
  const facts = await all()
  expect(facts.map(({ name }) => name)).toEqual(['Penicillin', 'Potassium'])
  expect(facts.map(({ provenance }) => provenance.map(({ documentId }) => documentId))).toEqual([
    [first, second],
    [first, second],
  ])
  await api.documents.delete({ id: first })
  const left = await all()
  expect(left.map(({ id }) => id)).toEqual(facts.map(({ id }) => id))
  expect(left.flatMap(({ provenance }) => provenance.map(({ documentId }) => documentId))).toEqual([second, second])
})

test('another day, unit, comparator or dose is another fact', async () => {
  const { note, all } = await factApp()
  await note('a.md', [
    'Glucose = 5.4 mmol/L @ 2024-03-04',
    'Glucose = 5.4 mmol/L @ 2024-03-05',
    'Glucose = 97 mg/dL @ 2024-03-06',
    'medication: Metformin 500 mg',
    'medication: Metformin 850 mg',
  ])
  expect(await all()).toHaveLength(5)
})

test('two values of one measure on one day both stay, marked; one is chosen, and the choice can be taken back', async () => {
  const { note, all, api, personId } = await factApp()
  await note('a.md', ['Potassium = 5.1 mmol/L @ 2024-03-04', 'Potassium = 4.0 mmol/L @ 2024-05-04'])
  await note('b.md', ['Potassium = 4.1 mmol/L @ 2024-03-04'])
  const marked = () => all().then((facts) => facts.filter(({ doubts }) => doubts.includes('conflict')))
  const pair = (await marked()).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
  expect(pair.map(({ value }) => value)).toEqual([4.1, 5.1])
  const [right, wrong] = pair as [(typeof pair)[0], (typeof pair)[0]]
  const { undoId, facts } = await api.facts.resolve({ keep: right.id, over: [wrong.id] })
  expect(facts.map(({ state }) => state)).toEqual(['confirmed', 'rejected'])
  expect(await marked()).toEqual([])
  const { series } = await api.facts.series({ personId })
  expect(series[0]?.points.map(({ value }) => value)).toEqual([4.1, 4.0])
  await api.facts.undo({ undoId })
  expect((await marked()).map(({ state }) => state)).toEqual(['proposed', 'proposed'])
  await expect(api.facts.undo({ undoId })).rejects.toMatchObject({ code: 'fact/undo-unknown' })
})

test('vital signs taken twice on one day do not contradict each other', async () => {
  const { note, all } = await factApp({
    read: (proposal) => ({ ...proposal, details: { category: 'vital-sign' } }),
  })
  await note('diary.md', ['Pulse = 72 /min @ 2024-03-04', 'Pulse = 88 /min @ 2024-03-04'])
  expect((await all()).map(({ doubts }) => doubts)).toEqual([[], []])
})

test('values at two minutes of one day do not contradict each other', async () => {
  const { note, all } = await factApp()
  await note('a.md', ['Glucose = 5.1 mmol/L @ 2024-03-04T08:15', 'Glucose = 8.9 mmol/L @ 2024-03-04T10:15'])
  expect((await all()).flatMap(({ doubts }) => doubts)).toEqual([])
})

test('an allergy of which one paper says more is one allergy, shown as the paper that says most has it', async () => {
  const { note, all } = await factApp({
    read: (proposal) =>
      proposal.nameText === 'Penicillin' ? { ...proposal, details: { reaction: 'hives' } } : proposal,
  })
  await note('a.md', ['allergy: penicillin'])
  await note('b.md', ['Second', 'allergy: Penicillin'])
  const facts = await all()
  expect(facts.map(({ details }) => details)).toEqual([{ reaction: 'hives' }])
  expect(facts[0]?.provenance).toHaveLength(2)
})
