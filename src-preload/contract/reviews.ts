/**
 * Chart reviews: fixed chains of read-only steps over one person's record. The same record gives the same review; what was
 * produced is kept with what each step looked at, and what a person changes in it is kept apart.
 */
import { z } from 'zod'
import { Citation } from './answers.ts'
import { list, method, stream } from './define.ts'
import { DocumentId, FactId, PersonId, ReviewId } from './ids.ts'
import { PartialDate } from './vault.ts'

/**
 * `chart`: what the record holds. `trends`: measures with three values or more. `medicines`: the last two dated lists
 * against each other. `quality`: what does not fit together. `visit`: what changed since the last visit or a date.
 */
export const ReviewKind = z.enum(['chart', 'trends', 'medicines', 'quality', 'visit'])
export type ReviewKind = z.infer<typeof ReviewKind>

/** `factId`: which fact of the line stands there; absent: the words say which paper is meant. */
export const ReviewCitation = Citation.extend({ factId: FactId.optional() })
export type ReviewCitation = z.infer<typeof ReviewCitation>

/** One of the things that a line puts side by side, and the facts of the line it rests on. */
export const ReviewSide = z.strictObject({ text: z.string(), factIds: z.array(FactId) })
export type ReviewSide = z.infer<typeof ReviewSide>

export const ReviewLine = z.strictObject({
  /** Within its review. */
  id: z.string().max(64),
  /** Empty when `isGone`. */
  text: z.string(),
  /** `entered`: rests on what a person entered or decided, and stands on no page. `missing`: says what is not there, unread or unreviewed. */
  basis: z.enum(['cited', 'entered', 'missing']),
  /** Empty unless `basis` is `cited`. */
  citations: z.array(ReviewCitation),
  factIds: z.array(FactId),
  /** Papers that the line itself speaks of. */
  documentIds: z.array(DocumentId),
  /** What it compares, in the order of `text`. Of two lists always two; with an empty text: that list does not name it. */
  sides: z.array(ReviewSide).optional(),
  /** It said what a document that was deleted since said, and is forgotten with it. */
  isGone: z.boolean(),
})
export type ReviewLine = z.infer<typeof ReviewLine>

export const ReviewSection = z.strictObject({ id: z.string().max(40), title: z.string(), lines: z.array(ReviewLine) })
export type ReviewSection = z.infer<typeof ReviewSection>

/** One link of the chain: what it looked at, and what it made of it. */
export const ReviewStep = z.strictObject({
  name: z.string().max(60),
  inputs: z.strictObject({
    factIds: z.array(FactId),
    documentIds: z.array(DocumentId),
    /** By what they are: `since`, `earlierList` and the like. */
    dates: z.record(z.string(), z.string()),
  }),
  sections: z.array(ReviewSection),
})
export type ReviewStep = z.infer<typeof ReviewStep>

const LineText = z.string().trim().max(2000)

export const ReviewEdits = z.strictObject({
  /** In place of what was produced; empty: left out of the note. A line that is not here stands as it was produced. */
  lines: z.array(z.strictObject({ lineId: z.string().max(64), text: LineText })).max(5000),
  /** Lines of the person's own, after those of the section. */
  own: z.array(z.strictObject({ sectionId: z.string().max(40), texts: z.array(LineText.min(1)).max(200) })).max(100),
})
export type ReviewEdits = z.infer<typeof ReviewEdits>

/** Two papers that list medicines, by a person's choice. */
const ChosenLists = z.strictObject({ earlier: DocumentId, later: DocumentId })

const Title = z.string().trim().min(1).max(200)

export const ReviewSummary = z.strictObject({
  id: ReviewId,
  personId: PersonId,
  kind: ReviewKind,
  title: z.string(),
  madeAt: z.string(),
  /** When a person last edited it; else when it was made. */
  changedAt: z.string(),
})
export type ReviewSummary = z.infer<typeof ReviewSummary>

