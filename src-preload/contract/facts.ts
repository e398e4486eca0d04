/**
 * Facts: single statements of a person's record, by their FHIR names, each with the words on the page it came from.
 * What an extractor read is `proposed`; only a person confirms. A value is kept as it was written beside what it was
 * understood as, and nothing is judged but by the range or flag that the same paper prints.
 */
import { z } from 'zod'
import { list, method } from './define.ts'
import { PageBox } from './documents.ts'
import { DocumentId, FactId, PersonId } from './ids.ts'
import { PartialDate } from './vault.ts'

export const FactKind = z.enum([
  'observation',
  'condition',
  'medication',
  'allergy',
  'immunization',
  'procedure',
  'encounter',
  'family-history',
  'care-contact',
  'note',
])
export type FactKind = z.infer<typeof FactKind>

/** `entered`: by hand, from no paper. `rejected` facts are in no view but the one that lists them. */
export const FactState = z.enum(['proposed', 'confirmed', 'corrected', 'rejected', 'entered'])
export type FactState = z.infer<typeof FactState>

/** From the report's own range or flag alone; without one `unknown`. */
export const FactFlag = z.enum(['low', 'normal', 'high', 'critical', 'abnormal', 'unknown'])
export type FactFlag = z.infer<typeof FactFlag>

/** Why a person should look before relying on it; the sentences are in fact-doubt-text.ts. */
export const FactDoubt = z.enum([
  /** A word it rests on was marked doubtful by recognition, or read with little confidence. */
  'unsure-words',
  /** Outside what is plausible for that measure in that unit. */
  'implausible-value',
  'unknown-name',
  'unknown-unit',
  /** A name that is near to one known, and not it; never corrected by itself. */
  'near-name',
  /** 03/04/2021: day and month could be either. */
  'ambiguous-date',
  'no-date',
  /** The paper's own flag and range do not agree. */
  'flag-and-range-differ',
  /** A recognition slip was corrected; `correctedFrom` says what stood there. */
  'slip-corrected',
  /** Another fact says otherwise for the same thing and day. */
  'conflict',
])
export type FactDoubt = z.infer<typeof FactDoubt>

const DatePrecision = z.enum(['year', 'month', 'day', 'minute'])

export const Provenance = z.strictObject({
  documentId: DocumentId,
  page: z.int().positive(),
  /** Of the words it was read from; empty for pages without positions. */
  boxes: z.array(PageBox),
  /** Of those that hold the value itself. */
  valueBoxes: z.array(PageBox),
  /** The words as they stand on the page. */
  quote: z.string(),
})
export type Provenance = z.infer<typeof Provenance>

const Text = z.string().trim().min(1).max(500)

/** What only some kinds have. */
export const FactDetails = z.strictObject({
  /** observation */
  category: z.enum(['laboratory', 'vital-sign']).optional(),
  specimen: Text.optional(),
  /** The second number of a pair such as blood pressure, in the unit of the first. */
  secondValue: z.number().optional(),
  /** medication: as written. */
  dose: Text.optional(),
  form: Text.optional(),
  route: Text.optional(),
  frequency: Text.optional(),
  asNeeded: z.boolean().optional(),
  reason: Text.optional(),
  startedOn: PartialDate.optional(),
  stoppedOn: PartialDate.optional(),
  /** What the paper says of it; absent: it merely lists it. */
  change: z.enum(['started', 'stopped', 'changed', 'continued']).optional(),
  ingredients: z.array(Text).max(10).optional(),
  /** allergy */
  reaction: Text.optional(),
  severity: Text.optional(),
  /** condition */
  certainty: z.enum(['confirmed', 'suspected', 'ruled-out']).optional(),
  status: z.enum(['active', 'resolved', 'history']).optional(),
  /** condition, procedure */
  side: z.enum(['left', 'right', 'both']).optional(),
  /** family-history: mother, brother … */
  relation: Text.optional(),
  /** immunization */
  doseNumber: Text.optional(),
  lot: Text.optional(),
  /** encounter, care-contact */
  place: Text.optional(),
  role: Text.optional(),
})
export type FactDetails = z.infer<typeof FactDetails>

