/**
 * What a paper of a stay in hospital says was measured on its first or its last day: `on admission`, `at discharge`. What
 * it says of no day has none.
 */
import type { Span } from '../ingest/read-page.ts'
import type { ExtractPage, Proposal, StatedDate } from './proposal.ts'

export interface Stay {
  readonly admitted?: StatedDate
  readonly discharged?: StatedDate
}

interface Cue extends Span {
  readonly of: keyof Stay
  /** The paper's own day may be meant where it tells of no stay. */
  readonly isOfVisit: boolean
}

const CUES =
  /\b(?:(?<admitted>(?:on|at|upon) (?:the day of )?(?:hospital )?admission)|(?<visit>(?:in|at) the (?:ED|ER|A&E|emergency (?:department|room))|(?:on|at|upon) (?:initial )?(?:arrival|presentation))|(?<discharged>(?:on|at|upon|by) (?:the (?:day|time) of )?(?:hospital )?discharge))\b/giu

/** The value before a cue has it to itself, with at most its unit between: `1.4 mg/dL on admission`. */
const BETWEEN = '(?:\\s?(?!(?:and|then|but|to|or)\\b)[^\\s\\d,;.]+)?\\s*\\(?$'
const TAKEN = new RegExp(`\\d${BETWEEN}`, 'iu')
const AFTER = new RegExp(`^${BETWEEN}`, 'iu')

/** Which end of a stay a value is said to be of, in its sentence. */
export function stayCueOf(text: string, sentence: Span, value: Span): Cue | undefined {
  const cues = [...text.slice(sentence.start, sentence.end).replace(/\s/gu, ' ').matchAll(CUES)].map((match): Cue => {
    const start = sentence.start + match.index
    const of = match.groups?.discharged === undefined ? 'admitted' : 'discharged'
    return { start, end: start + match[0].length, of, isOfVisit: match.groups?.visit !== undefined }
  })
  const after = cues.find(({ start }) => start >= value.end && AFTER.test(text.slice(value.end, start)))
  return (
    after ?? cues.findLast(({ start, end }) => end <= value.start && !TAKEN.test(text.slice(sentence.start, start)))
  )
}

/** What was measured and has no day is of the end of the stay that its sentence names. */
export function datedByStay(proposals: readonly Proposal[], pages: readonly ExtractPage[], stay: Stay): Proposal[] {
  const texts = new Map(pages.map(({ number, text }) => [number, text]))
  return proposals.map((proposal) => {
    const text = texts.get(proposal.page)
    if (proposal.kind !== 'observation' || proposal.happenedOn !== undefined || text === undefined) return proposal
    const cue = stayCueOf(text, sentenceAround(text, proposal.valueSpan), proposal.valueSpan)
    const day = cue && stay[cue.of]
    if (!day) return proposal
    const doubts = proposal.doubts.filter((doubt) => doubt !== 'no-date')
    return {
      ...proposal,
      happenedOn: day.on,
      datePrecision: day.precision,
      dateKind: 'stated',
      doubts: day.isAmbiguous ? [...doubts, 'ambiguous-date'] : doubts,
    }
  })
}

const END = /[.;](?=\s+\p{Lu})|\n\s*\n|\t/gu

function sentenceAround(text: string, { start, end }: Span): Span {
  const before = [...text.slice(0, start).matchAll(END)].at(-1)
  const after = text.slice(end).search(END)
  return { start: before ? before.index + before[0].length : 0, end: after < 0 ? text.length : end + after }
}
