/**
 * Units as laboratories print them, each with its spellings in the Unified Code for Units of Measure (UCUM 2.1,
 * ucum.org). Spellings that say exactly the same count as one.
 */
interface PrintedUnit {
  readonly ucum: readonly string[]
  /** Other ways to print it; all mean the same. */
  readonly also?: readonly string[]
}

const perMicrolitre = ['x10E3/uL', 'K/uL', '10^3/uL', 'Thousand/uL', 'x10(3)/mcL', '10*3/µL']
const millionPerMicrolitre = ['x10E6/uL', 'M/uL', '10^6/uL', 'Million/uL', 'x10(6)/mcL', '10*6/µL']

const units: Readonly<Record<string, PrintedUnit>> = {
  'mg/dL': { ucum: ['mg/dL'] },
  'g/dL': { ucum: ['g/dL'] },
  'g/L': { ucum: ['g/L'] },
  'mg/L': { ucum: ['mg/L'] },
  'ug/dL': { ucum: ['ug/dL'], also: ['mcg/dL', 'µg/dL'] },
  'ug/L': { ucum: ['ug/L'], also: ['µg/L'] },
  'ng/mL': { ucum: ['ng/mL'] },
  'ng/dL': { ucum: ['ng/dL'] },
  'ng/L': { ucum: ['ng/L'] },
  'pg/mL': { ucum: ['pg/mL'] },
  'pmol/L': { ucum: ['pmol/L'] },
  'nmol/L': { ucum: ['nmol/L'] },
  'umol/L': { ucum: ['umol/L'], also: ['µmol/L', 'mcmol/L'] },
  'mmol/L': { ucum: ['mmol/L'] },
  'mmol/mol': { ucum: ['mmol/mol'] },
  'mEq/L': { ucum: ['meq/L'] },
  '%': { ucum: ['%'] },
  'U/L': { ucum: ['U/L'] },
  'IU/L': { ucum: ['[IU]/L', '[iU]/L', 'U/L'] },
  'IU/mL': { ucum: ['[IU]/mL', '[iU]/mL', 'U/mL'] },
  'mIU/L': { ucum: ['m[IU]/L', 'm[iU]/L', 'u[IU]/mL'], also: ['mU/L'] },
  'uIU/mL': { ucum: ['u[IU]/mL', 'u[iU]/mL', 'm[IU]/L'], also: ['µIU/mL', 'mcIU/mL'] },
  'mIU/mL': { ucum: ['m[IU]/mL', 'm[iU]/mL', '[IU]/L'] },
  'U/mL': { ucum: ['U/mL'] },
  fL: { ucum: ['fL'] },
  pg: { ucum: ['pg'] },
  'x10E3/uL': { ucum: ['10*3/uL', '10*9/L'], also: perMicrolitre },
  'x10E6/uL': { ucum: ['10*6/uL', '10*12/L'], also: millionPerMicrolitre },
  'G/L': { ucum: ['10*9/L', '10*3/uL'], also: ['10^9/L', 'x10^9/L'] },
  'T/L': { ucum: ['10*12/L', '10*6/uL'], also: ['10^12/L', 'x10^12/L'] },
  'L/L': { ucum: ['L/L'] },
  'mm/hr': { ucum: ['mm/h'], also: ['mm/h'] },
  sec: { ucum: ['s'], also: ['seconds', 's'] },
  'mL/min/1.73m2': {
    ucum: ['mL/min/{1.73_m2}', 'mL/min/1.73.m2', 'mL/min', 'mL/min/{1.73m2}'],
    also: ['mL/min/1.73', 'mL/min/1.73 m2'],
  },
  'mg/g creat': { ucum: ['mg/g', 'mg/g{creat}', 'mg/g{Cre}'], also: ['mg/g'] },
  'mg/mmol': { ucum: ['mg/mmol', 'mg/mmol{creat}'] },
  'mOsm/kg': { ucum: ['mosm/kg', 'mosm/kg{H2O}'] },
  '/HPF': { ucum: ['/[HPF]', '/[hpf]', '{#}/[HPF]'], also: ['/hpf'] },
  'mg/L FEU': { ucum: ['mg/L', 'mg/L{FEU}', 'ug/mL{FEU}', 'mg{FEU}/L'] },
  mmHg: { ucum: ['mm[Hg]'], also: ['mm Hg'] },
  '/min': { ucum: ['/min', '{beats}/min', '{breaths}/min'], also: ['bpm'] },
  kg: { ucum: ['kg'] },
  cm: { ucum: ['cm'] },
  C: { ucum: ['Cel'], also: ['°C'] },
  F: { ucum: ['[degF]'], also: ['°F'] },
  'kg/m2': { ucum: ['kg/m2'] },
  // none is printed; that there is none may be said
  '': { ucum: ['1', '{INR}', '[pH]', '{ratio}'] },
}

const variantOwner = new Map(Object.entries(units).flatMap(([unit, { also = [] }]) => also.map((way) => [way, unit])))

export const waysToPrint = (unit: string): readonly string[] => [...new Set([unit, ...(units[unit]?.also ?? [])])]

export function ucumOf(printed: string): readonly string[] {
  const known = units[printed] ?? units[variantOwner.get(printed) ?? '']
  if (known === undefined) throw new Error(`no UCUM for ${printed}`)
  return known.ucum
}
