import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractVitals } from '../../src-main/extract/vitals.ts'
import { labContext, pagesOf } from './labs/lab-context.ts'

const read = (text: string) =>
  extractVitals(pagesOf(text), labContext).map(({ name, valueText, value, unit, details, happenedOn }) => [
    name,
    valueText,
    value,
    details.secondValue,
    unit,
    happenedOn,
  ])
const names = (text: string) => read(text).map(([name, valueText, , , unit]) => [name, valueText, unit])
const sample = (name: string) => readFileSync(new URL(`../../resources/sample/papers/${name}`, import.meta.url), 'utf8')

describe('vital signs', () => {
  test('on one line, as nurses write them', () => {
    expect(
      names('BP: 120/80 mmHg\tPulse: 72\tTemp: 98.6 F\nRR 16\tSpO2 98% RA\nHt 5\'6"\tWt 150 lbs\nBMI 24.2'),
    ).toEqual([
      ['Blood pressure', '120/80', 'mm[Hg]'],
      ['Heart rate', '72', undefined],
      ['Body temperature', '98.6', '[degF]'],
      ['Respiratory rate', '16', undefined],
      ['Oxygen saturation', '98', '%'],
      ['Body height', '5\'6"', undefined],
      ['Body weight', '150', '[lb_av]'],
      ['Body mass index', '24.2', undefined],
    ])
  })

  test('in running text', () => {
    expect(
      read(
        'On 3 March 2024 blood pressure was 150/90 mmHg. Temperature 37 °C, respiratory rate 18/min, weight 78.4 kg.',
      ),
    ).toEqual([
      ['Blood pressure', '150/90', 150, 90, 'mm[Hg]', '2024-03-03'],
      ['Body temperature', '37', 37, undefined, 'Cel', undefined],
      ['Respiratory rate', '18', 18, undefined, '/min', undefined],
      ['Body weight', '78.4', 78.4, undefined, 'kg', undefined],
    ])
  })

  test('of both scales of temperature are equally at home, and unplausible ones are kept with a doubt', () => {
    const doubts = (text: string) => extractVitals(pagesOf(text), labContext).map((each) => each.doubts)
    expect(doubts('Temperature 37 °C. Temperature 98.6 °F.')).toEqual([['no-date'], ['no-date']])
    expect(doubts('Temperature 98.6 °C')).toEqual([['implausible-value', 'no-date']])
  })

  test('RR is a pressure or a rate by what follows', () => {
    expect(names('RR 135/85 mmHg, Puls 70/min')).toEqual([
      ['Blood pressure', '135/85', 'mm[Hg]'],
      ['Heart rate', '70', '/min'],
    ])
  })

  test('in a table of days', () => {
    const text = 'Date\tBP (mmHg)\tPulse\tWeight (kg)\n14 March 2024\t128/78\t66\t78.4\n15 March 2024\t130/80\t70\t78.1'
    expect(read(text)).toEqual([
      ['Blood pressure', '128/78', 128, 78, 'mm[Hg]', '2024-03-14'],
      ['Heart rate', '66', 66, undefined, undefined, '2024-03-14'],
      ['Body weight', '78.4', 78.4, undefined, 'kg', '2024-03-14'],
      ['Blood pressure', '130/80', 130, 80, 'mm[Hg]', '2024-03-15'],
      ['Heart rate', '70', 70, undefined, undefined, '2024-03-15'],
      ['Body weight', '78.1', 78.1, undefined, 'kg', '2024-03-15'],
    ])
  })

  test('of a diary at home', () => {
    const found = read(sample('oakhollow-m-blood-pressure-diary.md'))
    expect(found).toHaveLength(14)
    expect(found[0]).toEqual(['Blood pressure', '136/80', 136, 80, undefined, '2024-03-18'])
    expect(found.at(-1)).toEqual(['Blood pressure', '133/79', 133, 79, undefined, '2024-03-24'])
  })

  test('of a visit', () => {
    expect(names(sample('oakhollow-m-visit-note-2024-04-02.txt'))).toEqual([
      ['Blood pressure', '134/82', 'mm[Hg]'],
      ['Heart rate', '72', '/min'],
      ['Body weight', '78.4', 'kg'],
      ['Body height', '166', 'cm'],
      ['Body mass index', '28.5', undefined],
    ])
  })

  test.each([
    'Target blood pressure below 140/90 mmHg.',
    'Keep the blood pressure at 130/80.',
    'Weight loss of 5 kg since spring.',
    'Birth weight 3.4 kg.',
    'If the pulse is 120 or more, call us.',
    "Her mother's blood pressure was 180/100.",
    'Repeat the pulse in 30 minutes.',
    'The height of the table is 80.',
    'Reference 120/80-4, room 12/14.',
    'Store at a temperature of 25.',
    'Pulse 6 weeks ago was normal.',
  ])('gives none: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('every pressure is read back from every wording', () => {
    const wording = fc.constantFrom(
      'BP %',
      'Blood pressure: % mmHg',
      'blood pressure was % mmHg',
      'B/P % mm Hg sitting',
      'Blutdruck %',
    )
    fc.assert(
      fc.property(fc.integer({ min: 80, max: 220 }), fc.integer({ min: 40, max: 79 }), wording, (high, low, words) => {
        const found = read(words.replace('%', `${high}/${low}`))
        expect(found.map(([, , value, second]) => [value, second])).toEqual([[high, low]])
      }),
      { numRuns: 1000 },
    )
  })
})
