/** Conversations: questions asked of one person's record, kept with the answers as they were shown. */
import { z } from 'zod'
import { AnswerEngine, AnswerValue, Citation, DroppedSentence, RedFlag, Searched } from './answers.ts'
import { list, method } from './define.ts'
import { Explanation } from './glossary.ts'
import { AnswerId, ConversationId, DocumentId, PersonId } from './ids.ts'
import { TypedQuery } from './typed-query.ts'

const ConversationTitle = z.string().trim().min(1).max(200)

export const ConversationSummary = z.strictObject({
  id: ConversationId,
  personId: PersonId,
  /** The first question, until a person renames it. */
  title: z.string(),
  startedAt: z.string(),
  changedAt: z.string(),
  answers: z.int().nonnegative(),
})
export type ConversationSummary = z.infer<typeof ConversationSummary>

export const StoredSentence = z.strictObject({
  /** Empty when `isGone`. */
  text: z.string(),
  /** Without those of documents that were deleted since. */
  citations: z.array(Citation),
  /** It was quoted from a document that was deleted since, and is forgotten with it. */
  isGone: z.boolean(),
})
export type StoredSentence = z.infer<typeof StoredSentence>

/** What a person thought of an answer. It stays in the vault. */
export const Feedback = z.enum(['helpful', 'wrong', 'incomplete'])
export type Feedback = z.infer<typeof Feedback>

/** How an answer came about. */
export const AnswerWhy = z.strictObject({
  isEmergency: z.boolean(),
  explained: Explanation.optional(),
  query: TypedQuery.optional(),
  /** The query in words. */
  queryText: z.string().optional(),
  answer: AnswerValue.optional(),
  redFlags: z.array(RedFlag),
  dropped: z.array(DroppedSentence),
  /** Passages that were weighed, the best first; none where facts answered. */
  evidence: z.array(
    z.strictObject({ documentId: DocumentId, title: z.string(), page: z.int().positive(), score: z.number() }),
  ),
  /** Which model worded it. */
  model: z.string().optional(),
  milliseconds: z.int().nonnegative(),
  needsUnreadNotice: z.boolean(),
})
export type AnswerWhy = z.infer<typeof AnswerWhy>

export const StoredAnswer = z.strictObject({
  id: AnswerId,
  question: z.string(),
  askedAt: z.string(),
  /** `stopped`: by the person, by locking or by a failure; what had been shown until then is here. */
  state: z.enum(['complete', 'stopped']),
  sentences: z.array(StoredSentence),
  /** The passages shown in place of an answer; empty beside sentences. */
  nearest: z.array(Citation),
  searched: Searched.nullable(),
  engine: AnswerEngine.nullable(),
  /** Null: stopped, or of an earlier version. */
  why: AnswerWhy.nullable(),
  feedback: Feedback.nullable(),
})
export type StoredAnswer = z.infer<typeof StoredAnswer>

export const conversations = {
  /** `query`: words of the title, the questions or the answers, as they are written. The last changed comes first. */
  list: list({
    action: 'conversation.list',
    filter: z.strictObject({ personId: PersonId, query: z.string().max(200).optional() }),
    sort: ['changed'],
    item: ConversationSummary,
  }),
  get: method({
    action: 'conversation.get',
    writes: false,
    input: z.strictObject({ id: ConversationId }),
    output: z.strictObject({ conversation: ConversationSummary, answers: z.array(StoredAnswer) }),
  }),
  rename: method({
    action: 'conversation.rename',
    writes: true,
    input: z.strictObject({ id: ConversationId, title: ConversationTitle }),
    output: ConversationSummary,
  }),
  /** `feedback` null takes it back. */
  judge: method({
    action: 'conversation.judge',
    writes: true,
    input: z.strictObject({ answerId: AnswerId, feedback: Feedback.nullable() }),
    output: z.strictObject({ feedback: Feedback.nullable() }),
  }),
  /** The conversation as a text with its sources, in Markdown. */
  asMarkdown: method({
    action: 'conversation.markdown',
    writes: false,
    input: z.strictObject({ id: ConversationId }),
    output: z.strictObject({ markdown: z.string() }),
  }),
  /** With all its questions and answers. */
  delete: method({
    action: 'conversation.delete',
    writes: true,
    input: z.strictObject({ id: ConversationId }),
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
} as const
