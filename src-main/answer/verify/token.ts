/** What a sentence and a span are taken apart into, so that both can be compared; says nothing of what follows from it. */

export type Certainty = 'possible' | 'probable' | 'unlikely'

/** Of whom and how surely something is said; two words mean the same only where all of this is equal. */
export interface Stance {
  readonly isNegated: boolean
  readonly isRuledOut: boolean
  readonly isPast: boolean
  readonly isResolved: boolean
  readonly isHypothetical: boolean
  readonly isStopped: boolean
  readonly certainty: Certainty | undefined
  /** `mother`, or `family` where only that is said. */
  readonly relation: string | undefined
}

export interface Quantity {
  /** Digits with equal value have equal text; a pair is `120/80`. */
  readonly value: string
  readonly comparator: string
  /** UCUM, or what is counted: `tablet`. Empty: none is written. */
  readonly unit: string
  /** What numbers it: the 2 of `type 2` and the second of `second dose` are no amount. */
  readonly label: string
  /** What a value was before a change: `from 10 mg to 20 mg`. */
  readonly isFormer: boolean
}

interface Place {
  /** As written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

export type Token = Place &
  (
    | { readonly kind: 'word'; readonly key: string; readonly isHypothetical?: true }
    /** Carries no claim of its own. */
    | { readonly kind: 'closed'; readonly key: string }
    | { readonly kind: 'number'; readonly quantity: Quantity }
    | { readonly kind: 'range'; readonly low: string; readonly high: string; readonly unit: string }
    /** `on`: 2021, 2021-03, 2021-03-04, with a time where one is written; of an ambiguous one the year, and `written`; `--03-04` without a year. */
    | { readonly kind: 'date'; readonly on: string; readonly written: string; readonly isAmbiguous: boolean }
    /** Times, routes and forms of a medicine by their meaning; the first is what it says, the others what it implies. */
    | { readonly kind: 'dosing'; readonly keys: readonly string[] }
    | { readonly kind: 'act'; readonly key: Act }
    | { readonly kind: 'cue'; readonly cue: Cue; readonly key: string }
    | { readonly kind: 'frame'; readonly key: string; readonly frames: readonly Frame[] }
    | { readonly kind: 'mark'; readonly mark: string }
  )

export type Act = 'start' | 'stop' | 'continue' | 'up' | 'down' | 'same'

export type Cue = 'negation' | 'ruled-out' | 'certainty' | 'past' | 'resolved' | 'relation'

/** Words that are true of a whole kind of paper or list: `takes` of a list of medicines. */
export type Frame = 'medicine' | 'allergy' | 'vaccine' | 'diagnosis' | 'procedure' | 'visit'

/** A run of words that tables of words know as one thing. */
export interface Phrase {
  readonly start: number
  readonly end: number
  readonly meanings: readonly number[]
  /** What a value can belong to: a measure, a medicine, a vaccine. */
  readonly isMeasured: boolean
}

export interface Lexed {
  readonly tokens: readonly Token[]
  readonly phrases: readonly Phrase[]
}

/** A token with how it is meant. */
export interface Said {
  readonly token: Token
  readonly stance: Stance
}
