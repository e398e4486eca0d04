/**
 * One invented clinical paper and all that it states: each fact with the words on the page that hold its value, and
 * beside them what is printed and must not become a fact. Knows nothing of how facts are found.
 */
import type { Fact, FactDetails, FactFlag, FactKind } from '#contract/facts.ts'
import type { Page } from '../print/page.ts'

/** The lab layout families by letter, the letters and lists by what they are. */
export const layoutNames = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'discharge',
  'clinic',
  'referral',
  'radiology',
  'medicines',
  'allergies',
  'operation',
] as const
export type LayoutName = (typeof layoutNames)[number]

export interface StatedFact {
  readonly kind: FactKind
  /** The catalogue's id of the measure, drug, condition …: two facts of one id are about the same thing. */
  readonly about: string
  readonly nameText: string
  /** Labels beside the value that may stand for the name. */
  readonly alsoNamed?: readonly string[]
  /** As written; of kinds without a value the words that name it. */
  readonly valueText: string
  /** Other ways to take the value from the same words, such as a measured concentration beside its S, I or R. */
  readonly alsoWritten?: readonly string[]
  /** Only when the value is a number. */
  readonly value?: number
  readonly comparator?: NonNullable<Fact['comparator']>
  readonly unitText?: string
  /** Every spelling in UCUM that says the same; without `unitText` a unit that may be given and need not. */
  readonly units?: readonly string[]
  readonly rangeText?: string
  readonly flagText?: string
  /** What the paper's own flag or range lets one say. */
  readonly flags?: readonly FactFlag[]
  /** 2021, 2021-03, 2021-03-04 or with a time; absent: the paper gives this fact no date of its own. */
  readonly on?: string
  readonly isNoneKnown?: true
  readonly details?: FactDetails
  /** May be found or not, such as an earlier result without a date: counts only when something of it is wrong. */
  readonly isOptional?: true
}

export interface TrueFact extends StatedFact {
  /** 1-based. */
  readonly page: number
  /** Which words of the page, counted in the order of drawing, hold the value. */
  readonly words: readonly number[]
  /** Day and month could be either, and nothing on the paper decides. */
  readonly isAmbiguous: boolean
}

/** Said of somebody else, denied or merely thought of: recorded as the person's own it would be the worst error. */
export interface Disclaimed {
  readonly about: string
  readonly kind: 'condition' | 'allergy' | 'medication'
  readonly why: 'negated' | 'family' | 'uncertain' | 'other-side'
  readonly side?: 'left' | 'right'
  /** As printed. */
  readonly nameText: string
}

export interface ClinicalDocument {
  /** Unique, and the same for the same seed whatever else is made: `B-07`, `discharge-03`. */
  readonly name: string
  /** One of `layoutNames`, or of the layouts that extraction meets for the first time. */
  readonly layout: string
  readonly pages: readonly Page[]
  readonly facts: readonly TrueFact[]
  readonly disclaimed: readonly Disclaimed[]
  /** Every day that is printed, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; any other date would be invented. */
  readonly printedDates: readonly string[]
  /** What the paper says of itself, by kind of date. */
  readonly ownDates: Readonly<Partial<Record<OwnDate, string>>>
  /** Days of the paper that could be read two ways. */
  readonly ambiguousDates: readonly string[]
}

export type OwnDate = 'collected' | 'service' | 'reported' | 'document'
