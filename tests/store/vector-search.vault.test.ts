import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openConnection } from '../../src-main/store/open.ts'
import type { Store } from '../../src-main/store/store.ts'
import { loadVectorExtension } from '../../src-main/store/vector-extension.ts'
import type { NearestBy, NearestQuery } from '../../src-main/store/vector-search.ts'
import { startVectorThread, type VectorOptions, type VectorThread } from '../../src-main/store/vector-thread.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { tempStore, testCipher } from '../support/temp-store.ts'
import {
  addChunks,
  addEmbedder,
  addPeople,
  addVectors,
  createDirections,
  removeDocument,
  sameUpToTies,
} from './vector-fixtures.ts'

type Opened = Awaited<ReturnType<typeof tempStore>>

function startThread({ file, key }: Opened, options: Partial<VectorOptions>): VectorThread {
  const thread = startVectorThread({ file, key, cipher: testCipher, ...options })
  onTestFinished(() => thread.close().catch(() => {}))
  return thread
}

/** Asks until the index in memory answers. */
async function askIndex(thread: Pick<VectorThread, 'nearest'>, query: NearestQuery): Promise<NearestBy> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const answer = await thread.nearest(query)
    if (answer.by === 'resident' || performance.now() > deadline) return answer
  }
}

const inOneSecond = () => new Promise((resolve) => setTimeout(resolve, 1100))

test('with few vectors sqlite-vec answers, the nearest first, and nothing that is empty', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, 8)
  const chunks = await addChunks(store, ada, 'one', 4)
  const vectors = [[10], [0, 10], [7, 7], []].map((values) =>
    values.length === 0 ? new Int8Array() : Int8Array.from([...values, ...Array(8 - values.length).fill(0)]),
  )
  await addVectors(store, embedderId, chunks, () => vectors.shift() ?? new Int8Array())
  const vector = Int8Array.from([1, 0, 0, 0, 0, 0, 0, 0])
  const { chunkIds, similarities, by } = await store.vectors.nearest({ embedderId, personSeq: ada, vector, limit: 10 })
  expect(by).toBe('sqlite-vec')
  expect(chunkIds).toEqual([0, 2, 1].map((at) => chunks[at]?.chunkId))
  for (const [at, cosine] of [1, Math.SQRT1_2, 0].entries()) expect(similarities[at]).toBeCloseTo(cosine, 6)
  expect(await store.vectors.status()).toEqual([{ embedderId, vectors: 4, by: 'sqlite-vec', residentBytes: 0 }])
})

test('around the limit of twenty thousand, with things added and deleted, both ways give the same ten', async () => {
  const opened = await tempStore()
  const { store } = opened
  const [ada = 0, ben = 0] = await addPeople(store, 2)
  const embedderId = await addEmbedder(store, 128)
  const seed = 20_001
  const next = createDirections(createRandom(seed), 128)
  await addVectors(store, embedderId, await addChunks(store, ben, 'of ben', 500), next)
  for (let part = 0; part < 20; part += 1)
    await addVectors(store, embedderId, await addChunks(store, ada, `part ${part}`, 1000), next)
  const bySql = startThread(opened, { residentFrom: Number.MAX_SAFE_INTEGER })
  const ask = (vector: Int8Array) => ({ embedderId, personSeq: ada, vector, limit: 10 })
  const expectSame = async () => {
    for (let asked = 0; asked < 5; asked += 1) {
      const query = ask(next())
      const [ours, theirs] = [await store.vectors.nearest(query), await bySql.nearest(query)]
      expect(theirs.by).toBe('sqlite-vec')
      expect(sameUpToTies(ours, theirs), `seed ${seed}`).toBe(true)
    }
  }

  expect((await store.vectors.nearest(ask(next()))).by).toBe('sqlite-vec')
  await addVectors(store, embedderId, await addChunks(store, ada, 'one more', 1), next)
  expect((await askIndex(store.vectors, ask(next()))).by).toBe('resident')
  await expectSame()
  const [{ vectors, by, residentBytes } = { vectors: 0, by: '', residentBytes: 0 }] = await store.vectors.status()
  expect([vectors, by]).toEqual([20_501, 'resident'])
  expect(residentBytes).toBeGreaterThan(20_001 * (128 + 16))

  await addVectors(store, embedderId, await addChunks(store, ada, 'later', 1500), next)
  await removeDocument(store, 'part 3')
  expect((await store.vectors.nearest(ask(next()))).by).toBe('resident')
  await expectSame()
  await inOneSecond()
  await expectSame()

  await removeDocument(store, 'part 4')
  await removeDocument(store, 'part 5')
  await inOneSecond()
  expect((await askIndexGone(store, ask(next()))).by).toBe('sqlite-vec')
  await expectSame()
})

