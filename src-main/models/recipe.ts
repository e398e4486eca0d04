/** What a person's files are taken for before they are copied: a model of the catalogue, or one of their own. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { readSource } from '../vault/source-file.ts'
import type { Catalog, CatalogEntry, StoredName } from './catalog.ts'
import type { Found, FoundFile } from './find-files.ts'
import type { Manifest } from './manifest.ts'

type OfKind<K> = K extends Manifest ? Omit<K, 'files' | 'version'> : never
/** All that a manifest says but for the files themselves. */
export type Recipe = OfKind<Manifest>

export interface Ingredient {
  readonly as: StoredName
  readonly path: string
  readonly maxBytes: number
  /** What it must be. */
  readonly sha256: string | null
}

export interface Plan {
  readonly recipe: Recipe
  readonly ingredients: readonly Ingredient[]
}

const CUSTOM = /^custom:[a-z0-9]/

/** Throws `model/needs-id`, `model/unknown`, `model/wrong-kind`, `model/wrong-hash`. */
export async function planImport(found: Found, id: string | undefined, catalog: Catalog): Promise<Plan> {
  if (id !== undefined && !CUSTOM.test(id)) {
    const entry = catalog.entries.find((each) => each.id === id)
    if (entry === undefined) throw new AppError('model/unknown')
    return planEntry(entry, found)
  }
  const entry = id === undefined ? await recognise(found, catalog) : undefined
  return entry === undefined ? planCustom(found, id) : planEntry(entry, found)
}

export const recipeOf = ({ id, title, licence, ...entry }: CatalogEntry): Recipe =>
  entry.kind === 'embedder'
    ? {
        kind: 'embedder',
        id,
        title,
        licence,
        encoder: entry.encoder,
        fusion: { weight: entry.weight, near: entry.near },
      }
    : entry.kind === 'reranker'
      ? { kind: 'reranker', id, title, licence, encoder: entry.encoder }
      : { kind: 'writer', id, title, licence }

function planEntry(entry: CatalogEntry, found: Found): Plan {
  const ingredients = entry.files.map(({ name, as, bytes, bytesAre, sha256 }) => {
    const file = pick(found, [name, basename(name), as])
    if (file === undefined) throw new AppError('model/wrong-kind')
    if (bytesAre === 'exact' ? file.bytes !== bytes : file.bytes > bytes) throw new AppError('model/wrong-hash')
    return { as, path: file.path, maxBytes: bytes, sha256 }
  })
  return { recipe: recipeOf(entry), ingredients }
}

/** A file that was named itself goes before one that only lies there. */
function pick({ files, named }: Pick<Found, 'files' | 'named'>, names: readonly string[]): FoundFile | undefined {
  if (named !== undefined && extensionOf(named.name) === extensionOf(names[0] ?? '')) return named
  return names.flatMap((name) => files.filter((file) => file.name === name))[0]
}

const extensionOf = (name: string) => /\.[a-z]+$/.exec(name)?.[0]

