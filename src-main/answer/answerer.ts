/**
 * Asks one person's record. What facts answer is answered from facts; else papers are quoted, and where a language model is
 * in use it words what they say, each sentence checked before it is shown. What is shown is kept in a conversation before
 * it is shown. The whole story is readable here.
 */
import type { AnswerEngine, AnswerEvent, DroppedSentence } from '#contract/answers.ts'
import type { AnswerWhy } from '#contract/conversations.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Medicines } from '../facts/medicines.ts'
import type { Convert } from '../facts/series.ts'
import type { Clock } from '../lib/clock.ts'
import type { Asked, Conversations } from '../record/conversations.ts'
import type { Retriever } from '../retrieve/retrieve.ts'
import type { Store } from '../store/store.ts'
import type { Answer, Shown } from './answer.ts'
import { answerParts } from './answer-parts.ts'
import { askedMeaning } from './asked-meaning.ts'
import { asksForHelpNow } from './asks-for-help-now.ts'
import { createFactCiter } from './cite-facts.ts'
import { createFlagFacts } from './flag-facts.ts'
import type { ModelWriter } from './model-writer.ts'
import { createQuoter } from './quote.ts'
import { createRunQuery } from './typed/run-query.ts'
import { sayQuery } from './typed/say-query.ts'
import { createUnderstand } from './understand.ts'
import { uniqueCitations } from './unique-citations.ts'
import { wordAnswer } from './word-answer.ts'

export interface AnswererDeps {
  readonly store: Store
  readonly conversations: Pick<Conversations, 'begin' | 'keepSentence' | 'complete' | 'get'>
  readonly retriever: Retriever
  readonly clock: Clock
  readonly medicines: Medicines
  readonly convert: Convert
  /** The language model in use; without one, papers are quoted. */
  readonly writer: () => ModelWriter | undefined
}

export type Answerer = ReturnType<typeof createAnswerer>

