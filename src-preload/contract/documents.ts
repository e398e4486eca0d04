/** Documents: the files a person has imported, how far each has been read, and what was read. */
import { z } from 'zod'
import { list, method } from './define.ts'
import { errorCodes } from './errors.ts'
import { DocumentId, PersonId } from './ids.ts'
import { PartialDate } from './vault.ts'

/** Waiting: queued, reading, needs-*. Ended: indexed, rejected, quarantined, cancelled; each document ends as one. */
export const DocumentState = z.enum([
  'queued',
  'reading',
  'needs-password',
  'needs-ocr',
  'needs-language',
  'needs-answer',
  'indexed',
  'rejected',
  'quarantined',
  'cancelled',
])
export type DocumentState = z.infer<typeof DocumentState>

const ErrorCode = z.enum(errorCodes)

/** What a document is, as a person says; nothing is guessed. */
export const DocumentKind = z.enum([
  'letter',
  'discharge-summary',
  'lab-report',
  'imaging-report',
  'medicine-list',
  'vaccination-record',
  'note',
  'bill',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** A word of the person's own; capitals make no difference. */
const Tag = z.string().trim().min(1).max(60)
export const MAX_TAGS = 30

export const DocumentSummary = z.strictObject({
  id: DocumentId,
  personId: PersonId,
  title: z.string(),
  /** Absent: nobody has said. */
  kind: DocumentKind.optional(),
  /** In alphabetical order. */
  tags: z.array(z.string()),
  fileName: z.string(),
  format: z.string(),
  sizeBytes: z.int().nonnegative(),
  state: DocumentState,
  /** Why it was rejected or quarantined. */
  code: ErrorCode.optional(),
  /** Pages the document has, once known. */
  pages: z.int().nonnegative(),
  /** Pages whose words can be searched. */
  readPages: z.int().nonnegative(),
  /** Pages recognised from their image. */
  ocrPages: z.int().nonnegative(),
  /** Pages of which some ink, or all of it, stayed unread after they were looked at. */
  partlyReadPages: z.int().nonnegative(),
  imageOnlyPages: z.int().nonnegative(),
  words: z.int().nonnegative(),
  importedAt: z.string(),
  /** The documents it was put together from, in order, itself among them; absent when it stands alone. */
  partIds: z.array(DocumentId).optional(),
  /** Whom the paper names, where that may be somebody else (`needs-answer`). */
  namedPeople: z.array(z.strictObject({ name: z.string(), bornOn: z.string().optional() })).optional(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** One outcome per file: a bad file never fails its neighbours. */
export const ImportOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('queued'), path: z.string(), documentId: DocumentId }),
  z.strictObject({ kind: z.literal('duplicate'), path: z.string(), documentId: DocumentId }),
  z.strictObject({ kind: z.literal('refused'), path: z.string(), code: ErrorCode }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** x, y, width, height as fractions (0..1) of the page, origin top left. */
export const PageBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type PageBox = z.infer<typeof PageBox>

/** How much of a page's ink was read: all but traces of it, some of it, or none. */
export const PageReading = z.enum(['read', 'partly-read', 'image-only'])
export type PageReading = z.infer<typeof PageReading>

/** What a person should know about a page before relying on it; the sentences are in page-notice-text.ts. */
export const PageNotice = z.enum([
  /** The file holds text that the page does not show. */
  'hidden-text',
  /** The page shows other words than the file's own text says. */
  'swapped-text',
  'blurred',
  'cut-off',
  'glare',
  'too-small',
  /** The page could not be looked at: the reading engine failed on it. */
  'not-looked-at',
])
export type PageNotice = z.infer<typeof PageNotice>

export const DocumentPage = z.strictObject({
  number: z.int().positive(),
  method: z.enum(['text', 'ocr', 'none']),
  confidence: z.number().min(0).max(1).optional(),
  needsOcr: z.boolean(),
  reading: PageReading,
  /** Quarter turns clockwise that stand the page upright. */
  turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** Where there is ink that was not read. */
  unread: z.array(PageBox),
  notices: z.array(PageNotice),
  /** ISO 639-3, when the page's words tell. */
  language: z.string().optional(),
  /** The language that must be installed before the page can be read. */
  needsLanguage: z.string().optional(),
  text: z.string(),
  words: z.array(
    z.strictObject({
      start: z.int(),
      length: z.int(),
      box: PageBox,
      confidence: z.number().optional(),
      /** The readings of the word, or its ink, contradict each other: look before relying on it. */
      doubtful: z.literal(true).optional(),
    }),
  ),
})
export type DocumentPage = z.infer<typeof DocumentPage>

/** Of a picture that lies in no file, as a whole, and of one piece of it. */
export const MAX_PASTED_BYTES = 32 * 2 ** 20
export const MAX_PIECE_BYTES = 512 * 2 ** 10

const Piece = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= MAX_PIECE_BYTES,
)
/** What the pieces of one whole are known by; the caller makes it up. */
const WholeId = z.string().min(1).max(64)

export const documents = {
  /**
   * Copies files, and the files in folders, into the vault and queues them for reading; returns before any is read.
   * The originals where they lie are never touched. The same bytes for the same person: `duplicate`, nothing new.
   */
  import: method({
    action: 'document.import',
    writes: true,
    input: z.strictObject({ personId: PersonId, paths: z.array(z.string().min(1).max(4096)).min(1).max(10_000) }),
    output: z.strictObject({ outcomes: z.array(ImportOutcome) }),
  }),
  /** A piece of something that lies in no file; `at`: so many bytes of it came before. Kept in memory until it is asked for. */
  givePiece: method({
    action: 'document.give-piece',
    writes: false,
    input: z.strictObject({ of: WholeId, at: z.int().nonnegative(), bytes: Piece }),
    output: z.strictObject({ taken: z.literal(true) }),
  }),
  /** Makes a document of the picture whose pieces were given, and queues it; its bytes say what it is. `isNew` false: it was here. */
  importPicture: method({
    action: 'document.import-picture',
    writes: true,
    input: z.strictObject({ personId: PersonId, of: WholeId, title: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ documentId: DocumentId, isNew: z.boolean() }),
  }),
  list: list({
    action: 'document.list',
    filter: z.strictObject({
      personId: PersonId.optional(),
      ids: z.array(DocumentId).max(200).optional(),
      states: z.array(DocumentState).optional(),
      kinds: z.array(DocumentKind).optional(),
      /** All of them. */
      tags: z.array(Tag).max(MAX_TAGS).optional(),
      /** Stands in the title or in the file's name, capitals apart. */
      name: z.string().trim().min(1).max(200).optional(),
      /** Papers that there could have been by the end of that day, as for facts; see `KnownBy`, by the papers. */
      asKnownOn: PartialDate.optional(),
    }),
    sort: ['imported', 'title'],
    item: DocumentSummary,
  }),
  get: method({
    action: 'document.get',
    writes: false,
    input: z.strictObject({ id: DocumentId }),
    output: DocumentSummary,
  }),
  /** What is not given stays. A title given here is kept when the document is read again. */
  edit: method({
    action: 'document.edit',
    writes: true,
    input: z.strictObject({
      id: DocumentId,
      title: z.string().trim().min(1).max(300).optional(),
      /** Null: not said. */
      kind: DocumentKind.nullable().optional(),
      tags: z.array(Tag).max(MAX_TAGS).optional(),
    }),
    output: DocumentSummary,
  }),
  /** The tags in use for a person, with how many documents have each; the most used come first. */
  tags: method({
    action: 'document.tags',
    writes: false,
    input: z.strictObject({ personId: PersonId }),
    output: z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), documents: z.int().positive() })) }),
  }),
  /** The pages as read, with their words. Opening a document is written to the audit log. */
  open: method({
    action: 'document.open',
    writes: true,
    input: z.strictObject({
      id: DocumentId,
      fromPage: z.int().positive().default(1),
      limit: z.int().min(1).max(200).default(50),
      withWords: z.boolean().default(false),
    }),
    output: z.strictObject({
      document: DocumentSummary,
      pages: z.array(DocumentPage),
      nextPage: z.int().positive().nullable(),
    }),
  }),
  /** Gives the password of a protected file; it stays in the vault, and reading starts again. */
  givePassword: method({
    action: 'document.password',
    writes: true,
    input: z.strictObject({ id: DocumentId, password: z.string().min(1).max(1000) }),
    output: DocumentSummary,
  }),
  /** Reads the document once more with what is installed and set now. The original and what people decided stay as they are. */
  readAgain: method({
    action: 'document.read-again',
    writes: true,
    input: z.strictObject({ id: DocumentId }),
    output: DocumentSummary,
  }),
  /** Writes the original, byte for byte and unencrypted, to a new file that only this user can read. */
  exportOriginal: method({
    action: 'document.export',
    writes: true,
    input: z.strictObject({
      id: DocumentId,
      to: z.string().min(1).max(4096),
      /** Which part of a document that was put together; 1 is the first. */
      part: z.int().positive().default(1),
    }),
    output: z.strictObject({ sizeBytes: z.int(), sha256: z.string(), parts: z.int() }),
  }),
  /**
   * Makes one document of several pictures of one person, in the order given; the first gives it its id and title. What was
   * read stays; every original is kept as it is.
   */
  combine: method({
    action: 'document.combine',
    writes: true,
    input: z.strictObject({ ids: z.array(DocumentId).min(2).max(200) }),
    output: DocumentSummary,
  }),
  /** Puts the parts of a document in another order; `order` names each of its `partIds` once. */
  reorder: method({
    action: 'document.reorder',
    writes: true,
    input: z.strictObject({ id: DocumentId, order: z.array(DocumentId).min(2).max(200) }),
    output: DocumentSummary,
  }),
  /** Undoes `combine`: each picture is a document of its own again. */
  separate: method({
    action: 'document.separate',
    writes: true,
    input: z.strictObject({ id: DocumentId }),
    output: z.strictObject({ ids: z.array(DocumentId) }),
  }),
  /**
   * Says whose paper it is when it may name somebody else: the person it was imported for, or another, with whom it is
   * then. Only after this does anything of it enter the facts. `document/known`: the other person has the same file.
   */
  answerPerson: method({
    action: 'document.person',
    writes: true,
    input: z.strictObject({ id: DocumentId, personId: PersonId }),
    output: DocumentSummary,
  }),
  /** Removes the document with its parts, their pages, index entries and originals; proved by reading back. */
  delete: method({
    action: 'document.delete',
    writes: true,
    input: z.strictObject({ id: DocumentId }),
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
} as const
