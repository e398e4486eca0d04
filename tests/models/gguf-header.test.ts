import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { readGgufHeader } from '../../src-main/models/gguf-header.ts'
import { type GgufParts, ggufHead, numberPair, stringsPair } from '../support/gguf.ts'

const read = (bytes: Uint8Array) => readGgufHeader(bytes, bytes.length)

test('the architecture is read, also behind other pairs', () => {
  expect(read(ggufHead())).toEqual({ version: 3, tensors: 1, architecture: 'llama' })
  expect(read(ggufHead({ before: stringsPair('tokens', ['a', 'bc']), architecture: 'qwen2' })).architecture).toBe(
    'qwen2',
  )
  expect(read(ggufHead({ before: numberPair('general.alignment', 32) })).tensors).toBe(1)
})

test.each<[string, GgufParts]>([
  ['of a version to come', { version: 4 }],
  ['of the first version, which is laid out otherwise', { version: 1 }],
  ['with more tensors than bytes', { tensors: 2n ** 40n }],
  ['with more pairs than bytes', { pairs: 2n ** 63n }],
  ['without tensors', { tensors: 0n }],
  ['with an architecture that is a path', { architecture: '../llama' }],
  ['with a list that says it is endless', { before: stringsPair('tokens', ['a'], 2n ** 62n) }],
])('a file %s is refused', (_, parts) => {
  expect(() => read(ggufHead(parts))).toThrow(expect.objectContaining({ code: 'model/damaged' }))
})

test('what is no GGUF is of another kind, and a head cut anywhere is damaged', () => {
  expect(() => read(Buffer.from('PK\u0003\u0004 and so on'))).toThrow(
    expect.objectContaining({ code: 'model/wrong-kind' }),
  )
  const whole = ggufHead({ padding: 0 })
  for (let length = 4; length < whole.length; length += 1)
    expect(() => read(whole.subarray(0, length))).toThrow(expect.objectContaining({ code: 'model/damaged' }))
})

test('no bytes make it fail otherwise', () => {
  const head = ggufHead({ before: stringsPair('tokens', ['a', 'bc']) })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(head.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = Buffer.from(head)
      for (const [at, value] of changes) bytes[at] = value
      try {
        read(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 2000 },
  )
})
