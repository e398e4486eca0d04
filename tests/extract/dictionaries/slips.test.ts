/** A slip of recognition is undone only where it can mean one name, and what is undone is shown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'

const { analytes } = readMeasureDictionaries()

describe('slips', () => {
  test.each([
    ['Hemoglobin Alc', 'Hemoglobin A1c'],
    ['HbAlc', 'Hemoglobin A1c'],
    ['HbAIc', 'Hemoglobin A1c'],
    ['AIc', 'Hemoglobin A1c'],
    ['HBAIC', 'Hemoglobin A1c'],
    ['lgA', 'IgA'],
    ['Calciurn', 'Calcium'],
    ['5odium', 'Sodium'],
    ['P5A', 'PSA'],
    ['Troponin l', 'Troponin I'],
    ['CA l5-3', 'CA 15-3'],
    ['Vitamin 812', 'Vitamin B12'],
    ['Hemogl0bin', 'Hemoglobin'],
  ])('%s is read as %s', (text, name) => {
    const match = analytes.find(text)
    expect(match?.analyte.name).toBe(name)
    expect(match?.correctedFrom).toBe(text)
  })

  test('what is a name of its own is no slip', () => {
    expect(analytes.find('ALC')).toEqual({ analyte: analytes.get('Lymphocytes (absolute)') })
    expect(analytes.find('Factor II')?.correctedFrom).toBeUndefined()
    expect(analytes.find('Factor 11')?.analyte.name).toBe('Factor XI activity')
  })

  test('what could be two names is neither', () => {
    expect(analytes.find('Factor lI')).toBeUndefined()
  })

  test('the capital L is no 1', () => {
    expect(analytes.find('AIP')).toBeUndefined()
    expect(analytes.find('HEMOGLOBIN ALC')).toBeUndefined()
  })

  test('a number is never read as a name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (value) => analytes.find(String(value)) === undefined),
      { numRuns: 2000 },
    )
  })

  test('a slipped name finds its own measure or none, unless it is spelled as another one', () => {
    const names = analytes.names.filter(({ needsUnit }) => !needsUnit)
    const slipped = fc
      .tuple(fc.constantFrom(...names), fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 3 }))
      .map(([name, places]) => ({ name, text: places.reduce(slipAt, name.text) }))
    fc.assert(
      fc.property(slipped, ({ name, text }) => {
        const match = analytes.find(text)
        if (match === undefined || match.analyte === name.analyte) return
        // Spelled exactly as another name: that is not for a slip to decide, and nothing was corrected.
        expect(match.correctedFrom, `${name.text} read as ${text}`).toBeUndefined()
      }),
      { numRuns: 5000 },
    )
  })

  test('single letters read wrong make no other name of the table, but for those that differ in nothing else', () => {
    const wrong = new Set<string>()
    for (const { text, analyte, needsUnit } of analytes.names) {
      if (needsUnit) continue
      for (let place = 0; place < text.length; place += 1) {
        const match = analytes.find(slipAt(text, place))
        if (match && match.analyte !== analyte) wrong.add(`${text} > ${match.analyte.name}`)
      }
    }
    expect([...wrong]).toEqual([])
  })
})

const READINGS: Readonly<Record<string, string>> = {
  '1': 'l',
  l: '1',
  I: 'l',
  i: 'l',
  '0': 'O',
  O: '0',
  o: '0',
  '5': 'S',
  S: '5',
  s: '5',
  '8': 'B',
  B: '8',
  m: 'rn',
}

/** The first letter from that place on that can be taken for another, taken for it. */
function slipAt(text: string, place: number): string {
  const letters = [...text]
  const at = letters.findIndex((letter, index) => index >= place % letters.length && READINGS[letter] !== undefined)
  return at < 0 ? text : letters.with(at, READINGS[letters[at] ?? ''] ?? '').join('')
}
