/** Models that are not what they should be, shown to the real engine: each is refused with a code, and the next call is answered. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { toWireError } from '#contract/errors.ts'
import type { OnnxEmbedderSpec } from '../../../src-main/embed/onnx/model-spec.ts'
import type { EmbedEngine } from '../../../src-main/engines/embed.engine.ts'
import { createEngine, type Engine } from '../../../src-main/engines/host.ts'
import { forkEngine } from '../../../src-main/engines/spawn.ts'
import { silentLog } from '../../../src-main/lib/log.ts'
import {
  DIMENSIONS,
  embedderFiles,
  embedderGraph,
  FLOAT,
  floats,
  node,
  onnxModel,
  tensor,
  tokenizerJson,
  valueInfo,
  writeModel,
} from '../../support/onnx.ts'
import { tempDir } from '../../support/temp-dir.ts'

let engine: Engine<EmbedEngine>
/** The longest that it may be silent; loading takes seconds on a busy machine. */
let silenceMs = 50_000

beforeAll(() => {
  engine = createEngine<EmbedEngine>('embed', {
    spawn: forkEngine,
    limits: () => ({ maxBytes: 700 * 2 ** 20, silenceMs }),
    log: silentLog,
  })
  return () => engine.close()
})

const options = {
  pooling: 'mean',
  queryPrefix: '',
  passagePrefix: '',
  maxTokens: 64,
  dimensions: DIMENSIONS,
  normalize: true,
} as const
const specOf = (files: Record<string, Uint8Array | string>): OnnxEmbedderSpec => ({
  kind: 'onnx',
  ...writeModel(join(tempDir(), 'model'), files),
  ...options,
})

async function codeOf(model: OnnxEmbedderSpec): Promise<string | undefined> {
  try {
    for await (const _ of engine.remote.embed({ model, texts: ['heart'], as: 'passage' }, {}));
  } catch (error) {
    return toWireError(error).code
  }
  return undefined
}

const withGraph = (graph: Uint8Array | string) => specOf({ ...embedderFiles(), 'model.onnx': graph })
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400)])
const ids = valueInfo('input_ids', 7, ['batch', 'tokens'])
const state = valueInfo('last_hidden_state', FLOAT, ['batch', 'tokens', DIMENSIONS])

/** input_ids → float, once for each token and dimension, filled with what `value` says. */
const filledGraph = (value: number) =>
  onnxModel({
    nodes: [node('Gather', ['table', 'input_ids'], ['rows']), node('Mul', ['rows', 'factor'], ['last_hidden_state'])],
    initializers: [
      tensor('table', [40, DIMENSIONS], FLOAT, floats(Array<number>(40 * DIMENSIONS).fill(1))),
      tensor('factor', [1], FLOAT, floats([value])),
    ],
    inputs: [ids],
    outputs: [state],
  })

