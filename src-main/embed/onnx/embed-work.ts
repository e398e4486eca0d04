/**
 * What the embedding engine does. Models are checked, loaded and kept until others need the room; texts go through them in
 * batches of like length and come back in the order given. Yields after each batch, so that it can be cancelled there.
 */
import { AppError } from '#contract/errors.ts'
import { quantize } from '../embedder.ts'
import { batchesOf } from './batches.ts'
import type { Encoded, Graph, OpenGraph, Output } from './graph.ts'
import { createLoadedModels } from './loaded-models.ts'
import {
  type EmbedderSpec,
  GRAPH_FILE,
  type OnnxEmbedderSpec,
  type OnnxSpec,
  type StaticSpec,
  TOKENIZER_FILE,
} from './model-spec.ts'
import { readOnnxHeader } from './onnx-header.ts'
import { type HiddenState, pool } from './pool.ts'
import { readHashed, readModelFiles } from './read-model-files.ts'

export interface EmbedInput {
  readonly model: EmbedderSpec
  readonly texts: readonly string[]
  readonly as: 'query' | 'passage'
}

/**
 * Vectors of texts `from` on, `dimensions` bytes each, all zero for a text without a word that the model knows. May be
 * none yet: a sign of life.
 */
export interface Vectors {
  readonly from: number
  readonly vectors: Int8Array
}

/** Scores of the passages `at`; what counts is their order. */
export interface Scores {
  readonly at: readonly number[]
  readonly scores: Float32Array
}

export interface EmbedWorkDeps {
  readonly openGraph: OpenGraph
  readonly openStatic: (bytes: Uint8Array) => StaticModel | Promise<StaticModel>
}

interface StaticModel {
  readonly dimensions: number
  /** Unit length, or all zero. */
  embed(text: string, as: 'query' | 'passage'): Float32Array
}

export function createEmbedWork({ openGraph, openStatic }: EmbedWorkDeps) {
  const graphs = createLoadedModels<OnnxSpec, Graph>(open, (graph) => graph.close())
  const statics = createLoadedModels(
    async ({ path, sha256 }: StaticSpec) => openStatic(await readHashed(path, sha256)),
    async () => {},
  )

  /** Throws `model/changed`, `model/damaged`, `model/wrong-kind`, `model/external-data`, `model/unusable`. */
  async function open({ dir, files }: OnnxSpec): Promise<Graph> {
    const read = await readModelFiles(dir, files)
    const graph = read.get(GRAPH_FILE)
    const tokenizer = read.get(TOKENIZER_FILE)
    if (graph === undefined || tokenizer === undefined) throw new AppError('model/wrong-kind')
    const { inputs } = readOnnxHeader(graph)
    if (!inputs.includes('input_ids')) throw new AppError('model/wrong-kind')
    const opened = await openGraph(graph, tokenizer).catch(() => {
      throw new AppError('model/unusable')
    })
    if (opened.inputs.every((name) => FED.includes(name))) return opened
    await opened.close()
    throw new AppError('model/wrong-kind')
  }

  return {
    async *embed({ model, texts, as }: EmbedInput): AsyncGenerator<Vectors> {
      if (model.kind === 'onnx') yield* graphs.use(model, (graph) => embedWithGraph(graph, model, texts, as))
      else
        yield* statics.use(model, async function* (opened) {
          for (let from = 0; from < texts.length; from += AT_ONCE) {
            const rows = texts.slice(from, from + AT_ONCE).map((text) => quantize(opened.embed(text, as)))
            yield { from, vectors: pack(rows, opened.dimensions) }
          }
        })
    },

    async *rerank(input: { model: OnnxSpec; query: string; passages: readonly string[] }): AsyncGenerator<Scores> {
      const { model, query, passages } = input
      yield* graphs.use(model, async function* (graph) {
        const encoded = passages.map((passage) => cut(graph.encode(query, passage), model.maxTokens))
        const lengths = encoded.map(({ ids }) => ids.length)
        for (const at of batchesOf(lengths, MOST_TOKENS)) {
          const { logits } = await run(graph, pick(encoded, at))
          yield { at, scores: readFloats(logits, [at.length, 1]) }
        }
      })
    },

    /** Runs the model once over a full batch; what the process holds by then, in bytes. */
    async *measure(input: { model: OnnxSpec }): AsyncGenerator<{ processBytes: number }> {
      const { model } = input
      yield* graphs.use(model, async function* (graph) {
        const row = cut(graph.encode('word '.repeat(model.maxTokens)), model.maxTokens)
        const rows = Array.from({ length: Math.max(1, Math.floor(MOST_TOKENS / row.ids.length)) }, () => row)
        await run(graph, rows)
        yield { processBytes: process.memoryUsage.rss() }
      })
    },
  }
}

