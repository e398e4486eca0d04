import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Catalog, readCatalog } from '../../src-main/models/catalog.ts'
import { tinyCatalog } from './tiny-catalog.ts'

test('the catalogue that comes with the program holds together', () => {
  const { entries } = readCatalog()
  expect(entries.length).toBeGreaterThan(10)
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['embedder', 'reranker', 'writer']))
  for (const { isExperimental, weightIsMeasured, files } of entries) {
    expect(isExperimental || files.every(({ sha256 }) => sha256 !== null)).toBe(true)
    expect(weightIsMeasured).toBe(false)
  }
})

test('nothing in it is a placeholder hash', () => {
  const text = readFileSync(join(import.meta.dirname, '../../models/catalog.json'), 'utf8')
  const hashes = [...text.matchAll(/"([0-9a-f]{64})"/g)].map(([, hash = '']) => hash)
  expect(hashes.length).toBeGreaterThan(5)
  for (const hash of hashes) expect(new Set(hash).size).toBeGreaterThan(8)
})

test.each([
  '../model.onnx',
  '/etc/model.onnx',
  'a/../../model.onnx',
  'a\\model.onnx',
  'model\0.onnx',
  'https://evil.example/model.onnx',
  '.git/model.onnx',
])('a file named %j is not accepted', (name) => {
  const catalog = tinyCatalog()
  const [entry] = catalog.entries
  const files = entry?.files.map((file, at) => (at === 0 ? { ...file, name } : file))
  expect(Catalog.safeParse({ ...catalog, entries: [{ ...entry, files }] }).success).toBe(false)
})

test('an id that stands twice, a hash that is missing, and a file that is missing are not accepted', () => {
  const catalog = tinyCatalog()
  const [entry] = catalog.entries
  const withEntries = (...entries: unknown[]) => Catalog.safeParse({ ...catalog, entries }).success
  expect(withEntries(entry)).toBe(true)
  expect(withEntries(entry, entry)).toBe(false)
  expect(withEntries({ ...entry, files: entry?.files.map((file) => ({ ...file, sha256: null })) })).toBe(false)
  expect(withEntries({ ...entry, files: entry?.files.slice(1) })).toBe(false)
})
