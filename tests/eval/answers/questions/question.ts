/** A question of the benchmark and what a right answer holds. Knows nothing of how a question is understood. */
import type { Place } from '../../../../tools/make-papers/record-qa/truth.ts'

export const questionKinds = [
  'latest',
  'first',
  'highest',
  'lowest',
  'mean',
  'count',
  'list-medicines',
  'list-allergies',
  'list-conditions',
  'list-vaccines',
  'list-values',
  'as-of',
  'when',
  'trend',
  'change',
  'before-after',
  'compare-dates',
  'who',
  'where',
  'stated-allergy',
  'stated-condition',
  'dose',
  'standing',
  'in-range',
  'family',
  'follow-up',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** `lay`: by a word that no paper uses. */
export const wordings = ['plain', 'lay', 'misspelt'] as const
export type Wording = (typeof wordings)[number]

export type Finding =
  | 'stated'
  | 'stated-none-known'
  | 'stated-ruled-out'
  | 'in-range'
  | 'out-of-range'
  | 'no-range'
  | 'current'
  | 'last-stated'
  | 'not-on-last-list'
  | 'stopped'

export interface WantedValue {
  readonly value: number
  readonly valueText: string
  /** UCUM. */
  readonly unit: string
  /** Any of these days: the value may have been the same on several. */
  readonly on: readonly string[]
}

/** Of each group one place must be cited. */
export type Groups = readonly (readonly Place[])[]

/** `also`: what may be cited beside the groups; anything else is cited for nothing. */
export type Expected = Answerable & { readonly also?: readonly Place[] }

type Answerable =
  | { readonly is: 'value'; readonly wanted: WantedValue; readonly groups: Groups }
  /** All of these values. */
  | { readonly is: 'values'; readonly wanted: readonly WantedValue[]; readonly groups: Groups }
  /** A number that stands nowhere. `from`: the values of which both must be said where the number itself is not. */
  | {
      readonly is: 'computed'
      readonly value: number
      readonly tolerance: number
      readonly from?: readonly WantedValue[]
      readonly groups: Groups
    }
  /** Each in all the ways that name it; these and no others. */
  | { readonly is: 'items'; readonly items: readonly (readonly string[])[]; readonly groups: Groups }
  | { readonly is: 'date'; readonly on: readonly string[]; readonly groups: Groups }
  | { readonly is: 'text'; readonly anyOf: readonly string[]; readonly groups: Groups }
  | {
      readonly is: 'finding'
      readonly anyOf: readonly Finding[]
      /** What it is about, in all the ways that name it. */
      readonly about: readonly string[]
      readonly groups: Groups
    }
  | { readonly is: 'unanswerable'; readonly why: WhyNot }

export const whyNots = ['never-stated', 'not-then', 'family-only', 'other-person'] as const
export type WhyNot = (typeof whyNots)[number]

export interface Question {
  /** Unique in the benchmark. */
  readonly id: string
  /** The name of whose record is asked. */
  readonly person: string
  readonly kind: QuestionKind
  readonly wording: Wording
  readonly voice: 'patient' | 'clinician'
  /** Asked before it in the same conversation; only the last answer counts. */
  readonly before: readonly string[]
  readonly text: string
  readonly expected: Expected
}

/** A question that has no number yet. */
export type Draft = Omit<Question, 'id' | 'person'>