const FED = ['input_ids', 'attention_mask', 'token_type_ids']
/** Padded tokens in a batch: bounds the memory of one run, and how long a cancelled call holds the engine. */
const MOST_TOKENS = 2048
/** Texts sorted together; more waste less on padding, fewer are told of earlier. */
const WINDOW = 128
/** Of the built-in model, a millisecond each. */
const AT_ONCE = 64

async function* embedWithGraph(
  graph: Graph,
  model: OnnxEmbedderSpec,
  texts: readonly string[],
  as: 'query' | 'passage',
): AsyncGenerator<Vectors> {
  const prefix = as === 'query' ? model.queryPrefix : model.passagePrefix
  const empty = new Int8Array()
  for (let from = 0; from < texts.length; from += WINDOW) {
    const window = texts.slice(from, from + WINDOW)
    const rows: Int8Array[] = window.map(() => empty)
    const worded = window.flatMap((text, at) => (text.trim() === '' ? [] : [at]))
    const encoded = worded.map((at) => cut(graph.encode(prefix + window[at]), model.maxTokens))
    for (const batch of batchesOf(
      encoded.map(({ ids }) => ids.length),
      MOST_TOKENS,
    )) {
      const lengths = batch.map((at) => encoded[at]?.ids.length ?? 0)
      const state = hiddenState(await run(graph, pick(encoded, batch)), lengths, model.dimensions)
      for (const [at, vector] of pool(state, lengths, model).entries()) {
        if (!vector.every(Number.isFinite)) throw new AppError('model/unusable')
        rows[worded[batch[at] ?? 0] ?? 0] = quantize(vector)
      }
      yield { from, vectors: empty }
    }
    for (let at = 0; at < rows.length; at += AT_ONCE)
      yield { from: from + at, vectors: pack(rows.slice(at, at + AT_ONCE), model.dimensions) }
  }
}

function hiddenState(
  outputs: Readonly<Record<string, Output>>,
  lengths: readonly number[],
  dimensions: number,
): HiddenState {
  const output = outputs.last_hidden_state ?? outputs.token_embeddings
  const dims = [lengths.length, Math.max(...lengths), dimensions]
  return { data: readFloats(output, dims), dims }
}

function readFloats(output: Output | undefined, dims: readonly number[]): Float32Array {
  const fits = output?.data instanceof Float32Array && output.dims.join() === dims.join()
  if (!fits) throw new AppError('model/unusable')
  return output.data as Float32Array
}

const run = (graph: Graph, rows: readonly Encoded[]) =>
  graph.run(rows).catch(() => {
    throw new AppError('model/unusable')
  })

function cut({ ids, types, endsInSpecial }: Encoded, most: number): Encoded {
  if (ids.length <= most) return { ids, types, endsInSpecial }
  const keep = <T>(all: readonly T[]) =>
    endsInSpecial ? [...all.slice(0, most - 1), ...all.slice(-1)] : all.slice(0, most)
  return { ids: keep(ids), types: keep(types), endsInSpecial }
}

const pick = <T>(all: readonly T[], at: readonly number[]): T[] => at.map((index) => all[index] as T)

function pack(rows: readonly Int8Array[], dimensions: number): Int8Array {
  const packed = new Int8Array(rows.length * dimensions)
  for (const [at, row] of rows.entries()) packed.set(row, at * dimensions)
  return packed
}
