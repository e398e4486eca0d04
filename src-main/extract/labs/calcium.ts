/**
 * `Ca++` and `Calcium` stand for total and for ionised calcium. The paper's own range tells which, as the two do not
 * overlap: total 2.15-2.50 mmol/L (8.6-10.0 mg/dL), ionised 1.15-1.33 mmol/L (4.6-5.3 mg/dL), Tietz Clinical Guide to
 * Laboratory Tests, 4th ed. Where nothing tells, the ion is not taken for the total.
 */
import type { Named, Names } from './names.ts'
import type { Reading } from './reading.ts'

const TOTAL = 'Calcium'
const IONISED = 'Calcium (ionized)'

/** Between the highest that is usual of the one and the lowest that is of the other, by unit. */
const BETWEEN: Readonly<Record<string, number>> = { 'mmol/L': 1.75, 'mg/dL': 7, 'meq/L': 3.5 }

/** `Ca++`, `Ca2+`, `Ca²⁺`: written as the ion. */
const ION = /^ca(?:lcium)?\s*\(?(?:\+\+|2\+|²⁺|\+2)\)?$/iu

/** The name it is known by; undecided, it keeps the name it has on the paper. Undefined where it is no such calcium. */
export function calciumOf(reading: Reading, names: Names): Named | undefined {
  const { nameText, unitText, range, quantity } = reading
  const between = BETWEEN[(unitText !== undefined && names.unitOf(unitText)) || ''] ?? BETWEEN['mmol/L'] ?? 0
  const isIon = ION.test(nameText.trim())
  if (!isIon && (!/^(?:ca|calcium|kalzium)\b(?!.*\btotal\b)/iu.test(nameText.trim()) || unitText === undefined)) return
  if (names.find(nameText, reading)?.analyte.name !== TOTAL) return
  if (range?.high !== undefined && range.high < between) return names.resolve(IONISED, { unitText })
  const isTotal = range?.low !== undefined ? range.low > between : (quantity.value ?? 0) > between
  return isIon && !isTotal && unitText !== undefined
    ? { name: nameText, doubts: ['unknown-name'], suggestions: [IONISED, TOTAL] }
    : undefined
}