/** Asks until the index in memory is given up. */
async function askIndexGone(store: Store, query: NearestQuery): Promise<NearestBy> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const answer = await store.vectors.nearest(query)
    if (answer.by === 'sqlite-vec' || performance.now() > deadline) return answer
  }
}

test('whatever is added and deleted, and whenever one asks, both ways name the same chunks', {
  timeout: 120_000,
}, async () => {
  const opened = await tempStore()
  const { store } = opened
  const people = await addPeople(store, 3)
  const embedderId = await addEmbedder(store, 40)
  const random = createRandom(5)
  const next = createDirections(random, 40, 6)
  const bySql = startThread(opened, { residentFrom: Number.MAX_SAFE_INTEGER })
  const inMemory = startThread(opened, { residentFrom: 3 })
  const documents: string[] = []
  const methods = new Set<string>()
  let added = 0

  const act = fc.record({
    kind: fc.constantFrom('add', 'add', 'remove', 'ask', 'ask', 'askIndex'),
    person: fc.nat({ max: 2 }),
    size: fc.integer({ min: 1, max: 12 }),
    emptyOneIn: fc.integer({ min: 2, max: 6 }),
  })
  const run = async (acts: { kind: string; person: number; size: number; emptyOneIn: number }[]) => {
    for (const { kind, person, size, emptyOneIn } of acts) {
      const personSeq = people[person] ?? 0
      if (kind === 'add') {
        added += 1
        const name = `document ${added}`
        const chunks = await addChunks(store, personSeq, name, size)
        documents.push(name)
        await addVectors(store, embedderId, chunks, () =>
          random.between(1, emptyOneIn) === 1 ? new Int8Array() : next(),
        )
      } else if (kind === 'remove') {
        // the last one mostly: its chunks' ids come again
        const [gone] = documents.splice(random.chance(0.7) ? -1 : random.between(0, documents.length), 1)
        if (gone !== undefined) await removeDocument(store, gone)
      } else {
        const query = { embedderId, personSeq, vector: next(), limit: size }
        const ours = kind === 'ask' ? await inMemory.nearest(query) : await askedTwice(inMemory, query)
        methods.add(ours.by)
        expect(sameUpToTies(ours, await bySql.nearest(query))).toBe(true)
      }
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), run), {
    numRuns: 30,
    endOnFailure: true,
  })
  expect([...methods].sort()).toEqual(['resident', 'sqlite-vec'])
})

/** The first question is what makes an index begin. */
async function askedTwice(thread: VectorThread, query: NearestQuery): Promise<NearestBy> {
  await thread.nearest(query)
  return thread.nearest(query)
}

test('of two hundred people with much the same in their papers, nobody’s search names a chunk of another', async () => {
  const opened = await tempStore()
  const { store } = opened
  const people = await addPeople(store, 200)
  const embedderId = await addEmbedder(store, 16)
  const seed = 200
  const random = createRandom(seed)
  const few = Array.from({ length: 12 }, createDirections(random, 16, 4))
  const owner = new Map<number, number>()
  const counts = new Map<number, number>()
  for (const personSeq of people) {
    const chunks = await addChunks(store, personSeq, `of ${personSeq}`, random.between(1, 9))
    await addVectors(store, embedderId, chunks, () => random.pick(few))
    for (const { chunkId } of chunks) owner.set(chunkId, personSeq)
    counts.set(personSeq, chunks.length)
  }
  const inMemory = startThread(opened, { residentFrom: 4 })
  const methods = new Set<string>()
  for (let asked = 0; asked < 600; asked += 1) {
    const personSeq = random.pick(people)
    const thread = random.chance(0.5) ? inMemory : store.vectors
    const { chunkIds, by } = await thread.nearest({ embedderId, personSeq, vector: random.pick(few), limit: 20 })
    methods.add(by)
    expect(new Set(chunkIds).size, `seed ${seed}, ${asked}`).toBe(counts.get(personSeq))
    expect(chunkIds.filter((id) => owner.get(id) !== personSeq)).toEqual([])
  }
  expect([...methods].sort()).toEqual(['resident', 'sqlite-vec'])
})

