/** Row shapes, one interface per table. Column names are the names used everywhere else. */
import type { Generated, Selectable } from 'kysely'
import type { AnswerEngine } from '#contract/answers.ts'
import type { Feedback } from '#contract/conversations.ts'
import type { DocumentKind, DocumentState, PageReading } from '#contract/documents.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { FactFlag, FactKind, FactState } from '#contract/facts.ts'
import type { AnswerId, ConversationId, DocumentId, FactId, JobId, PersonId, ReviewId } from '#contract/ids.ts'
import type { JobKind, JobState } from '#contract/jobs.ts'
import type { NoteAuthor } from '#contract/notes.ts'
import type { ReviewKind } from '#contract/reviews.ts'

export interface Tables {
  vaultMeta: VaultMetaTable
  user: UserTable
  person: PersonTable
  document: DocumentTable
  documentTag: DocumentTagTable
  page: PageTable
  chunk: ChunkTable
  job: JobTable
  jobStep: JobStepTable
  languagePack: LanguagePackTable
  embedder: EmbedderTable
  chunkVector: ChunkVectorTable
  model: ModelTable
  modelUse: ModelUseTable
  conversation: ConversationTable
  answer: AnswerTable
  review: ReviewTable
  reviewDocument: ReviewDocumentTable
  note: NoteTable
  noteVersion: NoteVersionTable
  noteAttachment: NoteAttachmentTable
  noteDraft: NoteDraftTable
  fact: FactTable
  factSource: FactSourceTable
  decision: DecisionTable
  setting: SettingTable
  audit: AuditTable
}

/** On every row a person can change, so that two copies of a vault can be merged one day. */
interface Mergeable {
  /** The copy of the vault in which the row was last changed. */
  origin: string
  /** Lamport time of that change. */
  logicalTime: number
}

export interface VaultMetaTable {
  name: string
  value: string
}

export interface UserTable extends Mergeable {
  id: string
  name: string
  role: 'owner'
  createdAt: string
}

export interface PersonTable extends Mergeable {
  id: PersonId
  /** Small and never reused: the person's scope token in the full-text index is made of it. */
  seq: Generated<number>
  name: string
  bornOn: string | null
  addedAt: string
  isSample: Generated<0 | 1>
}

export interface DocumentTable extends Mergeable {
  id: DocumentId
  seq: Generated<number>
  personId: PersonId
  sha256: string
  blobId: string
  fileName: string
  title: string
  format: string
  sizeBytes: number
  state: DocumentState
  code: ErrorCode | null
  pageCount: number
  password: string | null
  importedAt: string
  /** The document of which this one is a part; null for those that stand alone or lead. */
  partOf: DocumentId | null
  /** Its place among the parts, the leading one among them; 0 for a document that stands alone. */
  partPosition: Generated<number>
  /** 1: a person gave the title. */
  isTitleGiven: Generated<0 | 1>
  kind: Generated<DocumentKind | null>
  /** JSON of what the paper says of itself (extract/proposal.ts, DocumentFacts). */
  says: Generated<string | null>
  /** 1: a person said whose paper it is. */
  isPersonAnswered: Generated<0 | 1>
}
export type DocumentRow = Selectable<DocumentTable>

export interface DocumentTagTable extends Mergeable {
  documentId: DocumentId
  tag: string
}

export interface PageTable {
  id: Generated<number>
  documentId: DocumentId
  number: number
  text: string
  words: Uint8Array
  wordCount: number
  method: 'text' | 'ocr' | 'none'
  confidence: number | null
  needsOcr: 0 | 1
  /** JSON [[start, end], …]: where the page's chunks lie. */
  chunkSpans: string
  readerVersion: number
  reading: Generated<PageReading>
  /** Quarter turns clockwise that stand the page upright. */
  turn: Generated<0 | 1 | 2 | 3>
  /** packBoxes: ink that was not read. */
  unread: Generated<Uint8Array>
  /** JSON array of PageNotice. */
  notices: Generated<string>
  /** ISO 639-3. */
  language: string | null
  /** The language without whose pack the page cannot be recognised. */
  needsLanguage: string | null
  /** By which version of recognition the page was looked at; null: not yet. */
  seenVersion: number | null
}
export type PageRow = Selectable<PageTable>

export interface ChunkTable {
  id: Generated<number>
  documentId: DocumentId
  pageId: number
  personSeq: number
  startOffset: number
  endOffset: number
  text: string
  /** `p<person.seq>x`, generated. */
  scope: Generated<string>
}

export interface JobTable {
  id: JobId
  seq: Generated<number>
  kind: JobKind
  documentId: DocumentId
  state: JobState
  attempts: number
  /** How often the process that held the job ended under it. */
  interruptions: number
  code: ErrorCode | null
  done: number
  total: number | null
  /** The process that holds the job; a lease of another process is over, since one process holds the vault. */
  leaseBoot: string | null
  /** On that process's monotonic clock, milliseconds. */
  leaseUntilMs: number | null
  /** Not before this on the clock of `leaseBoot`. */
  notBeforeMs: number | null
}
export type JobRow = Selectable<JobTable>

export interface JobStepTable {
  documentId: DocumentId
  step: 'read' | 'index' | 'recognize' | 'extract'
  sha256: string
  version: number
}

