/**
 * What the invented laboratories and practices measure. The limits serve only to invent plausible reports; nothing may be
 * judged with them.
 */
export interface Scale {
  readonly unit: string
  readonly ucum: string
  readonly low?: number
  readonly high?: number
  readonly decimals: number
  /** Between these the values of a person wander. */
  readonly from: number
  readonly to: number
}

export interface Measure {
  readonly id: string
  readonly panel: 'Chemistry' | 'Lipids' | 'Blood count' | 'Endocrine' | 'Vitamins and iron' | 'Other' | 'Vital signs'
  /** As reports name it. */
  readonly names: readonly string[]
  /** As people ask for it, with no other measure of this file meant by it. */
  readonly asked: readonly string[]
  /** As people ask who do not know its name. */
  readonly lay: readonly string[]
  readonly scale: Scale
  /** The unit that a laboratory of another country prints. */
  readonly other?: Scale
  readonly only?: 'male'
}

type Limits = readonly [unit: string, ucum: string, low: number | null, high: number | null, decimals: number]
type Wander = readonly [from: number, to: number]

const scaleOf = ([unit, ucum, low, high, decimals]: Limits, [from, to]: Wander): Scale => ({
  ...{ unit, ucum, decimals, from, to },
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

/** id; panel; names on paper; as asked; lay words */
const row = (text: string, limits: Limits, wander: Wander): Measure => {
  const [id = '', panel = '', names = '', asked = '', lay = ''] = text.split(';')
  return {
    id,
    panel: panel as Measure['panel'],
    names: names.split('|'),
    asked: asked.split('|'),
    lay: lay === '' ? [] : lay.split('|'),
    scale: scaleOf(limits, wander),
  }
}

const labs: readonly Measure[] = [
  row(
    'a1c;Endocrine;Hemoglobin A1c|HbA1c;A1c|HbA1c|hemoglobin A1c|a1c;long-term sugar|three month sugar',
    ['%', '%', 4.8, 5.6, 1],
    [5.1, 9.4],
  ),
  {
    ...row(
      'glucose;Chemistry;Glucose, Fasting|Glucose;glucose|fasting glucose|gluc;blood sugar|sugar',
      ['mg/dL', 'mg/dL', 70, 99, 0],
      [74, 188],
    ),
    other: scaleOf(['mmol/L', 'mmol/L', 3.9, 5.6, 1], [4.1, 10.4]),
  },
  {
    ...row(
      'creatinine;Chemistry;Creatinine|Creatinine, Serum;creatinine|serum creatinine|creat;',
      ['mg/dL', 'mg/dL', 0.6, 1.3, 2],
      [0.66, 2.2],
    ),
    other: scaleOf(['umol/L', 'umol/L', 53, 115, 0], [58, 195]),
  },
  row(
    'egfr;Chemistry;eGFR|Estimated GFR;eGFR|GFR;kidney function',
    ['mL/min/1.73m2', 'mL/min/{1.73_m2}', 60, null, 0],
    [34, 98],
  ),
  row('potassium;Chemistry;Potassium;potassium|K;', ['mmol/L', 'mmol/L', 3.5, 5.1, 1], [3.2, 5.6]),
  row('sodium;Chemistry;Sodium;sodium|Na;salt level', ['mmol/L', 'mmol/L', 136, 145, 0], [131, 147]),
  row('alt;Chemistry;ALT (SGPT)|ALT;ALT|SGPT;liver test', ['U/L', 'U/L', 7, 56, 0], [12, 96]),
  row('uric-acid;Chemistry;Uric Acid;uric acid|urate;', ['mg/dL', 'mg/dL', 3.8, 8.4, 1], [3.9, 10.1]),
  row(
    'ldl;Lipids;LDL Cholesterol|LDL-C;LDL|LDL cholesterol|ldl;bad cholesterol',
    ['mg/dL', 'mg/dL', null, 100, 0],
    [54, 188],
  ),
  row('hdl;Lipids;HDL Cholesterol;HDL|HDL cholesterol;good cholesterol', ['mg/dL', 'mg/dL', 40, null, 0], [29, 84]),
  row('triglycerides;Lipids;Triglycerides;triglycerides|trigs|TG;', ['mg/dL', 'mg/dL', null, 150, 0], [66, 295]),
  row('hemoglobin;Blood count;Hemoglobin|HGB;hemoglobin|Hb|hgb;', ['g/dL', 'g/dL', 11.1, 15.9, 1], [9.2, 15.8]),
  row(
    'platelets;Blood count;Platelets|Platelet Count;platelets|platelet count|plt;',
    ['x10E3/uL', '10*3/uL', 150, 450, 0],
    [118, 470],
  ),
  row(
    'wbc;Blood count;WBC|White Blood Cell Count;WBC|white count|white blood cells;white cells',
    ['x10E3/uL', '10*3/uL', 3.4, 10.8, 1],
    [3.1, 13.4],
  ),
  row('tsh;Endocrine;TSH;TSH|tsh;thyroid test|thyroid level', ['uIU/mL', 'u[IU]/mL', 0.45, 4.5, 2], [0.2, 8.8]),
  row('ferritin;Vitamins and iron;Ferritin;ferritin;iron stores', ['ng/mL', 'ng/mL', 30, 400, 0], [8, 290]),
  row(
    'vitamin-d;Vitamins and iron;Vitamin D, 25-Hydroxy|25-OH Vitamin D;vitamin D|vit D|25-OH vitamin D;',
    ['ng/mL', 'ng/mL', 30, 100, 1],
    [11, 62],
  ),
  row('b12;Vitamins and iron;Vitamin B12;vitamin B12|B12;', ['pg/mL', 'pg/mL', 232, 1245, 0], [168, 890]),
  row(
    'crp;Other;C-Reactive Protein|CRP;CRP|C-reactive protein;inflammation marker',
    ['mg/L', 'mg/L', null, 10, 1],
    [0.6, 48],
  ),
  {
    ...row('psa;Other;PSA|Prostate Specific Antigen;PSA|psa;prostate test', ['ng/mL', 'ng/mL', null, 4, 1], [0.4, 7.8]),
    only: 'male',
  },
  row('inr;Other;INR;INR|inr;clotting test', ['', '1', 0.9, 1.2, 1], [1.5, 3.8]),
]

const vitals: readonly Measure[] = [
  row('weight;Vital signs;Weight;weight|body weight;', ['kg', 'kg', null, null, 1], [52, 112]),
  row('pulse;Vital signs;Pulse|Heart rate;pulse|heart rate|HR;', ['/min', '/min', null, null, 0], [54, 104]),
  row(
    'blood-pressure;Vital signs;Blood pressure|BP;blood pressure|BP|bp;pressure',
    ['mmHg', 'mm[Hg]', null, null, 0],
    [108, 172],
  ),
]

const measures: readonly Measure[] = [...labs, ...vitals]
export const labMeasures = labs
export const vitalMeasures = vitals

export function measureOf(id: string): Measure {
  const measure = measures.find((one) => one.id === id)
  if (measure === undefined) throw new Error(`no measure ${id}`)
  return measure
}
