import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import type { Store } from '../../src-main/store/store.ts'
import type { Tables } from '../../src-main/store/tables.ts'
import {
  chunksToEmbed,
  countToEmbed,
  deleteVectorsOf,
  findEmbedder,
  insertVectors,
  listEmbedders,
  putEmbedder,
  vectorsOfChunks,
} from '../../src-main/store/vectors.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { tempStore } from '../support/temp-store.ts'
import { addChunks, addEmbedder, addPeople, addVectors, createDirections, removeDocument } from './vector-fixtures.ts'

const DIMENSIONS = 64
const directions = () => createDirections(createRandom(7), DIMENSIONS)
const idsToEmbed = async (store: Store, embedderId: number, limit = 100) =>
  (await chunksToEmbed(store.db, embedderId, limit)).map(({ chunkId }) => chunkId)

test('an embedder is put in once, told apart by its hash, and found by it', async () => {
  const { store } = await tempStore()
  const put = (sha256: string) => store.write((trx) => putEmbedder(trx, { modelId: 'm', sha256, dimensions: 512 }))
  const first = await put('a')
  expect(await put('a')).toBe(first)
  const second = await put('b')
  expect(await findEmbedder(store.db, { modelId: 'm', sha256: 'b' })).toEqual({
    id: second,
    modelId: 'm',
    sha256: 'b',
    dimensions: 512,
  })
  expect(await findEmbedder(store.db, { modelId: 'm', sha256: 'c' })).toBeUndefined()
  expect((await listEmbedders(store.db)).map(({ id }) => id)).toEqual([first, second])
})

test('an embedder whose vectors could not be searched is refused', async () => {
  const { store } = await tempStore()
  for (const dimensions of [0, 300, 1032])
    await expect(
      store.write((trx) => putEmbedder(trx, { modelId: 'm', sha256: 'a', dimensions })),
    ).rejects.toMatchObject({ code: 'input/invalid', details: { dimensions } })
  expect(await listEmbedders(store.db)).toEqual([])
})

test('chunks are embedded in the order of their ids, whoever they are of, and each embedder lacks its own', async () => {
  const { store } = await tempStore()
  const [ada = 0, ben = 0] = await addPeople(store, 2)
  const embedderId = await addEmbedder(store, DIMENSIONS)
  const chunks = [
    ...(await addChunks(store, ada, 'one', 3)),
    ...(await addChunks(store, ben, 'two', 2)),
    ...(await addChunks(store, ada, 'three', 2)),
  ]
  expect(await chunksToEmbed(store.db, embedderId, 4)).toEqual(
    chunks.slice(0, 4).map((chunk, at) => ({ ...chunk, title: at < 3 ? 'Title of one' : 'Title of two' })),
  )
  expect(await addVectors(store, embedderId, chunks.slice(0, 5), directions())).toBe(5)
  expect(await idsToEmbed(store, embedderId)).toEqual(chunks.slice(5).map(({ chunkId }) => chunkId))
  expect(await countToEmbed(store.db, embedderId)).toBe(2)
  await addVectors(store, embedderId, chunks.slice(5), () => new Int8Array())
  expect(await countToEmbed(store.db, embedderId)).toBe(0)

  const another = await addEmbedder(store, DIMENSIONS, 'another')
  expect(await countToEmbed(store.db, another)).toBe(7)
  await addChunks(store, ben, 'four', 1)
  expect(await countToEmbed(store.db, embedderId)).toBe(1)
})

test('vectors are read back as they were put in; empty ones and those of zeros are none', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, DIMENSIONS)
  const chunks = await addChunks(store, ada, 'one', 4)
  const vectors = [
    Int8Array.from({ length: DIMENSIONS }, (_, at) => at - 127),
    new Int8Array(DIMENSIONS),
    new Int8Array(),
  ]
  let at = 0
  await addVectors(store, embedderId, chunks.slice(0, 3), () => vectors[at++] ?? new Int8Array())
  const ids = chunks.map(({ chunkId }) => chunkId)
  expect(await vectorsOfChunks(store.db, embedderId, ids)).toEqual(new Map([[ids[0], vectors[0]]]))
  expect(await vectorsOfChunks(store.db, embedderId, [])).toEqual(new Map())
  expect(await countToEmbed(store.db, embedderId)).toBe(1)
})