export const Fact = z.strictObject({
  id: FactId,
  personId: PersonId,
  kind: FactKind,
  /** The dictionary's name where the written one is known, else the written one. */
  name: z.string(),
  nameText: z.string(),
  code: z.strictObject({ system: z.enum(['loinc', 'cvx', 'none']), code: z.string() }).optional(),
  /** As written; for kinds without a value the words that state it. */
  valueText: z.string(),
  value: z.number().optional(),
  comparator: z.enum(['<', '<=', '>', '>=', '~']).optional(),
  /** UCUM. */
  unit: z.string().optional(),
  unitText: z.string().optional(),
  rangeText: z.string().optional(),
  rangeLow: z.number().optional(),
  rangeHigh: z.number().optional(),
  flag: FactFlag,
  /** `None known` is stated: a fact of its own, which says that there is nothing. */
  isNoneKnown: z.boolean(),
  /** When it happened or was collected: 2021, 2021-03, 2021-03-04 or 2021-03-04T08:15. */
  happenedOn: z.string().optional(),
  datePrecision: DatePrecision.optional(),
  /** Of which date of the paper that is. */
  dateKind: z.enum(['collected', 'service', 'reported', 'stated', 'document']).optional(),
  details: FactDetails,
  state: FactState,
  doubts: z.array(FactDoubt),
  /** What stood on the page before a certain recognition slip was corrected. */
  correctedFrom: z.string().optional(),
  /** Names or values that may be meant; a person chooses. */
  suggestions: z.array(z.string()),
  /** Read differently now than when a person decided; what they decided stands. */
  readDifferently: z.string().optional(),
  /** Where it stands, each source once; empty for what was entered. */
  provenance: z.array(Provenance),
  /** When the first of its papers came into the vault, or it was entered. */
  knownSince: z.string(),
})
export type Fact = z.infer<typeof Fact>

/** What a person may say of a fact; null takes it away. */
export const FactEdit = z.strictObject({
  name: Text.optional(),
  valueText: Text.optional(),
  unit: Text.nullable().optional(),
  rangeText: Text.nullable().optional(),
  happenedOn: z.string().trim().max(16).nullable().optional(),
  details: FactDetails.optional(),
})
export type FactEdit = z.infer<typeof FactEdit>

export const NewFact = z.strictObject({
  personId: PersonId,
  kind: FactKind,
  name: Text,
  valueText: z.string().trim().max(5000).default(''),
  unit: Text.optional(),
  rangeText: Text.optional(),
  happenedOn: z.string().trim().max(16).optional(),
  isNoneKnown: z.boolean().default(false),
  details: FactDetails.default({}),
})
export type NewFact = z.infer<typeof NewFact>

/** One act over several facts that were all seen on the screen. */
export const MAX_AT_ONCE = 25

export const Verdict = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('accept'), id: FactId }),
  z.strictObject({ act: z.literal('reject'), id: FactId }),
  z.strictObject({ act: z.literal('correct'), id: FactId, edit: FactEdit }),
])
export type Verdict = z.infer<typeof Verdict>

/**
 * `papers`: what could have been known then. A fact counts from its own date or its paper's, whichever is later, whenever
 * the paper was imported; without either, from when it came. `vault`: what this vault held, by when a paper was imported.
 */
export const KnownBy = z.enum(['papers', 'vault'])
export type KnownBy = z.infer<typeof KnownBy>

/** The record as it was known by the end of that day; a date known in part counts from its first day. What a person decided stands. */
const asKnown = { asKnownOn: PartialDate.optional(), knownBy: KnownBy.default('papers') } as const

export const SeriesPoint = z.strictObject({
  factId: FactId,
  happenedOn: z.string().optional(),
  valueText: z.string(),
  comparator: Fact.shape.comparator,
  /** In the series' unit; absent where what is written is no number. */
  value: z.number().optional(),
  secondValue: z.number().optional(),
  /** Written in another unit, and converted exactly. */
  isConverted: z.boolean(),
  unitText: z.string().optional(),
  rangeText: z.string().optional(),
  /** The report's own band, in the series' unit. */
  rangeLow: z.number().optional(),
  rangeHigh: z.number().optional(),
  flag: FactFlag,
  state: FactState,
  doubts: z.array(FactDoubt),
})
export type SeriesPoint = z.infer<typeof SeriesPoint>

/** All values of one measure in one unit; what cannot be converted exactly is a series of its own. */
export const Series = z.strictObject({
  name: z.string(),
  code: Fact.shape.code,
  category: z.enum(['laboratory', 'vital-sign']),
  /** UCUM; absent: without a unit, or not known. */
  unit: z.string().optional(),
  /** Units into which every point can be converted exactly. */
  units: z.array(z.string()),
  /** The oldest first; those without a date last. */
  points: z.array(SeriesPoint),
})
export type Series = z.infer<typeof Series>

