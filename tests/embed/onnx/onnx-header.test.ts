import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { readOnnxHeader } from '../../../src-main/embed/onnx/onnx-header.ts'
import {
  bytesField,
  embedderGraph,
  FLOAT,
  floats,
  INT8,
  node,
  onnxModel,
  rerankerGraph,
  tensor,
  valueInfo,
  varintField,
} from '../../support/onnx.ts'

const output = valueInfo('out', FLOAT, [1])
const modelWith = (...initializers: Buffer[]) =>
  onnxModel({ nodes: [node('Identity', ['w'], ['out'])], initializers, inputs: [], outputs: [output] })
const refusal = (code: string) => expect.objectContaining({ code })

test('inputs and outputs of a model are named', () => {
  expect(readOnnxHeader(embedderGraph())).toEqual({
    inputs: ['input_ids', 'attention_mask'],
    outputs: ['last_hidden_state'],
  })
  expect(readOnnxHeader(rerankerGraph()).inputs).toContain('token_type_ids')
  expect(readOnnxHeader(modelWith(tensor('w', [0, 512], FLOAT, Buffer.alloc(0)))).outputs).toEqual(['out'])
})

const external = bytesField(
  13,
  Buffer.concat([bytesField(1, Buffer.from('location')), bytesField(2, Buffer.from('/etc/passwd'))]),
)

test.each([
  ['names a file for its weights', [external]],
  ['says that its weights are elsewhere', [varintField(14, 1n)]],
])('a tensor that %s is refused', (_, more) => {
  const held = tensor('w', [1], FLOAT, floats([1]), more)
  expect(() => readOnnxHeader(modelWith(held))).toThrow(refusal('model/external-data'))
  const hidden = node(
    'Constant',
    [],
    ['w'],
    [Buffer.concat([bytesField(1, Buffer.from('value')), bytesField(5, held)])],
  )
  const constant = onnxModel({ nodes: [hidden], initializers: [], inputs: [], outputs: [output] })
  expect(() => readOnnxHeader(constant)).toThrow(refusal('model/external-data'))
  const branch = bytesField(6, Buffer.concat([bytesField(5, held), bytesField(12, output)]))
  const inBranch = onnxModel({
    nodes: [node('If', ['w'], ['out'], [branch])],
    initializers: [],
    inputs: [],
    outputs: [output],
  })
  expect(() => readOnnxHeader(inBranch)).toThrow(refusal('model/external-data'))
})

test.each([
  ['200 GB', [50_000_000_000]],
  ['a size below nothing', [-1]],
  ['sizes that overflow when multiplied', [2 ** 32, 2 ** 32, 2 ** 32]],
  ['nine bytes where four are', [9]],
])('a tensor that claims %s is refused', (_, dims) => {
  expect(() => readOnnxHeader(modelWith(tensor('w', dims, INT8, Buffer.alloc(4))))).toThrow(refusal('model/damaged'))
})

test('graphs inside graphs without end are refused', () => {
  let graph = bytesField(12, output)
  for (let depth = 0; depth < 200; depth += 1)
    graph = Buffer.concat([bytesField(1, bytesField(5, bytesField(6, graph))), bytesField(12, output)])
  const model = Buffer.concat([varintField(1, 8n), bytesField(7, graph), bytesField(8, varintField(2, 17n))])
  expect(() => readOnnxHeader(model)).toThrow(refusal('model/damaged'))
})

test.each([
  ['a GGUF file', 'GGUF\u0003'],
  ['a ZIP archive', 'PK\u0003\u0004'],
  ['a photo', '\u00ff\u00d8\u00ff\u00e0'],
  ['a program', '\u007fELF'],
])('%s is of another kind', (_, head) => {
  expect(() => readOnnxHeader(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(500)]))).toThrow(
    refusal('model/wrong-kind'),
  )
})

test('nothing, text and zeros are no model', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('A letter, and no model.'), Buffer.alloc(4000)])
    expect(() => readOnnxHeader(bytes)).toThrow(refusal('model/damaged'))
})

test('a model cut anywhere is damaged', () => {
  const model = embedderGraph()
  for (let length = 0; length < model.length; length += 1)
    expect(() => readOnnxHeader(model.subarray(0, length))).toThrow(AppError)
})

test('no bytes make it fail otherwise, or take long', () => {
  const model = rerankerGraph()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(model.length - 1), fc.nat(255)), { minLength: 1, maxLength: 10 }),
      (changes) => {
        const bytes = Buffer.from(model)
        for (const [at, value] of changes) bytes[at] = value
        const startedAt = performance.now()
        try {
          readOnnxHeader(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
        expect(performance.now() - startedAt).toBeLessThan(1000)
      },
    ),
    { numRuns: 2000 },
  )
})
