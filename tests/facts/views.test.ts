import { expect, test } from 'vitest'
import type { Clock } from '../../src-main/lib/clock.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { factApp } from './fact-app.ts'

/** A clock that a test sets. */
function setClock(day: string): Clock & { today: string } {
  const clock = { ...systemClock, today: day, now: () => `${clock.today}T12:00:00.000Z` }
  return clock
}

test('values in units that convert exactly are one series in the most used unit; others are series of their own', async () => {
  const { note, api, personId } = await factApp()
  await note('a.md', [
    'Protein = 70 g/L [60-80] @ 2024-01-01',
    'Protein = 72 g/L @ 2023-01-01',
    'Protein = 7.1 g/dL [6.0-8.0] @ 2022-01-01',
    'Protein = 3 arb @ 2021-01-01',
  ])
  const { series } = await api.facts.series({ personId, name: 'protein' })
  expect(series.map(({ unit, points }) => [unit, points.map(({ value }) => value)])).toEqual([
    ['g/L', [71, 72, 70]],
    ['arb', [3]],
  ])
  expect(series[0]?.points[0]).toMatchObject({
    isConverted: true,
    valueText: '7.1',
    unitText: 'g/dL',
    rangeLow: 60,
    rangeHigh: 80,
  })
  expect(series[0]?.units.toSorted()).toEqual(['g/L', 'g/dL'])
  await expect(api.facts.series({ personId, name: 'Protein', unit: 'mmol/L' })).rejects.toMatchObject({
    code: 'fact/no-conversion',
  })
  await expect(api.facts.series({ personId, unit: 'g/L' })).rejects.toMatchObject({ code: 'input/invalid' })
})

test('a medicine is current by a list of the last twelve months or a word of the person, stopped only where a paper says so', async () => {
  const clock = setClock('2025-06-01')
  const list = (on: string) => ({
    says: { kind: 'medicine-list' as const, date: { on, precision: 'day' as const, isAmbiguous: false } },
  })
  const temp = await factApp(list('2024-01-10'), { clock })
  const { note, api, personId, extractor, byName } = temp
  await note('old-list.md', [
    'Old list',
    'medication: Metformin 500 mg',
    'medication: Simvastatin 20 mg',
    'medication: Ramipril 5 mg',
  ])
  const standings = async () =>
    Object.fromEntries(
      (await api.facts.medicines({ personId })).lines.map(({ fact, standing }) => [
        `${fact.name} ${fact.details.dose}`,
        standing,
      ]),
    )
  expect(await standings()).toEqual({
    'Metformin 500 mg': 'last-stated',
    'Simvastatin 20 mg': 'last-stated',
    'Ramipril 5 mg': 'last-stated',
  })

  extractor.rules = list('2025-02-01')
  await note('new-list.md', ['New list', 'medication: Metformin 850 mg'])
  extractor.rules = { says: { kind: 'letter', date: { on: '2025-03-01', precision: 'day', isAmbiguous: false } } }
  await note('letter.md', ['Letter', 'medication: Ramipril 5 mg (stopped)'])
  expect(await standings()).toEqual({
    'Metformin 850 mg': 'current',
    'Simvastatin 20 mg': 'not-on-last-list',
    'Ramipril 5 mg': 'stopped',
  })

  // that an old list was read well does not say that it still holds
  await api.facts.decide({ verdicts: [{ act: 'accept', id: (await byName('Simvastatin')).id }] })
  expect(await standings()).toMatchObject({ 'Simvastatin 20 mg': 'not-on-last-list' })
  const entered = { kind: 'medication' as const, name: 'Aspirin', valueText: '75 mg', details: { dose: '75 mg' } }
  await api.facts.enter({ personId, ...entered })
  expect(await standings()).toMatchObject({ 'Aspirin 75 mg': 'current' })
  clock.today = '2026-02-02'
  expect(await standings()).toMatchObject({ 'Metformin 850 mg': 'last-stated', 'Aspirin 75 mg': 'current' })
  clock.today = '2026-06-02'
  expect(await standings()).toMatchObject({ 'Aspirin 75 mg': 'last-stated' })
})

test('one dose of one medicine is one line, by the paper that says most of it; another dose of that day is another', async () => {
  const { note, api, personId } = await factApp({
    read: (proposal, at) => ({
      ...proposal,
      details: { ...proposal.details, ...(at === 1 && { frequency: 'twice daily', change: 'continued' as const }) },
    }),
  })
  await note('a.md', ['medication: Metformin 500 mg', 'medication: Metformin 500 mg', 'medication: Metformin 850 mg'])
  const { lines } = await api.facts.medicines({ personId })
  expect(lines.map(({ fact }) => [fact.details.dose, fact.details.frequency])).toEqual([
    ['500 mg', 'twice daily'],
    ['850 mg', undefined],
  ])
})

test('the record is shown as this vault held it on a day: by when a paper came, not by what it is about', async () => {
  const clock = setClock('2024-05-01')
  const { note, api, personId } = await factApp({}, { clock })
  await note('a.md', ['Potassium = 4.0 mmol/L @ 2020-01-01', 'allergy: Penicillin'])
  clock.today = '2024-06-15'
  await note('b.md', ['Potassium = 4.5 mmol/L @ 2019-01-01', 'condition: Asthma'])
  const values = async (asKnownOn: string) =>
    (await api.facts.list({ filter: { personId, asKnownOn, knownBy: 'vault', kinds: ['observation'] } })).items.map(
      ({ value }) => value,
    )
  expect(await values('2024-04-30')).toEqual([])
  expect(await values('2024-05-01')).toEqual([4.0])
  expect(await values('2024-06')).toEqual([4.0, 4.5])
  const overview = await api.facts.overview({ personId, asKnownOn: '2024-05', knownBy: 'vault' })
  expect(overview).toMatchObject({ allergyStatement: 'stated', conditions: [] })
  expect(overview.metrics.map(({ points }) => points.length)).toEqual([1])
  expect((await api.facts.overview({ personId })).conditions.map(({ name }) => name)).toEqual(['Asthma'])
})