test('vectors of another embedder of the same person are not compared', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const [one, two] = [await addEmbedder(store, 32, 'one'), await addEmbedder(store, 32, 'two')]
  const chunks = await addChunks(store, ada, 'paper', 6)
  const next = createDirections(createRandom(3), 32)
  await addVectors(store, one, chunks.slice(0, 4), next)
  await addVectors(store, two, chunks.slice(0, 2), next)
  const { chunkIds } = await store.vectors.nearest({ embedderId: two, personSeq: ada, vector: next(), limit: 10 })
  expect(chunkIds.toSorted()).toEqual(chunks.slice(0, 2).map(({ chunkId }) => chunkId))
})

test('a question of other dimensions, of an unknown embedder or for nothing is refused, and the next is answered', async () => {
  const { store } = await tempStore()
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, 32)
  const next = createDirections(createRandom(3), 32)
  await addVectors(store, embedderId, await addChunks(store, ada, 'paper', 6), next)
  const good: NearestQuery = { embedderId, personSeq: ada, vector: next(), limit: 2 }
  const bad: Partial<NearestQuery>[] = [
    { vector: new Int8Array(40).fill(1) },
    { vector: new Int8Array() },
    { embedderId: embedderId + 1 },
    { limit: 0 },
    { limit: 1.5 },
  ]
  for (const change of bad)
    await expect(store.vectors.nearest({ ...good, ...change })).rejects.toMatchObject({ code: 'input/invalid' })
  expect((await store.vectors.nearest({ ...good, vector: new Int8Array(32) })).chunkIds).toEqual([])
  expect((await store.vectors.nearest({ ...good, personSeq: ada + 1 })).chunkIds).toEqual([])
  expect((await store.vectors.nearest(good)).chunkIds).toHaveLength(2)
})

test('closing the store while it searches and builds settles every question', async () => {
  const opened = await tempStore()
  const { store } = opened
  const [ada = 0] = await addPeople(store, 1)
  const embedderId = await addEmbedder(store, 128)
  const next = createDirections(createRandom(3), 128)
  await addVectors(store, embedderId, await addChunks(store, ada, 'paper', 5000), next)
  const building = startThread(opened, { residentFrom: 10 })
  const questions = [store.vectors, building].flatMap((thread) =>
    Array.from({ length: 30 }, () => thread.nearest({ embedderId, personSeq: ada, vector: next(), limit: 10 })),
  )
  await Promise.all([store.close(), building.close()])
  for (const settled of await Promise.allSettled(questions))
    if (settled.status === 'rejected') expect(settled.reason).toMatchObject({ code: 'store/closed' })
  await expect(store.vectors.status()).rejects.toMatchObject({ code: 'store/closed' })
})

test('where the extension cannot be loaded, the store opens and the index in memory answers everybody', async () => {
  const opened = await tempStore()
  const { store, dir } = opened
  const [ada = 0, ben = 0] = await addPeople(store, 2)
  const embedderId = await addEmbedder(store, 32)
  const next = createDirections(createRandom(3), 32)
  await addVectors(store, embedderId, await addChunks(store, ada, 'paper', 50), next)
  const without = startThread(opened, { extension: `${dir}/no-such-file` })
  const query = { embedderId, personSeq: ada, vector: next(), limit: 10 }
  const [ours, theirs] = [await without.nearest(query), await store.vectors.nearest(query)]
  expect([ours.by, theirs.by]).toEqual(['resident', 'sqlite-vec'])
  expect(sameUpToTies(ours, theirs)).toBe(true)
  expect((await without.nearest({ ...query, personSeq: ben })).chunkIds).toEqual([])
})

test('SQL cannot load an extension, in the vectors thread as little as elsewhere', async () => {
  const { file, key } = await tempStore()
  const db = openConnection({ file, key: Uint8Array.from(key), cipher: testCipher, readonly: true })
  const load = () => db.prepare(`SELECT load_extension('anything')`).get()
  expect(load).toThrow('not authorized')
  expect(loadVectorExtension(db)).toBe(true)
  expect(db.prepare('SELECT vec_length(vec_int8(?)) AS length').get(Buffer.alloc(8, 1))).toEqual({ length: 8 })
  expect(load).toThrow('not authorized')
  db.close()
})
