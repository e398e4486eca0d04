/**
 * Invented people, their papers of many years, and what each paper states: the truth that questions of a record are asked
 * from. What is true of a person is only what one of their papers says. Knows nothing of how anything is read or answered.
 */

/** Where something stands. A citation of it is of that page and holds all of the words. */
export interface Place {
  readonly fileName: string
  /** 1-based. */
  readonly page: number
  readonly words: readonly string[]
}

export interface Observed {
  readonly kind: 'observation'
  /** The id of the measure. */
  readonly measure: string
  readonly value: number
  /** Of blood pressure. */
  readonly second?: number
  readonly valueText: string
  readonly unit: string
  readonly ucum: string
  /** The limits that the paper prints beside it; absent: it prints none. */
  readonly range?: { readonly low?: number; readonly high?: number }
  /** When it was collected. */
  readonly on: string
}

export interface Medicated {
  readonly kind: 'medication'
  readonly substance: string
  readonly dose: string
  readonly frequency: string
  readonly how: 'listed' | 'started' | 'stopped' | 'changed'
  readonly on: string
}

export interface Allergic {
  readonly kind: 'allergy'
  readonly substance: string
  readonly reaction: string
  readonly on: string
}

export interface NoAllergies {
  readonly kind: 'no-allergies'
  readonly on: string
}

export interface Diagnosed {
  readonly kind: 'condition'
  readonly condition: string
  readonly how: 'has' | 'denied' | 'family'
  readonly side?: 'left' | 'right'
  /** The year it is said to have begun. */
  readonly since?: string
  readonly relation?: string
  readonly on: string
}

export interface Vaccinated {
  readonly kind: 'vaccine'
  readonly vaccine: string
  readonly on: string
}

export interface Operated {
  readonly kind: 'procedure'
  readonly procedure: string
  readonly side?: 'left' | 'right'
  /** Empty, as `place` is, where a later paper only mentions it with its year. */
  readonly surgeon: string
  readonly place: string
  readonly on: string
}

export interface Met {
  readonly kind: 'encounter'
  readonly visit: 'clinic' | 'hospital'
  readonly clinician: string
  readonly specialty: string
  readonly place: string
  /** The visit, or the admission. */
  readonly on: string
  /** The discharge. */
  readonly until?: string
}

export type Said = Observed | Medicated | Allergic | NoAllergies | Diagnosed | Vaccinated | Operated | Met
export type Statement<S extends Said = Said> = S & Place

export interface RecordPaper {
  readonly fileName: string
  readonly what: PaperKind
  readonly writtenOn: string
  readonly bytes: Uint8Array
  readonly isNoisy: boolean
  readonly statements: readonly Statement[]
  /** Every day that is printed, as YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly printedDates: readonly string[]
}

export const paperKinds = [
  'lab-report',
  'visit-letter',
  'discharge-summary',
  'medication-list',
  'vaccination-record',
  'allergy-card',
  'imaging-report',
  'problem-list',
] as const
export type PaperKind = (typeof paperKinds)[number]

export interface Profile {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly bornOn: string
  readonly sex: 'female' | 'male'
  /** A word that stands on every paper of this person and on nobody else's. */
  readonly canary: string
}

export interface RecordPerson extends Profile {
  /** Some of the papers are as read from a bad scan. */
  readonly isNoisy: boolean
  /** The oldest first. */
  readonly papers: readonly RecordPaper[]
}

/** All statements of one kind, the oldest paper first. */
export function statementsOf<K extends Said['kind']>(
  person: RecordPerson,
  kind: K,
): Statement<Extract<Said, { kind: K }>>[] {
  return person.papers.flatMap(({ statements }) =>
    statements.filter((one): one is Statement<Extract<Said, { kind: K }>> => one.kind === kind),
  )
}
