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
  if (on === undefined) return truth.on === undefined || truth.isAmbiguous ? 'right' : 'undated'
  if (!document.printedDates.some((printed) => printed.startsWith(on))) return 'invented'
  if (truth.isAmbiguous) return on.length === 4 ? 'right' : 'invented'
  const allowed = truth.on === undefined ? ownDaysOf(truth, document) : [truth.on.slice(0, 10)]
  if (allowed.includes(on)) return 'right'
  return allowed.some((day) => day.startsWith(on))
    ? document.isDateAmbiguous && truth.on === undefined
      ? 'right'
      : 'undated'
    : 'wrong'
}

/** An earlier result whose date is not printed has none, not that of today. */
const ownDaysOf = ({ isOptional }: TrueFact, { ownDates }: ReadDocument['truth']): string[] =>
  isOptional ? [] : Object.values(ownDates).map((day) => day.slice(0, 10))

export const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
