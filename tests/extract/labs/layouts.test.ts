import { describe, expect, test } from 'vitest'
import { labContext } from './lab-context.ts'
import { lines, read, row, short } from './written.ts'

describe('a table with a heading', () => {
  test('as a large laboratory of the USA prints it', () => {
    const text = lines(
      row('Date Collected: 03/14/2024 08:15', 'Date Received: 03/14/2024', 'Date Reported: 03/15/2024'),
      '',
      row('TESTS', 'RESULT', 'FLAG', 'UNITS', 'REFERENCE INTERVAL', 'LAB'),
      'CMP14+eGFR',
      row('Glucose', '131', 'High', 'mg/dL', '70-99', '01'),
      row('BUN', '18', '', 'mg/dL', '6-24', '01'),
      row('Creatinine', '0.94', '', 'mg/dL', '0.57-1.00', '01'),
      row('Sodium', '133', 'Low', 'mmol/L', '134-144', '01'),
      row('AST (SGOT)', '22', '', 'U/L', '0-40', '01'),
      'Please note reference interval change for this assay.',
    )
    expect(read([text]).map(short)).toEqual([
      'Glucose | 131 | mg/dL | 70-99 | high | 2024-03-14T08:15',
      'Urea nitrogen | 18 | mg/dL | 6-24 | normal | 2024-03-14T08:15',
      'Creatinine | 0.94 | mg/dL | 0.57-1.00 | normal | 2024-03-14T08:15',
      'Sodium | 133 | mmol/L | 134-144 | low | 2024-03-14T08:15',
      'Aspartate aminotransferase | 22 | U/L | 0-40 | normal | 2024-03-14T08:15',
    ])
  })

  test('as a portal prints it, the name over two lines', () => {
    const text = lines(
      row('Component', 'Your Value', 'Standard Range', 'Units', 'Flag'),
      row('Estimated Glomerular', '68', '>59', 'mL/min/1.73 m²', ''),
      'Filtration Rate',
      'Alanine',
      row('aminotransferase (ALT)', '41', '7 - 35', 'U/L', 'H'),
    )
    const [egfr, alt] = read([text])
    expect(egfr && short(egfr)).toMatch(/^eGFR.*\| 68 \| mL\/min\/\{1\.73_m2\} \| >59 \| normal \| -$/)
    expect(alt && short(alt)).toBe('Alanine aminotransferase | 41 | U/L | 7 - 35 | high | -')
    expect(alt?.doubts).toEqual(['no-date'])
    expect(alt?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Alanine',
      'aminotransferase (ALT)',
      '41',
      '7 - 35',
      'U/L',
      'H',
    ])
  })

  test('with decimal commas, signs for flags and an earlier value without a day', () => {
    const text = lines(
      'Entnahme: 14.03.2024',
      '',
      row('Untersuchung', 'Ergebnis', 'Einheit', 'Referenzbereich', 'Vorwert'),
      row('Kalium', '5,6 +', 'mmol/l', '3,5-5,1', '4,1'),
      row('Natrium', '131 -', 'mmol/l', '135-145', '140'),
      row('CRP', '<0,5', 'mg/l', 'bis 5,0', '1,2'),
      row('Ferritin', '1.234,5', 'ng/ml', '30,0-400,0', ''),
    )
    const found = read([text])
    expect(found.map(short)).toEqual([
      'Potassium | 5,6 | mmol/L | 3,5-5,1 | high | 2024-03-14',
      'Sodium | 131 | mmol/L | 135-145 | low | 2024-03-14',
      'C-reactive protein | <0,5 | mg/L | bis 5,0 | normal | 2024-03-14',
      'Ferritin | 1.234,5 | ng/mL | 30,0-400,0 | high | 2024-03-14',
    ])
    expect(found.map(({ value, comparator, rangeHigh }) => [value, comparator, rangeHigh])).toEqual([
      [5.6, undefined, 5.1],
      [131, undefined, 145],
      [0.5, '<', 5],
      [1234.5, undefined, 400],
    ])
  })

  test('of several days gives every value its own', () => {
    const text = lines(
      row('Test', 'Units', 'Ref Range', '13 Jan 2024', '15 Jun 2024', '22 Jan 2025'),
      row('Sodium', 'mmol/L', '135-145', '140', '', '139'),
      row('Potassium', 'mmol/L', '3.5-5.1', '4.1', '5.6 H', '4.4'),
    )
    expect(read([text]).map(short)).toEqual([
      'Sodium | 140 | mmol/L | 135-145 | normal | 2024-01-13',
      'Sodium | 139 | mmol/L | 135-145 | normal | 2025-01-22',
      'Potassium | 4.1 | mmol/L | 3.5-5.1 | normal | 2024-01-13',
      'Potassium | 5.6 | mmol/L | 3.5-5.1 | high | 2024-06-15',
      'Potassium | 4.4 | mmol/L | 3.5-5.1 | normal | 2025-01-22',
    ])
  })

  test('of several days, without positions and without empty cells, gives none where the day is not certain', () => {
    const text = lines(
      row('Test', '13 Jan 2024', '15 Jun 2024'),
      row('Sodium', '140 mmol/L'),
      row('Potassium', '4.1 mmol/L', '4.4 mmol/L'),
    )
    expect(read([text]).map(short)).toEqual([
      'Potassium | 4.1 | mmol/L | - | unknown | 2024-01-13',
      'Potassium | 4.4 | mmol/L | - | unknown | 2024-06-15',
    ])
  })

  test('of days without a year leaves them out, and takes no other day for them', () => {
    const text = lines(row('Test', '03/04', '03/11'), row('Sodium', '140 mmol/L', '139 mmol/L'))
    const found = read([text], {
      date: { on: '2024-03-12', precision: 'day', isAmbiguous: false, dateKind: 'reported' },
    })
    expect(found.map(({ valueText, happenedOn, doubts }) => [valueText, happenedOn, doubts])).toEqual([
      ['140', undefined, ['no-date']],
      ['139', undefined, ['no-date']],
    ])
  })

  test('goes on after the end of a page', () => {
    const first = lines(
      row('Test', 'Result', 'Units', 'Reference range'),
      row('Sodium', '140', 'mmol/L', '135-145'),
      'Page 1 of 2',
    )
    const second = lines(
      'Continued',
      row('Zonulin', '41', 'ng/mL', '< 38'),
      row('Potassium', '4.1', 'mmol/L', '3.5-5.1'),
    )
    const found = read([first, second])
    expect(found.map(({ page, name, flag }) => [page, name, flag])).toEqual([
      [1, 'Sodium', 'normal'],
      [2, 'Zonulin', 'high'],
      [2, 'Potassium', 'normal'],
    ])
    expect(found[1]?.doubts).toContain('unknown-name')
    expect(found[1]?.code).toBeUndefined()
  })

  test('beside another one keeps both apart', () => {
    const text = lines(
      row('Test', 'Result', 'Units', 'Range', 'Test', 'Result', 'Units', 'Range'),
      row('Sodium', '140', 'mmol/L', '135-145', 'Calcium', '9.1', 'mg/dL', '8.6-10.2'),
      row('Potassium', '5.4', 'mmol/L', '3.5-5.1', 'Albumin', '4.1', 'g/dL', '3.5-5.0'),
    )
    expect(read([text]).map(short)).toEqual([
      'Sodium | 140 | mmol/L | 135-145 | normal | -',
      'Calcium | 9.1 | mg/dL | 8.6-10.2 | normal | -',
      'Potassium | 5.4 | mmol/L | 3.5-5.1 | high | -',
      'Albumin | 4.1 | g/dL | 3.5-5.0 | normal | -',
    ])
  })

  test('with unit and flag in the cell of the value, and the unit in the one of the range', () => {
    const text = lines(
      row('Investigation', 'Result', 'Biological reference interval'),
      row('Sodium', '148 mmol/L (H)', '135 - 145 mmol/L'),
      row('Potassium', 'L 3.1', '3.5 - 5.1 mmol/L'),
    )
    expect(read([text]).map(short)).toEqual([
      'Sodium | 148 | mmol/L | 135 - 145 mmol/L | high | -',
      'Potassium | 3.1 | mmol/L | 3.5 - 5.1 mmol/L | low | -',
    ])
  })

  test('with bounds in two columns and headings over two lines', () => {
    const text = lines(
      row('Analyte', 'Measured', 'Unit', 'Low', 'High'),
      row('Sodium', '148', 'mmol/L', '135', '145'),
      row('Potassium', '4.0', 'mmol/L', '3.5', '5.1'),
    )
    const found = read([text])
    expect(found.map(({ name, rangeLow, rangeHigh, flag }) => [name, rangeLow, rangeHigh, flag])).toEqual([
      ['Sodium', 135, 145, 'high'],
      ['Potassium', 3.5, 5.1, 'normal'],
    ])
  })

  test('of urine gives no values of blood', () => {
    const text = lines(
      'URINALYSIS',
      row('Test', 'Result', 'Reference'),
      row('Glucose', 'Negative', 'Negative'),
      row('Protein', '2+', 'Negative'),
      row('pH', '6.0', '5.0-8.0'),
    )
    const found = read([text])
    expect(found.map(({ valueText, flag }) => [valueText, flag])).toEqual([
      ['Negative', 'normal'],
      ['2+', 'abnormal'],
      ['6.0', 'normal'],
    ])
    expect(found.map(({ details }) => details.specimen)).toEqual(['urine', 'urine', 'urine'])
    expect(found[0]?.code?.code).not.toBe(labContext.analytes.find('Glucose')?.analyte.loinc)
  })

  test('of something else is none of laboratory results', () => {
    const echo = lines(
      row('Measurement', 'Value', 'Usual'),
      row('Septum', '11 mm', '6 - 10 mm'),
      row('Ejection fraction', '58 %', '> 53 %'),
    )
    const food = lines(
      row('Item', 'Qty', 'Size'),
      row('Hot Dogs', '2', 'Large'),
      row('Sodium', '140 mg', ''),
      row('Cholesterol', '30 mg', ''),
    )
    const bill = lines(
      row('Description', 'CPT', 'Amount'),
      row('Hemoglobin A1c', '83036', '$45.00'),
      'Glucose 82947 $12.50',
    )
    const medicines = lines(
      row('Medication', 'Dose', 'Frequency'),
      row('Iron', '325 mg', 'daily'),
      row('Potassium', '20 mmol', 'daily'),
    )
    expect([echo, food, bill, medicines].flatMap((text) => read([text]))).toEqual([])
  })

  test('whose flag and range contradict each other says so, and keeps what the paper flags', () => {
    const text = lines(row('Test', 'Result', 'Flag', 'Range'), row('Sodium', '140', 'H', '135-145'))
    expect(read([text])[0]).toMatchObject({ flag: 'high', doubts: ['flag-and-range-differ', 'no-date'] })
  })

  test('keeps a value that cannot be, with a doubt', () => {
    const text = lines(row('Test', 'Result', 'Units', 'Range'), row('Potassium', '41', 'mmol/L', '3.5-5.1'))
    expect(read([text])[0]).toMatchObject({ value: 41, doubts: ['implausible-value', 'no-date'] })
  })
})

