import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { forkEngine, type SpawnEngine } from '../../src-main/engines/spawn.ts'
import { printTiff } from '../support/printed.ts'
import { drain, tempApp } from '../support/temp-app.ts'

const SLOW = 240_000
const failing = new URL('./failing-ocr.engine.ts', import.meta.url)

/** The first `starts` of the recognising engine fail as told, the later ones do not. */
function faultyEngine(fault: string, starts = Number.POSITIVE_INFINITY): SpawnEngine {
  let started = 0
  return (url, env) => {
    if (!url.pathname.endsWith('ocr.engine.ts')) return forkEngine(url, env)
    started += 1
    return forkEngine(failing, started > starts ? env : { ...env, MEDMEMORY_TEST_FAULT: fault })
  }
}

const words = ['warfarin', 'amlodipine', 'colonoscopy']

/** A vault into which a fax of three pages has been imported, each with a word of its own. */
async function faxInVault(spawnEngine: SpawnEngine) {
  const { api, desk, personId } = await tempApp({ spawnEngine })
  const fax = join(desk, 'fax.tif')
  writeFileSync(fax, await printTiff(words.map((word) => [`This page speaks of ${word}.`])))
  const { outcomes } = await api.documents.import({ personId, paths: [fax] })
  const id = (outcomes[0] as { documentId: DocumentId }).documentId
  const found = async () => {
    const hits = await Promise.all(words.map((query) => api.answers.search({ personId, query })))
    return hits.map(({ hits: [first] }) => first?.page)
  }
  return { api, desk, personId, id, found }
}

const pagesRead = (api: Api, id: DocumentId) =>
  expect.poll(async () => (await api.documents.get({ id })).readPages, { timeout: 90_000 })
const ocrEngine = async (api: Api) => (await api.health.report()).engines.find(({ name }) => name === 'ocr')

test.each(['hang 2', 'die 2', 'stumble 2'])(
  'an engine that will always %s costs that page alone, and the page says so',
  async (fault) => {
    const { api, personId, id, found } = await faxInVault(faultyEngine(fault))
    await api.settings.set({ name: 'recognizingDeadlineSeconds', value: 10 })
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'indexed', pages: 3, readPages: 2, imageOnlyPages: 1 })
    const { pages } = await api.documents.open({ id })
    expect(pages.map(({ reading, notices, needsOcr, unread }) => [reading, notices, needsOcr, unread])).toEqual([
      ['read', [], false, []],
      ['image-only', ['not-looked-at'], false, [[0, 0, 1, 1]]],
      ['read', [], false, []],
    ])
    expect(await found()).toEqual([1, undefined, 3])
    const { searched } = await api.answers.search({ personId, query: 'amlodipine' })
    expect(searched).toMatchObject({ documents: 1, pages: 2, waiting: 0, unreadable: 1, partlyReadPages: 0 })
    expect((await api.jobs.list({ filter: {} })).items).toMatchObject([{}, { state: 'done', attempts: 1 }])
    if (!fault.startsWith('stumble')) expect(await ocrEngine(api)).toMatchObject({ starts: 3, failures: 2 })
    expect(await api.vault.verify()).toMatchObject({ ok: true })
  },
  SLOW,
)

test(
  'a page on which the engine dies once is read on the second try',
  async () => {
    const { api, id, found } = await faxInVault(faultyEngine('die 2', 1))
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'indexed', readPages: 3, imageOnlyPages: 0 })
    expect(await found()).toEqual([1, 2, 3])
    expect(await ocrEngine(api)).toMatchObject({ starts: 2, failures: 1 })
  },
  SLOW,
)

test(
  'while one document is looked at another is imported and read, and cancelling drops what was read of the first',
  async () => {
    const { api, desk, personId, id, found } = await faxInVault(faultyEngine('hang 2', 1))
    await pagesRead(api, id).toBe(1)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'needs-ocr', pages: 3 })
    expect(await found()).toEqual([1, undefined, undefined])

    const note = join(desk, 'note.txt')
    writeFileSync(note, 'Allergies: penicillin.')
    const { outcomes } = await api.documents.import({ personId, paths: [note] })
    const noteId = (outcomes[0] as { documentId: DocumentId }).documentId
    await expect.poll(async () => (await api.documents.get({ id: noteId })).state, { timeout: 30_000 }).toBe('indexed')
    expect((await api.documents.get({ id })).readPages).toBe(1)

    expect(await api.jobs.cancel({ documentId: id })).toEqual({ cancelled: true })
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'cancelled', pages: 0, readPages: 0, words: 0 })
    expect((await api.documents.open({ id })).pages).toEqual([])
    expect(await found()).toEqual([undefined, undefined, undefined])
    expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 2 })

    await api.jobs.retry({ documentId: id })
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'indexed', pages: 3, readPages: 3 })
    expect(await found()).toEqual([1, 2, 3])
  },
  SLOW,
)

test(
  'a document that is deleted, or read again, is taken out of the hands of a hanging engine at once',
  async () => {
    const { api, id, found } = await faxInVault(faultyEngine('hang 2', 2))
    await pagesRead(api, id).toBe(1)
    const startedAt = performance.now()
    await api.documents.readAgain({ id })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(await found()).toEqual([1, undefined, undefined])
    await expect
      .poll(async () => (await api.jobs.list({ filter: { states: ['running'] } })).items[0]?.done, { timeout: 60_000 })
      .toBe(1)
    await api.documents.delete({ id })
    await drain(api)
    expect(await found()).toEqual([undefined, undefined, undefined])
    expect(await api.vault.verify()).toMatchObject({ ok: true, problems: [], originals: 0 })
  },
  SLOW,
)
