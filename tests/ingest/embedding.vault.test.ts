import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Embedder } from '../../src-main/embed/embedder.ts'
import { createEmbedding } from '../../src-main/ingest/embedding.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { insertChunks } from '../../src-main/store/chunks.ts'
import { insertDocument } from '../../src-main/store/documents.ts'
import { insertPages, listPages } from '../../src-main/store/pages.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import type { Store } from '../../src-main/store/store.ts'
import { nextStamp } from '../../src-main/store/vault-meta.ts'
import { findEmbedder, vectorsOfChunks } from '../../src-main/store/vectors.ts'
import { tempStore } from '../support/temp-store.ts'

async function storeWith(count: number): Promise<{ store: Store; chunkIds: number[] }> {
  const { store } = await tempStore()
  await store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const personId = 'ada' as PersonId
    const documentId = 'papers' as DocumentId
    const { seq } = await insertPerson(trx, { id: personId, name: 'Ada Example', bornOn: null, addedAt: '', ...stamp })
    const file = { fileName: 'a.txt', title: 'papers', format: 'text', sizeBytes: 1, sha256: 'a', blobId: 'a' }
    const state = { state: 'indexed', code: null, pageCount: 1, password: null, importedAt: '' } as const
    await insertDocument(trx, { id: documentId, personId, ...file, ...state, ...stamp })
    const read = { words: new Uint8Array(), wordCount: 0, method: 'text', needsOcr: 0, readerVersion: 1 } as const
    await insertPages(trx, [{ documentId, number: 1, text: '', chunkSpans: '[]', ...read }])
    const pageId = (await listPages(trx, documentId, 1, 1))[0]?.id ?? 0
    const place = { documentId, pageId, personSeq: seq, startOffset: 0, endOffset: 1 }
    await insertChunks(
      trx,
      Array.from({ length: count }, (_, at) => ({ ...place, text: `chunk ${at}` })),
    )
  })
  const rows = await store.db.selectFrom('chunk').select('id').orderBy('id').execute()
  return { store, chunkIds: rows.map(({ id }) => id) }
}

/** Points one way per model and fails as it is told to. */
function embedder(modelId: string, fails: (texts: readonly string[]) => boolean = () => false): Embedder {
  const vector = Int8Array.from({ length: 8 }, (_, at) => (at === modelId.length % 8 ? 127 : 0))
  return {
    ...{ modelId, sha256: modelId, dimensions: 8, weight: 0.4, near: 0.3 },
    embedQuery: async () => vector,
    async embedPassages(texts) {
      if (fails(texts)) throw new AppError('engine/crashed')
      return texts.map(() => vector)
    },
  }
}

function start(store: Store, chosen: () => Embedder, others: readonly Embedder[] = []) {
  let moved = Promise.withResolvers<void>()
  const embedding = createEmbedding({
    store,
    chosen: async () => chosen(),
    find: async (modelId) => others.find((other) => other.modelId === modelId),
    onMoved() {
      moved.resolve()
      moved = Promise.withResolvers<void>()
    },
    log: silentLog,
  })
  onTestFinished(() => embedding.close())
  embedding.start()
  const until = async (holds: () => Promise<boolean> | boolean) => {
    while (!(await holds())) await Promise.race([moved.promise, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  return { embedding, until }
}

async function vectorsOf(store: Store, { modelId }: Embedder, chunkIds: readonly number[]): Promise<number> {
  const row = await findEmbedder(store.db, { modelId, sha256: modelId })
  return row === undefined ? 0 : (await vectorsOfChunks(store.db, row.id, chunkIds)).size
}

test('every chunk gets its vector, also those that come later', async () => {
  const { store, chunkIds } = await storeWith(600)
  const model = embedder('one')
  const { embedding, until } = start(store, () => model)
  await until(async () => (await vectorsOf(store, model, chunkIds)) === 600)
  expect(await embedding.waiting()).toBe(0)
  const { documentId, pageId, personSeq } = await store.db.selectFrom('chunk').selectAll().executeTakeFirstOrThrow()
  const late = { documentId, pageId, personSeq, startOffset: 0, endOffset: 1, text: 'late' }
  await store.write((trx) => insertChunks(trx, [late]))
  embedding.wake()
  const ids = (await store.db.selectFrom('chunk').select('id').execute()).map(({ id }) => id)
  await until(async () => (await vectorsOf(store, model, ids)) === 601)
})

test('an interrupted embedding goes on where it was', async () => {
  const { store, chunkIds } = await storeWith(600)
  let calls = 0
  const breaksLater = embedder('one', () => {
    calls += 1
    return calls > 1
  })
  const first = start(store, () => breaksLater)
  await first.until(() => first.embedding.stopped() !== undefined)
  expect(first.embedding.stopped()).toBe('engine/crashed')
  expect(await vectorsOf(store, embedder('one'), chunkIds)).toBe(256)
  await first.embedding.close()
  let texts = 0
  const model = embedder('one', (some) => {
    texts += some.length
    return false
  })
  const second = start(store, () => model)
  await second.until(async () => (await vectorsOf(store, model, chunkIds)) === 600)
  expect(texts).toBe(344)
})

test('while a new embedder catches up the one before answers, and then its vectors go', async () => {
  const { store, chunkIds } = await storeWith(300)
  const old = embedder('old')
  let held = true
  const next = embedder('newer', () => held)
  let chosen = old
  const { embedding, until } = start(store, () => chosen, [old])
  await until(async () => (await vectorsOf(store, old, chunkIds)) === 300)
  chosen = next
  embedding.wake()
  await until(() => embedding.stopped() !== undefined)
  expect((await embedding.serving())?.embedder.modelId).toBe('old')
  held = false
  embedding.wake()
  await until(async () => (await vectorsOf(store, old, chunkIds)) === 0)
  expect((await embedding.serving())?.embedder.modelId).toBe('newer')
  expect(await vectorsOf(store, next, chunkIds)).toBe(300)
})

test('a text on which the engine fails alone is passed over, and costs no other its vector', async () => {
  const { store, chunkIds } = await storeWith(40)
  const model = embedder('one', (texts) => texts.some((text) => text.endsWith('chunk 17')))
  const { embedding, until } = start(store, () => model)
  await until(async () => (await embedding.waiting()) === 0)
  expect(await vectorsOf(store, model, chunkIds)).toBe(39)
  expect(embedding.stopped()).toBeUndefined()
})

test('an engine that fails on everything stops the work, loses nothing, and is tried again when woken', async () => {
  const { store, chunkIds } = await storeWith(40)
  let broken = true
  const model = embedder('one', () => broken)
  const { embedding, until } = start(store, () => model)
  await until(() => embedding.stopped() !== undefined)
  expect(await embedding.waiting()).toBe(0)
  expect(await vectorsOf(store, model, chunkIds)).toBe(0)
  broken = false
  embedding.wake()
  await until(async () => (await vectorsOf(store, model, chunkIds)) === 40)
})
