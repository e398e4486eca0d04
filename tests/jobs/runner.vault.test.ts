import { expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, JobId, PersonId } from '#contract/ids.ts'
import { createRunner, type RunnerDeps } from '../../src-main/jobs/runner.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { insertDocument } from '../../src-main/store/documents.ts'
import { listJobsOf, queueJob, updateJob } from '../../src-main/store/jobs.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import { nextStamp } from '../../src-main/store/vault-meta.ts'
import { tempStore } from '../support/temp-store.ts'

const documentId = 'document' as DocumentId

/** A queue with one document in it; `work` gets what ends its job well. */
async function queueOfOne(
  work: (signal: AbortSignal, done: () => Promise<unknown>) => Promise<unknown>,
  deps: Partial<RunnerDeps> = {},
) {
  const { store } = await tempStore()
  await store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const personId = 'person' as PersonId
    await insertPerson(trx, { id: personId, name: 'Ada Example', bornOn: null, addedAt: '', ...stamp })
    const file = { fileName: 'a.txt', title: 'a', format: 'text', sizeBytes: 1, sha256: 'hash', blobId: 'blob' }
    const state = { state: 'queued', code: null, pageCount: 0, password: null, importedAt: '' } as const
    await insertDocument(trx, { id: documentId, personId, ...file, ...state, ...stamp })
    await queueJob(trx, 'job' as JobId, 'read', documentId)
  })
  const done = () => store.write((trx) => updateJob(trx, 'job' as JobId, { state: 'done' }))
  const runner = createRunner({
    store,
    work: { read: async (_, signal) => void (await work(signal, done)), recognize: async () => {} },
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