export interface LanguagePackTable extends Mergeable {
  code: string
  sha256: string
  sizeBytes: number
  installedAt: string
}

export interface EmbedderTable {
  id: Generated<number>
  modelId: string
  /** Of the model's file, or of the list of its files' hashes. */
  sha256: string
  dimensions: number
}

export interface ChunkVectorTable {
  seq: Generated<number>
  chunkId: number
  embedderId: number
  personSeq: number
  /** One signed byte a dimension, the direction scaled so that the largest is 127; empty: nothing to compare. */
  vector: Uint8Array
}

export interface ModelTable extends Mergeable {
  id: string
  /** What the file was when it was first brought: a file with another hash is another model. */
  sha256: string
  sizeBytes: number
  importedAt: string
}

export interface ModelUseTable extends Mergeable {
  role: 'embedder' | 'reranker' | 'writer'
  modelId: string
}

export interface ConversationTable extends Mergeable {
  id: ConversationId
  seq: Generated<number>
  personId: PersonId
  title: string
  startedAt: string
  changedAt: string
}

export interface AnswerTable extends Mergeable {
  id: AnswerId
  seq: Generated<number>
  conversationId: ConversationId
  question: string
  askedAt: string
  state: 'complete' | 'stopped'
  /** JSON arrays of StoredSentence and of Citation. */
  sentences: string
  nearest: string
  /** JSON of Searched. */
  searched: string | null
  engine: AnswerEngine | null
  /** JSON of AnswerWhy; null until the answer is complete. */
  why: string | null
  feedback: Feedback | null
}
export type AnswerRow = Selectable<AnswerTable>

export interface ReviewTable extends Mergeable {
  id: ReviewId
  seq: Generated<number>
  personId: PersonId
  kind: ReviewKind
  title: string
  madeAt: string
  changedAt: string
  /** JSON of what Review has under these names. */
  inputs: string
  steps: string
  edits: string
}

/** Every document, or part of one, on which something of the review rests. */
export interface ReviewDocumentTable {
  documentId: DocumentId
  reviewId: ReviewId
}

/** The version that stands. */
export interface NoteTable extends Mergeable {
  /** Of its document. */
  id: DocumentId
  version: number
  title: string
  text: string
  author: NoteAuthor
  concernsOn: string | null
  writtenAt: string
  changedAt: string
}
export type NoteRow = Selectable<NoteTable>

export interface NoteVersionTable extends Mergeable {
  noteId: DocumentId
  number: number
  userId: string
  title: string
  text: string
  author: NoteAuthor
  concernsOn: string | null
  writtenAt: string
  restoredFrom: number | null
}

export interface NoteAttachmentTable extends Mergeable {
  noteId: DocumentId
  documentId: DocumentId
  attachedAt: string
}

/** Not saved yet; without `noteId` of a note that there is not yet. */
export interface NoteDraftTable {
  /** Of the order in which they were kept last. */
  seq: Generated<number>
  personId: PersonId
  noteId: DocumentId | null
  /** The version that was being changed. */
  version: number | null
  aboutId: DocumentId | null
  title: string
  text: string
  author: NoteAuthor
  /** As it was typed. */
  concernsOn: string
  keptAt: string
}
export type NoteDraftRow = Selectable<NoteDraftTable>

export interface DecisionTable extends Mergeable {
  id: string
  userId: string
  /** The anchor: which words of which original the decision is about. */
  sha256: string
  page: number
  words: string
  kind: string
  act: 'accept' | 'correct' | 'reject' | 'enter' | 'merge' | 'resolve'
  value: string | null
  decidedAt: string
  /** Whose it is; null on those from before facts, of which there are none. */
  personId: PersonId | null
  /** Decisions of one act are taken back together. */
  actId: string | null
  /** The decision about the same words that it takes the place of. */
  follows: string | null
}
export type DecisionRow = Selectable<DecisionTable>

export interface FactTable {
  seq: Generated<number>
  /** Made of what is stated: making it anew gives the same. */
  id: FactId
  personId: PersonId
  kind: FactKind
  name: string
  happenedOn: string | null
  knownSince: string
  state: FactState
  flag: FactFlag
  /** The smaller, the sooner a person should look. */
  reviewOrder: number
  isReadDifferently: Generated<0 | 1>
  /** JSON of the fact as it is shown, without its provenance. */
  data: string
}
export type FactRow = Selectable<FactTable>

/** One place at which a fact stands: on a page of a document, or entered by hand. */
export interface FactSourceTable {
  seq: Generated<number>
  factId: FactId
  personId: PersonId
  /** Null: entered by hand. */
  documentId: DocumentId | null
  page: number
  kind: FactKind
  /** The words it was read from, folded: to find what was decided about them. */
  words: string
  /** packBoxes. */
  boxes: Uint8Array
  valueBoxes: Uint8Array
  quote: string
  /** JSON of extract/proposal.ts, Proposal; null: what was decided about is read there no more, or never was. */
  proposal: string | null
  /** The last that was decided about these words. */
  decisionId: string | null
}
export type FactSourceRow = Selectable<FactSourceTable>

export interface SettingTable extends Mergeable {
  name: string
  value: string
}

export interface AuditTable {
  seq: number
  at: string
  bootId: string
  actor: string
  action: string
  objectId: string | null
  meta: string
  prev: Uint8Array
  mac: Uint8Array
}
