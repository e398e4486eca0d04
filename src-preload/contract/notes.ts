/**
 * Notes: what a person writes about somebody in their own words. Each version is kept. A note is searched, asked and cited as
 * a document is, under the same id; nothing is taken from it as a fact, and no reading ever changes it.
 */
import { z } from 'zod'
import { list, method } from './define.ts'
import { DocumentId, PersonId } from './ids.ts'
import { PartialDate } from './vault.ts'

/** As whom it was written. */
export const NoteAuthor = z.enum(['clinician', 'family'])
export type NoteAuthor = z.infer<typeof NoteAuthor>

/** The format of documents that are notes: they are read from no file. */
export const NOTE_FORMAT = 'note'

export const MAX_NOTE_LENGTH = 20_000
const MAX_ATTACHED = 50

const Title = z.string().trim().min(1).max(200)
const Text = z.string().trim().min(1).max(MAX_NOTE_LENGTH)

export const NoteSummary = z.strictObject({
  /** Of the document that the note is, too. */
  id: DocumentId,
  personId: PersonId,
  title: z.string(),
  /** How the text begins. */
  excerpt: z.string(),
  author: NoteAuthor,
  /** When what it tells happened, as far as it is known: 2021, 2021-03 or 2021-03-04. */
  concernsOn: z.string().optional(),
  writtenAt: z.string(),
  changedAt: z.string(),
  /** The number of the version that stands; 1 until it is changed. */
  version: z.int().positive(),
  attachments: z.int().nonnegative(),
})
export type NoteSummary = z.infer<typeof NoteSummary>

export const NoteAttachment = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  format: z.string(),
  pages: z.int().nonnegative(),
  attachedAt: z.string(),
})
export type NoteAttachment = z.infer<typeof NoteAttachment>

export const Note = z.strictObject({
  ...NoteSummary.shape,
  text: z.string(),
  attached: z.array(NoteAttachment),
})
export type Note = z.infer<typeof Note>

export const NoteVersion = z.strictObject({
  number: z.int().positive(),
  title: z.string(),
  text: z.string(),
  author: NoteAuthor,
  concernsOn: z.string().optional(),
  writtenAt: z.string(),
  /** The user of the vault who wrote it. */
  writtenBy: z.string(),
  /** The earlier version of which this one is a copy. */
  restoredFrom: z.int().positive().optional(),
})
export type NoteVersion = z.infer<typeof NoteVersion>

/** What was typed and is not saved yet, fit to be saved or not. */
export const NoteDraft = z.strictObject({
  personId: PersonId,
  /** The note that it changes, as it stood when that began; absent: a new one. */
  of: z.strictObject({ id: DocumentId, version: z.int().positive() }).optional(),
  /** The document to which a new one will be attached. */
  aboutId: DocumentId.optional(),
  title: z.string().max(200),
  /** More than a note holds is not saved, and not lost. */
  text: z.string().max(10 * MAX_NOTE_LENGTH),
  author: NoteAuthor,
  concernsOn: z.string().max(10),
})
export type NoteDraft = z.infer<typeof NoteDraft>

/** It was written in a draft, which goes in the same transaction. */
const endsDraft = z.boolean().default(false)

/** `version`: the one that was looked at; `note/changed` when another stands by now. */
const Seen = z.strictObject({ id: DocumentId, version: z.int().positive() })

const Link = z.strictObject({ id: DocumentId, documentIds: z.array(DocumentId).min(1).max(MAX_ATTACHED) })

export const notes = {
  /** `query`: stands in the title or the text, capitals apart. `changed` and `date`: the latest first; without a date last. */
  list: list({
    action: 'note.list',
    filter: z.strictObject({
      personId: PersonId,
      author: NoteAuthor.optional(),
      query: z.string().trim().min(1).max(200).optional(),
      /** To which this document is attached. */
      attachedId: DocumentId.optional(),
    }),
    sort: ['changed', 'date', 'title'],
    item: NoteSummary,
  }),
  get: method({ action: 'note.get', writes: false, input: z.strictObject({ id: DocumentId }), output: Note }),
  create: method({
    action: 'note.create',
    writes: true,
    input: z.strictObject({
      personId: PersonId,
      title: Title,
      text: Text,
      author: NoteAuthor,
      concernsOn: PartialDate.optional(),
      endsDraft,
    }),
    output: Note,
  }),
  /** A new version; what is not given stays, and `concernsOn` null takes the date away. The same again changes nothing. */
  update: method({
    action: 'note.update',
    writes: true,
    input: z.strictObject({
      ...Seen.shape,
      title: Title.optional(),
      text: Text.optional(),
      author: NoteAuthor.optional(),
      concernsOn: PartialDate.nullable().optional(),
      endsDraft,
    }),
    output: Note,
  }),
  /** Every version with its text, the latest first. */
  versions: list({
    action: 'note.versions',
    filter: z.strictObject({ id: DocumentId }),
    sort: ['number'],
    item: NoteVersion,
  }),
  /** Writes an earlier version once more, as a new one. */
  restore: method({
    action: 'note.restore',
    writes: true,
    input: z.strictObject({ ...Seen.shape, number: z.int().positive() }),
    output: Note,
  }),
  /** Links documents of the same person; one that is linked already stays linked. */
  attach: method({ action: 'note.attach', writes: true, input: Link, output: Note }),
  /** Takes links away; the documents stay in the vault. */
  detach: method({ action: 'note.detach', writes: true, input: Link, output: Note }),
  /** With all its versions and links. The documents that were attached stay. */
  delete: method({
    action: 'note.delete',
    writes: true,
    input: z.strictObject({ id: DocumentId }),
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
  /** What was being written when the program ended, of everybody. */
  drafts: list({
    action: 'note.drafts',
    filter: z.strictObject({}),
    sort: ['kept'],
    item: NoteDraft,
  }),
  /** In place of the draft of the same note, or of the person's new one. */
  keepDraft: method({
    action: 'note.keep-draft',
    writes: true,
    input: NoteDraft,
    output: z.strictObject({ kept: z.literal(true) }),
  }),
  /** Without `noteId`: of the person's new note. */
  dropDraft: method({
    action: 'note.drop-draft',
    writes: true,
    input: z.strictObject({ personId: PersonId, noteId: DocumentId.optional() }),
    output: z.strictObject({ dropped: z.literal(true) }),
  }),
} as const
