/**
 * Asks one person's record: evidence first, then sentences that are quoted from it, or the admission that it is not
 * there. No model takes part; what is shown stands on a page word for word, and is kept in a conversation before it is
 * shown. The whole story is readable here.
 */
import type { AnswerEvent } from '#contract/answers.ts'
import type { Clock } from '../lib/clock.ts'
import type { Asked, Conversations } from '../record/conversations.ts'
import type { Passage, Retriever } from '../retrieve/retrieve.ts'
import type { Store } from '../store/store.ts'
import { createCiter } from './cite.ts'
import { selectSentences } from './extract-sentences.ts'

export interface AnswererDeps {
  readonly store: Store
  readonly conversations: Pick<Conversations, 'begin' | 'keepSentence' | 'complete'>
  readonly retriever: Retriever
  readonly clock: Clock
}

export type Answerer = ReturnType<typeof createAnswerer>

const SENTENCES = 5

export function createAnswerer({ store, conversations, retriever, clock }: AnswererDeps) {
  return {
    async *ask(asked: Asked, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
      const { personId, question } = asked
      const retrieving = retriever.retrieve({ personId, question }, signal)
      // the question is kept meanwhile; what goes wrong is told where the evidence is awaited
      retrieving.catch(() => {})
      const { conversationId, answerId } = await conversations.begin(asked)
      yield { kind: 'conversation', conversationId, answerId }

      const evidence = await retrieving
      const searched = await retriever.searched(personId)
      const cite = createCiter(store.db)
      const nearest = await cite(evidence.passages.map(wholePassage))
      yield { kind: 'evidence', citations: nearest }

      const { query, passages, frequencyOf, chunkCount } = evidence
      const selected = await selectSentences({
        query,
        passages,
        documentFrequency: frequencyOf,
        chunkCount,
        limit: SENTENCES,
        today: new Date(clock.now()),
        ...(evidence.nearness && { nearness: evidence.nearness }),
      })
      const sentences = 'notInRecord' in selected ? [] : selected.sentences
      signal.throwIfAborted()

      const passageById = new Map(passages.map((passage) => [passage.id, passage]))
      for (const sentence of sentences) {
        const passage = passageById.get(sentence.passageId)
        if (passage === undefined) continue
        const citations = await cite([{ passage, start: sentence.start, end: sentence.end }])
        signal.throwIfAborted()
        await conversations.keepSentence(answerId, { text: sentence.text, citations })
        yield { kind: 'sentence', text: sentence.text, citations }
      }
      const engine = 'extractive'
      await conversations.complete(answerId, { searched, engine, nearest: sentences.length === 0 ? nearest : [] })
      if (sentences.length === 0) yield { kind: 'notInRecord' }
      yield { kind: 'end', searched, engine }
    },
  }
}

const wholePassage = (passage: Passage) => ({ passage, start: passage.start, end: passage.start + passage.text.length })