export function createAnswerer({ store, conversations, retriever, clock, medicines, convert, writer }: AnswererDeps) {
  const today = () => new Date(clock.now())
  const understand = createUnderstand({ store, conversations, today })
  const run = createRunQuery({ store, medicines, convert })
  const citeFacts = createFactCiter(store.db)
  const flag = createFlagFacts(store, convert)
  const quote = createQuoter({ store, retriever, today })

  return {
    async *ask(
      asked: Asked & { readonly query?: TypedQuery | undefined; readonly voice?: 'patient' | 'clinician' },
      signal: AbortSignal,
    ): AsyncGenerator<AnswerEvent> {
      const startedAt = clock.monotonicMs()
      const { personId, question } = asked
      const { conversationId, answerId } = await conversations.begin(asked)
      yield { kind: 'conversation', conversationId, answerId }
      const isEmergency = asksForHelpNow(question)
      if (isEmergency) yield { kind: 'emergency' }

      const explained = askedMeaning(question)
      if (explained !== undefined) yield { kind: 'explained', ...explained }

      const { query, parts, known, isOfAnother, personName } = await understand(asked, conversationId)
      const asks = parts.length > 0 ? parts.flatMap((part) => part.query ?? []) : query === undefined ? [] : [query]
      const queryText = asks.length === 0 ? undefined : asks.map(sayQuery).join('; ')
      if (query !== undefined && queryText !== undefined) yield { kind: 'query', query, text: queryText }
      const searching = retriever.searched(personId)
      searching.catch(() => {})
      const typed =
        (parts.length > 0
          ? await answerParts(parts, { answer: answerFrom, quote: (part) => quote({ personId, ...part }, signal) })
          : undefined) ?? (query === undefined ? undefined : await answerFrom(query))
      signal.throwIfAborted()
      const quoted =
        typed === undefined && !isOfAnother ? await quote({ personId, question, query }, signal) : undefined
      const chosen: Answer = typed ?? quoted ?? nothing
      let engine: AnswerEngine = chosen.engine
      const redFlags = await flag(personId, chosen.factIds)
      if (redFlags.length > 0) yield { kind: 'redFlags', redFlags }
      yield { kind: 'evidence', citations: [...chosen.evidence] }

      let shown = 0
      const dropped: DroppedSentence[] = []
      const show = async ({ text, citations }: Shown): Promise<AnswerEvent> => {
        signal.throwIfAborted()
        await conversations.keepSentence(answerId, { text, citations: [...citations] })
        shown += 1
        return { kind: 'sentence', text, citations: [...citations] }
      }
      const chosenWriter = quoted !== undefined && quoted.sentences.length > 0 ? writer() : undefined
      if (quoted !== undefined && chosenWriter !== undefined) {
        const input = {
          writer: chosenWriter,
          question,
          voice: asked.voice ?? 'patient',
          quotes: quoted.sentences,
          personName,
        }
        const onDropped = (one: DroppedSentence) => void dropped.push(one)
        for await (const sentence of wordAnswer({ ...input, onDropped }, signal)) yield await show(sentence)
        if (shown > 0) engine = 'model'
      }
      if (shown === 0) for (const sentence of chosen.sentences) yield await show(sentence)
      const searched = await searching
      const { waiting, unreadable, partlyReadPages, withoutFacts } = searched
      const isAllRead = waiting + unreadable + partlyReadPages === 0 && (query === undefined || withoutFacts === 0)
      const needsUnreadNotice = !isAllRead && (chosen.dependsOnUnread || shown === 0)
      const answer =
        chosen.answer ?? (shown === 0 && query?.ask === 'stated' ? ({ finding: 'not-stated' } as const) : undefined)
      const why: AnswerWhy = {
        ...{ isEmergency, redFlags, dropped, needsUnreadNotice, evidence: chosen.weighed },
        ...(explained !== undefined && { explained }),
        ...(query !== undefined && { query }),
        ...(queryText !== undefined && { queryText }),
        ...(engine === 'model' && chosenWriter !== undefined && { model: chosenWriter.modelId }),
        ...(answer !== undefined && { answer }),
        milliseconds: Math.round(clock.monotonicMs() - startedAt),
      }
      await conversations.complete(answerId, {
        searched,
        engine,
        nearest: shown === 0 ? [...chosen.evidence] : [],
        why,
      })
      if (shown === 0) yield { kind: 'notInRecord' }
      yield { kind: 'end', searched, engine, dropped, needsUnreadNotice, ...(answer !== undefined && { answer }) }

      async function answerFrom(query: TypedQuery): Promise<Answer | undefined> {
        const { answer: found, isElsewhere } = await run(personId, query, known)
        if (found === undefined)
          return isElsewhere ? { ...(await quote({ personId, question, query }, signal)), ...noSentences } : undefined
        const sentences = oncePerText(await citeFacts(found.sentences))
        return {
          ...{ engine: 'typed', answer: found.answer, dependsOnUnread: found.dependsOnUnread, weighed: [], sentences },
          factIds: found.sentences.flatMap(({ factIds }) => factIds),
          evidence: uniqueCitations(sentences.flatMap(({ citations }) => citations)),
        }
      }
    },
  }
}

/** What two papers state in the same words is told once, with the places of both. */
const oncePerText = (sentences: readonly Shown[]): Shown[] =>
  [...Map.groupBy(sentences, ({ text }) => text)].map(([text, alike]) => ({
    text,
    citations: uniqueCitations(alike.flatMap(({ citations }) => citations)),
  }))

/** Another person of the vault is asked about: their record is theirs. */
const nothing: Answer = {
  ...{ engine: 'typed', sentences: [], evidence: [], weighed: [], factIds: [], dependsOnUnread: false },
}

/** What is stated for another time or place answers nothing, and its neighbours are shown as what comes nearest. */
const noSentences = { sentences: [], factIds: [] }
