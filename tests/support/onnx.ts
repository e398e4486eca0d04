/**
 * Tiny models that really run, written by hand: a sentence embedder that looks up one vector for each word, and a
 * cross-encoder whose score is the dot product of what query and passage sum up to. Field numbers: onnx/onnx.proto.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Their vectors are known to the tests: words of one topic share a direction. */
const topics = {
  heart: ['heart', 'cardiac', 'infarction', 'aspirin'],
  sugar: ['sugar', 'glucose', 'diabetes', 'insulin'],
  bone: ['bone', 'fracture', 'osteoporosis', 'femur'],
} as const

export const DIMENSIONS = 8
const specials = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const
const vocabulary = [...specials, ...Object.values(topics).flat(), 'query', 'passage', 'word']

/** Where a word points; the n-th topic along the n-th axis, special tokens along the last one. */
export function vectorOf(word: string): number[] {
  const vector = Array<number>(DIMENSIONS).fill(0)
  const topic = Object.values(topics).findIndex((words) => (words as readonly string[]).includes(word))
  if (word === '[PAD]') return vector.fill(40)
  if (topic >= 0) vector[topic] = 10 + vocabulary.indexOf(word) / 10
  else if (word === 'query') vector[4] = 10
  else if (word === 'passage') vector[5] = 10
  else vector[DIMENSIONS - 1] = word === '[CLS]' ? 5 : word === '[SEP]' ? 2 : 0.5
  return vector
}

export interface ModelFolder {
  readonly dir: string
  readonly files: readonly { name: string; sha256: string; bytes: number }[]
}

export function writeModel(dir: string, files: Readonly<Record<string, Uint8Array | string>>): ModelFolder {
  mkdirSync(dir, { recursive: true })
  return {
    dir,
    files: Object.entries(files).map(([name, content]) => {
      const bytes = Buffer.from(content as Uint8Array)
      mkdirSync(join(dir, name, '..'), { recursive: true })
      writeFileSync(join(dir, name), bytes)
      return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
    }),
  }
}

export const embedderFiles = (): Record<string, Uint8Array | string> => ({
  'model.onnx': embedderGraph(),
  'tokenizer.json': tokenizerJson(),
  'config.json': JSON.stringify({ model_type: 'bert', hidden_size: DIMENSIONS, max_position_embeddings: 512 }),
})

export const rerankerFiles = (): Record<string, Uint8Array | string> => ({
  'model.onnx': rerankerGraph(),
  'tokenizer.json': tokenizerJson(),
  'config.json': JSON.stringify({
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    hidden_size: DIMENSIONS,
  }),
})

/** Vectors in 8 bits with a scale for each word: Gather, Cast, Mul. */
export function embedderGraph({ inputs = ['input_ids', 'attention_mask'] }: { inputs?: string[] } = {}): Buffer {
  const table = vocabulary.map(vectorOf)
  const scales = table.map((row) => Math.max(...row.map(Math.abs)) / 127)
  const quantized = table.flatMap((row, word) => row.map((value) => Math.round(value / (scales[word] ?? 1))))
  const [ids = ''] = inputs
  return onnxModel({
    nodes: [
      node('Gather', ['table', ids], ['rows']),
      node('Cast', ['rows'], ['floats'], [intAttribute('to', FLOAT)]),
      node('Gather', ['scales', ids], ['scale']),
      node('Mul', ['floats', 'scale'], ['last_hidden_state']),
    ],
    initializers: [
      tensor('table', [table.length, DIMENSIONS], INT8, Buffer.from(Int8Array.from(quantized).buffer)),
      tensor('scales', [table.length, 1], FLOAT, floats(scales)),
    ],
    inputs: inputs.map((name) => valueInfo(name, INT64, ['batch', 'tokens'])),
    outputs: [valueInfo('last_hidden_state', FLOAT, ['batch', 'tokens', DIMENSIONS])],
  })
}

