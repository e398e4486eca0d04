import { expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, JobId, PersonId } from '#contract/ids.ts'
import type { JobKind } from '#contract/jobs.ts'
import type { Work } from '../../src-main/jobs/lane.ts'
import { createRunner, type RunnerDeps } from '../../src-main/jobs/runner.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { findDocument, insertDocument } from '../../src-main/store/documents.ts'
import { listJobsOf, queueJob, updateJob } from '../../src-main/store/jobs.ts'
import { insertPages, lastPageNumber } from '../../src-main/store/pages.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import type { Store } from '../../src-main/store/store.ts'
import { nextStamp } from '../../src-main/store/vault-meta.ts'
import { tempStore } from '../support/temp-store.ts'

const documentId = 'document' as DocumentId

const nothingBehind = { start() {}, wake() {}, waiting: async () => 0, close: async () => {} }

/** One person's documents, queued for work of these kinds, one page read of each. */
async function storeWith(queued: Readonly<Record<string, readonly JobKind[]>>): Promise<Store> {
  const { store } = await tempStore()
  await store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const personId = 'person' as PersonId
    await insertPerson(trx, { id: personId, name: 'Ada Example', bornOn: null, addedAt: '', ...stamp })
    for (const [name, kinds] of Object.entries(queued)) {
      const id = name as DocumentId
      const file = { fileName: 'a.txt', title: 'a', format: 'text', sizeBytes: 1, sha256: name, blobId: name }
      const state = { state: 'queued', code: null, pageCount: 1, password: null, importedAt: '' } as const
      await insertDocument(trx, { id, personId, ...file, ...state, ...stamp })
      const read = { words: new Uint8Array(), wordCount: 0, method: 'text', needsOcr: 0, readerVersion: 1 } as const
      await insertPages(trx, [{ documentId: id, number: 1, text: '', chunkSpans: '[]', ...read }])
      for (const kind of kinds) await queueJob(trx, `${name} ${kind}` as JobId, kind, id)
    }
  })
  return store
}

function startRunner(store: Store, work: RunnerDeps['work']) {
  const runner = createRunner({
    store,
    work,
    behind: [nothingBehind],
    clock: systemClock,
    bootId: 'boot',
    emit: () => {},
    log: () => {},
  })
  onTestFinished(() => runner.close())
  runner.start()
  return runner
}

const never: Work = (_, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
const done =
  (store: Store): Work =>
  ({ id }) =>
    store.write(async (trx) => void (await updateJob(trx, id, { state: 'done' })))

/** A queue with one document in it; `work` gets what ends its job well. */
async function queueOfOne(
  work: (signal: AbortSignal, done: () => Promise<unknown>) => Promise<unknown>,
  deps: Partial<RunnerDeps> = {},
) {
  const store = await storeWith({ document: ['read'] })
  const done = () => store.write((trx) => updateJob(trx, 'document read' as JobId, { state: 'done' }))
  const runner = createRunner({
    store,
    work: { read: async (_, signal) => void (await work(signal, done)), recognize: async () => {} },
    behind: [nothingBehind],
    clock: systemClock,
    bootId: 'boot',
    emit: () => {},
    log: () => {},
    ...deps,
  })
  onTestFinished(() => runner.close())
  return { runner, stateOf: async () => (await listJobsOf(store.db, documentId))[0]?.state }
}

test('a cancel that comes just as a job is claimed ends the work', async () => {
  let cancelled: Promise<boolean> | undefined
  const aborts: boolean[] = []
  const { runner, stateOf } = await queueOfOne(
    async (signal, done) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      aborts.push(signal.aborted)
      signal.throwIfAborted()
      await done()
    },
    {
      log: (code) => {
        if (code === 'job.claimed') cancelled ??= runner.cancel(documentId)
      },
    },
  )
  runner.start()
  await expect.poll(() => aborts).toEqual([true])
  expect(await cancelled).toBe(true)
  expect(await stateOf()).toBe('cancelled')
})

test('who watches the queue can leave while a job takes its time', async () => {
  const { runner } = await queueOfOne(
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  runner.start()
  const abort = new AbortController()
  const watching = runner.drain(abort.signal)
  await watching.next()
  const waiting = watching.next()
  abort.abort()
  expect(await waiting).toMatchObject({ done: true })
})

test.each(['vault/disk-full', 'store/busy'] as const)(
  'a queue that had to pause for %s says so, counts no try, and goes on by itself',
  async (code) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let tries = 0
    const { runner, stateOf } = await queueOfOne(async (_, done) => {
      tries += 1
      if (tries === 1) throw new AppError(code)
      await done()
    })
    runner.start()
    const watch = async () => {
      for await (const _ of runner.drain(new AbortController().signal));
    }
    await expect(watch()).rejects.toMatchObject({ code })
    await vi.advanceTimersByTimeAsync(31_000)
    await watch()
    expect([tries, await stateOf()]).toEqual([2, 'done'])
  },
)

