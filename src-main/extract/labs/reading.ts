/** One result as it stands on a page, before it has a code, a day or a judgement. */
import type { Fact } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import type { Edges } from '../page-rows.ts'
import type { StatedDate } from '../proposal.ts'
import type { Names } from './names.ts'
import type { Measured, Reader } from './read-measured.ts'

export type Dated = StatedDate & { readonly dateKind: Fact['dateKind'] }

export interface Reading extends Omit<Measured, 'end'> {
  readonly page: number
  readonly nameText: string
  readonly nameSpans: readonly Span[]
  /** What a name of several meanings stands for among the other names of its table. */
  readonly meant?: string
  /** `unknown`: it has a day of its own that cannot be read, so the document's must not stand for it. */
  readonly date?: Dated | 'unknown'
  readonly dateSpan?: Span
  readonly specimen?: string
  /** Organisms and antibiotics are no measures, and need not be known as such. */
  readonly isOfCulture?: true
}

/** What reading a row needs to know. */
export interface ReadingContext {
  readonly names: Names
  readonly reader: Reader
  /** Where words of the page stand. */
  readonly edges: Edges
  readonly order: 'day-first' | 'month-first' | undefined
  /** Named by the heading the row stands under. */
  readonly specimen: string | undefined
}