/** The entry that publishes one of these very files as its weights. */
async function recognise({ files, named }: Found, catalog: Catalog): Promise<CatalogEntry | undefined> {
  const candidates = named === undefined ? files.filter(({ name }) => /\.(onnx|gguf)$/.test(name)) : [named]
  for (const { path, bytes } of candidates) {
    const fits = catalog.entries.filter(({ files: [weights] }) =>
      weights?.bytesAre === 'exact' ? weights.bytes === bytes : (weights?.bytes ?? 0) >= bytes,
    )
    if (!fits.some(({ files: [weights] }) => weights?.sha256 != null) || bytes === 0) continue
    const { sha256 } = await readSource(path, bytes, async () => {})
    const entry = fits.find((each) => each.files[0]?.sha256 === sha256)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** ONNX files are protocol buffers, which hold less than 2 GiB. */
const LARGEST_GRAPH = 2 ** 31 - 1
const LARGEST_TOKENIZER = 64 * 2 ** 20
const LARGEST_WRITER = 64 * 2 ** 30

async function planCustom(found: Found, id: string | undefined): Promise<Plan> {
  const { files, named } = found
  const isWriter = named !== undefined && !named.name.endsWith('.onnx')
  const lone = files.filter(({ name }) => name.endsWith('.gguf'))
  const writer = isWriter ? named : files.some(({ name }) => name.endsWith('.onnx')) ? undefined : lone[0]
  if (writer !== undefined) {
    if (id === undefined)
      throw new AppError(named?.name.endsWith('.gguf') || !isWriter ? 'model/needs-id' : 'model/wrong-kind')
    const ingredient = { as: 'model.gguf' as const, path: writer.path, maxBytes: LARGEST_WRITER, sha256: null }
    return { recipe: { kind: 'writer', id, ...own(id) }, ingredients: [ingredient] }
  }
  const tokenizer = pick({ files, named: undefined }, ['tokenizer.json'])
  const graphs = ['onnx/model_quantized.onnx', 'model_quantized.onnx', 'onnx/model.onnx', 'model.onnx']
  const graph = named ?? pick(found, graphs) ?? files.find(({ name }) => name.endsWith('.onnx'))
  const config = pick({ files, named: undefined }, ['config.json'])
  if (graph === undefined || tokenizer === undefined || config === undefined) throw new AppError('model/wrong-kind')
  const customId = id ?? `custom:${slug(basename(found.folder))}`
  return {
    recipe: { id: customId, ...own(customId), ...(await readOptions(config, files)) },
    ingredients: [
      { as: 'model.onnx', path: graph.path, maxBytes: LARGEST_GRAPH, sha256: null },
      { as: 'tokenizer.json', path: tokenizer.path, maxBytes: LARGEST_TOKENIZER, sha256: null },
    ],
  }
}

const own = (id: string) => ({ title: id.slice('custom:'.length), licence: 'not known' })

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'model'

/** What transformers and sentence-transformers write beside a model; all else in there is not looked at. */
const Config = z.object({
  hidden_size: z.int().min(1).max(4096),
  max_position_embeddings: z.int().min(8).default(512),
  architectures: z.array(z.string()).default([]),
})
const Pooling = z.object({ pooling_mode_cls_token: z.boolean().default(false) })
const Prompts = z.object({ prompts: z.record(z.string(), z.string().max(200)).default({}) })

const MOST_TOKENS = 512
/** Unmeasured, as for every model but the built-in one. */
const UNMEASURED = { weight: 0.5, near: 0.5 }

async function readOptions(config: FoundFile, files: readonly FoundFile[]) {
  const { hidden_size, max_position_embeddings, architectures } = await readJson(config, Config)
  const maxTokens = Math.min(MOST_TOKENS, max_position_embeddings)
  if (architectures.some((name) => name.endsWith('ForSequenceClassification')))
    return { kind: 'reranker' as const, encoder: { maxTokens } }
  const find = (name: string) => files.find((file) => file.name === name)
  const pooling = find('1_Pooling/config.json')
  const prompts = find('config_sentence_transformers.json')
  const isCls = pooling !== undefined && (await readJson(pooling, Pooling)).pooling_mode_cls_token
  const prefixes = prompts === undefined ? {} : (await readJson(prompts, Prompts)).prompts
  return {
    kind: 'embedder' as const,
    fusion: UNMEASURED,
    encoder: {
      dimensions: hidden_size,
      pooling: isCls ? ('cls' as const) : ('mean' as const),
      normalize: true,
      queryPrefix: prefixes.query ?? '',
      passagePrefix: prefixes.passage ?? prefixes.document ?? '',
      maxTokens,
    },
  }
}

const LARGEST_JSON = 2 ** 20

async function readJson<S extends z.ZodType>({ path, bytes }: FoundFile, schema: S): Promise<z.output<S>> {
  if (bytes > LARGEST_JSON) throw new AppError('model/wrong-kind')
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    throw new AppError('model/wrong-kind')
  }
}
