/** What letters say of conditions, medicines, allergies and measures, as pieces of prose with the facts they state. */
import type { FactDetails } from '#contract/facts.ts'
import type { Random } from '../random.ts'
import type { Analyte } from './analytes.ts'
import type { Disclaimed, StatedFact } from './clinical-document.ts'
import type { Condition } from './conditions.ts'
import { frequencies, type Medicine } from './medicines.ts'
import { inventNumber } from './results.ts'
import type { Run } from './scribe.ts'
import { ucumOf } from './units.ts'

export type Side = 'left' | 'right'

/** `named` is how the paper names it; of sided conditions with the side in front. */
export function conditionFact(condition: Condition, name: string, more: Partial<StatedFact> = {}): StatedFact {
  const details: FactDetails = { certainty: 'confirmed', ...more.details }
  return { kind: 'condition', about: condition.id, nameText: name, valueText: name, ...more, details }
}

export function procedureFact(procedure: Condition, name: string, more: Partial<StatedFact> = {}): StatedFact {
  return { kind: 'procedure', about: procedure.id, nameText: name, valueText: name, ...more }
}

export interface PrescribedLine {
  readonly name: string
  readonly dose: string
  readonly frequency: string
  readonly isAsNeeded: boolean
  readonly fact: StatedFact
}

export function prescribe(medicine: Medicine, random: Random, change?: FactDetails['change']): PrescribedLine {
  const isBrand = random.chance(0.25)
  const name = isBrand
    ? random.pick(medicine.brands)
    : random.chance(0.5)
      ? capital(medicine.substance)
      : medicine.substance
  const dose = random.pick(medicine.doses)
  const isAsNeeded = random.chance(0.12)
  const frequency = isAsNeeded ? random.pick(['every 6 hours as needed', 'PRN', 'as needed']) : random.pick(frequencies)
  return {
    ...{ name, dose, frequency, isAsNeeded },
    fact: medicineFact(medicine, name, {
      dose,
      frequency,
      asNeeded: isAsNeeded,
      ...(change === undefined ? {} : { change }),
    }),
  }
}

export function medicineFact({ substance }: Medicine, name: string, details: FactDetails): StatedFact {
  return { kind: 'medication', about: substance, nameText: name, valueText: name, details }
}

/** A line of a list of medicines, in one of the orders in which they are written. */
export function medicineLine({ form, route }: Medicine, line: PrescribedLine, random: Random): Run[] {
  const { name, dose, frequency, fact } = line
  const tail = random.pick([
    ` ${dose} ${form}, ${frequency}`,
    ` ${dose} ${form} ${route} ${frequency}`,
    ` ${dose} ${frequency}`,
    ` ${dose}: take 1 ${form} ${frequency}`,
    ` ${dose} ${shortRoute(route)} ${frequency}`,
  ])
  return [{ text: name, value: name, fact }, tail]
}

const shortRoute = (route: string) =>
  ({ 'by mouth': 'PO', subcutaneously: 'SC', inhaled: 'INH', 'in each nostril': 'intranasally' })[route] ?? route

export function allergyFact(
  reactant: Condition,
  name: string,
  reaction: string | undefined,
  severity?: string,
): StatedFact {
  return {
    ...{ kind: 'allergy', about: reactant.id, nameText: name, valueText: name },
    details: { ...(reaction === undefined ? {} : { reaction }), ...(severity === undefined ? {} : { severity }) },
  }
}

export const noAllergies = (words: string): StatedFact => ({
  ...{ kind: 'allergy', about: 'none known', nameText: words, valueText: words, isNoneKnown: true },
})

export function familyFact(condition: Condition, name: string, relation: string): StatedFact {
  return { kind: 'family-history', about: condition.id, nameText: name, valueText: name, details: { relation } }
}

export const disclaim = (about: Condition, nameText: string, why: Disclaimed['why'], side?: Side): Disclaimed => ({
  ...{ about: about.id, kind: 'condition', why, nameText },
  ...(side === undefined ? {} : { side }),
})

/** A result as a sentence would give it: `4.2 mmol/L`. */
export function spokenResult(
  analyte: Analyte,
  name: string,
  random: Random,
  on?: string,
  system: 'us' | 'european' = 'us',
) {
  const scale = analyte[system]
  const { text, number, comparator } = inventNumber(scale, random)
  const unit = scale.unit
  const fact: StatedFact = {
    ...{ kind: 'observation', about: analyte.id, nameText: name, valueText: text, value: number, units: ucumOf(unit) },
    ...(comparator === undefined ? {} : { comparator }),
    ...(unit === '' ? {} : { unitText: unit }),
    ...(on === undefined ? {} : { on }),
    flags: ['unknown'],
    details: { category: 'laboratory' },
  }
  return { text: unit === '' ? text : unit === '%' ? `${text}%` : `${text} ${unit}`, value: text, fact }
}

export type Vital =
  | 'blood-pressure'
  | 'heart-rate'
  | 'respiratory-rate'
  | 'temperature'
  | 'oxygen-saturation'
  | 'weight'
  | 'height'
  | 'bmi'

/** `label` as printed; the value with its unit where `hasUnit`. */
export function vitalSign(
  vital: Vital,
  label: string,
  random: Random,
  on?: string,
  hasUnit = true,
): { text: string; value: string; fact: StatedFact } {
  const { text, value, secondValue, unit } = inventVital(vital, random)
  const fact: StatedFact = {
    ...{ kind: 'observation', about: vital, nameText: label, valueText: text, value },
    ...(hasUnit ? { unitText: unit, units: ucumOf(unit) } : {}),
    ...(on === undefined ? {} : { on }),
    flags: ['unknown'],
    details: { category: 'vital-sign', ...(secondValue === undefined ? {} : { secondValue }) },
  }
  const shown = !hasUnit ? text : unit === '%' || unit === '/min' ? `${text}${unit}` : `${text} ${unit}`
  return { text: shown, value: text, fact }
}

function inventVital(
  vital: Vital,
  random: Random,
): { text: string; value: number; secondValue?: number; unit: string } {
  const whole = (low: number, high: number, unit: string) => {
    const value = random.between(low, high)
    return { text: String(value), value, unit }
  }
  const tenths = (low: number, high: number, unit: string) => {
    const value = random.between(low * 10, high * 10) / 10
    return { text: value.toFixed(1), value: Number(value.toFixed(1)), unit }
  }
  if (vital === 'blood-pressure') {
    const [value, secondValue] = [random.between(98, 172), random.between(56, 98)]
    return { text: `${value}/${secondValue}`, value, secondValue, unit: 'mmHg' }
  }
  if (vital === 'heart-rate') return whole(52, 112, random.pick(['bpm', '/min']))
  if (vital === 'respiratory-rate') return whole(11, 22, '/min')
  if (vital === 'temperature') return random.chance(0.5) ? tenths(36, 39, '°C') : tenths(97, 102, '°F')
  if (vital === 'oxygen-saturation') return whole(91, 100, '%')
  if (vital === 'weight') return tenths(48, 118, 'kg')
  return vital === 'height' ? whole(150, 196, 'cm') : tenths(18, 39, 'kg/m2')
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
