/** An answer as it is shown, whether it is coming in or was kept. Pure. */
import type { AnswerEngine, AnswerEvent, Citation, Searched } from '#contract/answers.ts'
import type { AnswerWhy, Feedback, StoredAnswer } from '#contract/conversations.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { AnswerId } from '#contract/ids.ts'
import { placeOf, withoutRepeats } from '../../citations/places.ts'

export interface ShownSentence {
  readonly text: string
  readonly citations: readonly Citation[]
  readonly isGone: boolean
}

export interface ShownAnswer {
  readonly id: AnswerId | undefined
  readonly question: string
  readonly state: 'looking' | 'answering' | 'complete' | 'stopped' | 'failed'
  readonly sentences: readonly ShownSentence[]
  readonly isNotFound: boolean
  /** Shown in place of an answer. */
  readonly nearest: readonly Citation[]
  readonly searched: Searched | undefined
  readonly engine: AnswerEngine | undefined
  /** As much of it as is known yet. */
  readonly why: Partial<AnswerWhy>
  readonly feedback: Feedback | null
  readonly code?: ErrorCode
}

interface Live {
  readonly question: string
  readonly kind: 'idle' | 'running' | 'done' | 'stopped' | 'failed'
  readonly events: readonly AnswerEvent[]
  readonly code?: ErrorCode | undefined
}

export function liveAnswer({ question, kind, events, code }: Live): ShownAnswer {
  const first = events.find((event) => event.kind === 'conversation')
  const sentences = events.flatMap((event) =>
    event.kind === 'sentence' ? [{ text: event.text, citations: event.citations, isGone: false }] : [],
  )
  const isNotFound = events.some((event) => event.kind === 'notInRecord')
  const evidence = events.find((event) => event.kind === 'evidence')
  const end = events.find((event) => event.kind === 'end')
  const running = evidence === undefined ? 'looking' : 'answering'
  const ended = { done: 'complete', stopped: 'stopped', failed: 'failed' } as const
  return {
    ...{ id: first?.answerId, question, sentences, isNotFound },
    state: kind === 'running' || kind === 'idle' ? running : ended[kind],
    nearest: isNotFound ? (evidence?.citations ?? []) : [],
    ...{ searched: end?.searched, engine: end?.engine, why: liveWhy(events), feedback: null },
    ...(code !== undefined && { code }),
  }
}

function liveWhy(events: readonly AnswerEvent[]): Partial<AnswerWhy> {
  const understood = events.find((event) => event.kind === 'query')
  const explained = events.find((event) => event.kind === 'explained')
  const end = events.find((event) => event.kind === 'end')
  return {
    isEmergency: events.some((event) => event.kind === 'emergency'),
    redFlags: events.flatMap((event) => (event.kind === 'redFlags' ? event.redFlags : [])),
    ...(explained !== undefined && {
      explained: { term: explained.term, explanation: explained.explanation },
    }),
    ...(understood !== undefined && { query: understood.query, queryText: understood.text }),
    ...(end !== undefined && { dropped: end.dropped, needsUnreadNotice: end.needsUnreadNotice }),
    ...(end?.answer !== undefined && { answer: end.answer }),
  }
}

export const storedAnswer = (stored: StoredAnswer): ShownAnswer => ({
  ...{ id: stored.id, question: stored.question, state: stored.state, sentences: stored.sentences },
  isNotFound: stored.state === 'complete' && stored.sentences.length === 0,
  nearest: stored.nearest,
  searched: stored.searched ?? undefined,
  engine: stored.engine ?? undefined,
  why: stored.why ?? {},
  feedback: stored.feedback,
})

/** It was asked whether something is stated, and nothing was found that states it. */
export const isNotStated = ({ isNotFound, why }: ShownAnswer): boolean =>
  isNotFound && why.answer?.finding === 'not-stated'

/** A sum, a count or a difference stands on no page; what it was made of does. */
export const isComputed = ({ engine, why: { query } }: ShownAnswer): boolean =>
  engine === 'typed' && query !== undefined && ['mean', 'count', 'change'].includes(query.ask)

/** The places an answer rests on, in the order in which it comes to them; their numbers are their places here, from 1. */
export function sourcesOf({ sentences, nearest, isNotFound, why: { redFlags = [] } }: ShownAnswer): Citation[] {
  const said = isNotFound ? nearest.slice(0, NEAREST) : sentences.flatMap(({ citations }) => citations)
  return withoutRepeats([...redFlags.flatMap(({ citations }) => citations), ...said])
}

/** Of what was near, so many are shown. */
const NEAREST = 3

export const nearestOf = ({ nearest }: ShownAnswer): readonly Citation[] => nearest.slice(0, NEAREST)

/** For the clipboard: each sentence with its numbers, then the numbered sources. */
export function withCitations(answer: ShownAnswer, closing: string, nowhere: string): string {
  const sources = sourcesOf(answer)
  const numberOf = new Map(sources.map((source, at) => [placeOf(source), at + 1]))
  const numbered = (text: string, citations: readonly Citation[]) => {
    const numbers = withoutRepeats(citations).map((citation) => `[${numberOf.get(placeOf(citation))}]`)
    return [text.replaceAll('\t', ' '), ...numbers].join(' ')
  }
  const { redFlags = [] } = answer.why
  const flags = redFlags.map(({ text, source, citations }) => numbered(`${text} (${source})`, citations))
  const sentences = answer.sentences
    .filter(({ isGone }) => !isGone)
    .map(({ text, citations }) => numbered(text, citations))
  const body = answer.isNotFound ? [nowhere] : sentences
  const list = sources.map(({ title, page, quote }, at) => {
    const quoted = answer.isNotFound ? `: “${quote.replace(/\s+/g, ' ')}”` : ''
    return `[${at + 1}] ${title}, p. ${page}${quoted}`
  })
  return [answer.question, '', ...flags, ...body, '', ...list, '', closing].join('\n')
}
