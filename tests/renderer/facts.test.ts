/** How facts are shown and edited, as far as it needs no window: dates, units, forms, the review's order, the timeline. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factDoubtTexts } from '#contract/fact-doubt-text.ts'
import { type Fact, FactDoubt, FactEdit, FactKind, NewFact, type Series, type SeriesPoint } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { roundSteps, scaleOf, timeSteps } from '../../src-renderer/components/chart/scale.ts'
import { isFactDate, laterFirst, stretchOf } from '../../src-renderer/facts/fact-dates.ts'
import { editOf, faultsOf, fieldsOf, newFactOf, valuesOfFact } from '../../src-renderer/facts/fact-fields.ts'
import { spansOfFact } from '../../src-renderer/facts/lit-words.ts'
import { drawnPoints, latestPoint } from '../../src-renderer/facts/series-points.ts'
import { unitOfSeries, unitText } from '../../src-renderer/facts/unit-text.ts'
import { matrixOf } from '../../src-renderer/screens/labs/matrix.ts'
import {
  acceptable,
  editOfSuggestion,
  mayGoTogether,
  neighbour,
  onSamePage,
} from '../../src-renderer/screens/review/queue.ts'
import { entriesOf, yearsOf } from '../../src-renderer/screens/timeline/entries.ts'

const personId = 'ada' as PersonId
let made = 0
const fact = (over: Partial<Fact> = {}): Fact => ({
  ...{ id: `f${made++}` as FactId, personId, kind: 'observation', name: 'Potassium', nameText: 'Potassium' },
  ...{ valueText: '4.2', flag: 'unknown', isNoneKnown: false, details: {}, state: 'proposed', doubts: [] },
  ...{ suggestions: [], provenance: [], knownSince: '2026-01-01T00:00:00Z' },
  ...over,
})
const source = (documentId: string, page: number, y = 0) => ({
  ...{ documentId: documentId as DocumentId, page, quote: 'Potassium 4.2' },
  ...{ boxes: [[0.1, y, 0.2, 0.02] as [number, number, number, number]], valueBoxes: [] },
})
const point = (over: Partial<SeriesPoint> = {}): SeriesPoint => ({
  ...{ factId: `p${made++}` as FactId, valueText: '4.2', value: 4.2, isConverted: false, flag: 'unknown' },
  ...{ state: 'proposed', doubts: [] },
  ...over,
})

test('a date covers what it leaves open, and is written as far as it is known', () => {
  expect(stretchOf('2021')).toEqual({ from: Date.UTC(2021, 0), until: Date.UTC(2022, 0) })
  expect(stretchOf('2021-12')).toEqual({ from: Date.UTC(2021, 11), until: Date.UTC(2022, 0) })
  expect(stretchOf('2021-02-28')).toEqual({ from: Date.UTC(2021, 1, 28), until: Date.UTC(2021, 2, 1) })
  expect(stretchOf('2021-02-28T08:15')?.from).toBe(Date.UTC(2021, 1, 28, 8, 15))
  expect(stretchOf(undefined)).toBeUndefined()
  expect(['b', '2020', undefined, '2021-03', '2021-03-04'].sort(laterFirst)).toEqual([
    ...['2021-03', '2021-03-04', '2020'],
    ...['b', undefined],
  ])
})

test('only dates that there are may be entered', () => {
  for (const right of ['', '2021', '2021-03', '2024-02-29', '2021-03-04T08:15'])
    expect(isFactDate(right), right).toBe(true)
  for (const wrong of ['21', '2021-13', '2023-02-29', '2021-3-4', '04/03/2021', '2021-03-04T24:00', '2021-03-04T08:60'])
    expect(isFactDate(wrong), wrong).toBe(false)
})

test('units are written as people write them, and what is not known stays as it is', () => {
  const known = { '10*9/L': '10⁹/L', 'mm[Hg]': 'mmHg', 'umol/L': 'µmol/L', ug: 'µg', '%': '%', Cel: '°C' }
  for (const [code, text] of Object.entries({ ...known, 'mL/min/{1.73_m2}': 'mL/min/1.73 m²', 'mmol/L': 'mmol/L' }))
    expect(unitText(code), code).toBe(text)
  expect(unitOfSeries({ unit: '10*9/L', points: [point({ unitText: 'x10^9/l' })] })).toBe('x10^9/l')
  expect(unitOfSeries({ unit: 'g/L', points: [point({ unitText: 'g/L' }), point({ isConverted: true })] })).toBe('g/L')
})

test('every doubt is said in a sentence with what to do', () => {
  for (const doubt of FactDoubt.options) {
    const { message, next } = factDoubtTexts[doubt]
    for (const text of [message, next]) expect(text, doubt).toMatch(/^[A-Z].{15,}\.$/)
  }
})

test('a fact that is not touched in its form is not edited', () => {
  const kinds = fc.constantFrom(...FactKind.options)
  const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text)
  fc.assert(
    fc.property(kinds, word, word, word, (kind, name, valueText, dose) => {
      const one = fact({
        kind,
        name,
        valueText,
        unitText: 'mg',
        details: { dose, side: 'left', category: 'laboratory' },
      })
      expect(editOf(one, valuesOfFact(one))).toBeUndefined()
    }),
  )
})

test('an edit holds only what was changed; what the form does not show stays', () => {
  const one = fact({
    ...{ kind: 'medication', name: 'Metformin', happenedOn: '2024-03', rangeText: 'x' },
    details: { dose: '500 mg', ingredients: ['metformin'], frequency: 'daily' },
  })
  const edit = editOf(one, { ...valuesOfFact(one), dose: '850 mg', frequency: '', date: '' })
  expect(edit).toEqual({ happenedOn: null, details: { dose: '850 mg', ingredients: ['metformin'] } })
  expect(() => FactEdit.parse(edit)).not.toThrow()
})

test('whatever is entered in the form of any kind is what the contract takes', () => {
  const typed = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(fc.constantFrom(...FactKind.options), typed, fc.boolean(), (kind, text, isNone) => {
      const values = Object.fromEntries(
        fieldsOf(kind, {}).map(({ id, look, choices }) => [
          id,
          look === 'date' ? '2021-03' : look === 'yes' ? (isNone ? 'yes' : '') : (choices?.[0] ?? text),
        ]),
      )
      expect([...faultsOf(kind, values)]).toEqual([])
      const entered = NewFact.parse(newFactOf(personId, kind, values, 'Allergies'))
      expect(entered.isNoneKnown).toBe(kind === 'allergy' && isNone)
    }),
  )
})

test('a form without what it needs, or with a date that cannot be, has faults', () => {
  expect([...faultsOf('observation', { category: 'laboratory', name: 'Sodium' })]).toEqual(['value'])
  expect([...faultsOf('condition', { name: 'Asthma', date: '2023-02-30' })]).toEqual(['date'])
  expect([...faultsOf('medication', { name: 'A', startedOn: '2021-03-04T08:15' })]).toEqual(['startedOn'])
  expect([...faultsOf('allergy', { noneKnown: 'yes' })]).toEqual([])
})

test('medicines, allergies, critical and doubtful facts never go with others, nor what was not seen, nor more than 25', () => {
  for (const alone of [
    fact({ kind: 'medication' }),
    fact({ kind: 'allergy' }),
    fact({ flag: 'critical' }),
    fact({ doubts: ['no-date'] }),
    fact({ state: 'confirmed' }),
  ])
    expect(mayGoTogether(alone)).toBe(false)
  const many = Array.from({ length: 30 }, () => fact())
  expect(acceptable(many, new Set(many.map(({ id }) => id)))).toHaveLength(25)
  expect(acceptable(many, new Set([many[3]?.id ?? ('' as FactId)]))).toEqual([many[3]])
})

test('the facts of a page are those that stand on it, from top to bottom, without the one that is looked at', () => {
  const [here, low, high, elsewhere] = [
    fact({ provenance: [source('d1', 2, 0.5)] }),
    fact({ provenance: [source('d1', 2, 0.9)] }),
    fact({ provenance: [source('d2', 1), source('d1', 2, 0.1)] }),
    fact({ provenance: [source('d1', 3)] }),
  ]
  expect(onSamePage(here, [here, low, high, elsewhere])).toEqual([high, low])
  expect(neighbour([here, low], here.id)).toBe(low)
  expect(neighbour([here, low], low.id)).toBe(here)
})

test('a suggestion is a date where the date is in doubt, a name where the name is, else the value', () => {
  expect(editOfSuggestion(fact({ doubts: ['ambiguous-date'] }), '2021-03-04')).toEqual({ happenedOn: '2021-03-04' })
  expect(editOfSuggestion(fact({ doubts: ['near-name', 'no-date'] }), 'Lisinopril')).toEqual({ name: 'Lisinopril' })
  expect(editOfSuggestion(fact({ doubts: ['unsure-words'] }), '4.2')).toEqual({ valueText: '4.2' })
})

test('the words of a fact are lit on the turned page as on the upright one, its value by itself', () => {
  const text = 'Potassium 4.2 mmol/L'
  const words = [
    { start: 0, length: 9, box: [0.1, 0.1, 0.2, 0.02] },
    { start: 10, length: 3, box: [0.4, 0.1, 0.05, 0.02] },
    { start: 14, length: 6, box: [0.5, 0.1, 0.1, 0.02] },
  ] as { start: number; length: number; box: [number, number, number, number] }[]
  const boxes = words.map(({ box }) => box)
  const given = { ...source('d1', 1), boxes, valueBoxes: boxes.slice(1, 2) }
  const lit = spansOfFact({ text, words, turn: 0 }, given)
  expect(lit.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Potassium', '4.2', 'mmol/L'])
  expect(lit.valueAt).toBe(1)
  // the file shows the page on its side; boxes of facts lie as the file has them
  const upright = words.map(({ box: [x, y, w, h], ...word }) => ({
    ...word,
    box: [1 - y - h, x, h, w] as (typeof boxes)[0],
  }))
  expect(spansOfFact({ text, words: upright, turn: 1 }, given)).toEqual(lit)
  expect(spansOfFact({ text: 'Potassium\t4.2', words: [], turn: 0 }, { ...given, quote: '4.2' }).spans).toEqual([
    { start: 10, end: 13 },
  ])
})

test('the latest value is that with the latest date; one without a number is kept and not drawn', () => {
  const points = [
    point({ happenedOn: '2020', value: 1 }),
    point({ happenedOn: '2021-05-01', valueText: 'trace' }),
    point({ value: 9 }),
  ].map((one) => (one.valueText === 'trace' ? (({ value: _, ...rest }) => rest)(one) : one))
  expect(latestPoint({ points })?.valueText).toBe('trace')
  expect(drawnPoints({ points }).map(({ value }) => value)).toEqual([1])
})

test('the matrix has a column for each day, the latest first, those without a date last', () => {
  const series: Series = {
    ...{ name: 'Sodium', code: undefined, category: 'laboratory', units: [] },
    points: [
      point({ happenedOn: '2021' }),
      point({ happenedOn: '2021-05-01T08:00' }),
      point({ happenedOn: '2021-05-01' }),
      point(),
    ],
  }
  const { columns, rows } = matrixOf([series])
  expect(columns).toEqual(['2021', '2021-05-01', ''])
  expect(rows[0]?.cells.get('2021-05-01')).toHaveLength(2)
})

test('results of one paper and day are one entry; a paper stands where its facts do, a note at the day it is about', () => {
  const facts = [
    fact({ happenedOn: '2021-05-01', provenance: [source('d1', 1)], flag: 'high' }),
    fact({ happenedOn: '2021-05-01T08:15', provenance: [source('d1', 1)] }),
    fact({ kind: 'procedure', happenedOn: '2019' }),
    fact({ kind: 'condition' }),
  ]
  const paper = (id: string, format = 'pdf') =>
    ({ id: id as DocumentId, personId, title: id, format, importedAt: '2026-01-01' }) as never
  const documents = [paper('d1'), paper('d2'), paper('n1', 'note')]
  const notes = [{ id: 'n1' as DocumentId, concernsOn: '2021-03' } as never]
  const entries = entriesOf({ facts, documents, notes })
  expect(entries.map(({ lane, on }) => [lane, on])).toEqual([
    ['document', '2021-05-01'],
    ['observation', '2021-05-01'],
    ['note', '2021-03'],
    ['procedure', '2019'],
    ['document', undefined],
    ['condition', undefined],
  ])
  expect(entries[1]).toMatchObject({ outOfRange: 1, facts: [{}, {}] })
  expect(yearsOf(entries).map(({ year }) => year)).toEqual(['2021', '2019', undefined])
})

test('the numbers beside a drawing are round, within it, and few', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (min, span) => {
        const steps = roundSteps(min, min + span, 5)
        expect(steps.length).toBeLessThanOrEqual(7)
        for (const { value } of steps) expect(value).toBeGreaterThanOrEqual(min - span * 1e-6)
      },
    ),
  )
  expect(roundSteps(3.4, 7.5, 5).map(({ text }) => text)).toEqual(['4', '5', '6', '7'])
  expect(roundSteps(0, 0.5, 5).map(({ text }) => text)).toEqual(['0.0', '0.1', '0.2', '0.3', '0.4', '0.5'])
  expect(timeSteps(Date.UTC(2020, 5), Date.UTC(2026, 5), 6).map(({ at }) => new Date(at).getUTCFullYear())).toEqual([
    2021, 2022, 2023, 2024, 2025, 2026,
  ])
  expect(scaleOf(0, 10, 100, 0).at(2.5)).toBe(75)
})
