/**
 * What a decision keeps beside its anchor: the statement that stands, or was rejected, and what the paper was read as at
 * that time. It is whole by itself, so that it outlives every extractor.
 */
import type { Box } from '../ingest/read-page.ts'
import type { DecisionRow } from '../store/tables.ts'
import type { Statement } from './statement.ts'

export interface DecisionValue {
  readonly stands: boolean
  readonly statement: Statement
  /** The statement is a person's own words somewhere, not the paper's. */
  readonly isCorrected: boolean
  /** As the paper was read then; absent for what was entered by hand. */
  readonly read?: Statement
  /** When it was entered by hand; kept by every later decision about it. */
  readonly enteredAt?: string
  /** Where that stood. */
  readonly place?: Place
  /** Of facts that contradict each other, the one that stands. */
  readonly over?: string
}

export interface Place {
  readonly boxes: readonly Box[]
  readonly valueBoxes: readonly Box[]
  readonly quote: string
}

export type Decision = Omit<DecisionRow, 'value'> & { readonly value: DecisionValue }

/** Every decision of this program has a value. */
export const readDecision = ({ value, ...row }: DecisionRow): Decision => ({
  ...row,
  value: JSON.parse(value ?? 'null') as DecisionValue,
})