test('a table whose heading nobody knows is one of results when its units are', () => {
  const text = lines(
    row('Determinación', 'Resultado', 'Unidades', 'Valores de referencia'),
    row('Sustancia primera', '95', 'mg/dL', '(70 - 110)'),
    row('Sustancia segunda', '* 1,45', 'mg/dL', '(0,50 - 1,20)'),
  )
  const found = read([text])
  expect(found.map(({ name, value, flag }) => [name, value, flag])).toEqual([
    ['Sustancia primera', 95, 'normal'],
    ['Sustancia segunda', 1.45, 'abnormal'],
  ])
  expect(found.every(({ doubts, code }) => doubts.includes('unknown-name') && code === undefined)).toBe(true)
})

describe('a heading', () => {
  test('may have days in one row and times in the next', () => {
    const text = lines(
      row('', '', '13 Mar 2024', '14 Sep 2023'),
      row('Test', 'Units', '07:55', '08:10'),
      row('Sodium', 'mmol/L', '140', '139'),
    )
    expect(read([text]).map(({ valueText, happenedOn }) => [valueText, happenedOn])).toEqual([
      ['140', '2024-03-13'],
      ['139', '2023-09-14'],
    ])
  })

  test('may set results apart by whether they are in range', () => {
    const text = lines(
      row('Test Name', 'In Range', 'Out Of Range', 'Reference Range', 'Lab'),
      row('CHOLESTEROL, TOTAL', '', '214 H', '<200 mg/dL', 'XY'),
      row('HDL CHOLESTEROL', '47', '', '> OR = 40 mg/dL', 'XY'),
    )
    expect(read([text]).map(short)).toEqual([
      'Total cholesterol | 214 | mg/dL | <200 mg/dL | high | -',
      'HDL cholesterol | 47 | mg/dL | > OR = 40 mg/dL | normal | -',
    ])
  })
})

describe('every proposal', () => {
  test('stands where its spans say', () => {
    const text = lines(
      row('Test', 'Result', 'Flag', 'Units', 'Range'),
      row('Glucose, fasting', '<131', 'H', 'mg/dL', '70 - 99'),
    )
    const [found] = read([text])
    expect(found && text.slice(found.valueSpan.start, found.valueSpan.end)).toBe('<131')
    expect(found?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Glucose, fasting',
      '<131',
      'H',
      'mg/dL',
      '70 - 99',
    ])
  })
})
