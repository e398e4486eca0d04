/** What the letters here say of a person, as pieces of prose that carry their facts. */
import type { FactDetails } from '#contract/facts.ts'
import type { Disclaimed, StatedFact } from '../clinical/clinical-document.ts'
import type { Run } from '../clinical/scribe.ts'
import { ucumFor } from './printed-units.ts'

export type FactRun = Exclude<Run, string>

const named = (name: string, text: string, fact: StatedFact): FactRun => ({ text, value: name, fact })

/** `about` as in the clinical catalogue where it has the condition. */
export function ill(name: string, about = name.toLowerCase(), more: Partial<StatedFact> = {}): FactRun {
  const details: FactDetails = { certainty: 'confirmed', ...more.details }
  return named(name, name, { kind: 'condition', about, nameText: name, valueText: name, ...more, details })
}

/** A complaint is a condition to some readers and none to others. */
export const complaint = (name: string): FactRun => ill(name, name.toLowerCase(), { isOptional: true })

export function done(name: string, about = name.toLowerCase(), more: Partial<StatedFact> = {}): FactRun {
  return named(name, name, { kind: 'procedure', about, nameText: name, valueText: name, ...more })
}

/** `codeine phosphate` may be called by its substance alone. */
export function medicine(name: string, about: string, details: FactDetails): FactRun {
  return named(name, name, { kind: 'medication', about, nameText: name, alsoNamed: [about], valueText: name, details })
}

export function allergy(name: string, about: string, reaction?: string): FactRun {
  const details = reaction === undefined ? {} : { details: { reaction } }
  return named(name, name, { kind: 'allergy', about, nameText: name, valueText: name, ...details })
}

export const noAllergies = (words: string): FactRun =>
  named(words, words, { kind: 'allergy', about: 'none known', nameText: words, valueText: words, isNoneKnown: true })

export function relative(name: string, about: string, relation: string): FactRun {
  return named(name, name, { kind: 'family-history', about, nameText: name, valueText: name, details: { relation } })
}

export function vaccine(name: string, about: string, on: string): FactRun {
  return named(name, name, { kind: 'immunization', about, nameText: name, valueText: name, on })
}

export function disclaimed(
  about: string,
  nameText: string,
  why: Disclaimed['why'],
  kind: Disclaimed['kind'] = 'condition',
) {
  return { about, kind, why, nameText }
}

/** What the short labels stand for. */
const fullNames: Readonly<Record<string, readonly string[]>> = {
  'blood-pressure': ['Blood pressure'],
  'heart-rate': ['Heart rate', 'Pulse'],
  temperature: ['Body temperature', 'Temperature'],
  'respiratory-rate': ['Respiratory rate', 'Respiration'],
  'oxygen-saturation': ['Oxygen saturation'],
  weight: ['Body weight', 'Weight'],
  glucose: ['Glucose', 'Blood glucose'],
}

interface Reading {
  readonly about: string
  readonly label: string
  readonly value: string
  /** As printed; empty: understood, and may be given. */
  readonly unit: string
  /** In UCUM, where nothing is printed. */
  readonly understood?: readonly string[]
  readonly on: string
  readonly category?: 'vital-sign' | 'laboratory'
  /** Between the value and its unit. */
  readonly gap?: string
}

/** A vital sign or a result in running text; `142/78` is a pair. */
export function reading({
  about,
  label,
  value,
  unit,
  understood = [],
  on,
  gap = ' ',
  category = 'vital-sign',
}: Reading): FactRun {
  const [first = '', second] = value.split('/')
  const units = unit === '' ? understood : ucumFor(unit)
  const fact: StatedFact = {
    ...{ kind: 'observation', about, nameText: label, valueText: value, value: Number(first), units, on },
    alsoNamed: fullNames[about] ?? [],
    ...(unit === '' ? {} : { unitText: unit }),
    flags: ['unknown'],
    details: { category, ...(second === undefined ? {} : { secondValue: Number(second) }) },
  }
  return { text: unit === '' ? value : `${value}${gap}${unit}`, value, fact }
}