export const MedicineLine = z.strictObject({
  fact: Fact,
  /**
   * `current`: on a list dated within 12 months, or stated within them and confirmed by a person. `stopped`: a source says so.
   * `not-on-last-list`: a later list omits it. Else `last-stated`.
   */
  standing: z.enum(['current', 'last-stated', 'not-on-last-list', 'stopped']),
  /** The day and the document of the statement that decides. */
  on: z.string().optional(),
  documentId: DocumentId.optional(),
})
export type MedicineLine = z.infer<typeof MedicineLine>

export const Overview = z.strictObject({
  allergies: z.array(Fact),
  /** `stated`: some are; `none-known`: a paper says there are none; `not-stated`: no paper says anything. */
  allergyStatement: z.enum(['stated', 'none-known', 'not-stated']),
  conditions: z.array(Fact),
  medicines: z.array(MedicineLine),
  /** The measures with the most, then the latest values; at most 12, each with its last 24 points. */
  metrics: z.array(Series),
  /** Of the last value of each measure. */
  inRange: z.int().nonnegative(),
  outOfRange: z.int().nonnegative(),
  withoutRange: z.int().nonnegative(),
  toReview: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  unreadPages: z.int().nonnegative(),
})
export type Overview = z.infer<typeof Overview>

export const facts = {
  /** `states` without `rejected` by default. `review`: the most doubtful first, medicines and allergies before the rest. */
  list: list({
    action: 'fact.list',
    filter: z.strictObject({
      personId: PersonId,
      kinds: z.array(FactKind).optional(),
      documentId: DocumentId.optional(),
      states: z.array(FactState).optional(),
      /** The dictionary's name, or a word of it. */
      name: z.string().trim().min(1).max(200).optional(),
      readDifferently: z.boolean().optional(),
      ...asKnown,
    }),
    sort: ['date', 'name', 'review'],
    item: Fact,
  }),
  get: method({
    action: 'fact.get',
    writes: false,
    input: z.strictObject({ id: FactId }),
    output: Fact,
  }),
  /**
   * Each fact must still be as it was seen. Medicines, allergies, critical and doubtful facts are accepted one at a time:
   * several at once of which one is such are refused with `fact/one-by-one`.
   */
  decide: method({
    action: 'fact.decide',
    writes: true,
    input: z.strictObject({ verdicts: z.array(Verdict).min(1).max(MAX_AT_ONCE) }),
    /** `undoId` takes back all of them as one. */
    output: z.strictObject({ undoId: z.string(), facts: z.array(Fact) }),
  }),
  undo: method({
    action: 'fact.undo',
    writes: true,
    input: z.strictObject({ undoId: z.string().max(64) }),
    output: z.strictObject({ facts: z.array(Fact) }),
  }),
  enter: method({ action: 'fact.enter', writes: true, input: NewFact, output: Fact }),
  /** Of facts that contradict each other one stands; the others are kept, rejected, with the reason. */
  resolve: method({
    action: 'fact.resolve',
    writes: true,
    input: z.strictObject({ keep: FactId, over: z.array(FactId).min(1).max(MAX_AT_ONCE) }),
    output: z.strictObject({ undoId: z.string(), facts: z.array(Fact) }),
  }),
  overview: method({
    action: 'fact.overview',
    writes: false,
    input: z.strictObject({ personId: PersonId, ...asKnown }),
    output: Overview,
  }),
  /** Every measure of a person with its points; `name` narrows to one. */
  series: method({
    action: 'fact.series',
    writes: false,
    input: z.strictObject({
      personId: PersonId,
      name: z.string().trim().min(1).max(200).optional(),
      /** UCUM; only with a name. Refused with `fact/no-conversion` where some point cannot be converted exactly. */
      unit: z.string().max(40).optional(),
      ...asKnown,
    }),
    output: z.strictObject({ series: z.array(Series) }),
  }),
  medicines: method({
    action: 'fact.medicines',
    writes: false,
    input: z.strictObject({ personId: PersonId, ...asKnown }),
    output: z.strictObject({ lines: z.array(MedicineLine) }),
  }),
  /**
   * Drops everything that was read of facts and reads it again from the stored pages; what people decided is laid over it.
   * The fingerprints before and after say whether the record is the same to the last place on every page.
   */
  rebuild: method({
    action: 'fact.rebuild',
    writes: true,
    input: z.undefined(),
    output: z.strictObject({
      before: z.string(),
      after: z.string(),
      isSame: z.boolean(),
      facts: z.int().nonnegative(),
      documents: z.int().nonnegative(),
    }),
  }),
} as const