test('a vector of other dimensions than its embedder has is refused, with all that came with it', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, DIMENSIONS)
  const chunks = await addChunks(store, ada, 'one', 2)
  const lengths = [DIMENSIONS, DIMENSIONS + 8]
  const adding = addVectors(store, embedderId, chunks, () => new Int8Array(lengths.shift() ?? 0).fill(1))
  await expect(adding).rejects.toMatchObject({ code: 'input/invalid', details: { dimensions: DIMENSIONS + 8 } })
  expect(await countToEmbed(store.db, embedderId)).toBe(2)
})

test('a vector made of a chunk that is gone goes nowhere, least of all to a chunk of another person under the same id', async () => {
  const { store } = await tempStore()
  const [ada = 0, ben = 0] = await addPeople(store, 2)
  const embedderId = await addEmbedder(store, DIMENSIONS)
  const kept = await addChunks(store, ada, 'one', 2)
  const gone = await addChunks(store, ada, 'two', 3)
  const asked = await chunksToEmbed(store.db, embedderId, 100)
  await removeDocument(store, 'two')
  const bens = await addChunks(store, ben, 'three', 5)
  expect(bens[0]?.chunkId).toBe(gone[0]?.chunkId)

  const next = directions()
  const put = await store.write((trx) =>
    insertVectors(
      trx,
      asked.map((chunk) => ({ ...chunk, embedderId, vector: next() })),
    ),
  )
  expect(put).toBe(kept.length)
  expect(await idsToEmbed(store, embedderId)).toEqual(bens.map(({ chunkId }) => chunkId))
})

test('an embedder’s vectors are dropped in slices, and nobody else’s with them', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const before = await addEmbedder(store, DIMENSIONS, 'before')
  const after = await addEmbedder(store, DIMENSIONS, 'after')
  const chunks = await addChunks(store, ada, 'one', 5)
  await addVectors(store, before, chunks, directions())
  await addVectors(store, after, chunks, directions())
  const drop = () => store.write((trx) => deleteVectorsOf(trx, before, 2))
  expect([await drop(), await drop(), await drop(), await drop()]).toEqual([2, 2, 1, 0])
  expect(await store.vectors.status()).toMatchObject([
    { embedderId: before, vectors: 0 },
    { embedderId: after, vectors: 5 },
  ])
})

test('finding what is to be embedded seeks in indexes and reads no table through', async () => {
  const { store } = await tempStore()
  const compiled: CompiledQuery[] = []
  const recording = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void compiled.push(query),
  })
  await chunksToEmbed(recording, 1, 10)
  await countToEmbed(recording, 1)
  await vectorsOfChunks(recording, 1, [1, 2])
  expect(compiled).toHaveLength(3)
  for (const query of compiled) {
    const { rows } = await store.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`EXPLAIN QUERY PLAN ${query.sql}`, [...query.parameters]),
    )
    const through = rows.filter(({ detail }) => /^SCAN (chunk|chunkVector|document)\b(?! USING COVERING)/.test(detail))
    expect(through).toEqual([])
    expect(rows.filter(({ detail }) => detail.startsWith('SEARCH'))).not.toEqual([])
  }
})

test('no byte run of a vector stands in any file of the vault', async () => {
  const { store, dir } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, 512)
  const random = createRandom(99)
  const vector = Int8Array.from({ length: 512 }, () => random.between(-127, 127))
  await addVectors(store, embedderId, await addChunks(store, ada, 'one', 300), () => vector)
  await store.vectors.nearest({ embedderId, personSeq: ada, vector, limit: 10 })
  const holdsIt = () =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
      .some((bytes) => [0, 240, 496].some((at) => bytes.includes(Buffer.from(vector.buffer, at, 16))))
  expect(holdsIt()).toBe(false)
  await store.close()
  expect(holdsIt()).toBe(false)
})