test('the record is shown as it could have been known on a day: by the later of a fact’s date and its paper’s, whenever the paper came', async () => {
  const clock = setClock('2026-05-01')
  const dated = (on: string) => ({
    says: { kind: 'medicine-list' as const, date: { on, precision: 'day' as const, isAmbiguous: false } },
  })
  const { note, api, personId, extractor } = await factApp(dated('2020-03-10'), { clock })
  await note('old.md', [
    'Old list',
    'Potassium = 4.0 mmol/L @ 2020-03-01',
    'allergy: Latex',
    'medication: Metformin 500 mg',
  ])
  extractor.rules = dated('2022-06-01')
  await note('new.md', ['New list', 'Potassium = 4.5 mmol/L @ 2019-01-01', 'condition: Asthma'])
  extractor.rules = {}
  await note('undated.md', ['Undated', 'Potassium = 5.0 mmol/L @ 2021-01-01', 'condition: Eczema'])
  const on = { personId, asKnownOn: '2020-12-31' }
  const values = async (asKnownOn: string) =>
    (await api.facts.series({ personId, asKnownOn })).series.flatMap(({ points }) => points.map(({ value }) => value))
  expect(await values('2020-03-09')).toEqual([])
  expect(await values('2020-03')).toEqual([4.0])
  expect(await values('2021')).toEqual([4.0, 5.0])
  expect(await values('2022-06-01')).toEqual([4.5, 4.0, 5.0])
  expect(await api.facts.overview(on)).toMatchObject({ allergyStatement: 'stated', conditions: [], documents: 1 })
  // by a list of that year a medicine was current then; today it is not
  expect((await api.facts.medicines(on)).lines).toMatchObject([{ standing: 'current' }])
  expect((await api.facts.medicines({ personId })).lines).toMatchObject([{ standing: 'last-stated' }])
  const named = async (asKnownOn: string) =>
    (await api.facts.list({ filter: { personId, asKnownOn, kinds: ['condition'] } })).items.map(({ name }) => name)
  expect(await named('2026-04-30')).toEqual(['Asthma'])
  expect((await named('2026-05-01')).toSorted()).toEqual(['Asthma', 'Eczema'])
  const papers = async (day: string) =>
    (await api.documents.list({ filter: { personId, asKnownOn: day }, sort: 'title' })).items.map(({ title }) => title)
  expect(await papers('2020-03-09')).toEqual([])
  expect(await papers('2020-03')).toEqual(['old'])
  // one without a date counts with the first of its facts
  expect(await papers('2021')).toEqual(['old', 'undated'])
  expect(await papers('2022-06-01')).toEqual(['new', 'old', 'undated'])
})

test('no allergies on paper, none stated and some stated are three different things', async () => {
  const { note, api, personId } = await factApp()
  const said = async () => (await api.facts.overview({ personId })).allergyStatement
  expect(await said()).toBe('not-stated')
  await note('a.md', ['allergy: none known'])
  expect(await said()).toBe('none-known')
  await note('b.md', ['allergy: Latex'])
  expect(await said()).toBe('stated')
})

test('the overview counts the last value of each measure and what waits for review', async () => {
  const { note, api, personId } = await factApp()
  await note('a.md', [
    'Potassium = 5.9 mmol/L [3.5-5.0] H @ 2023-03-04',
    'Potassium = 4.9 mmol/L [3.5-5.0] H @ 2024-03-04',
    'Sodium = 150 mmol/L [135-145] H @ 2024-03-04',
    'Zinc = 10 umol/L @ 2024-03-04',
  ])
  expect(await api.facts.overview({ personId })).toMatchObject({
    ...{ inRange: 0, outOfRange: 2, withoutRange: 1, toReview: 4, documents: 1, unreadPages: 0 },
  })
})

test('lists are walked to their end by every sort, and narrowed by kind, name and document', async () => {
  const { note, api, personId } = await factApp()
  const lines = Array.from(
    { length: 23 },
    (_, at) => `Value ${at % 5} = ${at} mmol/L @ 2024-01-${String(1 + (at % 9)).padStart(2, '0')}`,
  )
  const documentId = await note('a.md', [...lines, 'condition: Asthma', 'medication: Salbutamol'])
  await note('b.md', ['condition: Eczema'])
  for (const sort of ['date', 'name', 'review'] as const) {
    const ids: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await api.facts.list({ filter: { personId }, sort, limit: 7, ...(cursor && { cursor }) })
      ids.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect([sort, ids.length, new Set(ids).size]).toEqual([sort, 26, 26])
  }
  const names = async (filter: object) =>
    (await api.facts.list({ filter: { personId, ...filter } })).items.map(({ name }) => name)
  expect(await names({ kinds: ['condition'] })).toEqual(['Eczema', 'Asthma'])
  expect(await names({ documentId, kinds: ['condition'] })).toEqual(['Asthma'])
  expect(await names({ name: 'VALUE 3', states: ['proposed'] })).toHaveLength(4)
  expect(await names({ states: ['rejected'] })).toEqual([])
})
