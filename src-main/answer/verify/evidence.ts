/** A piece of evidence as a model is given it and a sentence cites it. */
import type { Fact, SeriesPoint } from '#contract/facts.ts'

export interface Evidence {
  /** The number that a sentence cites it by. */
  readonly n: number
  /** A verbatim span of a page. */
  readonly text: string
  /** Lines of the page around it: its heading, the titles of its columns. */
  readonly context?: string
  /** YYYY[-MM[-DD]] */
  readonly documentDate?: string
  /** What was read from this span. */
  readonly fact?: Fact
  /** All values of the fact's measure, in one unit. */
  readonly series?: readonly SeriesPoint[]
}
