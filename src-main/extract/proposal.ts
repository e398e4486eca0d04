/**
 * What extraction takes and gives: the words of a document's pages in, proposals out. Pure data that crosses processes;
 * a proposal knows where on the page it stands and nothing of persons, stores or decisions.
 */
import type { Fact, FactDetails, FactDoubt, FactFlag, FactKind } from '#contract/facts.ts'
import type { Span, Word } from '../ingest/read-page.ts'

export interface ExtractPage {
  /** 1-based. */
  readonly number: number
  /** As stored: lines end in \n, cells of one row are set apart by \t, blocks by an empty line. */
  readonly text: string
  /** Empty for pages without positions. */
  readonly words: readonly Word[]
  readonly method: 'text' | 'ocr' | 'none'
}

/** A calendar date as far as it is known, `2021`, `2021-03`, `2021-03-04` or with a time `2021-03-04T08:15`. */
export interface StatedDate {
  readonly on: string
  readonly precision: NonNullable<Fact['datePrecision']>
  /** Day and month could be either; `on` holds then the year alone. */
  readonly isAmbiguous: boolean
}

export interface Proposal {
  readonly kind: FactKind
  readonly name: string
  readonly nameText: string
  readonly code?: Fact['code']
  readonly valueText: string
  readonly value?: number
  readonly comparator?: Fact['comparator']
  readonly unit?: string
  readonly unitText?: string
  readonly rangeText?: string
  readonly rangeLow?: number
  readonly rangeHigh?: number
  readonly flag: FactFlag
  readonly isNoneKnown: boolean
  readonly happenedOn?: string
  readonly datePrecision?: Fact['datePrecision']
  readonly dateKind?: Fact['dateKind']
  readonly details: FactDetails
  readonly doubts: readonly FactDoubt[]
  readonly correctedFrom?: string
  readonly suggestions: readonly string[]
  readonly page: number
  /** The words it was read from, in the page's text, in order; at least one. */
  readonly spans: readonly Span[]
  /** Where the value as written stands; inside one of `spans`. */
  readonly valueSpan: Span
}

/** Somebody named on a page as the one the paper is about. */
export interface NamedPerson {
  readonly name: string
  readonly bornOn?: string
  readonly page: number
  readonly span: Span
}

/** What the paper says of itself. */
export interface DocumentFacts {
  readonly kind?:
    | 'lab-report'
    | 'letter'
    | 'discharge-summary'
    | 'imaging-report'
    | 'medicine-list'
    | 'vaccination-record'
  readonly title?: string
  readonly author?: string
  readonly facility?: string
  readonly date?: StatedDate & Pick<Fact, 'dateKind'>
  readonly people: readonly NamedPerson[]
}

export interface Extraction {
  readonly document: DocumentFacts
  readonly proposals: readonly Proposal[]
}
