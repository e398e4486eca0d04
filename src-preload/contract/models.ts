/** Models: weights on this disk that find and write better. None is needed; each is brought by the person, by file or download. */
import { z } from 'zod'
import { list, method, stream } from './define.ts'

/** In the catalogue, or `custom:<name>` for a model of the person's own. */
export const ModelId = z
  .string()
  .regex(/^[a-z0-9]+(?:[._:-][a-z0-9]+)*$/)
  .max(80)

/** What a model can do: turn text into vectors, put passages in order for a question, write sentences. */
export const ModelRole = z.enum(['embedder', 'reranker', 'writer'])
export type ModelRole = z.infer<typeof ModelRole>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a download would fetch. Consent repeats it, so that nothing is fetched that was not shown. */
const DownloadOffer = z.strictObject({
  host: z.string(),
  /** Of all its files; the most that is fetched. */
  bytes: z.int().positive(),
  /** Of the file, or of the list of its files' hashes. Null: not known; the first copy's is remembered. */
  sha256: Sha256.nullable(),
})
export type DownloadOffer = z.infer<typeof DownloadOffer>

export const Model = z.strictObject({
  id: ModelId,
  kind: ModelRole,
  title: z.string(),
  licence: z.string(),
  licenceUrl: z.string().nullable(),
  /** The licence has terms to accept before the model is downloaded. */
  hasTerms: z.boolean(),
  /** `changed`: no longer the files that were brought; it is not used. */
  state: z.enum(['built-in', 'present', 'changed', 'absent']),
  /** Does its work now. */
  isInUse: z.boolean(),
  /** Not tried with this program, or not known by a hash of its publisher. */
  isExperimental: z.boolean(),
  /** On this disk, or as published. */
  sizeBytes: z.int().nonnegative(),
  /** Of the copy on this disk: of its file, or of the lines `<hash>  <name>` of its files. Null: absent, or changed. */
  sha256: Sha256.nullable(),
  dimensions: z.int().positive().nullable(),
  /** What it needs while it works; measured on this computer, or estimated. */
  memoryBytes: z.int().nonnegative(),
  memoryIsMeasured: z.boolean(),
  download: DownloadOffer.nullable(),
  notes: z.string(),
})
export type Model = z.infer<typeof Model>

const path = z.string().min(1).max(4096)

export const models = {
  list: list({
    action: 'model.list',
    filter: z.strictObject({ kind: ModelRole.optional() }),
    sort: ['id'],
    item: Model,
  }),
  /**
   * Copies a model from a file or folder: a GGUF file, or a folder with an ONNX graph and its tokenizer.json. Known ones
   * are told by their hash; others need the id of the catalogue, or `custom:<name>`.
   */
  import: method({
    action: 'model.import',
    writes: true,
    input: z.strictObject({ path, id: ModelId.optional() }),
    output: Model,
  }),
  /** Yields how far it is and ends when the model can be used. What arrived before an interruption is kept and gone on from. */
  download: stream({
    action: 'model.download',
    writes: true,
    input: z.strictObject({
      id: ModelId,
      /** As `list` shows it. */
      accept: DownloadOffer,
      /** The terms of its licence were read and accepted. */
      acceptTerms: z.boolean().default(false),
    }),
    chunk: z.strictObject({ doneBytes: z.int().nonnegative(), totalBytes: z.int().positive() }),
  }),
  /** Reads every byte of the model and compares. */
  verify: method({
    action: 'model.verify',
    writes: false,
    input: z.strictObject({ id: ModelId }),
    output: z.strictObject({ isIntact: z.boolean(), sha256: Sha256.nullable() }),
  }),
  /** Refused for a model in use, unless `fallBack` lets what is built in take its place. */
  remove: method({
    action: 'model.remove',
    writes: true,
    input: z.strictObject({ id: ModelId, fallBack: z.boolean().default(false) }),
    output: z.strictObject({ removed: z.literal(true) }),
  }),
  /** Null: what is built in. */
  use: method({
    action: 'model.use',
    writes: true,
    input: z.strictObject({ role: ModelRole, id: ModelId.nullable() }),
    output: z.strictObject({ role: ModelRole, id: ModelId.nullable() }),
  }),
} as const