test.each<[string, string, () => OnnxEmbedderSpec]>([
  ['cut short', 'model/damaged', () => withGraph(embedderGraph().subarray(0, 300))],
  ['a GGUF file', 'model/wrong-kind', () => withGraph('GGUF and more')],
  ['a photo', 'model/wrong-kind', () => withGraph(jpeg)],
  ['an archive', 'model/wrong-kind', () => withGraph('PK\u0003\u0004 and more')],
  ['made for pictures', 'model/wrong-kind', () => withGraph(embedderGraph({ inputs: ['pixel_values'] }))],
  [
    'in want of more than text',
    'model/wrong-kind',
    () => withGraph(embedderGraph({ inputs: ['input_ids', 'pixels'] })),
  ],
  [
    'well formed and no graph that runs',
    'model/unusable',
    () =>
      withGraph(
        onnxModel({
          nodes: [node('Nonsense', ['input_ids'], ['last_hidden_state'])],
          initializers: [],
          inputs: [ids],
          outputs: [state],
        }),
      ),
  ],
  ['of other dimensions', 'model/unusable', () => ({ ...specOf(embedderFiles()), dimensions: 384 })],
  ['without numbers for answers', 'model/unusable', () => withGraph(filledGraph(Number.NaN))],
  [
    'with a tokenizer that is text',
    'model/unusable',
    () => specOf({ ...embedderFiles(), 'tokenizer.json': 'a letter' }),
  ],
  [
    'with a tokenizer without words',
    'model/unusable',
    () => specOf({ ...embedderFiles(), 'tokenizer.json': '{"model":{"type":"WordLevel"}}' }),
  ],
  ['without a tokenizer', 'model/wrong-kind', () => specOf({ 'model.onnx': embedderGraph() })],
  [
    'with a file named ../model.onnx',
    'model/unsafe-file',
    () => ({ ...specOf(embedderFiles()), files: [{ name: '../model.onnx', sha256: '', bytes: 1 }] }),
  ],
  [
    'with a file named /etc/passwd',
    'model/unsafe-file',
    () => ({ ...specOf(embedderFiles()), files: [{ name: '/etc/passwd', sha256: '', bytes: 1 }] }),
  ],
])('a model %s is refused as %s, and the next one answers', async (_, code, make) => {
  expect(await codeOf(make())).toBe(code)
  expect(await codeOf(specOf(embedderFiles()))).toBeUndefined()
  expect(engine.status().failures).toBe(0)
})

test('a model with one bit changed, one byte more, gone, or behind a link, is refused before it is read', async () => {
  const spec = specOf(embedderFiles())
  const file = join(spec.dir, 'model.onnx')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.with(400, (bytes[400] ?? 0) ^ 1))
  expect(await codeOf(spec)).toBe('model/changed')
  writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(1)]))
  expect(await codeOf(spec)).toBe('model/changed')
  rmSync(file)
  expect(await codeOf(spec)).toBe('model/changed')
  writeFileSync(join(spec.dir, 'elsewhere'), bytes)
  symlinkSync(join(spec.dir, 'elsewhere'), file)
  expect(await codeOf(spec)).toBe('model/changed')
  rmSync(file)
  mkdirSync(file)
  expect(await codeOf(spec)).toBe('model/changed')
  expect(engine.status().failures).toBe(0)
})

test('a graph that asks for more memory than there may be costs its engine, and nothing else', async () => {
  const size = tensor('size', [1], 7, Buffer.from(BigInt64Array.of(1_500_000_000n).buffer))
  const graph = onnxModel({
    nodes: [
      node('ConstantOfShape', ['size'], ['big']),
      node('ReduceSum', ['big'], ['sum']),
      node('Cast', ['input_ids'], ['floats'], []),
      node('Add', ['sum', 'sum'], ['last_hidden_state']),
    ],
    initializers: [size],
    inputs: [ids],
    outputs: [valueInfo('last_hidden_state', FLOAT, [1])],
  })
  expect(['model/unusable', 'engine/memory', 'engine/crashed']).toContain(await codeOf(withGraph(graph)))
  expect(await codeOf(specOf(embedderFiles()))).toBeUndefined()
})

test('a tokenizer that loops in its pattern is ended with its engine', async () => {
  const looping = JSON.parse(tokenizerJson())
  looping.pre_tokenizer = { type: 'Split', pattern: { Regex: '(h+)+$' }, behavior: 'Removed', invert: false }
  const model = specOf({ ...embedderFiles(), 'tokenizer.json': JSON.stringify(looping) })
  const stuck = async () => {
    for await (const _ of engine.remote.embed({ model, texts: [`${'h'.repeat(60)}!`], as: 'passage' }, {}));
  }
  silenceMs = 6_000
  await expect(stuck()).rejects.toMatchObject({ code: 'engine/timeout' })
  silenceMs = 50_000
  expect(await codeOf(specOf(embedderFiles()))).toBeUndefined()
})
