/** Search and ask: a question in, places on pages out. Every search is for one person. */
import { z } from 'zod'
import { method, stream } from './define.ts'
import { PageBox } from './documents.ts'
import { Explanation } from './glossary.ts'
import { AnswerId, ConversationId, DocumentId, FactId, PersonId } from './ids.ts'
import { TypedQuery } from './typed-query.ts'

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
  /** Documents that were read and of which no facts are in the record yet: extraction is to come, or whose they are is open. */
  withoutFacts: z.int().default(0),
})
export type Searched = z.infer<typeof Searched>

/** A value past a published threshold, shown before any prose. It says where the threshold is published, never what to do. */
export const RedFlag = z.strictObject({
  /** Which row of resources/dictionaries/red-flags.csv. */
  rule: z.string(),
  /** The value, its date and the threshold, in one sentence. */
  text: z.string(),
  /** The publication of the threshold. */
  source: z.string(),
  factId: FactId,
  isUnreviewed: z.boolean(),
  citations: z.array(Citation),
})
export type RedFlag = z.infer<typeof RedFlag>

/** Typed: from facts. Extractive: quoted. Model: worded by a model, each sentence checked against what it cites. */
export const AnswerEngine = z.enum(['typed', 'extractive', 'model'])
export type AnswerEngine = z.infer<typeof AnswerEngine>

/** The answer itself, for programs: what the first sentence says. */
export const AnswerValue = z.strictObject({
  value: z.number().optional(),
  valueText: z.string().optional(),
  /** UCUM. */
  unit: z.string().optional(),
  /** Of a list: its entries, as named in the record. */
  items: z.array(z.string()).optional(),
  /** Of `stated`, `in-range` and `standing`. */
  finding: z
    .enum([
      'stated',
      'stated-none-known',
      'stated-ruled-out',
      'not-stated',
      'in-range',
      'out-of-range',
      'no-range',
      'current',
      'last-stated',
      'not-on-last-list',
      'stopped',
    ])
    .optional(),
  /** When it happened: what `when` answers, and the day of a value. */
  on: z.string().optional(),
})
export type AnswerValue = z.infer<typeof AnswerValue>

/** A sentence that was written and not shown, and why. */
export const DroppedSentence = z.strictObject({ text: z.string(), reasons: z.array(z.string()).min(1) })
export type DroppedSentence = z.infer<typeof DroppedSentence>

/**
 * `conversation` comes first: what follows is kept there as it is shown, also when the call is cancelled. A question that is
 * about something happening now has its `emergency` notice next, before anything is looked for; one that asks what a word
 * means has it `explained`. Then how the question was understood (`query`, absent where it could not be put formally), `redFlags`, `evidence`; then the sentences, or
 * `notInRecord`; `end` is last unless the call was cancelled.
 */
export const AnswerEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conversation'), conversationId: ConversationId, answerId: AnswerId }),
  z.strictObject({ kind: z.literal('emergency') }),
  /** The question asks what a word means. */
  z.strictObject({ kind: z.literal('explained'), ...Explanation.shape }),
  z.strictObject({ kind: z.literal('query'), query: TypedQuery, text: z.string() }),
  z.strictObject({ kind: z.literal('redFlags'), redFlags: z.array(RedFlag).min(1) }),
  z.strictObject({ kind: z.literal('evidence'), citations: z.array(Citation) }),
  /** `citations` is empty only where a sentence says what is not there, or only counts. */
  z.strictObject({ kind: z.literal('sentence'), text: z.string(), citations: z.array(Citation) }),
  z.strictObject({ kind: z.literal('notInRecord') }),
  z.strictObject({
    kind: z.literal('end'),
    searched: Searched,
    engine: AnswerEngine,
    answer: AnswerValue.optional(),
    dropped: z.array(DroppedSentence),
    /** Something is unread, and the answer speaks of all, none, a number of them or an extreme. */
    needsUnreadNotice: z.boolean(),
  }),
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
      /** Asked formally: the question is only kept with it. */
      query: TypedQuery.optional(),
      voice: z.enum(['patient', 'clinician']).default('patient'),
    }),
    chunk: AnswerEvent,
  }),
} as const
