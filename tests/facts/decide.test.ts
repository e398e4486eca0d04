import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Fact } from '#contract/facts.ts'
import { importAndRead } from '../support/temp-app.ts'
import { factApp } from './fact-app.ts'

const stated = ({ id, name, value, unit, happenedOn, state }: Fact) => ({ id, name, value, unit, happenedOn, state })

test('200 reviewed documents are read again by another extractor: every correction stands, nothing rejected returns', async () => {
  const { api, desk, personId, all, readAllAgain } = await factApp()
  const paths = Array.from({ length: 200 }, (_, at) => {
    const path = join(desk, `report-${at}.md`)
    const day = `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
    const lines = ['Potassium', 'Sodium', 'Chloride', 'Ferritin'].map(
      (name, of) => `${name} ${at} = ${10 + of}.${at % 10} mmol/L [3.5-5.0] @ ${day}`,
    )
    writeFileSync(path, lines.join('\n'))
    return path
  })
  await importAndRead(api, personId, paths)
  const proposed = await all()
  expect(proposed).toHaveLength(800)
  const named = (prefix: string) => proposed.filter(({ name }) => name.startsWith(prefix))
  for (let at = 0; at < 200; at += 25) {
    const verdicts = (prefix: string) => named(prefix).slice(at, at + 25)
    await api.facts.decide({
      verdicts: verdicts('Potassium').map(({ id }) => ({ act: 'correct', id, edit: { valueText: '4.2' } })),
    })
    await api.facts.decide({ verdicts: verdicts('Sodium').map(({ id }) => ({ act: 'reject', id })) })
    await api.facts.decide({ verdicts: verdicts('Chloride').map(({ id }) => ({ act: 'accept', id })) })
  }
  const before = await all()
  const decided = before.filter(({ state }) => state !== 'proposed')
  const count = (state: Fact['state']) => decided.filter((fact) => fact.state === state).length
  expect([count('confirmed'), count('corrected'), count('rejected')]).toEqual([200, 200, 200])

  // the next version reads fewer words of a line, other values, and passes over every seventh line
  await readAllAgain({
    read: (proposal, at) => {
      if (at % 7 === 0) return undefined
      const [span] = proposal.spans
      if (span === undefined) return undefined
      const spans = [{ start: span.start, end: proposal.valueSpan.end }]
      return { ...proposal, spans, ...(at % 3 === 0 && { value: 99, valueText: '99' }) }
    },
  })
  const after = await all()
  const afterById = new Map(after.map((fact) => [fact.id, fact]))
  expect(decided.filter(({ id }) => !afterById.has(id))).toEqual([])
  expect(decided.map(({ id }) => stated(afterById.get(id) as Fact))).toEqual(decided.map(stated))
  const shown = after.filter(({ state }) => state !== 'rejected')
  expect(shown.filter(({ name }) => name.startsWith('Sodium'))).toEqual([])
  expect(shown.filter(({ name }) => name.startsWith('Potassium')).every(({ value }) => value === 4.2)).toBe(true)
  const differently = after.filter(({ readDifferently }) => readDifferently !== undefined)
  expect(differently.length).toBeGreaterThan(100)
  expect(differently.every(({ state }) => state !== 'proposed')).toBe(true)
  const { items } = await api.facts.list({ filter: { personId, readDifferently: true }, limit: 5 })
  expect(items).toHaveLength(5)
}, 240_000)

test('a corrected value keeps its range and is flagged by it alone', async () => {
  const { note, byName, api } = await factApp()
  await note('a.md', ['Potassium = 5.9 mmol/L [3.5-5.0] H @ 2024-03-04', 'Ferritin = 9 ug/L L @ 2024-03-04'])
  const potassium = await byName('Potassium')
  const { facts } = await api.facts.decide({
    verdicts: [{ act: 'correct', id: potassium.id, edit: { valueText: '4.9' } }],
  })
  expect(facts).toMatchObject([
    { value: 4.9, flag: 'normal', rangeText: '3.5-5.0', state: 'corrected', unit: 'mmol/L' },
  ])
  expect(facts[0]?.provenance[0]?.quote).toContain('5.9')
  const ferritin = await byName('Ferritin')
  const second = await api.facts.decide({
    verdicts: [{ act: 'correct', id: ferritin.id, edit: { valueText: '900', happenedOn: '2024-03' } }],
  })
  expect(second.facts).toMatchObject([{ value: 900, flag: 'low', happenedOn: '2024-03', datePrecision: 'month' }])
  await expect(
    api.facts.decide({
      verdicts: [{ act: 'correct', id: second.facts[0]?.id as Fact['id'], edit: { happenedOn: '2023-02-29' } }],
    }),
  ).rejects.toMatchObject({ code: 'fact/invalid-value' })
})

test('acts are taken back in reverse; one over which something was decided since is not', async () => {
  const { note, byName, api, all } = await factApp()
  await note('a.md', ['Potassium = 5.9 mmol/L @ 2024-03-04'])
  const before = await all()
  const first = await api.facts.decide({
    verdicts: [{ act: 'correct', id: (await byName('Potassium')).id, edit: { valueText: '4.9' } }],
  })
  const second = await api.facts.decide({ verdicts: [{ act: 'reject', id: first.facts[0]?.id as Fact['id'] }] })
  await expect(api.facts.undo({ undoId: first.undoId })).rejects.toMatchObject({ code: 'fact/undo-unknown' })
  expect((await api.facts.undo({ undoId: second.undoId })).facts).toEqual(first.facts)
  expect((await api.facts.undo({ undoId: first.undoId })).facts).toEqual(before)
  expect(await all()).toEqual(before)
})

test('a fact that is no longer stated like this is not decided about', async () => {
  const { note, byName, api } = await factApp()
  await note('a.md', ['Potassium = 5.9 mmol/L @ 2024-03-04'])
  const { id } = await byName('Potassium')
  await api.facts.decide({ verdicts: [{ act: 'correct', id, edit: { valueText: '4.9' } }] })
  await expect(api.facts.decide({ verdicts: [{ act: 'accept', id }] })).rejects.toMatchObject({ code: 'fact/changed' })
  await expect(api.facts.get({ id })).rejects.toMatchObject({ code: 'fact/unknown' })
})

test('medicines, allergies, critical and doubtful facts are decided one at a time, and come first', async () => {
  const { note, all, api, personId } = await factApp({
    read: (proposal) => {
      if (proposal.name === 'Troponin') return { ...proposal, flag: 'critical' }
      return proposal.name === 'Zinc' || proposal.name === 'Warfarin'
        ? { ...proposal, doubts: ['unsure-words'] }
        : proposal
    },
  })
  await note('a.md', [
    'Potassium = 4.9 mmol/L',
    'Sodium = 140 mmol/L',
    'Zinc = 10 umol/L',
    'Troponin = 900 ng/L',
    'medication: Metformin 500 mg',
    'medication: Warfarin 5 mg',
    'allergy: Penicillin',
  ])
  const facts = new Map((await all()).map((fact) => [fact.name, fact.id]))
  const accept = (...names: string[]) =>
    api.facts.decide({ verdicts: names.map((name) => ({ act: 'accept', id: facts.get(name) as Fact['id'] })) })
  const { items } = await api.facts.list({ filter: { personId }, sort: 'review' })
  expect(items.map(({ name }) => name)).toEqual([
    ...['Warfarin', 'Troponin', 'Zinc', 'Metformin', 'Penicillin', 'Potassium', 'Sodium'],
  ])
  for (const name of ['Zinc', 'Troponin', 'Metformin', 'Penicillin'])
    await expect(accept('Potassium', name)).rejects.toMatchObject({ code: 'fact/one-by-one' })
  expect((await accept('Warfarin')).facts).toMatchObject([{ state: 'confirmed', doubts: [] }])
  expect((await accept('Potassium', 'Sodium')).facts).toHaveLength(2)
})

test('what is entered by hand has no paper, and joins the paper that says the same', async () => {
  const { note, all, api, personId } = await factApp()
  const given = { personId, kind: 'observation', valueText: '4.9', unit: 'mmol/l', happenedOn: '2024-03-04' } as const
  const known = await api.facts.enter({ ...given, name: 'Serum potassium' })
  expect(known).toMatchObject({
    name: 'Potassium',
    value: 4.9,
    unit: 'mmol/L',
    code: { system: 'loinc' },
    flag: 'unknown',
  })
  const entered = await api.facts.enter({ ...given, name: 'Mood', rangeText: '1-4' })
  expect(entered).toMatchObject({ state: 'entered', value: 4.9, provenance: [], unitText: 'mmol/l', flag: 'high' })
  await api.facts.enter({ personId, kind: 'note', name: 'Sleep', valueText: 'Slept badly' })
  await note('a.md', ['Mood = 4.9 mmol/L @ 2024-03-04'])
  expect((await all()).map(({ name, provenance }) => [name, provenance.length])).toEqual([
    ...[
      ['Mood', 1],
      ['Potassium', 0],
      ['Sleep', 0],
    ],
  ])
  const { facts, undoId } = await api.facts.decide({ verdicts: [{ act: 'reject', id: entered.id }] })
  expect(facts).toMatchObject([{ state: 'rejected' }])
  expect((await api.facts.undo({ undoId })).facts).toMatchObject([{ id: entered.id, state: 'entered' }])
})

test('an act on several facts is one: what one of them refuses leaves the others as they were', async () => {
  const { note, all, api } = await factApp()
  await note('a.md', ['Potassium = 4.9 mmol/L', 'Sodium = 140 mmol/L'])
  const before = await all()
  const [first, second] = before as [Fact, Fact]
  await expect(
    api.facts.decide({
      verdicts: [
        { act: 'accept', id: first.id },
        { act: 'correct', id: second.id, edit: { happenedOn: '2024-13' } },
      ],
    }),
  ).rejects.toMatchObject({ code: 'fact/invalid-value' })
  expect(await all()).toEqual(before)
})
