/** Measures are found by the names that papers print, each by its own and none by another's. */
import { describe, expect, test } from 'vitest'
import { loincOf } from '../../../src-main/extract/dictionaries/analytes.ts'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'

const { analytes, units } = readMeasureDictionaries()
const nameOf = (text: string, context?: Parameters<typeof analytes.find>[1]) =>
  analytes.find(text, context)?.analyte.name

describe('the table', () => {
  test('holds the measures of ordinary papers, each once', () => {
    expect(analytes.all.length).toBeGreaterThan(320)
    expect(new Set(analytes.all.map(({ name }) => name)).size).toBe(analytes.all.length)
  })

  test('every name finds its own measure and no other', () => {
    const wrong = analytes.names
      .filter(({ needsUnit }) => !needsUnit)
      .filter(({ text, analyte }) => nameOf(text) !== analyte.name || analytes.find(text)?.correctedFrom !== undefined)
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  test('every name finds it in capitals, in small letters and with a comma for a gap', () => {
    // `Hemoglobin, S` is hemoglobin in serum, not hemoglobin S.
    const inverted = (text: string) => (/ [SPBU]$/.test(text) ? [] : [text.replace(/ (?=\S+$)/, ', ')])
    const forms = (text: string) => [text.toUpperCase(), text.toLowerCase(), ...inverted(text)]
    const wrong = analytes.names
      .filter(({ needsUnit, needsCapitals }) => !needsUnit && !needsCapitals)
      .flatMap(({ text, analyte }) => forms(text).filter((form) => nameOf(form) !== analyte.name))
    expect(wrong).toEqual([])
  })

  test('a name that needs a unit finds nothing alone, and its own measure beside each of its units', () => {
    for (const { text, analyte, needsUnit } of analytes.names) {
      if (!needsUnit) continue
      const alone = nameOf(text)
      expect([undefined, 'Triglycerides']).toContain(alone)
      const own = analyte.units
        .filter((unit) => unit.measure === undefined)
        .map(({ ucum }) => nameOf(text, { unit: ucum }))
      expect(
        own.every((name) => name === undefined || name === analyte.name),
        text,
      ).toBe(true)
      expect(own, text).toContain(analyte.name)
    }
  })

  test('every unit is one of units.csv with bounds that are no reference range', () => {
    for (const { name, units: own } of analytes.all)
      for (const { ucum, low, high } of own) {
        expect(units.all, `${name} ${ucum}`).toContain(ucum)
        expect(low, name).toBeLessThan(high ?? Number.NEGATIVE_INFINITY)
      }
  })

  test('the bounds of units that convert into each other say the same', () => {
    for (const analyte of analytes.all) {
      const [first] = analyte.units
      for (const { ucum, low, high } of analyte.units) {
        if (!first || !units.canConvert(first.ucum, ucum, analyte)) continue
        const converted = (value = Number.NaN) => units.convert(value, first.ucum, ucum, analyte) ?? Number.NaN
        const width = converted(first.high) - converted(first.low)
        expect(Math.abs(converted(first.high) - (high ?? 0)), `${analyte.name} ${ucum}`).toBeLessThanOrEqual(
          0.12 * width,
        )
        expect(Math.abs(converted(first.low) - (low ?? 0)), `${analyte.name} ${ucum}`).toBeLessThanOrEqual(0.12 * width)
      }
    }
  })

  test('every LOINC code has its check digit', () => {
    const codes = analytes.all.flatMap((one) => [one.loinc, ...one.units.map((unit) => unit.loinc)]).filter(Boolean)
    expect(codes.length).toBeGreaterThan(300)
    expect(codes.filter((code) => !hasCheckDigit(code ?? ''))).toEqual([])
  })

  test('another measure that a unit stands for is in the table and has that unit', () => {
    for (const { name, units: own } of analytes.all)
      for (const { ucum, measure } of own)
        if (measure !== undefined)
          expect(
            analytes.get(measure)?.units.map((unit) => unit.ucum),
            `${name} ${ucum}`,
          ).toContain(ucum)
  })
})

describe('names as printed', () => {
  test.each([
    ['SODIUM', 'Sodium'],
    ['Sodium, Serum', 'Sodium'],
    ['Sodium, S', 'Sodium'],
    ['Glucose (fasting)', 'Glucose'],
    ['Cholesterol, LDL', 'LDL cholesterol'],
    ['LDL cholesterol, calculated', 'LDL cholesterol'],
    ['Hemoglobin A1c %', 'Hemoglobin A1c'],
    ['Hemoglobin A1c (HbA1c), whole blood, by immunoassay', 'Hemoglobin A1c'],
    ['Glycated haemoglobin', 'Hemoglobin A1c'],
    ['ALT (SGPT)', 'Alanine aminotransferase'],
    ['Alanine aminotransferase (ALT)', 'Alanine aminotransferase'],
    ['ASAT', 'Aspartate aminotransferase'],
    ['Glucose*', 'Glucose'],
    ['Sodium 01', 'Sodium'],
    ['Potassium (1)', 'Potassium'],
    ['Sodium⁰¹', 'Sodium'],
    ['Hemoglobin A1c²', 'Hemoglobin A1c'],
    ['Ca²⁺', 'Calcium'],
    ['γ-GT', 'Gamma-glutamyl transferase'],
    ['β-hCG', 'Beta-hCG'],
    ['CO₂', 'Carbon dioxide (total)'],
    ['Vitamin B 12', 'Vitamin B12'],
    ['Vitamin D, 25-Hydroxy', 'Vitamin D (25-hydroxy)'],
    ['25-Hydroxyvitamin D, total, by tandem mass spectrometry', 'Vitamin D (25-hydroxy)'],
    ['Estimated glomerular filtration rate (eGFR), CKD-EPI 2021', 'eGFR (CKD-EPI 2021)'],
    ['eGFR If NonAfricn Am', 'eGFR (non-African American)'],
    ['T4,Free(Direct)', 'Free T4'],
    ['HDL Cholesterol (mg/dL)', 'HDL cholesterol'],
    ['Glucose [mmol/L]', 'Glucose'],
    ['Iron Bind.Cap.(TIBC)', 'Total iron binding capacity'],
    ['Albumin/creatinine ratio, random urine', 'Albumin to creatinine ratio'],
    ['Sjögren’s Anti-SS-A', 'SSA (Ro) antibodies'],
    ['Oestradiol', 'Estradiol'],
    ['Leucocytes', 'White blood cells'],
    ['NEUT#', 'Neutrophils (absolute)'],
    ['LYMPH%', 'Lymphocytes'],
  ])('%s is %s', (text, name) => {
    expect(nameOf(text)).toBe(name)
    expect(analytes.find(text)?.correctedFrom).toBeUndefined()
  })

  test('look-alikes stay apart', () => {
    const groups = [
      ['T3', 'Free T3', 'Reverse T3', 'T3 uptake'],
      ['T4', 'Free T4', 'Free T4 index'],
      ['LDL', 'VLDL', 'HDL', 'Non-HDL', 'LDL/HDL', 'Chol/HDL', 'Cholesterol', 'LDL-P'],
      ['Bilirubin', 'Bilirubin, direct', 'Bilirubin, indirect', 'Urine bilirubin'],
      ['Creatinine', 'Creatinine, urine', 'Creatinine clearance', 'Creatinine, 24 hour urine'],
      [
        'eGFR',
        'eGFR (MDRD)',
        'eGFR (CKD-EPI)',
        'eGFR CKD-EPI 2021',
        'eGFR cystatin C',
        'eGFR non-African American',
        'eGFR African American',
      ],
      ['CK', 'CK-MB', 'CK-MB relative index'],
      ['IgG', 'IgA', 'IgM', 'IgE', 'IgD', 'IgG1', 'IgG2', 'IgG3', 'IgG4', 'CSF IgG'],
      ['PT', 'INR', 'PTT', 'Prothrombin time (Quick)', 'Prothrombin ratio'],
      ['Calcium', 'Ionized calcium', 'Corrected calcium', 'Calcium, urine'],
      ['PSA', 'Free PSA', '% free PSA'],
      ['CRP', 'hs-CRP'],
      ['Troponin I', 'Troponin T', 'hs-Troponin I', 'hs-Troponin T'],
      ['BNP', 'NT-proBNP'],
      ['Iron', 'TIBC', 'UIBC', 'Ferritin', 'Transferrin', 'Iron saturation'],
      ['Testosterone', 'Free testosterone', 'Bioavailable testosterone'],
      ['pCO2', 'CO2', 'pCO2 arterial', 'pCO2 venous'],
      ['BUN', 'Urea', 'BUN/Creatinine', 'Uric acid'],
      [
        'Hemoglobin',
        'Hemoglobin A1c',
        'Hemoglobin A2',
        'Hemoglobin F',
        'Plasma hemoglobin',
        'MCH',
        'MCHC',
        'Methemoglobin',
      ],
      ['RDW', 'RDW-SD'],
      ['Vitamin D', '1,25-dihydroxyvitamin D', 'Vitamin D2', 'Vitamin D3'],
      ['Protein', 'Protein C', 'Protein S', 'Protein, urine', 'CSF protein'],
      ['HBsAg', 'HBsAb', 'HBcAb', 'HBeAg', 'HBeAb', 'Anti-HBc IgM'],
      ['TPO antibodies', 'Thyroglobulin', 'Thyroglobulin antibodies'],
      ['Factor II', 'Factor V', 'Factor VII', 'Factor VIII', 'Factor IX', 'Factor X', 'Factor XI', 'Factor V Leiden'],
    ]
    for (const group of groups) {
      const found = group.map((text) => nameOf(text))
      expect(found, group.join()).not.toContain(undefined)
      expect(new Set(found).size, group.join()).toBe(group.length)
    }
  })
})

describe('what stands around a name', () => {
  test('the unit tells parts of 100 cells from a count', () => {
    expect(nameOf('Neutrophils', { unit: '%' })).toBe('Neutrophils')
    expect(nameOf('Neutrophils', { unit: '10*3/uL' })).toBe('Neutrophils (absolute)')
    expect(nameOf('Neutrophils, absolute', { unit: '10*3/uL' })).toBe('Neutrophils (absolute)')
    expect(nameOf('RDW', { unit: 'fL' })).toBe('Red cell distribution width (SD)')
    expect(nameOf('WBC', { unit: '/[HPF]' })).toBe('Urine white cells')
  })

  test('a short form of two measures counts only beside a unit of one', () => {
    expect(nameOf('Ht')).toBeUndefined()
    expect(nameOf('Ht', { unit: '%' })).toBe('Hematocrit')
    expect(nameOf('Ht', { unit: 'cm' })).toBe('Body height')
    expect(nameOf('PCT', { unit: 'ng/mL' })).toBe('Procalcitonin')
    expect(nameOf('PCT', { unit: '%' })).toBe('Plateletcrit')
    expect(nameOf('P', { unit: 'mmol/L' })).toBe('Phosphate')
    expect(nameOf('P', { unit: '/min' })).toBe('Heart rate')
  })

  test('in a section of another specimen the blood measure is not meant', () => {
    expect(nameOf('Glucose', { specimen: 'urine' })).toBe('Urine glucose')
    expect(nameOf('Protein', { specimen: 'CSF' })).toBe('CSF protein')
    expect(nameOf('Specific gravity', { specimen: 'urine' })).toBe('Specific gravity')
    expect(nameOf('Ferritin', { specimen: 'urine' })).toBeUndefined()
    expect(nameOf('Ferritin', { specimen: 'serum' })).toBe('Ferritin')
  })

  test('the code is that of the unit it was written in', () => {
    const glucose = analytes.get('Glucose')
    expect(glucose && loincOf(glucose, 'mg/dL')).toBe('2345-7')
    expect(glucose && loincOf(glucose, 'mmol/L')).toBe('14749-6')
    expect(glucose && loincOf(glucose, 'mol/L')).toBeUndefined()
    expect(glucose && loincOf(glucose, undefined)).toBeUndefined()
    const zinc = analytes.get('Zinc')
    expect(zinc && loincOf(zinc, 'umol/L')).toBeUndefined()
  })
})

describe('what must not match', () => {
  test.each(
    `last|health|salt|halt|fast|cast iron|sodas|malt|Alta|East|Calcutta|trash|tsunami|hdlc panel|ironing|Ironwood|glucometer|
    sugar free|low sodium diet|potassium chloride 20 mEq tablet|calcium carbonate|vitamin D3 1000 IU|iron supplement|zinc oxide|
    magnesium oxide 400 mg|lithium battery|Proteins and fats|Creatinine kinase inhibitor|platelet transfusion|blood draw|blood thinner|
    white blood|red flag|pulse dose|weight loss|height adjustable|temperature log|Comment|Result|Reference range|Collected|Reported|
    Patient|Specimen|Test name|Flag|Units|Page 1 of 2|Normal|Negative|A ST|A LT|L DL|in a C|Ad Hoc|Potassium, RBC|Hemoglobin, stool|
    Glucose tolerance test|Cortisol suppression|Cholesterol medication|LDL goal|HDL/LDL|Creatinine/Albumin|Globulin/Albumin|
    Sodium/Potassium|ALT/AST|Protein, S|Glucose (pleural fluid)|Testosterone (salivary)|Insulin glargine|AIP|AIT|ASL|H8|CI|C1|
    T5|T|K 4|12|01|%|/|-|()|mg/dL|Hep|Factor|Vitamin|Vitamin B|Immunoglobulin|Antibody|Complement|Thyroid|Urine|Serum|Total|Free|Ratio|
    Absolute|Percent|Count|Fasting|Direct|Iron Mountain|Cast|Albany|Lima|Ammonite|Cobalt blue|Lead II|ECG lead|leads|Mercury drive`
      .split('|')
      .map((text) => text.trim()),
  )('%s', (text) => {
    expect(nameOf(text)).toBeUndefined()
  })

  test('a sentence and an endless name', () => {
    expect(nameOf('Sodium was measured and found to be normal on two occasions by the same laboratory')).toBeUndefined()
    expect(nameOf('sodium '.repeat(1000))).toBeUndefined()
    expect(nameOf('')).toBeUndefined()
  })
})

test('short forms that are ordinary words count only in their capitals', () => {
  expect(nameOf('PT')).toBe('Prothrombin time')
  expect(['pt', 'Pt', 'na', 'mg', 'fit', 'map', 'k', 'alc'].map((text) => nameOf(text)).filter(Boolean)).toEqual([])
})

test('a medicine is a level only beside the unit of one', () => {
  expect(nameOf('Digoxin')).toBeUndefined()
  expect(nameOf('Digoxin', { unit: 'mg' })).toBeUndefined()
  expect(nameOf('Digoxin', { unit: 'ng/mL' })).toBe('Digoxin level')
})

describe('near names', () => {
  test('are offered, the nearest first and never more than three', () => {
    expect(analytes.near('Creatnine')[0]).toBe('Creatinine')
    expect(analytes.near('Sodum')).toEqual(['Sodium'])
    expect(analytes.near('Hemglobin').length).toBeLessThanOrEqual(3)
    expect(nameOf('Creatnine')).toBeUndefined()
  })

  test('are not offered for what is short or far from all', () => {
    expect(analytes.near('ALX')).toEqual([])
    expect(analytes.near('Discharge summary')).toEqual([])
  })
})

test('a name is found in microseconds, an unknown one in few more', () => {
  const known = analytes.names.map(({ text }) => text)
  const unknown = known.map((text) => `Some ${[...text].reverse().join('')}`)
  // Far above what it takes, so that a busy machine passes and a scan over all names does not.
  expect(microsecondsEach(known)).toBeLessThan(50)
  expect(microsecondsEach(unknown)).toBeLessThan(250)
})

function microsecondsEach(names: readonly string[]): number {
  for (const name of names) analytes.find(name)
  const before = process.cpuUsage()
  for (const name of names) analytes.find(name)
  return process.cpuUsage(before).user / names.length
}

/** Modulus 10 as LOINC describes it: the last digit, after the hyphen. */
function hasCheckDigit(code: string): boolean {
  const [number = '', digit] = code.split('-')
  const sum = [...number].reverse().reduce((total, sign, at) => {
    const value = Number(sign) * (at % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / 10) + (value % 10)
  }, 0)
  return String((10 - (sum % 10)) % 10) === digit
}
