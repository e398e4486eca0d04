/**
 * Keeps what was asked and what was shown for it: each sentence before it is shown, so that an answer cut off by the
 * person, a lock or a crash is kept as far as it was seen. What a deleted document said does not live on here.
 */
import type { Transaction } from 'kysely'
import type { AnswerEvent, Citation } from '#contract/answers.ts'
import type { AnswerWhy, ConversationSummary, Feedback, StoredAnswer, StoredSentence } from '#contract/conversations.ts'
import { AppError } from '#contract/errors.ts'
import type { AnswerId, ConversationId, DocumentId, PersonId } from '#contract/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import {
  appendSentence,
  type ConversationsQuery,
  type ConversationWithCount,
  deleteConversation,
  findConversation,
  insertAnswer,
  insertConversation,
  listAnswers,
  listAnswersCiting,
  listConversations,
  setConversationTitle,
  setFeedback,
  touchConversation,
  updateAnswer,
} from '../store/conversations.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { AnswerRow, Tables } from '../store/tables.ts'
import { nextStamp } from '../store/vault-meta.ts'

export interface ConversationsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly changed: () => void
}

export type Conversations = ReturnType<typeof createConversations>

export interface Asked {
  readonly personId: PersonId
  readonly question: string
  /** Where it is asked; a new conversation when absent. */
  readonly conversationId?: ConversationId | undefined
}

type Sentence = Extract<AnswerEvent, { kind: 'sentence' }>
type End = Extract<AnswerEvent, { kind: 'end' }>

const TITLE = 120

export function createConversations({ store, audit, clock, newId, changed }: ConversationsDeps) {
  async function getRow(id: ConversationId): Promise<ConversationWithCount> {
    const row = await findConversation(store.db, id)
    if (row === undefined) throw new AppError('conversation/unknown')
    return row
  }

  return {
    /** Keeps the question; its answer counts as stopped until it is complete. */
    async begin({ personId, question, conversationId }: Asked) {
      if ((await findPerson(store.db, personId)) === undefined) throw new AppError('person/unknown')
      if (conversationId !== undefined && (await getRow(conversationId)).personId !== personId)
        throw new AppError('conversation/unknown')
      const answerId = newId() as AnswerId
      const id = conversationId ?? (newId() as ConversationId)
      const now = clock.now()
      await store.write(async (trx) => {
        const stamp = await nextStamp(trx)
        if (conversationId === undefined)
          await insertConversation(trx, {
            ...{ id, personId, title: question.slice(0, TITLE), startedAt: now, changedAt: now },
            ...stamp,
          })
        else await touchConversation(trx, id, now, stamp)
        await insertAnswer(trx, {
          ...{ id: answerId, conversationId: id, question, askedAt: now, state: 'stopped' },
          ...{ sentences: '[]', nearest: '[]', searched: null, engine: null },
          ...stamp,
        })
        await audit.append(trx, { action: 'record.ask', objectId: personId })
      })
      changed()
      return { conversationId: id, answerId }
    },

    keepSentence: (id: AnswerId, { text, citations }: Pick<Sentence, 'text' | 'citations'>) =>
      store.write((trx) => {
        const sentence: StoredSentence = { text, citations, isGone: false }
        return appendSentence(trx, id, JSON.stringify(sentence))
      }),

    /** `nearest`: the passages shown in place of an answer. */
    async complete(
      id: AnswerId,
      { searched, engine, nearest, why }: Pick<End, 'searched' | 'engine'> & { nearest: Citation[]; why: AnswerWhy },
    ) {
      await store.write((trx) =>
        updateAnswer(trx, id, {
          ...{ state: 'complete', engine },
          ...{ searched: JSON.stringify(searched), nearest: JSON.stringify(nearest), why: JSON.stringify(why) },
        }),
      )
      changed()
    },

    async list(query: Omit<ConversationsQuery, 'after'> & { cursor?: string | undefined }) {
      const rows = await listConversations(store.db, {
        ...query,
        limit: query.limit + 1,
        after: fromCursor(query.cursor),
      })
      return toPage(rows, query.limit, toSummary, (row) => ({ value: row.changedAt, seq: row.seq }))
    },

    async get(id: ConversationId) {
      const conversation = toSummary(await getRow(id))
      return { conversation, answers: (await listAnswers(store.db, id)).map(toAnswer) }
    },

    async rename(id: ConversationId, title: string): Promise<ConversationSummary> {
      await getRow(id)
      await store.write(async (trx) => {
        await setConversationTitle(trx, id, title, await nextStamp(trx))
        await audit.append(trx, { action: 'conversation.rename', objectId: id })
      })
      changed()
      return toSummary(await getRow(id))
    },

    async judge(id: AnswerId, feedback: Feedback | null): Promise<void> {
      await store.write(async (trx) => {
        if (!(await setFeedback(trx, id, feedback))) throw new AppError('conversation/unknown')
        await audit.append(trx, { action: 'conversation.judge', objectId: id })
      })
      changed()
    },

    async delete(id: ConversationId): Promise<void> {
      await getRow(id)
      await store.write(async (trx) => {
        await deleteConversation(trx, id)
        await audit.append(trx, { action: 'conversation.delete', objectId: id })
      })
      changed()
    },
  }
}

