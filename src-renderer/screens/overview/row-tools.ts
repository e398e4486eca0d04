/** What every row of the overview needs to act: sources, decisions, and the form. */
import type { Fact } from '#contract/facts.ts'
import type { Decide } from '../../facts/useDecide.ts'
import type { Sources } from '../../facts/useSources.ts'

export interface RowTools {
  readonly sources: Sources
  readonly decisions: Decide
  readonly onEdit: (fact: Fact) => void
}
