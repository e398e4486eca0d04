import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { createLanguagePacks } from '../../../src-main/ingest/languages/packs.ts'
import { startTesseract } from '../../../src-main/ingest/recognize/tesseract-worker.ts'
import { systemClock } from '../../../src-main/lib/clock.ts'
import { createAudit } from '../../../src-main/store/audit.ts'
import { tempStore } from '../../support/temp-store.ts'
import { englishModel, modelOf, writePack } from './make-pack.ts'

const page = { limit: 50 }

test('English is there from the start', async () => {
  const { packs } = await vaultWithPacks()
  const { items } = await packs.list(page)
  expect(items).toMatchObject([{ code: 'eng', name: 'English', installedFrom: 'built-in', isIntact: true }])
  expect(items[0]?.sizeBytes).toBeGreaterThan(1_000_000)
  expect(await packs.installed()).toEqual([])
})

test('a pack is tried, kept for its owner alone, listed, and what waited for it is queued', async () => {
  const { packs, dir, desk, requeued, actions } = await vaultWithPacks({ tryLoad: loadForReal })
  const installed = await packs.install(writePack(desk, 'xxx.traineddata', englishModel()))
  expect(installed).toMatchObject({ code: 'xxx', installedFrom: 'file', isIntact: true })
  expect(readdirSync(dir)).toEqual(['xxx.traineddata.gz'])
  expect(statSync(join(dir, 'xxx.traineddata.gz')).mode & 0o777).toBe(0o600)
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect((await packs.list(page)).items.map(({ code }) => code)).toEqual(['eng', 'xxx'])
  expect(await packs.installed()).toMatchObject([{ code: 'xxx', dir }])
  expect(requeued).toEqual([['xxx']])
  expect(await actions()).toEqual(['language.install'])
})

test('a list is given in pages', async () => {
  const { packs, desk } = await vaultWithPacks()
  for (const code of ['aaa', 'xxx', 'zzz']) await packs.install(writePack(desk, `${code}.traineddata`, looksRight))
  const first = await packs.list({ limit: 2 })
  const second = await packs.list({ limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['aaa', 'eng', 'xxx', 'zzz'])
  expect(second.nextCursor).toBeNull()
})

test('a pack changed on the disk since is not used, and said to be changed', async () => {
  const { packs, dir, desk } = await vaultWithPacks()
  await packs.install(writePack(desk, 'xxx.traineddata', looksRight))
  const file = join(dir, 'xxx.traineddata.gz')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.with(12, (bytes[12] ?? 0) ^ 1))
  expect(await packs.installed()).toEqual([])
  expect((await packs.list(page)).items.find(({ code }) => code === 'xxx')?.isIntact).toBe(false)

  await packs.install(writePack(desk, 'xxx.traineddata', looksRight))
  expect(await packs.installed()).toHaveLength(1)
  rmSync(file)
  expect(await packs.installed()).toEqual([])
})

test('a removed pack is gone, and removing it again is refused', async () => {
  const { packs, dir, desk, actions } = await vaultWithPacks()
  await packs.install(writePack(desk, 'xxx.traineddata', looksRight))
  await packs.remove('xxx')
  expect(readdirSync(dir)).toEqual([])
  expect((await packs.list(page)).items).toHaveLength(1)
  await expect(packs.remove('xxx')).rejects.toMatchObject({ code: 'language/unknown' })
  await expect(packs.remove('eng')).rejects.toMatchObject({ code: 'language/unknown' })
  expect(await actions()).toEqual(['language.install', 'language.remove'])
})

test('a pack of the right structure that recognises nothing is refused, and nothing of it is kept', async () => {
  const { packs, dir, desk, requeued, actions } = await vaultWithPacks({ tryLoad: loadForReal })
  await expect(packs.install(writePack(desk, 'xxx.traineddata', looksRight))).rejects.toMatchObject({
    code: 'language/damaged-pack',
  })
  expect(readdirSync(dir)).toEqual([])
  expect((await packs.list(page)).items).toHaveLength(1)
  expect(requeued).toEqual([])
  expect(await actions()).toEqual([])
})

test('a pack that does not load leaves the one in its place as it was', async () => {
  let fails = false
  const tryLoad = async () => {
    if (fails) throw new AppError('engine/crashed')
  }
  const { packs, desk } = await vaultWithPacks({ tryLoad })
  await packs.install(writePack(desk, 'xxx.traineddata', looksRight))
  const before = await packs.installed()
  fails = true
  await expect(packs.install(writePack(desk, 'xxx.traineddata.gz', englishModel()))).rejects.toMatchObject({
    code: 'language/damaged-pack',
  })
  expect(await packs.installed()).toEqual(before)
})

test('the built-in English cannot be replaced', async () => {
  const { packs, desk } = await vaultWithPacks()
  await expect(packs.install(writePack(desk, 'eng.traineddata', englishModel()))).rejects.toMatchObject({
    code: 'input/invalid',
  })
})

test('a folder that cannot be written is said so', async () => {
  const { packs, dir, desk } = await vaultWithPacks()
  const file = writePack(desk, 'xxx.traineddata', looksRight)
  writeFileSync(dir, 'a file where the folder should be')
  chmodSync(dir, 0o600)
  await expect(packs.install(file)).rejects.toMatchObject({ code: 'vault/unwritable' })
  expect(existsSync(`${dir}.tmp`)).toBe(false)
})

/** Passes the check of its structure; no engine can do anything with it. */
const looksRight = modelOf(Array<number>(24).fill(-1).with(17, 196).with(21, 500).with(22, 800), 1200)

const loadForReal = async (dir: string, code: string) => {
  const worker = await startTesseract({ code, dir }, 'words')
  await worker.terminate()
}

async function vaultWithPacks({ tryLoad = async (_dir: string, _code: string): Promise<void> => {} } = {}) {
  const { store, dir: desk } = await tempStore()
  const dir = join(desk, 'languages')
  const requeued: string[][] = []
  const audit = createAudit({ key: Buffer.alloc(32), bootId: 'boot', actor: 'owner', now: systemClock.now })
  const packs = createLanguagePacks({
    store,
    audit,
    clock: systemClock,
    dir,
    tryLoad,
    requeue: async (needs) => void requeued.push([...needs]),
    changed: () => {},
  })
  const actions = async () =>
    (await store.db.selectFrom('audit').select('action').execute()).map(({ action }) => action)
  return { packs, dir, desk, requeued, actions }
}
