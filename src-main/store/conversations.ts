/** Queries about conversations and the answers in them. Rows come out as rows; what is in their JSON is the caller's. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Feedback } from '#contract/conversations.ts'
import type { AnswerId, ConversationId, DocumentId, PersonId } from '#contract/ids.ts'
import type { Position } from './paging.ts'
import type { AnswerRow, AnswerTable, ConversationTable, Tables } from './tables.ts'
import type { Stamp } from './vault-meta.ts'

export type ConversationWithCount = Selectable<ConversationTable> & { answers: number }

export const insertConversation = (trx: Transaction<Tables>, row: Omit<ConversationTable, 'seq'>) =>
  trx.insertInto('conversation').values(row).execute()

export const insertAnswer = (trx: Transaction<Tables>, row: Omit<AnswerTable, 'seq' | 'why' | 'feedback'>) =>
  trx.insertInto('answer').values(row).execute()

export const findConversation = (db: Kysely<Tables>, id: ConversationId): Promise<ConversationWithCount | undefined> =>
  withCount(db).where('conversation.id', '=', id).executeTakeFirst()

export interface ConversationsQuery {
  readonly filter: { readonly personId: PersonId; readonly query?: string | undefined }
  readonly limit: number
  readonly after: Position | undefined
}

/** The last changed first. `query` is looked for in titles, questions and sentences, as it is written but for capitals. */
export function listConversations(
  db: Kysely<Tables>,
  { filter, limit, after }: ConversationsQuery,
): Promise<ConversationWithCount[]> {
  let rows = withCount(db).where('personId', '=', filter.personId).limit(limit)
  if (after) rows = rows.where(sql<boolean>`(changedAt, conversation.seq) < (${after.value}, ${after.seq})`)
  if (filter.query !== undefined && filter.query.trim() !== '') {
    const like = `%${filter.query.trim().replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where(sql<boolean>`(title LIKE ${like} ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM answer WHERE answer.conversationId = conversation.id AND (question LIKE ${like} ESCAPE '\\' OR EXISTS (
        SELECT 1 FROM json_each(answer.sentences) AS sentence
        WHERE json_extract(sentence.value, '$.text') LIKE ${like} ESCAPE '\\'))))`)
  }
  return rows.orderBy('changedAt', 'desc').orderBy('conversation.seq', 'desc').execute()
}

export const touchConversation = (trx: Transaction<Tables>, id: ConversationId, changedAt: string, stamp: Stamp) =>
  trx
    .updateTable('conversation')
    .set({ changedAt, ...stamp })
    .where('id', '=', id)
    .execute()

export const setConversationTitle = (trx: Transaction<Tables>, id: ConversationId, title: string, stamp: Stamp) =>
  trx
    .updateTable('conversation')
    .set({ title, ...stamp })
    .where('id', '=', id)
    .execute()

/** Answers whether there is such an answer. */
export const setFeedback = async (
  trx: Transaction<Tables>,
  id: AnswerId,
  feedback: Feedback | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx.updateTable('answer').set({ feedback }).where('id', '=', id).executeTakeFirst()
  return numUpdatedRows > 0n
}

export const deleteConversation = (trx: Transaction<Tables>, id: ConversationId) =>
  trx.deleteFrom('conversation').where('id', '=', id).execute()

export const deleteConversationsOf = (trx: Transaction<Tables>, personId: PersonId) =>
  trx.deleteFrom('conversation').where('personId', '=', personId).execute()

export const listAnswers = (db: Kysely<Tables>, conversationId: ConversationId): Promise<AnswerRow[]> =>
  db.selectFrom('answer').selectAll().where('conversationId', '=', conversationId).orderBy('seq').execute()

/** Puts one more sentence, as JSON, at the end of what was shown. */
export const appendSentence = (trx: Transaction<Tables>, id: AnswerId, sentence: string) =>
  trx
    .updateTable('answer')
    .set({ sentences: sql<string>`json_insert(sentences, '$[#]', json(${sentence}))` })
    .where('id', '=', id)
    .execute()

export const updateAnswer = (
  trx: Transaction<Tables>,
  id: AnswerId,
  change: Partial<Pick<AnswerTable, 'state' | 'sentences' | 'nearest' | 'searched' | 'engine' | 'why'>>,
) => trx.updateTable('answer').set(change).where('id', '=', id).execute()

/** Answers in which something of the document is cited. */
export const listAnswersCiting = (db: Kysely<Tables>, documentId: DocumentId): Promise<AnswerRow[]> =>
  db
    .selectFrom('answer')
    .selectAll()
    .where(
      sql<boolean>`instr(sentences, ${documentId}) > 0 OR instr(nearest, ${documentId}) > 0 OR instr(why, ${documentId}) > 0`,
    )
    .execute()

const withCount = (db: Kysely<Tables>) =>
  db
    .selectFrom('conversation')
    .selectAll('conversation')
    .select(sql<number>`(SELECT count(*) FROM answer WHERE answer.conversationId = conversation.id)`.as('answers'))
