/** Whether a value, its unit and its date say what the paper says. */
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import type { StatedFact, TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import type { ReadDocument } from './scored-document.ts'

type Valued = Pick<StatedFact, 'valueText' | 'alsoWritten' | 'value' | 'comparator' | 'details' | 'flagText'>

/** The number with its sign, or the words; kinds without a value are always the same. */
export function isSameValue(truth: Valued & Pick<StatedFact, 'kind'>, found: Proposal): boolean {
  if (truth.kind !== 'observation') return true
  return isSameNumber(truth, found) && truth.comparator === found.comparator
}

export function isSameNumber(truth: Valued, found: Proposal): boolean {
  if (truth.value === undefined) return isSameText(truth, found.valueText)
  return truth.value === found.value && truth.details?.secondValue === found.details.secondValue
}

function isSameText({ valueText, alsoWritten = [], flagText }: Valued, found: string): boolean {
  const said = [valueText, ...alsoWritten].map(plain)
  const shown = plain(found)
  return said.some((text) => shown === text || (flagText !== undefined && shown === `${text} ${plain(flagText)}`))
}

/** A unit the paper prints must be there, in words or as UCUM; one that it does not print must not. */
export function isSameUnit({ unitText, units = [] }: StatedFact, found: Proposal): boolean {
  if (unitText === undefined) return found.unit === undefined || found.unit === '1' || units.includes(found.unit)
  if (found.unit !== undefined) return units.includes(found.unit)
  return found.unitText !== undefined && plain(found.unitText) === plain(unitText)
}

export type DateVerdict = 'right' | 'undated' | 'wrong' | 'invented'

/**
 * `undated`: the paper gives the day, the fact does not. `invented`: a day that stands nowhere on the paper, or one of two
 * that it could be. A fact that the paper gives no day of its own may have that of the paper.
 */
export function judgeDate(
  truth: TrueFact,
  found: Pick<Proposal, 'happenedOn' | 'doubts'>,
  document: ReadDocument['truth'],
): DateVerdict {
  const on = found.happenedOn?.slice(0, 10)
  if (truth.on === undefined) {
    if (on === undefined) return 'right'
    // an earlier result whose date is not printed has none, not that of today
    return truth.isOptional ? 'wrong' : judgeOwnDay(on, document)
  }
  if (on === undefined) return truth.isAmbiguous ? 'right' : 'undated'
  if (!isPrinted(on, document)) return 'invented'
  if (truth.isAmbiguous) return on.length === 4 ? 'right' : 'invented'
  return on === truth.on.slice(0, 10) ? 'right' : truth.on.startsWith(on) ? 'undated' : 'wrong'
}

/** `on` as a date of the paper itself. */
export function judgeOwnDay(on: string | undefined, document: ReadDocument['truth']): DateVerdict {
  const days = Object.values(document.ownDates).map((day) => day.slice(0, 10))
  const isAmbiguous = (day: string) => document.ambiguousDates.includes(day)
  if (on === undefined) return days.every(isAmbiguous) ? 'right' : 'undated'
  if (!isPrinted(on, document) || isAmbiguous(on)) return 'invented'
  if (days.includes(on)) return 'right'
  const [coarse] = days.filter((day) => day.startsWith(on))
  return coarse === undefined
    ? 'wrong'
    : days.some((day) => day.startsWith(on) && isAmbiguous(day))
      ? 'right'
      : 'undated'
}

const isPrinted = (on: string, { printedDates }: ReadDocument['truth']) =>
  printedDates.some((printed) => printed.startsWith(on))

export const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
