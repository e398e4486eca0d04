/** What every reader of clinical text is handed: the dictionaries, and what is known of the paper's date. */
import type { Fact } from '#contract/facts.ts'
import type { DrugDictionaries } from './dictionaries/read-drug-dictionaries.ts'
import type { Vaccines } from './dictionaries/vaccines.ts'
import type { Proposal, StatedDate } from './proposal.ts'

export interface ClinicalContext extends DrugDictionaries {
  readonly vaccines: Vaccines
  /** Of the paper, and which of its dates that is. */
  readonly date?: StatedDate & { readonly dateKind: Fact['dateKind'] }
  /** How the same paper writes 03/04/2021. */
  readonly order?: 'day-first' | 'month-first'
}

type When = Pick<Proposal, 'happenedOn' | 'datePrecision' | 'dateKind'>

/** A date that the statement itself bears. */
export const statedOn = (date: StatedDate): When => ({
  happenedOn: date.on,
  datePrecision: date.precision,
  dateKind: 'stated',
})

/** The paper's own date: when it was so, for what the paper lists without a date. */
export const paperDate = ({ date }: Pick<ClinicalContext, 'date'>): When =>
  date
    ? { happenedOn: date.on, datePrecision: date.precision, ...(date.dateKind ? { dateKind: date.dateKind } : {}) }
    : {}
