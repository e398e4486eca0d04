import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kernelFile, loadKernel } from '../../src-main/store/vector-kernel.ts'
import { compileKernel } from '../../tools/build-kernel/compile-kernel.ts'

const startKernel = loadKernel()

test('the checked-in kernel is what its source compiles to', async () => {
  expect(Buffer.from(await compileKernel()).equals(readFileSync(kernelFile))).toBe(true)
})

/** Rows of `dimensions` bytes laid out as the kernel wants them, zeros between. */
const scene = fc
  .record({ dimensions: fc.integer({ min: 1, max: 128 }).map((n) => 8 * n), rows: fc.integer({ min: 1, max: 40 }) })
  .chain(({ dimensions, rows }) =>
    fc.record({
      dimensions: fc.constant(dimensions),
      vectors: fc.array(fc.int8Array({ minLength: dimensions, maxLength: dimensions, min: -127 }), {
        minLength: rows,
        maxLength: rows,
      }),
      query: fc.int8Array({ minLength: dimensions, maxLength: dimensions, min: -127 }),
      centre: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: dimensions, maxLength: dimensions }),
    }),
  )

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
const inverseLength = (a: Int8Array) => (dot(a, a) === 0 ? 0 : Math.fround(1 / Math.sqrt(dot(a, a))))
const upTo16 = (n: number) => Math.ceil(n / 16) * 16

function place({ dimensions, vectors, query, centre }: typeof scene extends fc.Arbitrary<infer S> ? S : never) {
  const stride = upTo16(dimensions)
  const codeStride = upTo16(dimensions / 8)
  let end = 0
  const take = (size: number) => {
    end += upTo16(size)
    return end - upTo16(size)
  }
  const rows = vectors.length
  const at = {
    vectors: take(stride * rows),
    inverses: take(4 * rows),
    codes: take(codeStride * rows),
    query: take(stride),
    queryInverse: take(4),
    queryCode: take(codeStride),
    centre: take(4 * stride),
    sums: take(4 * stride),
    histogram: take(4 * (dimensions + 1)),
    list: take(4 * (rows + 1)),
    wideQuery: take(2 * stride),
    out: take(4 * (rows + 1)),
  }
  const { kernel, memory } = startKernel(end)
  const bytes = new Int8Array(memory.buffer)
  for (const [row, vector] of vectors.entries()) bytes.set(vector, at.vectors + row * stride)
  bytes.set(query, at.query)
  const floats = new Float32Array(memory.buffer)
  for (const [dimension, value] of centre.entries()) floats[at.centre / 4 + dimension] = value / 1000
  kernel.norms(at.vectors, rows, stride, at.inverses)
  kernel.norms(at.query, 1, stride, at.queryInverse)
  kernel.encode(at.vectors, at.inverses, rows, stride, at.centre, at.codes, codeStride)
  kernel.encode(at.query, at.queryInverse, 1, stride, at.centre, at.queryCode, codeStride)
  kernel.widen(at.query, stride, at.wideQuery)
  return { kernel, memory, at, stride, codeStride, rows, floats, words: new Uint32Array(memory.buffer) }
}

test('lengths, sums of unit vectors and dot products are those of plain arithmetic', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const { kernel, at, stride, rows, floats, words } = place(given)
      const inverses = given.vectors.map(inverseLength)
      expect([...floats.subarray(at.inverses / 4, at.inverses / 4 + rows)]).toEqual(inverses)

      kernel.addUnits(at.vectors, at.inverses, rows, stride, at.sums)
      let furthest = 0
      for (let dimension = 0; dimension < given.dimensions; dimension += 1) {
        const sum = given.vectors.reduce((all, vector, row) => all + (vector[dimension] ?? 0) * (inverses[row] ?? 0), 0)
        furthest = Math.max(furthest, Math.abs((floats[at.sums / 4 + dimension] ?? Number.NaN) - sum))
      }
      expect(furthest).toBeLessThan(1e-5)

      const listed = given.vectors.map((_, row) => row).filter((row) => row % 3 !== 1)
      words.set(listed, at.list / 4)
      kernel.similarities(at.list, listed.length, at.vectors, at.inverses, at.wideQuery, stride, at.out)
      const expected = listed.map((row) =>
        Math.fround(dot(given.vectors[row] ?? new Int8Array(), given.query) * (inverses[row] ?? 0)),
      )
      expect([...floats.subarray(at.out / 4, at.out / 4 + listed.length)]).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('codes say on which side of the centre a unit vector lies, and distances in how many they differ', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const { kernel, memory, at, codeStride, rows, words } = place(given)
      const sides = (vector: Int8Array) => {
        const inverse = inverseLength(vector)
        return Array.from(
          vector,
          (value, dimension) => Math.fround(value * inverse) > Math.fround((given.centre[dimension] ?? 0) / 1000),
        )
      }
      const bytes = new Uint8Array(memory.buffer)
      const bitsOf = (row: number) =>
        Array.from({ length: given.dimensions }, (_, dimension) => {
          const byte = bytes[at.codes + row * codeStride + (dimension >> 3)] ?? 0
          return ((byte >> (dimension & 7)) & 1) === 1
        })
      expect(given.vectors.map((_, row) => bitsOf(row))).toEqual(given.vectors.map(sides))

      const querySides = sides(given.query)
      const distances = given.vectors.map(
        (vector) => sides(vector).filter((side, dimension) => side !== querySides[dimension]).length,
      )
      const sorted = distances.toSorted((a, b) => a - b)
      for (const most of [given.dimensions, sorted[Math.floor(rows / 2)] ?? 0]) {
        words.fill(0, at.histogram / 4, at.histogram / 4 + given.dimensions + 1)
        const listed = kernel.nearer(at.codes, at.queryCode, rows, codeStride, most, at.list, at.histogram)
        const near = distances.flatMap((distance, row) => (distance <= most ? [row + distance * 65_536] : []))
        expect([...words.subarray(at.list / 4, at.list / 4 + listed)]).toEqual(near)
        const counts = Array.from({ length: given.dimensions + 1 }, (_, distance) =>
          distance <= most ? distances.filter((d) => d === distance).length : 0,
        )
        expect([...words.subarray(at.histogram / 4, at.histogram / 4 + given.dimensions + 1)]).toEqual(counts)

        const nearest = sorted[Math.floor(rows / 4)] ?? 0
        const found = kernel.within(at.list, listed, nearest)
        const rowsWithin = distances.flatMap((distance, row) => (distance <= Math.min(most, nearest) ? [row] : []))
        expect([...words.subarray(at.list / 4, at.list / 4 + found)]).toEqual(rowsWithin)
      }
    }),
    { numRuns: 50 },
  )
})
