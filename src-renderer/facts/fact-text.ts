/** A fact in a line: its value, and what more is known of it. Pure; the words themselves are the locale's. */
import type { TFunction } from 'i18next'
import type { Fact, SeriesPoint } from '#contract/facts.ts'
import { formatFactDate } from './fact-dates.ts'
import { unitText, writtenUnit } from './unit-text.ts'

/** As written; empty where it is part of the value already. */
export function unitOfFact({ valueText, unitText: written, unit }: Fact): string {
  const shown = written !== undefined ? writtenUnit(written, unit) : unit === undefined ? '' : unitText(unit)
  return shown !== '' && valueText.endsWith(shown) ? '' : shown
}

/** In the unit of its series: as written, or, where it was converted, the number. */
export function textOfPoint({ isConverted, value, secondValue, comparator, valueText }: SeriesPoint): string {
  if (!isConverted || value === undefined) return valueText
  return `${comparator ?? ''}${shortNumber(value)}${secondValue === undefined ? '' : `/${shortNumber(secondValue)}`}`
}

/** With the unit it was written in. */
export const writtenOf = ({ valueText, unitText: unit }: Pick<SeriesPoint, 'valueText' | 'unitText'>): string =>
  unit === undefined ? valueText : `${valueText}\u202f${unit}`

/** Four digits that count; what was written is never shortened, only what was computed. */
const shortNumber = (value: number): string => String(Number(value.toPrecision(4)))

/** What stands beside the name, shortest first: dose and how often, reaction, side, place. Never the name again. */
export function detailsOfFact(fact: Fact, t: TFunction): string {
  const { kind, details: d, valueText } = fact
  const said = {
    observation: [d.specimen],
    medication: [d.dose, d.form, d.route, d.frequency, d.asNeeded && t('fact.asNeeded'), d.reason],
    allergy: [d.reaction, d.severity],
    condition: [
      d.side && t(`fact.side.${d.side}`),
      d.certainty && d.certainty !== 'confirmed' && t(`fact.certainty.${d.certainty}`),
      d.status && d.status !== 'active' && t(`fact.status.${d.status}`),
    ],
    procedure: [d.side && t(`fact.side.${d.side}`), d.place],
    immunization: [
      d.doseNumber && t('fact.doseNumberIs', { number: d.doseNumber }),
      d.lot && t('fact.lotIs', { lot: d.lot }),
    ],
    encounter: [d.place, d.role],
    'care-contact': [d.role, d.place],
    'family-history': [d.relation],
    note: [valueText],
  }[kind]
  return said.filter((each) => typeof each === 'string' && each !== '').join(', ')
}

/** "4 Mar 2021", or that no date is known. */
export const dateOfFact = ({ happenedOn }: Pick<Fact, 'happenedOn'>, t: TFunction): string =>
  happenedOn === undefined ? t('fact.noDate') : formatFactDate(happenedOn)
