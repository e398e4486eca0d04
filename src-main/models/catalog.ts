/**
 * The models that are known, from models/catalog.json: where each is published, under which terms, how its files must
 * hash, and how its outputs are read. A hash stands there only where it was seen; what is not known is null, not guessed.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ModelId } from '#contract/models.ts'

/** The names that files have here, whatever they are called where they come from. */
export const StoredName = z.enum(['model.onnx', 'tokenizer.json', 'model.gguf'])
export type StoredName = z.infer<typeof StoredName>

/** A path inside the publisher's repository; never one on this disk. */
const PublishedName = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/){0,2}[A-Za-z0-9][A-Za-z0-9._-]*$/)
const HostName = z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/)

const CatalogFile = z.strictObject({
  name: PublishedName,
  as: StoredName,
  bytes: z.int().positive(),
  /** `limit`: the size is not known to the byte; it has no more than this. */
  bytesAre: z.enum(['exact', 'limit']),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type CatalogFile = z.infer<typeof CatalogFile>

/** How text becomes vectors. */
export const EmbedderOptions = z.strictObject({
  dimensions: z.int().min(1).max(4096),
  pooling: z.enum(['mean', 'cls']),
  normalize: z.boolean(),
  queryPrefix: z.string().max(200),
  passagePrefix: z.string().max(200),
  maxTokens: z.int().min(8).max(8192),
})
export const RerankerOptions = z.strictObject({ maxTokens: z.int().min(8).max(8192) })

/** As embedder.ts means them. */
export const Fusion = z.strictObject({ weight: z.number().min(0).max(1), near: z.number().min(-1).max(1) })
const noFusion = { weight: z.null(), near: z.null() }

const common = {
  id: ModelId,
  title: z.string().min(1).max(120),
  licence: z.string().min(1).max(200),
  licenceUrl: z.url({ protocol: /^https$/ }).nullable(),
  hasTerms: z.boolean(),
  source: z.strictObject({
    host: HostName,
    repo: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/),
    /** A commit, or `main` where none is known. */
    revision: z.string().regex(/^(?:main|[0-9a-f]{40})$/),
  }),
  files: z.array(CatalogFile).min(1).max(3),
  /** Of `weight` and `near`: on our own questions, not guessed. */
  weightIsMeasured: z.boolean(),
  memoryBytes: z.int().positive(),
  memoryIsMeasured: z.boolean(),
  isExperimental: z.boolean(),
  notes: z.string().max(400),
}

const Entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('embedder'), ...common, encoder: EmbedderOptions, ...Fusion.shape }),
  z.strictObject({ kind: z.literal('reranker'), ...common, encoder: RerankerOptions, ...noFusion }),
  z.strictObject({ kind: z.literal('writer'), ...common, encoder: z.null(), ...noFusion }),
])
export type CatalogEntry = z.infer<typeof Entry>

export const Catalog = z.strictObject({
  version: z.literal(1),
  /** By host: where else it may send a download. */
  redirects: z.record(HostName, z.array(HostName)),
  entries: z
    .array(Entry)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'an id stands twice')
    .refine((entries) => entries.every(hasItsFiles), 'files that do not fit the kind')
    .refine(
      (entries) =>
        entries.every(({ isExperimental, files }) => isExperimental || files.every(({ sha256 }) => sha256 !== null)),
      'a hash that is not known makes a model experimental',
    ),
})
export type Catalog = z.infer<typeof Catalog>

function hasItsFiles({ kind, files }: CatalogEntry): boolean {
  const names = files.map((file) => file.as).sort()
  return names.join() === (kind === 'writer' ? 'model.gguf' : 'model.onnx,tokenizer.json')
}

export const readCatalog = (file = new URL('../../models/catalog.json', import.meta.url)): Catalog =>
  Catalog.parse(JSON.parse(readFileSync(file, 'utf8')))
