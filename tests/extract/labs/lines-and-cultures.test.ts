import { describe, expect, test } from 'vitest'
import { lines, read, row, short } from './written.ts'

describe('without a heading', () => {
  test('columns are known by what they hold', () => {
    const text = lines(
      row('Sodium', '140', 'mmol/L', '135-145'),
      row('Potassium', '5.6', 'H', 'mmol/L', '3.5-5.1'),
      row('Dr. Marlow', '4', 'Main Street'),
    )
    expect(read([text]).map(short)).toEqual([
      'Sodium | 140 | mmol/L | 135-145 | normal | -',
      'Potassium | 5.6 | mmol/L | 3.5-5.1 | high | -',
    ])
  })

  test('lines of name, value, unit and range', () => {
    const text = lines(
      'Blood results of 12 March 2024',
      'Glucose: 95 mg/dL (70-99)',
      'Potassium ........ 5.6 H mmol/L 3.5-5.1',
      'Creatinine = 1.1 mg/dl [0.5-1.2]',
      'Vitamin B12 362 pg/mL',
      'Sodium 140 mmol/L, chloride 101 mmol/L, calcium 9.1 mg/dL',
      'ANA titer: 1:80',
    )
    expect(read([text]).map(({ name, valueText, flag, happenedOn }) => [name, valueText, flag, happenedOn])).toEqual([
      ['Glucose', '95', 'normal', '2024-03-12'],
      ['Potassium', '5.6', 'high', '2024-03-12'],
      ['Creatinine', '1.1', 'normal', '2024-03-12'],
      ['Vitamin B12', '362', 'unknown', '2024-03-12'],
      ['Sodium', '140', 'unknown', '2024-03-12'],
      ['Chloride', '101', 'unknown', '2024-03-12'],
      ['Calcium', '9.1', 'unknown', '2024-03-12'],
      [expect.stringMatching(/antinuclear|ana/i), '1:80', 'unknown', '2024-03-12'],
    ])
  })

  test('a form with one label per line', () => {
    const text = lines(
      'Lab Test: Hemogram',
      'Date/Time Collected: 22 Mar 2011 @ 1000',
      '',
      '-----------------',
      'Test Name: HEMOGLOBIN',
      'Result: 12.5 Low',
      'Units: g/dl',
      'Reference Range: (14-18)',
      'Interpretation:',
      'Status: Final',
      '-----------------',
      'Test Name: PLATELETS',
      'Result: 210',
      'Units: K/cmm',
      'Reference Range: (150-400)',
    )
    expect(
      read([text]).map(({ name, value, rangeLow, flag, happenedOn }) => [name, value, rangeLow, flag, happenedOn]),
    ).toEqual([
      ['Hemoglobin', 12.5, 14, 'low', '2011-03-22'],
      ['Platelets', 210, 150, 'normal', '2011-03-22'],
    ])
  })

  test('name, range and value on lines of their own', () => {
    const text = lines(
      'Basic metabolic panel',
      'Collected on March 12, 2024 7:55 AM',
      '',
      'GLUCOSE',
      'Normal range: 70 - 99 mg/dL',
      row('131', 'High'),
      '',
      'SODIUM',
      'Normal range: 135 - 145 mmol/L',
      '140',
      '',
      'Potassium',
      'Your value 5.6 mmol/L High',
      'Standard range: 3.5 - 5.1 mmol/L',
      '',
      'Calcium',
      '12',
    )
    expect(read([text]).map(short)).toEqual([
      'Glucose | 131 | mg/dL | 70 - 99 mg/dL | high | 2024-03-12T07:55',
      'Sodium | 140 | mmol/L | 135 - 145 mmol/L | normal | 2024-03-12T07:55',
      'Potassium | 5.6 | mmol/L | 3.5 - 5.1 mmol/L | high | 2024-03-12T07:55',
    ])
  })

  test('comments below a row are no results', () => {
    const text = lines(
      row('Test', 'Result', 'Units', 'Range'),
      row('Hemoglobin A1c', '7.2', '%', '4.0-5.6'),
      'Comment: Previous HbA1c 8.4 % on 14 September 2023.',
      'Target agreed: HbA1c 7.0 %',
      row('Glucose', '131', 'mg/dL', '70-99'),
    )
    expect(read([text]).map(({ valueText }) => valueText)).toEqual(['7.2', '131'])
  })
})

describe('a culture', () => {
  const text = lines(
    'MICROBIOLOGY',
    'Collected: 2 May 2024',
    'Urine culture: >100,000 CFU/mL Escherichia coli',
    '',
    'SUSCEPTIBILITY',
    row('Antibiotic', 'MIC', 'Interpretation'),
    row('Ampicillin', '>=32', 'R'),
    row('Ceftriaxone', '<=1', 'S'),
    row('Trimethoprim/Sulfamethoxazole', '>=320', 'R'),
    row('Nitrofurantoin', '<=16', 'S'),
    'S = susceptible, I = intermediate, R = resistant',
  )

  test('says what grew and what was tested, in words', () => {
    expect(
      read([text]).map(({ name, valueText, value, flag, happenedOn }) => [name, valueText, value, flag, happenedOn]),
    ).toEqual([
      ['Urine culture', '>100,000 CFU/mL Escherichia coli', undefined, 'unknown', '2024-05-02'],
      ['Ampicillin', 'R', undefined, 'unknown', '2024-05-02'],
      ['Ceftriaxone', 'S', undefined, 'unknown', '2024-05-02'],
      ['Trimethoprim/Sulfamethoxazole', 'R', undefined, 'unknown', '2024-05-02'],
      ['Nitrofurantoin', 'S', undefined, 'unknown', '2024-05-02'],
    ])
  })

  test('of two organisms gives none where a letter could be of either', () => {
    const two = lines('SUSCEPTIBILITY', row('Antibiotic', 'E. coli', 'K. pneumoniae'), row('Ampicillin', 'R', 'S'))
    expect(read([two])).toEqual([])
  })
})
