import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVectorIndex, type VectorIndex } from '../../src-main/store/vector-index.ts'
import { loadKernel } from '../../src-main/store/vector-kernel.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { createDirections, sameUpToTies } from './vector-fixtures.ts'

const startKernel = loadKernel()

function prepare(index: VectorIndex): void {
  while (!index.ready) index.prepare()
}

function nearestOf(vectors: ReadonlyMap<number, Int8Array>, query: Int8Array, limit: number) {
  const square = dot(query, query)
  const cosine = (a: Int8Array) => dot(a, query) / Math.sqrt(dot(a, a) * square)
  const found = [...vectors]
    .filter(([, vector]) => vector.length > 0)
    .map(([chunkId, vector]) => ({ chunkId, similarity: cosine(vector) }))
    .sort((a, b) => b.similarity - a.similarity || a.chunkId - b.chunkId)
    .slice(0, limit)
  return { chunkIds: found.map(({ chunkId }) => chunkId), similarities: found.map(({ similarity }) => similarity) }
}

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

test('whatever is put in, replaced and taken out, at any time, the nearest are those of what is there', () => {
  const act = fc.record({
    kind: fc.constantFrom('put', 'put', 'put', 'empty', 'remove', 'prepare', 'restart'),
    chunkId: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 128 }),
      fc.integer(),
      fc.array(act, { minLength: 1, maxLength: 200 }),
      (eighths, seed, acts) => {
        const next = createDirections(createRandom(seed), 8 * eighths, 5)
        const index = createVectorIndex({ startKernel, dimensions: 8 * eighths })
        const there = new Map<number, Int8Array>()
        for (const { kind, chunkId } of acts) {
          const vector = kind === 'put' ? next() : new Int8Array()
          if (kind === 'put' || kind === 'empty') {
            index.put(chunkId, vector)
            there.set(chunkId, vector)
          } else if (kind === 'remove') {
            index.remove(chunkId)
            there.delete(chunkId)
          } else if (kind === 'restart') index.restart()
          else index.prepare()
        }
        prepare(index)
        expect(index.size).toBe(there.size)
        expect([...index.chunkIds()].sort()).toEqual([...there.keys()].sort())
        const query = next()
        expect(sameUpToTies(index.nearest(query, 10), nearestOf(there, query, 10))).toBe(true)
      },
    ),
  )
})

test('the candidates hold the ten nearest of many, also of rows that came after the centre was taken', () => {
  const seed = 41
  const next = createDirections(createRandom(seed), 128)
  const index = createVectorIndex({ startKernel, dimensions: 128 })
  const there = new Map<number, Int8Array>()
  const put = (count: number) => {
    for (let nth = 0; nth < count; nth += 1) {
      const vector = next()
      there.set(there.size + 1, vector)
      index.put(there.size, vector)
    }
  }
  put(12_000)
  prepare(index)
  put(11_000)
  expect(index.ready).toBe(true)
  expect(index.outgrown).toBe(false)
  for (let asked = 0; asked < 20; asked += 1) {
    const query = next()
    expect(sameUpToTies(index.nearest(query, 10), nearestOf(there, query, 10)), `seed ${seed}, ${asked}`).toBe(true)
  }
  put(2000)
  expect(index.outgrown).toBe(true)
})

test('thousands of equal vectors are all at the same distance, and the smallest ids come first', () => {
  const index = createVectorIndex({ startKernel, dimensions: 64 })
  const same = createDirections(createRandom(1), 64)()
  for (let chunkId = 9000; chunkId > 0; chunkId -= 1) index.put(chunkId, same)
  prepare(index)
  expect(index.nearest(same, 3).chunkIds).toEqual([1, 2, 3])
})

test('dimensions that are no multiple of 8, or too many, are refused', () => {
  for (const dimensions of [0, 7, 1032, 12.5])
    expect(() => createVectorIndex({ startKernel, dimensions })).toThrow('multiple of 8')
})

test('what an index held is overwritten when it is disposed', () => {
  let memory: { readonly buffer: ArrayBuffer } | undefined
  const index = createVectorIndex({
    dimensions: 64,
    startKernel: (bytes) => {
      const started = startKernel(bytes)
      memory = started.memory
      return started
    },
  })
  index.put(1, createDirections(createRandom(1), 64)())
  const used = () => new Uint8Array(memory?.buffer ?? new ArrayBuffer()).some((byte) => byte !== 0)
  expect(used()).toBe(true)
  index.dispose()
  expect(used()).toBe(false)
})
