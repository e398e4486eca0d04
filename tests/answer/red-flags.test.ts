import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fact } from '#contract/facts.ts'
import { Fact as FactSchema } from '#contract/facts.ts'
import { readRedFlagRules } from '../../src-main/answer/red-flags/red-flag-rules.ts'
import { createRedFlags } from '../../src-main/answer/red-flags.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { createMeasures } from '../../src-main/facts/measures.ts'
import { borders } from './red-flags/borders.ts'

const { convert } = createMeasures()
const rules = readRedFlagRules()
const id = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`

function fact(name: string, valueText: string, unit?: string, more: Partial<Fact> = {}): Fact {
  const [first = '', second] = valueText.replace(/^[<>]=?/, '').split('/')
  return {
    id: id(1) as Fact['id'],
    personId: id(2) as Fact['personId'],
    kind: 'observation',
    name,
    nameText: name,
    valueText,
    value: Number(first),
    ...(unit !== undefined && { unit }),
    flag: 'unknown',
    isNoneKnown: false,
    happenedOn: '2021-03-04',
    details: second === undefined ? {} : { secondValue: Number(second) },
    state: 'confirmed',
    doubts: [],
    suggestions: [],
    provenance: [],
    knownSince: '2022-01-01T00:00:00Z',
    ...more,
  }
}

const nobody = { statesPregnancy: () => false }
const { redFlagsOf } = createRedFlags(convert)
const rulesOf = (facts: readonly Fact[], context: Parameters<typeof redFlagsOf>[1] = nobody) =>
  redFlagsOf(facts, context).map(({ rule }) => rule)

describe('the border of each row', () => {
  for (const { rule, measure, unit, past, notPast } of borders) {
    const alone = createRedFlags(convert, () => rules.filter((each) => each.id === rule))
    const isPregnant = rule === 'pressure-in-pregnancy'
    const isFlagged = (value: string) =>
      alone.redFlagsOf([fact(measure, value, unit)], { statesPregnancy: () => isPregnant }).length === 1
    test(`${rule}, ${measure} in ${unit}: ${past.length + notPast.length} values`, () => {
      expect(past.length + notPast.length).toBeGreaterThanOrEqual(10)
      expect(past.filter((value) => !isFlagged(value))).toEqual([])
      expect(notPast.filter(isFlagged)).toEqual([])
    })
  }

  test('is tried for every row and every unit of the table', () => {
    const tried = borders.map(({ rule, unit }) => `${rule} ${unit}`)
    const written = rules.flatMap(({ id: rule, levels }) => levels.map(({ unit }) => `${rule} ${unit}`))
    expect([...new Set(written)].filter((each) => !tried.includes(each))).toEqual([])
  })
})

describe('the table', () => {
  const { analytes, units } = readMeasureDictionaries()

  test('has at least twenty rows, each with a source of its own year and a note', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBeGreaterThanOrEqual(20)
    for (const { id: rule, source, note } of rules) {
      expect(source, rule).toMatch(/\b(?:19|20)\d\d\b/)
      expect(note, rule).toMatch(/^(?:a|the) .{20,}[^.]$/)
      expect(note, rule).not.toMatch(/should|must|urgent|danger|see a|call (?:a|your|for)\b|immediately/i)
    }
  })

  test('names measures as the dictionary does, in units that the measure can have', () => {
    for (const { id: rule, measures, levels } of rules)
      for (const measure of measures) {
        const found = analytes.find(measure, { unit: levels[0]?.unit ?? '' })?.analyte
        expect(found?.name, rule).toBe(measure)
        for (const { unit } of levels) expect(units.all, rule).toContain(unit)
        expect(
          found?.units.some(({ ucum }) => levels.some(({ unit }) => unit === ucum)),
          rule,
        ).toBe(true)
      }
  })

  test('gives all rows of a measure the same first unit on each side, so that their borders compare', () => {
    const sides = Map.groupBy(
      rules.flatMap((rule) => rule.measures.map((measure) => ({ rule, side: `${measure} ${rule.comparator[0]}` }))),
      ({ side }) => side,
    )
    for (const [side, each] of sides) expect(new Set(each.map(({ rule }) => rule.levels[0]?.unit)).size, side).toBe(1)
  })

  test('agrees with itself where a threshold is published in two units', () => {
    for (const { id: rule, measures, levels } of rules)
      for (const { first, unit } of levels.slice(1)) {
        const into = convert(first ?? 0, unit, levels[0]?.unit ?? '', measures[0] ?? '')
        // publications round: 1 mg/dL of phosphate is 0.32 mmol/L, and printed as 0.3
        if (into !== undefined) expect(Math.abs(into / (levels[0]?.first ?? 0) - 1), rule).toBeLessThan(0.08)
      }
  })

  test('is refused when a row is not whole', () => {
    const broken = new URL('data:text/plain,')
    expect(() => readRedFlagRules(broken)).toThrow()
    expect(readFileSync(new URL('../../resources/dictionaries/red-flags.csv', import.meta.url), 'utf8')).not.toContain(
      '"',
    )
  })
})

describe('a red flag', () => {
  test('says value, date, threshold and publication in one sentence', () => {
    expect(redFlagsOf([fact('Blood pressure', '186/124', 'mm[Hg]', { unitText: 'mmHg' })], nobody)).toEqual([
      {
        rule: 'pressure-stage-3',
        factId: id(1),
        isUnreviewed: false,
        text: 'Blood pressure 186/124 mmHg on 2021-03-04 is at or above 180/120, the clinic reading from which NICE guideline NG136 speaks of stage 3 (severe) hypertension.',
        source: expect.stringContaining('NICE guideline NG136'),
      },
    ])
  })

  test('names the number of a pair that is past, and the unit where the paper uses another', () => {
    const text = (each: Fact) => redFlagsOf([each], nobody)[0]?.text ?? ''
    expect(text(fact('Blood pressure', '186/82', 'mm[Hg]'))).toContain(
      '186/82 mmHg on 2021-03-04 has its first number at or above 180, ',
    )
    expect(text(fact('Blood pressure', '150/121', 'mm[Hg]'))).toContain('has its second number at or above 120, ')
    expect(text(fact('Body temperature', '105', '[degF]'))).toContain('105 \u00b0F on 2021-03-04 is above 40 \u00b0C, ')
    expect(text(fact('Glucose', '40', 'mg/dL'))).toContain('40 mg/dL on 2021-03-04 is below 54, ')
    expect(text(fact('Glucose', '2.5', 'mmol/L'))).toContain('is below 3, ')
    expect(text(fact('INR', '9.2'))).toContain('INR 9.2 on 2021-03-04 is above 8, ')
  })

  test('gives a date as precisely as it is known', () => {
    const text = (happenedOn?: string) => {
      const { happenedOn: _, ...undated } = fact('Potassium', '6.9', 'mmol/L')
      return redFlagsOf([happenedOn === undefined ? undated : { ...undated, happenedOn }], nobody)[0]?.text ?? ''
    }
    expect(text('2021-03-04T08:15')).toContain('6.9 mmol/L on 2021-03-04 at 08:15 is')
    expect(text('2021-03')).toContain('6.9 mmol/L in 2021-03 is')
    expect(text('2021')).toContain('6.9 mmol/L in 2021 is')
    expect(text()).toContain('6.9 mmol/L (no date stated) is')
  })

  test('is of a fact nobody looked at too, and says so; never of a rejected one', () => {
    const of = (state: Fact['state']) => redFlagsOf([fact('Potassium', '6.9', 'mmol/L', { state })], nobody)
    expect(of('proposed').map(({ isUnreviewed }) => isUnreviewed)).toEqual([true])
    for (const state of ['confirmed', 'corrected', 'entered'] as const)
      expect(of(state).map(({ isUnreviewed }) => isUnreviewed)).toEqual([false])
    expect(of('rejected')).toEqual([])
  })

  test('is not of a value that is nearly certainly misread, until somebody has looked', () => {
    const doubtful = fact('Body temperature', '98.6', 'Cel', { state: 'proposed', doubts: ['implausible-value'] })
    expect(rulesOf([doubtful])).toEqual([])
    expect(rulesOf([{ ...doubtful, state: 'confirmed' }])).toEqual(['temperature-heat'])
    expect(rulesOf([fact('Potassium', '6.9', 'mmol/L', { state: 'proposed', doubts: ['no-date'] })])).toHaveLength(1)
  })

  test('needs a unit that is its own or converts exactly', () => {
    expect(rulesOf([fact('Potassium', '6.9')])).toEqual([])
    expect(rulesOf([fact('Blood pressure', '186/124')])).toEqual([])
    expect(rulesOf([fact('Heart rate', '150')])).toEqual([])
    expect(rulesOf([fact('Potassium', '690', 'mg/dL')])).toEqual(['potassium-grade-4-high'])
    expect(rulesOf([fact('Potassium', '6.9', 'mm[Hg]')])).toEqual([])
    expect(rulesOf([fact('Potassium', '6.9', 'furlong')])).toEqual([])
    expect(rulesOf([fact('eGFR', '10', 'mL/min')])).toEqual([])
    expect(rulesOf([fact('Hemoglobin', '3.9', 'mmol/L')])).toEqual(['hemoglobin-transfusion'])
    expect(rulesOf([fact('Neutrophils', '0.3', '%')])).toEqual([])
    expect(rulesOf([fact('Glucose', '40', 'mmol/L')])).toEqual(['glucose-hyperosmolar'])
  })

  test('honours what is written before the number', () => {
    const flagged = (name: string, valueText: string, unit: string, comparator: Fact['comparator']) =>
      rulesOf([fact(name, valueText, unit, comparator === undefined ? {} : { comparator })]).length > 0
    expect(flagged('Triglycerides', '>1200', 'mg/dL', '>')).toBe(true)
    expect(flagged('Triglycerides', '>1000', 'mg/dL', '>')).toBe(true)
    expect(flagged('Triglycerides', '>=1000', 'mg/dL', '>=')).toBe(true)
    expect(flagged('Triglycerides', '>500', 'mg/dL', '>')).toBe(false)
    expect(flagged('Triglycerides', '<1200', 'mg/dL', '<')).toBe(false)
    expect(flagged('Potassium', '<5', 'mmol/L', '<')).toBe(false)
    expect(flagged('Potassium', '<2.5', 'mmol/L', '<')).toBe(true)
    expect(flagged('Potassium', '<=2.5', 'mmol/L', '<=')).toBe(false)
    expect(flagged('Potassium', '<2', 'mmol/L', '<')).toBe(true)
    expect(flagged('Potassium', '>7', 'mmol/L', '>')).toBe(true)
    expect(flagged('Platelets', '<10', '10*9/L', '<')).toBe(true)
    expect(flagged('Glucose', '>600', 'mg/dL', '>')).toBe(true)
    expect(flagged('Glucose', '<20', 'mg/dL', '<')).toBe(true)
    expect(flagged('Potassium', '7.5', 'mmol/L', '~')).toBe(false)
  })

  test('is one for each side: the furthest threshold', () => {
    expect(rulesOf([fact('Potassium', '6.8', 'mmol/L')])).toEqual(['potassium-severe-high'])
    expect(rulesOf([fact('Potassium', '7.4', 'mmol/L')])).toEqual(['potassium-grade-4-high'])
    expect(rulesOf([fact('Sodium', '123', 'mmol/L')])).toEqual(['sodium-profound-low'])
    expect(rulesOf([fact('Sodium', '112', 'mmol/L')])).toEqual(['sodium-grade-4-low'])
    expect(rulesOf([fact('INR', '12', '{INR}')])).toEqual(['inr-chest'])
    expect(rulesOf([fact('Oxygen saturation', '91', '%')])).toEqual(['saturation-news-low'])
    expect(rulesOf([fact('Oxygen saturation', '84', '%')])).toEqual(['saturation-hypoxaemia'])
    expect(rulesOf([fact('Blood pressure', '85/125', 'mm[Hg]')])).toEqual(['pressure-stage-3', 'pressure-news-low'])
  })

  test('in pregnancy and after a birth has the threshold that is published for it', () => {
    const pregnant = { statesPregnancy: () => true }
    const of = (pair: string, context = nobody) => rulesOf([fact('Blood pressure', pair, 'mm[Hg]')], context)
    expect(of('162/100')).toEqual([])
    expect(of('162/100', pregnant)).toEqual(['pressure-in-pregnancy'])
    expect(of('186/82', pregnant)).toEqual(['pressure-in-pregnancy'])
    expect(of('200/130', pregnant)).toEqual(['pressure-in-pregnancy'])
    expect(of('85/50', pregnant)).toEqual([])
    expect(of('85/50')).toEqual(['pressure-news-low'])
    expect(rulesOf([fact('Hemoglobin', '7.5', 'g/dL')], pregnant)).toEqual([])
    expect(rulesOf([fact('Hemoglobin', '6.5', 'g/dL')], pregnant)).toEqual(['hemoglobin-transfusion'])
  })

  test('asks of pregnancy for each fact apart, and only where a threshold is passed', () => {
    const asked: string[] = []
    const facts = [
      fact('Blood pressure', '162/100', 'mm[Hg]', { happenedOn: '2020-01-01' }),
      fact('Blood pressure', '120/80', 'mm[Hg]', { happenedOn: '2020-02-02' }),
      fact('Blood pressure', '164/100', 'mm[Hg]', { happenedOn: '2020-03-03' }),
    ]
    const flags = redFlagsOf(facts, {
      statesPregnancy: ({ happenedOn = '' }) => asked.push(happenedOn) > 0 && happenedOn === '2020-03-03',
    })
    expect(flags.map(({ text }) => text.includes('2020-03-03'))).toEqual([true])
    expect(asked).toEqual(['2020-01-01', '2020-03-03'])
  })

  test('for adults is not of a child whose age is known', () => {
    const of = (name: string, value: string, unit: string, age: number | undefined) =>
      rulesOf([fact(name, value, unit)], { ...nobody, ageYears: () => age })
    expect(of('Heart rate', '160', '/min', 1)).toEqual([])
    expect(of('Heart rate', '160', '/min', 40)).toEqual(['pulse-news-high'])
    expect(of('Heart rate', '160', '/min', undefined)).toEqual(['pulse-news-high'])
    expect(of('Potassium', '6.6', 'mmol/L', 0)).toEqual([])
    expect(of('Potassium', '2.1', 'mmol/L', 0)).toEqual(['potassium-grade-4-low'])
    expect(of('Oxygen saturation', '85', '%', 3)).toEqual(['saturation-hypoxaemia'])
  })

  test('is of a measured value in blood alone, never of another kind of fact', () => {
    expect(rulesOf([fact('Potassium', '6.9', 'mmol/L', { details: { specimen: 'urine' } })])).toEqual([])
    expect(rulesOf([fact('Potassium', '6.9', 'mmol/L', { details: { specimen: 'Serum' } })])).toHaveLength(1)
    expect(rulesOf([fact('Potassium', '6.9', 'mmol/L', { kind: 'note' })])).toEqual([])
    expect(rulesOf([fact('Urine potassium', '69', 'mmol/L')])).toEqual([])
    const { value: _, ...words } = fact('Potassium', 'high', 'mmol/L')
    expect(rulesOf([words])).toEqual([])
  })

  test('is given in the order of the facts', () => {
    const facts = [fact('Potassium', '6.9', 'mmol/L'), fact('Sodium', '140', 'mmol/L'), fact('Glucose', '40', 'mg/dL')]
    expect(rulesOf(facts)).toEqual(['potassium-severe-high', 'glucose-level-2-low'])
    expect(rulesOf([])).toEqual([])
  })
})

test('the facts of these tests are facts of the contract', () => {
  expect(
    FactSchema.safeParse(fact('Potassium', '6.9', 'mmol/L')).error?.issues.map(({ path }) => path.join('.')) ?? [],
  ).toEqual([])
})
