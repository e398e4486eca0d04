import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { forkEngine, type SpawnEngine } from '../../src-main/engines/spawn.ts'
import { printPage, printTiff } from '../support/printed.ts'
import { drain, tempApp } from '../support/temp-app.ts'
import { englishModel, writePack } from './languages/make-pack.ts'

const SLOW = 120_000
const failing = new URL('./failing-ocr.engine.ts', import.meta.url)

/** Of the recognising engine the first `starts` fail as told, the later ones do not. */
function faultyEngine(fault: string, starts = Number.POSITIVE_INFINITY): SpawnEngine {
  let started = 0
  return (url, env) => {
    if (!url.pathname.endsWith('ocr.engine.ts')) return forkEngine(url, env)
    started += 1
    return forkEngine(failing, started > starts ? env : { ...env, MEDMEMORY_TEST_FAULT: fault })
  }
}

/** One for each page, as the engine reads it. */
const words = ['warfarin', 'amlodipine', 'colonoscopy']

/** A vault into which a fax of three pages has just been imported. */
async function faxInVault(spawnEngine: SpawnEngine) {
  const { api, desk, personId } = await tempApp({ spawnEngine })
  const fax = join(desk, 'fax.tif')
  writeFileSync(fax, await printTiff(words.map(() => [])))
  const { outcomes } = await api.documents.import({ personId, paths: [fax] })
  const id = (outcomes[0] as { documentId: DocumentId }).documentId
  const found = async () => {
    const answers = await Promise.all(words.map((query) => api.answers.search({ personId, query })))
    return answers.map(({ hits }) => hits.find(({ documentId }) => documentId === id)?.page)
  }
  return { api, desk, personId, id, found }
}

const pagesRead = (api: Api, id: DocumentId) =>
  expect.poll(async () => (await api.documents.get({ id })).readPages, { timeout: 90_000 })
const ocrEngine = async (api: Api) => (await api.health.report()).engines.find(({ name }) => name === 'ocr')

test.each([
  ['hangs', 'hang 2'],
  ['dies', 'die 2'],
  ['stumbles', 'stumble 2'],
])(
  'a page at which the engine %s each time costs itself alone, and says so',
  async (_, fault) => {
    const { api, personId, id, found } = await faxInVault(faultyEngine(fault))
    await api.settings.set({ name: 'recognizingDeadlineSeconds', value: 10 })
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({
      state: 'indexed',
      pages: 3,
      readPages: 2,
      imageOnlyPages: 1,
    })
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
    // twice at the page itself; a third time when its end took the page before it along, unsent
    const { starts = 0, failures = 0 } = (await ocrEngine(api)) ?? {}
    expect(starts - failures).toBe(1)
    expect([0, 2, 3]).toContain(failures)
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

    const later = { note: join(desk, 'note.txt'), picture: join(desk, 'picture.png') }
    writeFileSync(later.note, 'Allergies: penicillin.')
    writeFileSync(later.picture, printPage([]))
    const { outcomes } = await api.documents.import({ personId, paths: [later.note, later.picture] })
    const ids = outcomes.map((outcome) => (outcome as { documentId: DocumentId }).documentId)
    const states = async () =>
      (await Promise.all(ids.map((one) => api.documents.get({ id: one })))).map((one) => one.state)
    await expect.poll(states, { timeout: 20_000 }).toEqual(['indexed', 'needs-ocr'])
    expect((await api.documents.get({ id })).readPages).toBe(1)

    expect(await api.jobs.cancel({ documentId: id })).toEqual({ cancelled: true })
    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'cancelled', pages: 0, readPages: 0, words: 0 })
    expect((await api.documents.open({ id })).pages).toEqual([])
    expect(await found()).toEqual([undefined, undefined, undefined])
    expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 3 })

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

test(
  'a language that is installed while a document is being looked at is there for the pages that are left',
  async () => {
    const faulty = faultyEngine('hang 2', 1)
    const asked: unknown[] = []
    const { api, desk, id, found } = await faxInVault((url, env) => {
      const engine = faulty(url, env)
      const post: typeof engine.post = (request) => {
        if (request.kind === 'call' && request.name === 'seePages') asked.push(request.input)
        engine.post(request)
      }
      return { ...engine, post }
    })
    await pagesRead(api, id).toBe(1)
    await api.languages.install({ path: writePack(desk, 'deu.traineddata', englishModel()) })
    await drain(api)
    expect(await found()).toEqual([1, 2, 3])
    expect(asked).toMatchObject([
      { pages: [1, 2, 3], languages: [] },
      { pages: [2, 3], languages: [{ code: 'deu' }] },
    ])
    expect((await api.jobs.list({ filter: {} })).items).toMatchObject([{}, { state: 'done', attempts: 1 }])
  },
  SLOW,
)