/** For the transaction in which a document is deleted: its words go from the answers too, and leave a mark there. */
export const forgetCited = (trx: Transaction<Tables>, documentId: DocumentId): Promise<void> =>
  placeCited(trx, documentId, () => undefined)

/** For the transaction in which a note is changed: what was quoted of it is where those words stand now, or is forgotten. */
export const followCited = (
  trx: Transaction<Tables>,
  documentId: DocumentId,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> =>
  placeCited(trx, documentId, (citation) => {
    const start = nearestOf(text, citation.quote, citation.start)
    return start === undefined ? undefined : { ...citation, title, start }
  })

function nearestOf(text: string, words: string, near: number): number | undefined {
  if (words === '') return undefined
  const [before, after] = [text.lastIndexOf(words, near), text.indexOf(words, near)]
  if (before === -1 || after === -1) return before === after ? undefined : Math.max(before, after)
  return near - before <= after - near ? before : after
}

async function placeCited(
  trx: Transaction<Tables>,
  documentId: DocumentId,
  place: (citation: Citation) => Citation | undefined,
): Promise<void> {
  const placed = (citation: Citation) => (citation.documentId === documentId ? (place(citation) ?? []) : citation)
  for (const row of await listAnswersCiting(trx, documentId)) {
    const { sentences, nearest, engine } = toAnswer(row)
    const kept = sentences.map((sentence): StoredSentence => {
      const citations = sentence.citations.flatMap(placed)
      // a quoted sentence may stand in several documents; one that was made of several holds what each of them says
      const stands = engine === 'extractive' ? citations.length > 0 : citations.length === sentence.citations.length
      return stands || sentence.citations.length === 0
        ? { ...sentence, citations }
        : { text: '', citations, isGone: true }
    })
    await updateAnswer(trx, row.id, {
      sentences: JSON.stringify(kept),
      nearest: JSON.stringify(nearest.flatMap(placed)),
      // values, titles and words of the document may stand anywhere in it
      why: null,
    })
  }
}

const toSummary = ({
  id,
  personId,
  title,
  startedAt,
  changedAt,
  answers,
}: ConversationWithCount): ConversationSummary => ({
  ...{ id, personId, title, startedAt, changedAt, answers },
})

const toAnswer = (row: AnswerRow): StoredAnswer => {
  const { id, question, askedAt, state, sentences, nearest, searched, engine, why, feedback } = row
  return {
    ...{ id, question, askedAt, state, engine, feedback },
    sentences: JSON.parse(sentences) as StoredSentence[],
    nearest: JSON.parse(nearest) as Citation[],
    searched: searched === null ? null : (JSON.parse(searched) as StoredAnswer['searched']),
    why: why === null ? null : (JSON.parse(why) as AnswerWhy),
  }
}
