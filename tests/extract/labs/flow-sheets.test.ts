/** Tables with measures across the top: a row for each day, or one row of results under their names. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractLabs } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import { labContext } from './lab-context.ts'
import { lines, read, row, short } from './written.ts'

const shorts = (...texts: readonly string[]) => read([lines(...texts)]).map(short)

/** One word: its left edge, its line and its text; a letter is a hundredth of the page wide, a line two hundredths high. */
type Word = readonly [x: number, line: number, text: string]

/** Cells as the page was read, each of words that may stand on several lines. */
function placedPage(...rows: readonly (readonly (readonly Word[])[])[]): ExtractPage {
  const words: ExtractPage['words'][number][] = []
  let text = ''
  for (const cells of rows) {
    for (const [index, cell] of cells.entries()) {
      if (index > 0) text += '\t'
      for (const [at, [x, line, written]] of cell.entries()) {
        if (at > 0) text += ' '
        words.push({
          start: text.length,
          length: written.length,
          box: [x, line * 0.02, written.length / 100, 0.012],
        })
        text += written
      }
    }
    text += '\n'
  }
  return { number: 1, text, words, method: 'text' }
}

describe('a row for each day', () => {
  test('has its unit and range from rows of their own', () => {
    expect(
      shorts(
        row('Date', 'Sodium', 'Potassium'),
        row('Units', 'mmol/L', 'mmol/L'),
        row('Ref. interval', '135-145', '3.5-5.2'),
        '',
        row('21 Sep 2020', '141', '3.1'),
        row('26 Oct 2020', '148 H', '4.8'),
      ),
    ).toEqual([
      'Sodium | 141 | mmol/L | 135-145 | normal | 2020-09-21',
      'Potassium | 3.1 | mmol/L | 3.5-5.2 | low | 2020-09-21',
      'Sodium | 148 | mmol/L | 135-145 | high | 2020-10-26',
      'Potassium | 4.8 | mmol/L | 3.5-5.2 | normal | 2020-10-26',
    ])
  })

  test('has unit and range from one row for both', () => {
    expect(
      shorts(
        row('Date / time', 'BUN', 'Creatinine'),
        row('mg/dL 7 - 25', 'mg/dL 0.60 - 1.30'),
        row('2/16/2023 18:10', '9', '1.41'),
      ),
    ).toEqual([
      'Urea nitrogen | 9 | mg/dL | 7 - 25 | normal | 2023-02-16T18:10',
      'Creatinine | 1.41 | mg/dL | 0.60 - 1.30 | high | 2023-02-16T18:10',
    ])
  })

  test('may have its time in a column beside the day, and a row of a time alone is of the day above', () => {
    expect(
      shorts(
        row('Date', 'Time', 'Glucose (mmol/L)', 'Lactate (mmol/L)'),
        row('4 June 2023', '06:00', '7.8', '1.2'),
        row('', '14:00', '9.0', '1.0'),
      ),
    ).toEqual([
      'Glucose | 7.8 | mmol/L | - | unknown | 2023-06-04T06:00',
      'Lactate | 1.2 | mmol/L | - | unknown | 2023-06-04T06:00',
      'Glucose | 9.0 | mmol/L | - | unknown | 2023-06-04T14:00',
      'Lactate | 1.0 | mmol/L | - | unknown | 2023-06-04T14:00',
    ])
  })

  test('gives nothing where cells are missing and nobody can tell which', () => {
    expect(shorts(row('Date', 'Sodium', 'Potassium', 'Urea'), row('21 Sep 2020', '141', '5.0'))).toEqual([])
  })

  test('without a day gives nothing: it may be an average', () => {
    expect(
      shorts(row('Date', 'Sodium', 'Potassium'), row('21 Sep 2020', '141', '4.0'), row('Mean', '140', '4.1')),
    ).toEqual(['Sodium | 141 | - | - | unknown | 2020-09-21', 'Potassium | 4.0 | - | - | unknown | 2020-09-21'])
  })

  test('of a table of meals holds what was eaten', () => {
    expect(shorts(row('Date', 'Meal', 'Protein', 'Iron'), row('1 May 2023', 'lunch', '32', '4'))).toEqual([])
  })

  test('is of the day of collection, not of the day it was reported', () => {
    expect(
      shorts(
        row('Reported', 'Collected', 'Sodium (mmol/L)', 'Urea (mmol/L)'),
        row('23 Sep 2020', '21 Sep 2020', '141', '5.0'),
      ),
    ).toEqual(['Sodium | 141 | mmol/L | - | unknown | 2020-09-21', 'Urea | 5.0 | mmol/L | - | unknown | 2020-09-21'])
  })

  test('says which saturation is meant by iron beside it', () => {
    const page = (first: string) =>
      shorts(row('Date', first, 'Saturation'), row('Units', 'umol/L', '%'), row('3 May 2021', '11', '20'))
    expect(page('Iron')).toEqual([
      'Iron | 11 | umol/L | - | unknown | 2021-05-03',
      'Transferrin saturation | 20 | % | - | unknown | 2021-05-03',
    ])
    expect(page('Creatinine').join()).not.toContain('aturation')
  })

  test('keeps its values apart by where they stand, though others are missing', () => {
    const at = (x: number, line: number, text: string): Word[] => [[x, line, text]]
    const page = placedPage(
      [at(0.1, 1, 'Date'), at(0.3, 1, 'Sodium'), at(0.5, 1, 'Potassium'), at(0.7, 1, 'Urea')],
      [at(0.1, 2, 'Units'), at(0.3, 2, 'mmol/L'), at(0.5, 2, 'mmol/L'), at(0.7, 2, 'mmol/L')],
      [at(0.1, 3, '2021-03-04'), at(0.3, 3, '141'), at(0.7, 3, '5.0')],
    )
    expect(extractLabs([page], labContext).map(short)).toEqual([
      'Sodium | 141 | mmol/L | - | unknown | 2021-03-04',
      'Urea | 5.0 | mmol/L | - | unknown | 2021-03-04',
    ])
  })

  test('is found again where columns were read as cells of several lines', () => {
    const column = (x: number, ...texts: readonly (readonly [line: number, text: string])[]): Word[] =>
      texts.map(([line, text]) => [x, line, text])
    const page = placedPage(
      [column(0.1, [1, 'Date']), column(0.3, [1, 'TSH']), column(0.5, [1, 'Ferritin'])],
      [column(0.1, [2, 'Units']), column(0.3, [2, 'mIU/L']), column(0.5, [2, 'ug/L'])],
      [
        column(0.1, [3, '2021-03-04'], [4, '2021-06-01'], [5, '2021-09-09']),
        column(0.3, [3, '2.4'], [5, '3.1']),
        column(0.5, [4, '88']),
      ],
    )
    expect(extractLabs([page], labContext).map(short)).toEqual([
      'Thyroid stimulating hormone | 2.4 | m[IU]/L | - | unknown | 2021-03-04',
      'Ferritin | 88 | ug/L | - | unknown | 2021-06-01',
      'Thyroid stimulating hormone | 3.1 | m[IU]/L | - | unknown | 2021-09-09',
    ])
  })

  test('gives every value to its own name and its own day', () => {
    const value = fc.option(fc.integer({ min: 100, max: 180 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }), (days) => {
        const at = (x: number, line: number, text: string): Word[] => [[x, line, text]]
        const names = ['Sodium', 'Chloride', 'Hb'] as const
        const places = [0.3, 0.5, 0.7]
        const page = placedPage(
          [at(0.1, 1, 'Date'), ...names.map((name, index) => at(places[index] ?? 0, 1, name))],
          [at(0.1, 2, 'Units'), ...['mmol/L', 'mmol/L', 'g/L'].map((unit, index) => at(places[index] ?? 0, 2, unit))],
          ...days.map((values, day) => [
            at(0.1, day + 3, `2021-03-0${day + 1}`),
            ...values.flatMap((each, index) =>
              each === undefined ? [] : [at(places[index] ?? 0, day + 3, String(each))],
            ),
          ]),
        )
        const found = extractLabs([page], labContext).map(({ name, value: read, happenedOn }) => [
          name,
          read,
          happenedOn,
        ])
        const expected = days.flatMap((values, day) =>
          values.flatMap((each, index) =>
            each === undefined ? [] : [[['Sodium', 'Chloride', 'Hemoglobin'][index], each, `2021-03-0${day + 1}`]],
          ),
        )
        expect(found).toEqual(expected)
      }),
    )
  })
})

describe('results under their names', () => {
  test('have unit and range from the rows below', () => {
    expect(
      shorts(
        'Collected: 5 June 2020',
        '',
        row('Sodium', 'Potassium', 'Chloride'),
        row('141', '3.2', '103'),
        row('mmol/L', 'mmol/L', 'mmol/L'),
        row('135-145', '3.5-5.1', '98-107'),
      ),
    ).toEqual([
      'Sodium | 141 | mmol/L | 135-145 | normal | 2020-06-05',
      'Potassium | 3.2 | mmol/L | 3.5-5.1 | low | 2020-06-05',
      'Chloride | 103 | mmol/L | 98-107 | normal | 2020-06-05',
    ])
  })

  test('in two rows without a day give nothing: one of them is of an earlier day', () => {
    expect(shorts(row('Sodium', 'Potassium', 'Chloride'), row('141', '3.2', '103'), row('139', '4.4', '101'))).toEqual(
      [],
    )
  })

  test('are none where tests are only named', () => {
    expect(shorts(row('Sodium', 'Potassium', 'Chloride'), 'Please fast for 12 hours.')).toEqual([])
  })
})
