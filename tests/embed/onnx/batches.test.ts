import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf } from '../../../src-main/embed/onnx/batches.ts'
import { isFileName } from '../../../src-main/embed/onnx/file-name.ts'

test('every text is in one batch, of which at most a twentieth is padding', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 300 }), (lengths) => {
      const batches = batchesOf(lengths, 2048)
      expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, at) => at))
      for (const batch of batches) {
        const own = batch.map((at) => lengths[at] ?? 0)
        const padded = Math.max(...own) * own.length
        expect(padded).toBeLessThanOrEqual(own.reduce((sum, length) => sum + length, 0) * 1.05)
        expect(batch.length === 1 || padded <= 2048).toBe(true)
      }
    }),
  )
})

test('texts of one length fill a batch', () => {
  expect(batchesOf(Array<number>(100).fill(32), 2048).map((batch) => batch.length)).toEqual([64, 36])
})

test.each([
  '../x',
  '..',
  '.',
  '/etc/passwd',
  'a/b',
  'a\\b',
  'C:x',
  'x\0.onnx',
  'con',
  'NUL.txt',
  'com1.onnx',
  '.hidden',
  'x.',
  'x ',
  '',
])('the name %j leads elsewhere and is refused', (name) => {
  expect(isFileName(name)).toBe(false)
})

test.each(['model.onnx', 'tokenizer.json', 'model_q4.gguf', 'console.json'])('the name %s is a plain one', (name) => {
  expect(isFileName(name)).toBe(true)
})
