/** Asking in a conversation: what was kept of it, and the answer that is coming in; stopping it keeps what has come. */
import { useEffect, useRef, useState } from 'react'
import type { AnswerEvent } from '#contract/answers.ts'
import type { ConversationId, PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { api } from '../../api/client.ts'
import { type Load, useLoad } from '../../api/useLoad.ts'
import { useStream } from '../../api/useStream.ts'
import { useSettings } from '../../app/useSettings.ts'
import { liveAnswer, type ShownAnswer, storedAnswer } from './shown-answer.ts'

export interface Asking {
  readonly kept: Load<unknown>
  readonly answers: readonly ShownAnswer[]
  readonly title: string | undefined
  readonly isRunning: boolean
  /** With `query` it is asked formally, and the question is only kept with it. */
  ask(question: string, query?: TypedQuery): void
  stop(): void
}

export function useAsking(
  personId: PersonId,
  conversationId: ConversationId | undefined,
  onConversation: (id: ConversationId) => void,
): Asking {
  const stream = useStream<AnswerEvent>()
  const [asked, setAsked] = useState<{ question: string; conversationId: ConversationId | undefined }>()
  const kept = useLoad(
    'conversations.get',
    { id: conversationId ?? ('' as ConversationId) },
    { enabled: conversationId !== undefined },
  )
  const voice: 'patient' | 'clinician' = useSettings().audience === 'patients' ? 'clinician' : 'patient'
  const { kind, chunks, code } = stream.state
  const begun = chunks.find((event) => event.kind === 'conversation')
  const live = asked && liveAnswer({ question: asked.question, kind, events: chunks, code })

  const told = useRef(onConversation)
  useEffect(() => {
    told.current = onConversation
  })
  const begunId = begun?.conversationId
  useEffect(() => {
    if (begunId !== undefined) told.current(begunId)
  }, [begunId])

  // another conversation was chosen while one came in
  const belongs = conversationId === asked?.conversationId || conversationId === begunId
  useEffect(() => {
    if (asked !== undefined && !belongs) {
      stream.clear()
      setAsked(undefined)
    }
  }, [asked, belongs, stream.clear])

  const stored = conversationId !== undefined && kept.kind === 'ready' ? kept.value.answers.map(storedAnswer) : []
  // what is kept says more of a complete answer than what came in
  const isKept = stored.some(({ id, state }) => id === live?.id && state === 'complete')
  const shown = live !== undefined && belongs
  return {
    kept,
    answers: shown && !isKept ? [...stored.filter(({ id }) => id !== live.id), live] : stored,
    title: kept.kind === 'ready' && conversationId !== undefined ? kept.value.conversation.title : undefined,
    isRunning: kind === 'running' && shown,
    ask(question, query) {
      setAsked({ question, conversationId })
      const asked = {
        ...{ personId, question, voice },
        ...(conversationId !== undefined && { conversationId }),
        ...(query !== undefined && { query }),
      }
      void stream.start((signal) => api.answers.ask(asked, { signal }))
    },
    stop: stream.stop,
  }
}
