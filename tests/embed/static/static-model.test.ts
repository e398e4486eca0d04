import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { HEADER_BYTES } from '../../../src-main/embed/static/static-file.ts'
import { openStaticModel, type StaticModel } from '../../../src-main/embed/static/static-model.ts'
import { AppError } from '../../../src-preload/contract/errors.ts'
import { encodeModel } from '../../../tools/train-embedder/encode-model.ts'
import { createRandom } from '../../../tools/train-embedder/misspell.ts'
import type { Weights } from '../../../tools/train-embedder/weights.ts'

const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

const WORDS = [
  'blood',
  'pressure',
  'kidney',
  'stone',
  'fever',
  'a1c',
  'x',
  ...Array.from({ length: 60 }, (_, at) => `word${at}`),
]

function smallWeights(): Weights {
  const dimensions = 32
  const random = createRandom(5)
  const rows = (count: number) => Float32Array.from({ length: count * dimensions }, () => random() + random() - 1)
  return {
    words: WORDS,
    dimensions,
    vectors: rows(WORDS.length),
    askScales: Float32Array.from(WORDS, () => 0.5 + random()),
  }
}

const packing = { bits: 4, weight: 0.375, near: 0.5 }

describe('a static model', () => {
  test.each([1, 2, 3, 4])('at %i bits a value keeps the direction of every word', (bits) => {
    const weights = smallWeights()
    const model = openStaticModel(encodeModel(weights, { ...packing, bits }))
    const least = [0, 0.7, 0.9, 0.96, 0.985][bits] ?? 1
    WORDS.forEach((word, row) => {
      const trained = weights.vectors.subarray(row * 32, (row + 1) * 32)
      const length = Math.hypot(...trained)
      expect(cosine(model.embed(word, 'passage'), trained) / length, word).toBeGreaterThan(least)
    })
  })

  test('weighs a text as the sum of its words, and a question by what its words count in questions', () => {
    const weights = smallWeights()
    const model = openStaticModel(encodeModel(weights, packing))
    const sum = (scaled: boolean) =>
      Float32Array.from({ length: 32 }, (_, d) =>
        ['kidney', 'stone'].reduce((total, word) => {
          const row = WORDS.indexOf(word)
          return total + (weights.vectors[row * 32 + d] ?? 0) * (scaled ? (weights.askScales[row] ?? 0) : 1)
        }, 0),
      )
    for (const role of ['query', 'passage'] as const) {
      const expected = sum(role === 'query')
      expect(cosine(model.embed('Kidney stone?', role), expected) / Math.hypot(...expected), role).toBeGreaterThan(
        0.985,
      )
    }
  })

  test('takes a misspelt word for the ones that it is a slip away from', () => {
    const model = openStaticModel(encodeModel(smallWeights(), packing))
    const slips = ['kidne', 'kindey', 'kidnei', 'kidneyy', 'ki1ney', 'kiclney']
    for (const slip of slips) expect(model.embed(slip, 'query'), slip).toEqual(model.embed('kidney', 'query'))
    expect(cosine(model.embed('word7x', 'passage'), model.embed('word7', 'passage'))).toBeCloseTo(1, 5)
  })

  test('gives zeros where it knows no word', () => {
    const model = openStaticModel(encodeModel(smallWeights(), packing))
    for (const text of ['', ' 2021 ', 'kxdnez', 'ston', '日本', 'q'.repeat(500), 'q'.repeat(30)])
      expect(
        model.embed(text, 'passage').every((value) => value === 0),
        text,
      ).toBe(true)
  })

  test('hands on its weight and nearness, from bytes at any place of a buffer', () => {
    const file = encodeModel(smallWeights(), packing)
    const shifted = new Uint8Array(file.length + 3).subarray(3)
    shifted.set(file)
    const { dimensions, weight, near } = openStaticModel(shifted)
    expect({ dimensions, weight, near }).toEqual({ dimensions: 32, weight: 0.375, near: 0.5 })
  })

  test('gives unit vectors or zeros for any text', () => {
    const model = openStaticModel(encodeModel(smallWeights(), packing))
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.constantFrom('query', 'passage'),
        (text, role) => {
          const length = Math.hypot(...model.embed(text, role))
          expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true)
        },
      ),
    )
  })
})

