/** One page of a document as it is shown: its image, and its words where they stand on it. Part of the `documents` calls. */
import { z } from 'zod'
import { list, method, stream } from './define.ts'
import { DocumentPage, DocumentState } from './documents.ts'
import { DocumentId, PersonId } from './ids.ts'

/** Pixels of a page image. Pictures are never made larger than they are. */
export const MAX_IMAGE_WIDTH = 4096
export const MIN_IMAGE_WIDTH = 32

const ImageWidth = z.int().min(MIN_IMAGE_WIDTH).max(MAX_IMAGE_WIDTH)

/**
 * A page standing upright: `turn` is done already, in the image as in the boxes. Boxes from a search or a citation stand
 * on the page as the file shows it: turn them `turn` quarters clockwise before drawing them here.
 */
export const ShownPage = z.strictObject({
  ...DocumentPage.shape,
  documentId: DocumentId,
  title: z.string(),
  format: z.string(),
  /** Of the document. */
  pages: z.int().nonnegative(),
  /**
   * Of the upright page, in CSS pixels at life size (96 to the inch). A picture that does not tell its resolution is
   * taken to show a sheet of A4. Null: there is no image, because the page is made of text or its file cannot be drawn.
   */
  size: z.strictObject({ width: z.number().positive(), height: z.number().positive() }).nullable(),
})
export type ShownPage = z.infer<typeof ShownPage>

/** `head` comes first, then `length` bytes in pieces of at most 256 KiB. */
export const ImagePart = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('head'),
    type: z.enum(['image/png', 'image/jpeg']),
    width: z.int().positive(),
    height: z.int().positive(),
    length: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal('bytes'), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
])
export type ImagePart = z.infer<typeof ImagePart>

export const FoundOnPage = z.strictObject({
  page: z.int().positive(),
  /** UTF-16 units in the page's text. */
  start: z.int().nonnegative(),
  length: z.int().positive(),
})
export type FoundOnPage = z.infer<typeof FoundOnPage>

/** A document that was not read, or not wholly. */
export const UnreadDocument = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  state: DocumentState,
  pages: z.int().nonnegative(),
  /** Its pages of which something stayed unread, the first 50 of them; empty when none was looked at yet. */
  unreadPages: z.array(z.int().positive()),
})
export type UnreadDocument = z.infer<typeof UnreadDocument>

export const pages = {
  /** The first page shown of a document, and any page ten minutes after the last, is written to the audit log. */
  page: method({
    action: 'page.show',
    writes: false,
    input: z.strictObject({ id: DocumentId, page: z.int().positive() }),
    output: ShownPage,
  }),
  /** Kept in memory for as long as there is room and the vault is unlocked; never on disk. Audited as `page` is. */
  pageImage: stream({
    action: 'page.image',
    writes: false,
    input: z.strictObject({ id: DocumentId, page: z.int().positive(), width: ImageWidth }),
    chunk: ImagePart,
  }),
  /** Where the document's text holds the words, capitals, accents and line ends apart; in order, a thousand at most. */
  find: method({
    action: 'page.find',
    writes: false,
    input: z.strictObject({ id: DocumentId, query: z.string().min(1).max(200) }),
    output: z.strictObject({ found: z.array(FoundOnPage), isAll: z.boolean() }),
  }),
  /** What an absence does not speak for: documents that wait, that ended unread, or of which some pages stayed unread. */
  listUnread: list({
    action: 'document.unread',
    filter: z.strictObject({ personId: PersonId }),
    sort: ['imported'],
    item: UnreadDocument,
  }),
} as const
