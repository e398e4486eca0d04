/** Search and ask: a question in, places on pages out. Every search is for one person. */
import { z } from 'zod'
import { method, stream } from './define.ts'
import { PageBox } from './documents.ts'
import { AnswerId, ConversationId, DocumentId, PersonId } from './ids.ts'

export const Hit = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  page: z.int().positive(),
  /** The words as they stand on the page, around the match. */
  text: z.string(),
  /** Where `text` begins in the page's text, in UTF-16 units. */
  start: z.int().nonnegative(),
  /** What was found, in the page's text. */
  lit: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() })),
  /** Larger is better; comparable within one search only. */
  score: z.number(),
  by: z.array(z.enum(['words', 'meaning'])),
  boxes: z.array(PageBox),
})
export type Hit = z.infer<typeof Hit>

export const Citation = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  page: z.int().positive(),
  /** Exactly as it stands in the page's text. */
  quote: z.string(),
  /** Where the quote begins in the page's text, in UTF-16 units. */
  start: z.int().nonnegative(),
  boxes: z.array(PageBox),
})
export type Citation = z.infer<typeof Citation>

/** What an answer rests on, and what could not be read: an absence is never stated without it. */
export const Searched = z.strictObject({
  documents: z.int(),
  pages: z.int(),
  /** Documents not read yet: queued, reading, or waiting for a password, recognition or a language. */
  waiting: z.int(),
  /** Documents that ended unread, and pages that hold something we could not read. */
  unreadable: z.int(),
  /** Pages of which some ink stayed unread: handwriting, faint print, a language that is not installed. */
  partlyReadPages: z.int(),
  lowConfidencePages: z.int(),
})
export type Searched = z.infer<typeof Searched>

/**
 * `conversation` comes first: what follows is kept there as it is shown, also when the call is cancelled. Then `evidence`;
 * then the sentences, or `notInRecord`; `end` is last unless the call was cancelled.
 */
export const AnswerEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conversation'), conversationId: ConversationId, answerId: AnswerId }),
  z.strictObject({ kind: z.literal('evidence'), citations: z.array(Citation) }),
  z.strictObject({ kind: z.literal('sentence'), text: z.string(), citations: z.array(Citation).min(1) }),
  z.strictObject({ kind: z.literal('notInRecord') }),
  z.strictObject({ kind: z.literal('end'), searched: Searched, engine: z.enum(['extractive']) }),
])
export type AnswerEvent = z.infer<typeof AnswerEvent>

export const answers = {
  /** `typing`: the last word may be unfinished. Not audited: a search runs on every key press. */
  search: method({
    action: 'record.search',
    writes: false,
    input: z.strictObject({
      personId: PersonId,
      query: z.string().min(1).max(1000),
      limit: z.int().min(1).max(100).default(20),
      typing: z.boolean().default(false),
    }),
    output: z.strictObject({ hits: z.array(Hit), searched: Searched }),
  }),
  ask: stream({
    action: 'record.ask',
    writes: true,
    /** Without `conversationId` a new conversation begins. */
    input: z.strictObject({
      personId: PersonId,
      question: z.string().trim().min(1).max(2000),
      conversationId: ConversationId.optional(),
    }),
    chunk: AnswerEvent,
  }),
} as const