export const Review = z.strictObject({
  ...ReviewSummary.shape,
  /** What the whole chain was given. */
  inputs: z.strictObject({
    today: z.string(),
    /** Only of `visit`, and only where a person gave it. */
    since: z.string().optional(),
    /** Only of `medicines`, and only where a person chose them. */
    lists: ChosenLists.optional(),
    bornOn: z.string().optional(),
    /** Of the reviews' own rules, of extraction, and of the table of medicines by its hash. */
    versions: z.record(z.string(), z.string()),
  }),
  steps: z.array(ReviewStep),
  edits: ReviewEdits,
})
export type Review = z.infer<typeof Review>

/** What a step said then and does not say now, and what it says now: a few lines of each. Both empty: the same words stand elsewhere. */
export const ReviewChange = z.strictObject({
  step: z.string().max(60),
  gone: z.array(z.string()),
  added: z.array(z.string()),
  /** Lines of either kind that are not named here. */
  more: z.int().nonnegative(),
})
export type ReviewChange = z.infer<typeof ReviewChange>

/** A paper that names all medicines of its day. */
export const MedicineListSummary = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  on: z.string(),
  medicines: z.int(),
})
export type MedicineListSummary = z.infer<typeof MedicineListSummary>

/** Each step as it ends, then the whole, which is kept by then. A cancelled review leaves nothing. */
export const ReviewEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: ReviewStep }),
  z.strictObject({ kind: z.literal('review'), review: Review }),
])
export type ReviewEvent = z.infer<typeof ReviewEvent>

export const reviews = {
  /**
   * `since` is for `visit` alone; without it the last visit's date counts. `lists` is for `medicines` alone; without it the last
   * two dated lists are compared.
   */
  run: stream({
    action: 'review.run',
    writes: true,
    input: z
      .strictObject({
        personId: PersonId,
        kind: ReviewKind,
        since: PartialDate.optional(),
        lists: ChosenLists.optional(),
      })
      .refine(({ kind, since }) => since === undefined || kind === 'visit')
      .refine(({ kind, lists }) => lists === undefined || kind === 'medicines')
      .refine(({ lists }) => lists === undefined || lists.earlier !== lists.later),
    chunk: ReviewEvent,
  }),
  /** The last made first. */
  list: list({
    action: 'review.list',
    filter: z.strictObject({ personId: PersonId, kind: ReviewKind.optional() }),
    sort: ['made'],
    item: ReviewSummary,
  }),
  /** The lists of medicines that can be compared, the oldest first. */
  medicineLists: method({
    action: 'review.medicine-lists',
    writes: false,
    input: z.strictObject({ personId: PersonId }),
    output: z.strictObject({ lists: z.array(MedicineListSummary) }),
  }),
  /** Of the last 200 made those that would be made the same now. */
  whichHold: method({
    action: 'review.which-hold',
    writes: false,
    input: z.strictObject({ personId: PersonId }),
    output: z.strictObject({ ids: z.array(ReviewId) }),
  }),
  /**
   * As it was made. `changes`: the steps that would say something else by now; none: it is current. `unreviewedFactIds`: facts
   * it rests on that nobody has looked at until now.
   */
  get: method({
    action: 'review.get',
    writes: false,
    input: z.strictObject({ id: ReviewId }),
    output: z.strictObject({
      review: Review,
      changes: z.array(ReviewChange),
      unreviewedFactIds: z.array(FactId),
    }),
  }),
  /** `edits` takes the place of all edits before. What was produced stays as it is. */
  edit: method({
    action: 'review.edit',
    writes: true,
    input: z.strictObject({ id: ReviewId, title: Title.optional(), edits: ReviewEdits.optional() }),
    output: z.strictObject({ review: Review }),
  }),
  /** The note with its edits and sources, in Markdown. */
  asMarkdown: method({
    action: 'review.markdown',
    writes: false,
    input: z.strictObject({ id: ReviewId }),
    output: z.strictObject({ markdown: z.string() }),
  }),
  /** The same text, unencrypted, as a new file that only this user can read. */
  saveMarkdown: method({
    action: 'review.save',
    writes: true,
    input: z.strictObject({ id: ReviewId, to: z.string().min(1).max(4096) }),
    output: z.strictObject({ sizeBytes: z.int() }),
  }),
  delete: method({
    action: 'review.delete',
    writes: true,
    input: z.strictObject({ id: ReviewId }),
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
} as const
