/** What a sentence claims at once, and where its parts were found. */
import type { Part } from './statements.ts'

export interface Claim {
  /** Own and shared, in the order of the sentence. */
  readonly parts: readonly Part[]
  /** What ends it is the comma or the `and` of a list: its last name must be whole. */
  readonly endsInList?: boolean
}

export type Matches = ReadonlyMap<Part, readonly Part[]>
