/** Units as papers print them, and the exact conversions between them, checked against published values. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeasureDictionaries } from '../../../src-main/extract/dictionaries/read-dictionaries.ts'

const { analytes, units } = readMeasureDictionaries()

describe('spellings', () => {
  test.each(
    `K/uL=10*3/uL|k/ul=10*3/uL|K/µL=10*3/uL|K/mcL=10*3/uL|x10E3/uL=10*3/uL|X10E3/UL=10*3/uL|x10³/µL=10*3/uL|10^3/uL=10*3/uL|
    10*3/uL=10*3/uL|x10(3)/mcL=10*3/uL|10 3/uL=10*3/uL|Thousand/uL=10*3/uL|K/mm3=10*3/uL|x10^3/cumm=10*3/uL|tsd./µl=10*3/uL|
    10^9/L=10*9/L|10*9/L=10*9/L|× 10⁹/L=10*9/L|10E9/L=10*9/L|x 10^9/l=10*9/L|G/L=10*9/L|G/l=10*9/L|
    M/uL=10*6/uL|x10E6/uL=10*6/uL|Million/uL=10*6/uL|Mio/µl=10*6/uL|10^12/L=10*12/L|T/L=10*12/L|lakhs/cumm=10*5/uL|
    /cumm=/uL|cells/uL=/uL|/mm3=/uL|cells/cu mm=/uL|mg/dl=mg/dL|MG/DL=mg/dL|mg%=mg/dL|mg / dL=mg/dL|mg/100 ml=mg/dL|mg per dL=mg/dL|
    µmol/l=umol/L|μmol/L=umol/L|umol/L=umol/L|mcmol/L=umol/L|mEq/L=meq/L|meq/l=meq/L|U/L=U/L|Units/L=U/L|IU/L=[IU]/L|I.U./L=[IU]/L|
    mIU/mL=m[IU]/mL|mIU/L=m[IU]/L|mU/L=m[IU]/L|µIU/mL=u[IU]/mL|uIU/ml=u[IU]/mL|IU/mL=[IU]/mL|U/mL=U/mL|ng/mL=ng/mL|pg/mL=pg/mL|pg=pg|PG=pg|fL=fL|
    g/dL=g/dL|gm/dl=g/dL|g%=g/dL|g/L=g/L|g/l=g/L|mmol/L=mmol/L|MMOL/L=mmol/L|mmol/mol=mmol/mol|%=%|mm/h=mm/h|mm/hr=mm/h|mm/1st hr=mm/h|
    mL/min/1.73m2=mL/min/{1.73_m2}|mL/min/1.73 m²=mL/min/{1.73_m2}|ml/min/1.73m^2=mL/min/{1.73_m2}|mL/min/1.73=mL/min/{1.73_m2}|
    mL/min/1.73 sq.m=mL/min/{1.73_m2}|mL/min/{1.73_m2}=mL/min/{1.73_m2}|mmHg=mm[Hg]|mm Hg=mm[Hg]|bpm=/min|beats/min=/min|/min=/min|
    °C=Cel|℃=Cel|°F=[degF]|deg F=[degF]|kg=kg|lbs=[lb_av]|lb.=[lb_av]|cm=cm|in=[in_i]|inches=[in_i]|kg/m²=kg/m2|ratio={ratio}|/HPF=/[HPF]|/hpf=/[HPF]|
    per HPF=/[HPF]|/LPF=/[LPF]|mosm/kg=mosm/kg|mOsm/kg H2O=mosm/kg|copies/mL={copies}/mL|s=s|sec=s|seconds=s|ng/mL FEU=ng/mL{FEU}|
    mg/L FEU=mg/L{FEU}|ug/mL (FEU)=ug/mL{FEU}|mg/g creat=mg/g|mg/mmol=mg/mmol|mg/24 h=mg/(24.h)|g/24 hours=g/(24.h)|mcg/dL=ug/dL|µg/L=ug/L|
    ng/dL=ng/dL|pmol/L=pmol/L|nmol/L=nmol/L|L/L=L/L|S/CO={s_co_ratio}|INR={INR}`
      .split('|')
      .map((pair) => pair.trim().split('=') as [string, string]),
  )('%s', (written, ucum) => {
    expect(units.find(written)).toBe(ucum)
  })

  test('every UCUM code of the table is found as itself', () => {
    expect(units.all.filter((ucum) => units.find(ucum) !== ucum)).toEqual([])
  })

  test('where capitals or letters leave a doubt, the units of the measure decide', () => {
    const measure = (name: string) => analytes.get(name)
    expect(units.find('G/L', measure('Total protein'))).toBe('g/L')
    expect(units.find('G/L', measure('White blood cells'))).toBe('10*9/L')
    expect(units.find('U/L', measure('Follicle stimulating hormone'))).toBe('U/L')
    expect(units.find('kU/L', measure('CA 125'))).toBe('k[IU]/L')
    expect(units.find('kU/L', measure('Cholinesterase'))).toBe('kU/L')
  })

  test.each([
    'K',
    'patient',
    'mg/foo',
    'high',
    'H',
    'L',
    'S',
    'normal',
    '12',
    '1.5',
    '',
    ' ',
    '-',
    '(',
    'IV',
    'mm',
    'tablet',
    'x10',
    '10^3',
    'mg/dL/x',
    'a/b',
  ])('%s is no unit', (text) => {
    expect(units.isUnit(text)).toBe(false)
  })

  test('an endless text is looked up as fast as a short one', () => {
    expect(units.find('mg/'.repeat(100_000))).toBeUndefined()
    expect(units.find(' '.repeat(100_000))).toBeUndefined()
  })
})

describe('conversions', () => {
  /** Published pairs: value, unit, value, unit, allowed difference (of the rounding of the source). */
  test.each([
    ['Glucose', 5.5, 'mmol/L', 99, 'mg/dL', 0.2],
    ['Glucose', 126, 'mg/dL', 7, 'mmol/L', 0.01],
    ['Creatinine', 1, 'mg/dL', 88.4, 'umol/L', 0.05],
    ['Total cholesterol', 200, 'mg/dL', 5.17, 'mmol/L', 0.01],
    ['LDL cholesterol', 100, 'mg/dL', 2.59, 'mmol/L', 0.01],
    ['Triglycerides', 150, 'mg/dL', 1.69, 'mmol/L', 0.01],
    ['Bilirubin (total)', 1, 'mg/dL', 17.1, 'umol/L', 0.05],
    ['Urea nitrogen', 10, 'mg/dL', 3.57, 'mmol/L', 0.01],
    ['Urea', 60.06, 'mg/dL', 10, 'mmol/L', 0.01],
    ['Calcium', 10, 'mg/dL', 2.5, 'mmol/L', 0.01],
    ['Calcium', 2.5, 'mmol/L', 5, 'meq/L', 1e-9],
    ['Magnesium', 2, 'mg/dL', 0.82, 'mmol/L', 0.01],
    ['Magnesium', 2, 'mg/dL', 1.65, 'meq/L', 0.01],
    ['Phosphate', 3.1, 'mg/dL', 1, 'mmol/L', 0.01],
    ['Sodium', 140, 'mmol/L', 140, 'meq/L', 1e-9],
    ['Uric acid', 6, 'mg/dL', 357, 'umol/L', 0.5],
    ['Iron', 100, 'ug/dL', 17.9, 'umol/L', 0.05],
    ['Vitamin D (25-hydroxy)', 30, 'ng/mL', 75, 'nmol/L', 0.2],
    ['Vitamin B12', 200, 'pg/mL', 147.6, 'pmol/L', 0.1],
    ['Folate', 4, 'ng/mL', 9.06, 'nmol/L', 0.02],
    ['Hemoglobin A1c', 48, 'mmol/mol', 6.54, '%', 0.01],
    ['Hemoglobin A1c', 6.5, '%', 48, 'mmol/mol', 0.5],
    ['Hemoglobin A1c', 7, '%', 53, 'mmol/mol', 0.5],
    ['Hemoglobin', 15, 'g/dL', 150, 'g/L', 1e-9],
    ['Hemoglobin', 10, 'g/dL', 6.21, 'mmol/L', 0.01],
    ['Hematocrit', 45, '%', 0.45, 'L/L', 1e-9],
    ['White blood cells', 7.5, '10*3/uL', 7.5, '10*9/L', 1e-9],
    ['White blood cells', 7500, '/uL', 7.5, '10*9/L', 1e-9],
    ['Red blood cells', 4.5, '10*6/uL', 4.5, '10*12/L', 1e-9],
    ['Thyroid stimulating hormone', 2.5, 'u[IU]/mL', 2.5, 'm[IU]/L', 1e-9],
    ['Free T4', 1, 'ng/dL', 12.87, 'pmol/L', 0.01],
    ['Total T3', 100, 'ng/dL', 1.54, 'nmol/L', 0.01],
    ['Cortisol', 10, 'ug/dL', 275.9, 'nmol/L', 0.1],
    ['Testosterone (total)', 300, 'ng/dL', 10.4, 'nmol/L', 0.05],
    ['Estradiol', 100, 'pg/mL', 367.1, 'pmol/L', 0.1],
    ['Lactate', 18, 'mg/dL', 2, 'mmol/L', 0.01],
    ['Alanine aminotransferase', 60, 'U/L', 1, 'ukat/L', 1e-9],
    ['Alanine aminotransferase', 40, '[IU]/L', 40, 'U/L', 1e-9],
    ['Follicle stimulating hormone', 8, 'U/L', 8, 'm[IU]/mL', 1e-9],
    ['C-reactive protein', 0.5, 'mg/dL', 5, 'mg/L', 1e-9],
    ['Albumin to creatinine ratio', 30, 'mg/g', 3.39, 'mg/mmol', 0.01],
    ['Digoxin level', 1, 'ng/mL', 1.28, 'nmol/L', 0.01],
    ['Lithium level', 0.8, 'mmol/L', 0.8, 'meq/L', 1e-9],
    ['Body temperature', 98.6, '[degF]', 37, 'Cel', 1e-9],
    ['Body temperature', 38, 'Cel', 100.4, '[degF]', 1e-9],
    ['Body weight', 150, '[lb_av]', 68.0388555, 'kg', 1e-9],
    ['Body height', 70, '[in_i]', 177.8, 'cm', 1e-9],
    ['Carbon dioxide partial pressure', 40, 'mm[Hg]', 5.33, 'kPa', 0.01],
  ])('%s: %d %s are %d %s', (name, value, from, expected, to, within) => {
    const analyte = analytes.get(name)
    expect(analyte).toBeDefined()
    const converted = units.convert(value, from, to, analyte)
    expect(Math.abs((converted ?? Number.NaN) - expected)).toBeLessThanOrEqual(within)
  })

  test('every conversion there is leads there and back', () => {
    const kinds = [undefined, ...analytes.all.filter((one) => one.molarMass ?? one.valence ?? one.rule)]
    const value = fc.double({ min: 0.001, max: 1e6, noNaN: true })
    for (const analyte of kinds)
      for (const from of analyte?.units.map(({ ucum }) => ucum) ?? units.all)
        for (const to of analyte?.units.map(({ ucum }) => ucum) ?? units.all) {
          if (!units.canConvert(from, to, analyte)) continue
          fc.assert(
            fc.property(value, (before) => {
              const there = units.convert(before, from, to, analyte) ?? Number.NaN
              const back = units.convert(there, to, from, analyte) ?? Number.NaN
              // Near the zero of a shifted scale what is lost is measured against the shift.
              expect(Math.abs(back - before)).toBeLessThanOrEqual(
                1e-9 * Math.max(before, isShifted(from, to) ? 1000 : 0),
              )
            }),
            { numRuns: 3 },
          )
        }
  })

  test.each([
    ['mg/dL', 'mmol/L', undefined],
    ['mmol/L', 'meq/L', undefined],
    ['[IU]/L', 'U/L', undefined],
    ['%', 'mmol/mol', 'Hematocrit'],
    ['%', 'mmol/mol', undefined],
    ['mg/g', 'mg/mmol', 'Fecal calprotectin'],
    ['ng/mL', 'm[IU]/L', 'Prolactin'],
    ['U/mL', '[IU]/mL', 'Thyroid peroxidase antibodies'],
    ['u[IU]/mL', 'pmol/L', 'Insulin'],
    ['ng/mL{FEU}', 'ng/mL{DDU}', 'D-dimer'],
    ['ng/mL{FEU}', 'ng/mL', 'D-dimer'],
    ['mg/dL', 'nmol/L', 'Lipoprotein(a)'],
    ['{INR}', 's', 'Prothrombin time'],
    ['%', '10*3/uL', 'Neutrophils'],
    ['{ratio}', '%', undefined],
    ['mL/min', 'mL/min/{1.73_m2}', 'eGFR'],
    ['mg/dL', 'kg', undefined],
    ['mg/dL', 'furlong', undefined],
    ['furlong', 'furlong', undefined],
  ])('%s to %s of %s: there is none', (from, to, name) => {
    const analyte = name === undefined ? undefined : analytes.get(name)
    expect(units.canConvert(from, to, analyte)).toBe(false)
    expect(units.convert(1, from, to, analyte)).toBeUndefined()
  })

  test('what is no number stays none', () => {
    expect(units.convert(Number.NaN, 'kg', 'g')).toBeUndefined()
    expect(units.convert(Number.POSITIVE_INFINITY, 'kg', 'g')).toBeUndefined()
  })
})

const isShifted = (...ucums: string[]) =>
  ucums.some((ucum) => ucum === 'Cel' || ucum === '[degF]' || ucum === 'mmol/mol')