describe('a damaged model file', () => {
  const file = encodeModel(smallWeights(), packing)

  test('is refused when it is cut anywhere or longer than it says', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(refusalOf(file.subarray(0, length))).toBe('model/damaged')
      }),
    )
    expect(refusalOf(Buffer.concat([file, Buffer.alloc(1)]))).toBe('model/damaged')
  })

  test('is refused for any changed byte of its header', () => {
    for (let at = 0; at < HEADER_BYTES; at++)
      for (const change of [1, 0x80, 0xff]) {
        const changed = Uint8Array.from(file)
        changed[at] = (changed[at] ?? 0) ^ change
        expect(refusalOf(changed), `byte ${at}`).toBe('model/damaged')
      }
  })

  test('is refused when it is another kind of file', () => {
    expect(refusalOf(Buffer.from('GGUF'.padEnd(400, '\0')))).toBe('model/damaged')
    expect(refusalOf(new Uint8Array(HEADER_BYTES))).toBe('model/damaged')
  })

  test('ends, and counts with numbers, whatever its sections were changed to', () => {
    const change = fc.record({ at: fc.integer({ min: HEADER_BYTES, max: file.length - 1 }), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 200 }), (changes) => {
        const changed = Uint8Array.from(file)
        for (const { at, to } of changes) changed[at] = to
        const vector = openStaticModel(changed).embed(`${WORDS.join(' ')} kidnei feverish`, 'query')
        expect(vector.every(Number.isFinite)).toBe(true)
      }),
    )
  })

  function refusalOf(bytes: Uint8Array): string | undefined {
    try {
      openStaticModel(bytes)
    } catch (error) {
      return error instanceof AppError ? error.code : String(error)
    }
    return undefined
  }
})

describe('the model that comes with the program', () => {
  const folder = new URL('../../../resources/embedder/', import.meta.url)
  const bytes = readFileSync(new URL('medmem-static-v1.bin', folder))
  let model: StaticModel
  beforeAll(() => {
    model = openStaticModel(bytes)
  })

  test('is the file whose hash lies beside it, and small', () => {
    const written = readFileSync(new URL('medmem-static-v1.bin.sha256', folder), 'utf8')
    expect(written).toBe(`${createHash('sha256').update(bytes).digest('hex')}  medmem-static-v1.bin\n`)
    expect(bytes.length).toBeLessThanOrEqual(14_000_000)
  })

  test.each([
    ['heart attack', 'myocardial infarction'],
    ['htn', 'hypertension'],
    ['high blood pressure', 'hypertension'],
    ['shortness of breath', 'dyspnea'],
    ['kidney stones', 'nephrolithiasis'],
    ['tylenol', 'acetaminophen'],
    ['lipitor', 'atorvastatin'],
    ['hypertensoin', 'hypertension'],
    ['metforrnin', 'metformin'],
  ])('finds "%s" near "%s" and far from a car', (asked, written) => {
    const question = model.embed(asked, 'query')
    const near = cosine(question, model.embed(written, 'passage'))
    expect(near).toBeGreaterThan(0.4)
    expect(near).toBeGreaterThan(cosine(question, model.embed('the car needs new tyres', 'passage')) + 0.3)
  })

  test('finds the passage that answers among passages that do not', () => {
    const passages = [
      'Renal ultrasound shows a 6 mm calculus in the left ureter with mild hydronephrosis.',
      'Screening colonoscopy: two small polyps removed, histology tubular adenoma.',
      'She takes lisinopril 10 mg daily for arterial hypertension; home readings are well controlled.',
      'Spirometry is consistent with moderate airflow obstruction, improved after the inhaler.',
    ]
    const best = (question: string) => {
      const asked = model.embed(question, 'query')
      const cosines = passages.map((passage) => cosine(asked, model.embed(passage, 'passage')))
      return cosines.indexOf(Math.max(...cosines))
    }
    expect(best('kidney stone on the scan')).toBe(0)
    expect(best('what did they find in the bowel')).toBe(1)
    expect(best('blood pressure medicine')).toBe(2)
    expect(best('asthma breathing test')).toBe(3)
  })
})