test('what takes its time while pages are looked at does not hold up reading', async () => {
  const store = await storeWith({ first: ['recognize'], second: ['read'], third: ['recognize'] })
  const runner = startRunner(store, { read: done(store), recognize: never })
  const states = async () =>
    (await runner.list({ filter: {}, limit: 10 })).items.map(({ documentId: id, state }) => [id, state])
  await expect.poll(states).toEqual([
    ['first', 'running'],
    ['second', 'done'],
    ['third', 'queued'],
  ])
})

test('a document that is being looked at stays in the state that its reading came to, until it fails for good', async () => {
  const store = await storeWith({ document: ['recognize'] })
  const failing = Promise.withResolvers<void>()
  startRunner(store, {
    read: never,
    recognize: async () => {
      await failing.promise
      throw new AppError('image/damaged')
    },
  })
  const state = async () => (await findDocument(store.db, documentId))?.state
  await expect.poll(async () => (await listJobsOf(store.db, documentId))[0]?.state).toBe('running')
  expect(await state()).toBe('queued')
  failing.resolve()
  await expect.poll(state).toBe('rejected')
})

test('cancelling ends both kinds of work on a document, and only on that one', async () => {
  const store = await storeWith({ document: ['read', 'recognize'], other: ['recognize'] })
  const runner = startRunner(store, { read: never, recognize: never })
  const statesOf = async (id: string) => (await listJobsOf(store.db, id as DocumentId)).map(({ state }) => state)
  await expect.poll(() => statesOf('document')).toEqual(['running', 'running'])
  expect(await runner.cancel(documentId)).toBe(true)
  expect(await statesOf('document')).toEqual(['cancelled', 'cancelled'])
  expect([await lastPageNumber(store.db, documentId), await lastPageNumber(store.db, 'other' as DocumentId)]).toEqual([
    0, 1,
  ])
  await expect.poll(() => statesOf('other')).toEqual(['running'])
  expect(await runner.cancel('nobody' as DocumentId)).toBe(false)
})

test('a document that is taken out of the hands of recognition keeps what was read, and is not taken up again', async () => {
  const store = await storeWith({ document: ['recognize'], other: ['recognize'] })
  const runner = startRunner(store, { read: never, recognize: never })
  const stateOf = async (id: string) => (await listJobsOf(store.db, id as DocumentId))[0]?.state
  await expect.poll(() => stateOf('document')).toBe('running')
  await runner.stopLooking(documentId)
  await expect.poll(() => stateOf('other')).toBe('running')
  expect(await stateOf('document')).toBe('done')
  expect(await lastPageNumber(store.db, documentId)).toBe(1)
  expect((await findDocument(store.db, documentId))?.state).toBe('queued')
})

test('closing gives the work of both kinds back to the queue, without counting it as a try', async () => {
  const store = await storeWith({ document: ['read', 'recognize'] })
  const runner = startRunner(store, { read: never, recognize: never })
  const jobs = async () => (await listJobsOf(store.db, documentId)).map(({ state, attempts }) => [state, attempts])
  await expect.poll(jobs).toEqual([
    ['running', 1],
    ['running', 1],
  ])
  await runner.close()
  expect(await jobs()).toEqual([
    ['queued', 0],
    ['queued', 0],
  ])
})

test('what is paused gives its job back without blame, claims nothing, and goes on from there', async () => {
  const store = await storeWith({ [documentId]: ['read', 'recognize'] })
  const begun: JobKind[] = []
  let isFree = false
  const work: Work = async (job, signal) => {
    begun.push(job.kind)
    await (isFree ? done(store) : never)(job, signal)
  }
  const runner = startRunner(store, { read: work, recognize: work })
  await expect.poll(() => begun.toSorted()).toEqual(['read', 'recognize'])
  await runner.pause()
  expect(runner.isPaused()).toBe(true)
  expect((await listJobsOf(store.db, documentId)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['queued', 0],
    ['queued', 0],
  ])
  runner.wake()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(begun).toHaveLength(2)
  isFree = true
  runner.resume()
  await expect
    .poll(async () => (await listJobsOf(store.db, documentId)).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(['done', 'done'])
  expect(runner.isPaused()).toBe(false)
})
