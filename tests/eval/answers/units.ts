/** Units that differ by a power of ten or by name alone; nothing else can be converted exactly. UCUM (ucum.org). */
const factors: Readonly<Record<string, number>> = {
  'g/dL>g/L': 10,
  'mg/dL>g/L': 0.01,
  'mg/dL>mg/L': 10,
  'mg/L>mg/dL': 0.1,
  'ng/mL>ug/L': 1,
  'ng/mL>pg/mL': 1000,
  'pg/mL>ng/L': 1,
  'umol/L>mmol/L': 0.001,
  'u[IU]/mL>m[IU]/L': 1,
  'u[IU]/mL>[IU]/L': 0.001,
  '10*3/uL>10*9/L': 1,
  '10*3/uL>/uL': 1000,
  'mmol/L>umol/L': 1000,
  'mmol/L>meq/L': 1,
  'kg>g': 1000,
  '/min>{beats}/min': 1,
}
/** Other spellings of the same. */
const spellings: Readonly<Record<string, string>> = {
  'mIU/L': 'm[IU]/L',
  'uIU/mL': 'u[IU]/mL',
  mmHg: 'mm[Hg]',
  'mL/min/1.73m2': 'mL/min/{1.73_m2}',
  'mL/min/1.73.m2': 'mL/min/{1.73_m2}',
  'mL/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  '{INR}': '1',
  '{ratio}': '1',
  '': '1',
  '{beats}/min': '/min',
  '[IU]/L': '[IU]/L',
}

/** The value in the other unit, or undefined where that is not exact. */
export function converted(value: number, from: string, to: string): number | undefined {
  const [a, b] = [spellings[from] ?? from, spellings[to] ?? to]
  if (a === b) return value
  const factor = factors[`${a}>${b}`]
  return factor === undefined ? undefined : value * factor
}
