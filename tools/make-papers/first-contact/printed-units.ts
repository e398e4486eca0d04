/**
 * Units as these papers print them, with their spellings in the Unified Code for Units of Measure (UCUM 2.1, ucum.org).
 * What the clinical papers print too is known from there.
 */
import { ucumOf } from '../clinical/units.ts'

const perLitre = ['10*9/L', '10*3/uL', '/nL', '10*3/mm3']
const millionPerMicrolitre = ['10*12/L', '10*6/uL', '/pL', '10*6/mm3']

const units: Readonly<Record<string, readonly string[]>> = {
  '10*9/L': perLitre,
  '10*12/L': millionPerMicrolitre,
  '/nl': perLitre,
  '/pl': millionPerMicrolitre,
  'K/cmm': perLitre,
  'M/cmm': millionPerMicrolitre,
  'thou/cumm': perLitre,
  'mill/cumm': millionPerMicrolitre,
  '/cumm': ['/uL', '/mm3', '{#}/uL', '{cells}/uL', '10*6/L'],
  'lakhs/cumm': ['10*5/uL', '10*5/mm3'],
  'gm/dl': ['g/dL'],
  'gm/dL': ['g/dL'],
  'g/dl': ['g/dL'],
  'mg/dl': ['mg/dL'],
  'ug/dl': ['ug/dL'],
  'ng/ml': ['ng/mL'],
  'pg/ml': ['pg/mL'],
  'µIU/ml': ['u[IU]/mL', 'u[iU]/mL', 'm[IU]/L', 'm[iU]/L'],
  'mU/l': ['m[IU]/L', 'm[iU]/L', 'mU/L', 'u[IU]/mL'],
  'U/l': ['U/L'],
  'g/l': ['g/L'],
  'mg/l': ['mg/L'],
  'ng/l': ['ng/L'],
  'µg/l': ['ug/L'],
  'l/l': ['L/L'],
  'mmol/l': ['mmol/L'],
  'µmol/l': ['umol/L'],
  'pmol/l': ['pmol/L'],
  fl: ['fL'],
  s: ['s'],
  'SEC.': ['s'],
  'mm/1st hr': ['mm/h'],
  'ml/min/1,73m²': ucumOf('mL/min/1.73m2'),
  'mL/min/1.73m²': ucumOf('mL/min/1.73m2'),
  'mL/min': ['mL/min', ...ucumOf('mL/min/1.73m2')],
  'mOsmol/kg': ['mosm/kg', 'mosm/kg{H2O}'],
  kPa: ['kPa'],
  'E.U./dL': ['[EU]/dL', '{EhrlichU}/dL', "{Ehrlich'U}/dL", "[arb'U]/dL"],
  'g/mol': ['g/mol'],
  'mg/mmol creat': ucumOf('mg/mmol'),
  mcg: ['ug'],
  'thou/mm3': perLitre,
  'mill/mm3': millionPerMicrolitre,
  '10^3/µL': perLitre,
  '10^6/µL': millionPerMicrolitre,
  'mL/min/1.73 m²': ucumOf('mL/min/1.73m2'),
  'ml/min/1.73m2': ucumOf('mL/min/1.73m2'),
  'UI/L': ucumOf('IU/L'),
  'mUI/L': ucumOf('mIU/L'),
  secs: ['s'],
  m: ['m'],
  lb: ['[lb_av]'],
  lbs: ['[lb_av]'],
  'kg/m²': ['kg/m2'],
  'L/min': ['L/min'],
}

export const ucumFor = (printed: string): readonly string[] => units[printed] ?? ucumOf(printed)
