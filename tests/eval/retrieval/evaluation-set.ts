/** What a set of questions about papers of our own making says of itself, and where in the papers its gold passages lie. */

/** What a question counts from when it says `last year`, on whichever day it is evaluated. */
export const ASKED_AT = '2026-01-01T12:00:00.000Z'

export interface EvaluationSet {
  readonly people: readonly SetPerson[]
  readonly questions: readonly SetQuestion[]
  /** Of what stands in no paper of that person. */
  readonly unanswerable: readonly { readonly id: string; readonly person: string; readonly text: string }[]
}

export interface SetPerson {
  readonly name: string
  readonly bornOn: string
  readonly documents: readonly { readonly title: string; readonly fileName: string; readonly text: string }[]
}

export interface SetQuestion {
  readonly id: string
  /** By name. */
  readonly person: string
  readonly text: string
  /** What makes it hard: `abbreviations`, `misspelling` and so on; `plain` when nothing does. */
  readonly slice: string
  /** Whether the program's word tables hold the words of the question that the papers say otherwise. */
  readonly vocabulary: 'in-tables' | 'in-none' | 'plain'
  readonly gold: readonly Gold[]
}

export interface Gold {
  /** By file name. */
  readonly document: string
  /** As it stands in the document's text, white space aside. */
  readonly quote: string
  readonly grade: number
}

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether two stretches of a text share a character, wherever in it they stand. White space aside. */
export function overlaps(text: string, one: string, other: string): boolean {
  const whole = collapse(text)
  const ones = placesOf(whole, collapse(one))
  const others = placesOf(whole, collapse(other))
  return ones.some((a) => others.some((b) => a.start < b.end && b.start < a.end))
}

function placesOf(text: string, part: string): { start: number; end: number }[] {
  const places = []
  for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + 1))
    places.push({ start: at, end: at + part.length })
  return places
}
