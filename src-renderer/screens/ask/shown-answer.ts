/** An answer as it is shown, whether it is coming in or was kept. Pure. */
import type { AnswerEvent, Citation, Searched } from '#contract/answers.ts'
import type { StoredAnswer } from '#contract/conversations.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { AnswerId } from '#contract/ids.ts'

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
    searched: end?.searched,
    ...(code !== undefined && { code }),
  }
}

export const storedAnswer = (stored: StoredAnswer): ShownAnswer => ({
  ...{ id: stored.id, question: stored.question, state: stored.state, sentences: stored.sentences },
  isNotFound: stored.state === 'complete' && stored.sentences.length === 0,
  nearest: stored.nearest,
  searched: stored.searched ?? undefined,
})

/** The places an answer rests on, in the order in which it comes to them; their numbers are their places here, from 1. */
export function sourcesOf({ sentences, nearest, isNotFound }: ShownAnswer): Citation[] {
  const all = isNotFound ? nearest.slice(0, NEAREST) : sentences.flatMap(({ citations }) => citations)
  const byPlace = new Map<string, Citation>()
  for (const citation of all) if (!byPlace.has(placeOf(citation))) byPlace.set(placeOf(citation), citation)
  return [...byPlace.values()]
}

/** Of what was near, so many are shown. */
const NEAREST = 3

export const placeOf = ({ documentId, page, start, quote }: Citation): string =>
  `${documentId} ${page} ${start} ${quote.length}`

/** For the clipboard: each sentence with its numbers, then the numbered sources. */
export function withCitations(answer: ShownAnswer, closing: string, nowhere: string): string {
  const sources = sourcesOf(answer)
  const numberOf = new Map(sources.map((source, at) => [placeOf(source), at + 1]))
  const sentences = answer.sentences
    .filter(({ isGone }) => !isGone)
    .map(({ text, citations }) => {
      const numbers = citations.map((citation) => `[${numberOf.get(placeOf(citation))}]`)
      return `${text.replaceAll('\t', ' ')} ${numbers.join(' ')}`
    })
  const body = answer.isNotFound ? [nowhere] : sentences
  const list = sources.map(({ title, page, quote }, at) => {
    const quoted = answer.isNotFound ? `: “${quote.replace(/\s+/g, ' ')}”` : ''
    return `[${at + 1}] ${title}, p. ${page}${quoted}`
  })
  return [answer.question, '', ...body, '', ...list, '', closing].join('\n')
}