export function rerankerGraph(): Buffer {
  const table = vocabulary.map((word) =>
    (specials as readonly string[]).includes(word) ? Array<number>(DIMENSIONS).fill(0) : vectorOf(word),
  )
  const sumUp = (rows: string, weights: string, out: string) => [
    node('Mul', [rows, weights], [`${out}Words`]),
    node('ReduceSum', [`${out}Words`, 'axis1'], [out], [intAttribute('keepdims', 0)]),
  ]
  return onnxModel({
    nodes: [
      node('Gather', ['table', 'input_ids'], ['rows']),
      node('Cast', ['token_type_ids'], ['types'], [intAttribute('to', FLOAT)]),
      node('Unsqueeze', ['types', 'axis2'], ['second']),
      node('Sub', ['one', 'second'], ['first']),
      node('Cast', ['attention_mask'], ['mask'], [intAttribute('to', FLOAT)]),
      node('Unsqueeze', ['mask', 'axis2'], ['real']),
      node('Mul', ['rows', 'real'], ['words']),
      ...sumUp('words', 'first', 'queryVector'),
      ...sumUp('words', 'second', 'passageVector'),
      node('Mul', ['queryVector', 'passageVector'], ['products']),
      node('ReduceSum', ['products', 'axis1'], ['logits'], [intAttribute('keepdims', 1)]),
    ],
    initializers: [
      tensor('table', [table.length, DIMENSIONS], FLOAT, floats(table.flat())),
      tensor('one', [], FLOAT, floats([1])),
      tensor('axis1', [1], INT64, int64s([1])),
      tensor('axis2', [1], INT64, int64s([2])),
    ],
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      valueInfo(name, INT64, ['batch', 'tokens']),
    ),
    outputs: [valueInfo('logits', FLOAT, ['batch', 1])],
  })
}

export function tokenizerJson(): string {
  const special = (token: string, type: 0 | 1) => ({ SpecialToken: { id: token, type_id: type } })
  const sequence = (id: 'A' | 'B', type: 0 | 1) => ({ Sequence: { id, type_id: type } })
  const idsOf = (token: string) => ({ id: token, ids: [vocabulary.indexOf(token)], tokens: [token] })
  return JSON.stringify({
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specials.map((content, id) => ({
      ...{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
    })),
    normalizer: {
      type: 'Sequence',
      normalizers: [{ type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }],
    },
    pre_tokenizer: { type: 'Split', pattern: { Regex: '[a-z0-9]+' }, behavior: 'Removed', invert: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)],
      pair: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0), sequence('B', 1), special('[SEP]', 1)],
      special_tokens: { '[CLS]': idsOf('[CLS]'), '[SEP]': idsOf('[SEP]') },
    },
    decoder: null,
    model: {
      type: 'WordLevel',
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
      unk_token: '[UNK]',
    },
  })
}

export const FLOAT = 1
export const INT8 = 3
const INT64 = 7

interface GraphParts {
  readonly nodes: readonly Buffer[]
  readonly initializers: readonly Buffer[]
  readonly inputs: readonly Buffer[]
  readonly outputs: readonly Buffer[]
}

/** opset 17, IR 8. */
export function onnxModel({ nodes, initializers, inputs, outputs }: GraphParts): Buffer {
  const graph = Buffer.concat([
    ...nodes.map((each) => bytesField(1, each)),
    bytesField(2, Buffer.from('tiny')),
    ...initializers.map((each) => bytesField(5, each)),
    ...inputs.map((each) => bytesField(11, each)),
    ...outputs.map((each) => bytesField(12, each)),
  ])
  return Buffer.concat([varintField(1, 8n), bytesField(7, graph), bytesField(8, varintField(2, 17n))])
}

export const node = (
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Buffer[] = [],
): Buffer =>
  Buffer.concat([
    ...inputs.map((name) => bytesField(1, Buffer.from(name))),
    ...outputs.map((name) => bytesField(2, Buffer.from(name))),
    bytesField(4, Buffer.from(type)),
    ...attributes.map((each) => bytesField(5, each)),
  ])

const intAttribute = (name: string, value: number): Buffer =>
  Buffer.concat([bytesField(1, Buffer.from(name)), varintField(3, BigInt(value)), varintField(20, 2n)])

export const tensor = (
  name: string,
  dims: readonly number[],
  type: number,
  raw: Uint8Array,
  more: readonly Buffer[] = [],
): Buffer =>
  Buffer.concat([
    ...dims.map((dim) => varintField(1, BigInt(dim))),
    varintField(2, BigInt(type)),
    bytesField(8, Buffer.from(name)),
    bytesField(9, raw),
    ...more,
  ])

export function valueInfo(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dims = shape.map((dim) =>
    bytesField(1, typeof dim === 'string' ? bytesField(2, Buffer.from(dim)) : varintField(1, BigInt(dim))),
  )
  const tensorType = Buffer.concat([varintField(1, BigInt(type)), bytesField(2, Buffer.concat(dims))])
  return Buffer.concat([bytesField(1, Buffer.from(name)), bytesField(2, bytesField(1, tensorType))])
}

export const varintField = (field: number, value: bigint): Buffer =>
  Buffer.concat([varint(BigInt(field) << 3n), varint(value)])
export const bytesField = (field: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint((BigInt(field) << 3n) | 2n), varint(BigInt(bytes.length)), bytes])

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  for (let rest = BigInt.asUintN(64, value); ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)])
    bytes.push(Number(rest & 127n) | 128)
  }
}

export const floats = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer)
const int64s = (values: readonly number[]): Buffer => Buffer.from(BigInt64Array.from(values, BigInt).buffer)
