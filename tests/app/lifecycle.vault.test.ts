import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import type { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import { contractVersion } from '#contract/index.ts'
import { createApp } from '../../src-main/app.ts'
import { type EngineProcess, forkEngine } from '../../src-main/engines/spawn.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { canonicalJson } from '../../src-main/vault/canonical-json.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { makeLongReport } from '../../tools/make-papers/long-report.ts'
import { appOver, drain, importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

const hang = new URL('./hanging.engine.ts', import.meta.url)
const stopping = new URL('./stopping.engine.ts', import.meta.url)

async function closedVault() {
  const made = await tempApp()
  const path = join(made.desk, 'note.txt')
  writeFileSync(path, 'Allergies: penicillin.')
  const { documents } = await importAndRead(made.api, made.personId, [path])
  await made.app.close()
  return { ...made, documentId: documents[0]?.id as DocumentId }
}

test('a locked vault refuses every call but its own', async () => {
  const { dir, personId } = await closedVault()
  const { api } = appOver(dir)
  expect(await api.vault.status()).toEqual({ state: 'locked', notices: [], deviceUnlock: false })
  await expect(api.people.list({ filter: {} })).rejects.toMatchObject({ code: 'vault/locked' })
  await expect(api.answers.search({ personId, query: 'x' })).rejects.toMatchObject({ code: 'vault/locked' })
  await expect(drain(api)).rejects.toMatchObject({ code: 'vault/locked' })
  expect((await api.health.report()).vault).toBe('locked')
})

test('wrong passphrase, damaged header and damaged store are three different errors, and none changes a byte', async () => {
  const { dir } = await closedVault()
  const bytesOf = () =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'lock.db')
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name)).toString('base64')])
  const unlock = (passphrase: string) => appOver(dir).api.vault.unlock({ passphrase })

  const before = bytesOf()
  await expect(unlock('not the right passphrase')).rejects.toMatchObject({ code: 'vault/wrong-passphrase' })
  expect(bytesOf()).toEqual(before)

  const store = readFileSync(join(dir, 'vault.db'))
  const broken = Buffer.from(store)
  broken[100] = (broken[100] ?? 0) ^ 1
  writeFileSync(join(dir, 'vault.db'), broken)
  await expect(unlock(testPassphrase)).rejects.toMatchObject({ code: 'vault/damaged-store' })
  writeFileSync(join(dir, 'vault.db'), store)

  const header = readFileSync(join(dir, 'header.json'))
  const backup = readFileSync(join(dir, 'header.bak'))
  writeFileSync(join(dir, 'header.json'), '{"format":1')
  writeFileSync(join(dir, 'header.bak'), '')
  await expect(unlock(testPassphrase)).rejects.toMatchObject({ code: 'vault/damaged-header' })

  writeFileSync(join(dir, 'header.bak'), backup)
  const healed = appOver(dir)
  expect(await healed.api.vault.unlock({ passphrase: testPassphrase })).toEqual({ state: 'unlocked' })
  expect((await healed.api.vault.status()).notices).toEqual(['vault/header-restored'])
  await healed.app.close()
  writeFileSync(join(dir, 'header.json'), header)
})

test('a vault without its store is damaged, never quietly made anew', async () => {
  const { dir } = await closedVault()
  rmSync(join(dir, 'vault.db'))
  await expect(appOver(dir).api.vault.unlock({ passphrase: testPassphrase })).rejects.toMatchObject({
    code: 'vault/damaged-store',
  })
  expect(existsSync(join(dir, 'vault.db'))).toBe(false)
  await expect(appOver(dir).api.vault.create({ passphrase: testPassphrase })).rejects.toMatchObject({
    code: 'vault/exists',
  })
})

test('a weak passphrase is refused before anything is written', async () => {
  const dir = join(tempDir(), 'vault')
  await expect(appOver(dir).api.vault.create({ passphrase: 'password' })).rejects.toMatchObject({
    code: 'passphrase/too-weak',
  })
  expect(existsSync(dir)).toBe(false)
})

test('a second opener is refused while the first has the vault, and let in afterwards', async () => {
  const { app, dir } = await tempApp()
  const second = appOver(dir)
  await expect(second.api.vault.unlock({ passphrase: testPassphrase })).rejects.toMatchObject({ code: 'vault/in-use' })
  await app.close()
  expect(await second.api.vault.unlock({ passphrase: testPassphrase })).toEqual({ state: 'unlocked' })
})

test('another process is refused too, and a killed one leaves the vault free', async () => {
  const { dir, personId } = await closedVault()
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./holding-child.ts', import.meta.url)), dir, testPassphrase],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  for await (const text of child.stdout.setEncoding('utf8')) if (text.includes('open')) break
  const { api } = appOver(dir)
  await expect(api.vault.unlock({ passphrase: testPassphrase })).rejects.toMatchObject({ code: 'vault/in-use' })
  child.kill('SIGKILL')
  await expect
    .poll(() => api.vault.unlock({ passphrase: testPassphrase }).catch((error) => error.code), { timeout: 30_000 })
    .toEqual({ state: 'unlocked' })
  expect((await api.answers.search({ personId, query: 'penicillin' })).hits).toHaveLength(1)
})

test('the recovery key opens the vault and sets a new passphrase; the old one stops working', async () => {
  const { dir, recoveryKey } = await closedVault()
  const newPassphrase = 'a wholly different set of words'
  await expect(
    appOver(dir).api.vault.recover({
      recoveryKey: recoveryKey.replace(/^./, (c) => (c === '7' ? '8' : '7')),
      newPassphrase,
    }),
  ).rejects.toMatchObject({ code: 'vault/wrong-recovery-key' })
  const { api, app } = appOver(dir)
  await api.vault.recover({ recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' '), newPassphrase })
  expect((await api.people.list({ filter: {} })).items).toHaveLength(1)
  await app.close()
  await expect(appOver(dir).api.vault.unlock({ passphrase: testPassphrase })).rejects.toMatchObject({
    code: 'vault/wrong-passphrase',
  })
  expect(await appOver(dir).api.vault.unlock({ passphrase: newPassphrase })).toEqual({ state: 'unlocked' })
})

test('changing the passphrase needs the old one and re-wraps the key without touching the store', async () => {
  const { dir, api, app } = await tempApp()
  const newPassphrase = 'a wholly different set of words'
  await expect(
    api.vault.changePassphrase({ passphrase: 'not the right passphrase', newPassphrase }),
  ).rejects.toMatchObject({ code: 'vault/wrong-passphrase' })
  await expect(
    api.vault.changePassphrase({ passphrase: testPassphrase, newPassphrase: 'short' }),
  ).rejects.toMatchObject({ code: 'passphrase/too-weak' })
  await api.vault.changePassphrase({ passphrase: testPassphrase, newPassphrase })
  await app.close()
  expect(await appOver(dir).api.vault.unlock({ passphrase: newPassphrase })).toEqual({ state: 'unlocked' })
})

test('a vault put back to an older copy says so', async () => {
  const { dir, desk, personId } = await closedVault()
  copyFileSync(join(dir, 'vault.db'), join(desk, 'older.db'))
  const first = appOver(dir)
  await first.api.vault.unlock({ passphrase: testPassphrase })
  expect((await first.api.vault.status()).notices).toEqual([])
  await first.api.people.add({ name: 'Somebody New' })
  await first.app.close()
  copyFileSync(join(desk, 'older.db'), join(dir, 'vault.db'))
  const second = appOver(dir)
  await second.api.vault.unlock({ passphrase: testPassphrase })
  expect((await second.api.vault.status()).notices).toEqual(['vault/older-than-last-use'])
  expect((await second.api.people.list({ filter: { id: personId } })).items).toHaveLength(1)
})

test('files and folders of a vault are for their owner alone', async () => {
  const { dir, app } = await tempApp()
  const modes = readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [entry.name, statSync(path).mode & 0o777, entry.isDirectory() ? 0o700 : 0o600] as const
  })
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(modes.filter(([, mode, allowed]) => mode !== allowed)).toEqual([])
  await app.close()
})

test('closing while an engine is stuck takes under five seconds, leaves no process, and the next start goes on', async () => {
  const engines: EngineProcess[] = []
  const { app, api, dir, desk, personId } = await tempApp({
    spawnEngine: (_, env) => {
      const engine = forkEngine(hang, env)
      engines.push(engine)
      return engine
    },
  })
  const path = join(desk, 'report.pdf')
  writeFileSync(path, await makeLongReport(3, 1))
  await api.documents.import({ personId, paths: [path] })
  await expect.poll(() => engines.length, { timeout: 30_000 }).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 700))
  const startedAt = performance.now()
  await app.close()
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  expect(() => process.kill(engines[0]?.pid ?? -1, 0)).toThrow()
  expect(readdirSync(dir)).not.toContain('vault.db-wal')

  const next = appOver(dir)
  await next.api.vault.unlock({ passphrase: testPassphrase })
  await drain(next.api)
  const { items } = await next.api.documents.list({ filter: {} })
  expect(items.map(({ state }) => state)).toEqual(['indexed'])
  expect((await next.api.jobs.list({ filter: {} })).items[0]).toMatchObject({ attempts: 1, state: 'done' })
})

test('a document whose engine hangs each time is quarantined after three attempts, and the others are read', async () => {
  const { api, desk, personId } = await tempApp({
    spawnEngine: (url, env) => forkEngine(String(url).includes('pdf') ? hang : url, env),
  })
  await api.settings.set({ name: 'readingDeadlineSeconds', value: 2 })
  writeFileSync(join(desk, 'a.pdf'), await makeLongReport(1, 1))
  writeFileSync(join(desk, 'b.txt'), 'A note.')
  const { documents } = await importAndRead(api, personId, [join(desk, 'a.pdf'), join(desk, 'b.txt')])
  expect(documents.map(({ state, code }) => [state, code])).toEqual([
    ['quarantined', 'engine/timeout'],
    ['indexed', undefined],
  ])
  expect((await api.jobs.list({ filter: { states: ['quarantined'] } })).items[0]?.attempts).toBe(3)
  await api.jobs.retry({ documentId: documents[0]?.id as DocumentId })
  expect(await api.jobs.cancel({ documentId: documents[0]?.id as DocumentId })).toEqual({ cancelled: true })
  expect((await api.documents.get({ id: documents[0]?.id as DocumentId })).state).toBe('cancelled')
}, 60_000)

test('health tells of every part in codes and numbers', async () => {
  const { api } = await tempApp()
  const report = await api.health.report()
  expect(report).toMatchObject({
    vault: 'unlocked',
    key: { slots: ['passphrase', 'recovery'] },
    store: { schema: migrations.length, readers: 2 },
    models: [{ name: 'builtin:medmem-static-v1', isIntact: true, isInUse: true }],
    backupAgeDays: null,
    callsInFlight: 1,
  })
  expect(report.disk?.freeBytes).toBeGreaterThan(0)
  const meaning = { embedder: 'builtin:medmem-static-v1', vectors: 0, waiting: 0, by: 'sqlite-vec' }
  await vi.waitFor(async () => expect(await api.health.report()).toMatchObject({ meaning }), 10_000)
})

test('events tell of changes after they are committed', async () => {
  const { app, api } = await tempApp()
  const kinds: string[] = []
  const stop = app.on((event) => kinds.push(event.kind === 'changed' ? event.topics.join() : event.kind))
  await api.people.add({ name: 'Bert Example' })
  stop()
  await api.people.add({ name: 'Cora Example' })
  expect(kinds).toEqual(['people'])
})

test('a newer vault is refused and left alone', async () => {
  const { dir } = await closedVault()
  for (const name of ['header.json', 'header.bak']) {
    const { checksum: _, ...header } = JSON.parse(readFileSync(join(dir, name), 'utf8'))
    const newer = { ...header, format: 99 }
    const checksum = createHash('sha256').update(canonicalJson(newer)).digest('hex')
    writeFileSync(join(dir, name), JSON.stringify({ ...newer, checksum }))
  }
  await expect(
    createApp({ dir, kdf: minimumKdf }).connect().vault.unlock({ passphrase: testPassphrase }),
  ).rejects.toMatchObject({ code: 'app/too-old' })
})

test('a caller built for a newer contract is refused, one for this contract is served', async () => {
  const { app } = appOver(join(tempDir(), 'vault'))
  expect(() => app.connectTransport(contractVersion + 1)).toThrow('app/too-old')
  expect(await app.connectTransport(contractVersion).call('vault.status', undefined)).toMatchObject({ state: 'absent' })
})

test('damaged pages of the store and a damaged original are found, named, and never taken for something else', async () => {
  const { dir, documentId } = await closedVault()
  const file = join(dir, 'vault.db')
  const good = readFileSync(file)
  for (const part of [0.3, 0.5, 0.7, 0.9]) {
    const broken = Buffer.from(good)
    // more than one page: what is damaged in a page that holds nothing does no harm and is not found
    for (let page = 0; page < 12; page++) {
      const at = Math.floor(good.length * part) + 100 + page * 8192
      if (at < broken.length) broken[at] = (broken[at] ?? 0) ^ 4
    }
    writeFileSync(file, broken)
    const { app, api } = appOver(dir)
    const found = await api.vault
      .unlock({ passphrase: testPassphrase })
      .then(() => api.vault.verify())
      .then(
        ({ ok, problems }) => (ok ? 'nothing' : problems.map((problem) => problem.part).join()),
        (error: AppError) => error.code,
      )
    expect(found, `at ${part}`).toMatch(/^vault\/damaged-store$|store/)
    await app.close().catch(() => {})
  }
  writeFileSync(file, good)
  const blobs = readdirSync(join(dir, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const blob = join(blobs[0]?.parentPath ?? '', blobs[0]?.name ?? '')
  const original = readFileSync(blob)
  original[original.length - 20] = (original[original.length - 20] ?? 0) ^ 4
  writeFileSync(blob, original)
  const { api, app } = appOver(dir)
  await api.vault.unlock({ passphrase: testPassphrase })
  expect(await api.vault.verify()).toMatchObject({ ok: false, problems: [{ part: 'original', id: documentId }] })
  await expect(api.documents.exportOriginal({ id: documentId, to: join(dir, '..', 'copy.txt') })).rejects.toMatchObject(
    {
      code: 'vault/damaged-original',
    },
  )
  expect(existsSync(join(dir, '..', 'copy.txt'))).toBe(false)
  await app.close()
})

test('locking ends every thread and drops the keys even when the anchor cannot be written', async () => {
  const { app, dir } = await tempApp()
  mkdirSync(join(dir, 'anchor.json.tmp'))
  await expect(app.close()).rejects.toMatchObject({ code: 'vault/unwritable' })
  expect(readdirSync(dir)).not.toContain('vault.db-wal')
})

test('a listener that throws harms no document', async () => {
  const { app, api, desk, personId } = await tempApp()
  app.on(() => {
    throw new Error('a listener')
  })
  writeFileSync(join(desk, 'a.txt'), 'Note.')
  const { documents } = await importAndRead(api, personId, [join(desk, 'a.txt')])
  expect(documents[0]?.state).toBe('indexed')
})

test('of two that unlock at once one does, and the other is told that it is open', async () => {
  const { app, dir } = await tempApp()
  await app.close()
  const { api } = appOver(dir)
  const both = await Promise.allSettled([
    api.vault.unlock({ passphrase: testPassphrase }),
    api.vault.unlock({ passphrase: testPassphrase }),
  ])
  expect(both.map((r) => (r.status === 'fulfilled' ? r.value.state : r.reason.code))).toEqual([
    'unlocked',
    'vault/in-use',
  ])
})

test('of two changes of the passphrase at once the first holds, and the header stays whole', async () => {
  const { app, api, dir } = await tempApp()
  const one = 'a wholly different set of words'
  const two = 'yet another long list of nouns here'
  const both = await Promise.allSettled([
    api.vault.changePassphrase({ passphrase: testPassphrase, newPassphrase: one }),
    api.vault.changePassphrase({ passphrase: testPassphrase, newPassphrase: two }),
  ])
  expect(both.map((r) => (r.status === 'fulfilled' ? 'ok' : r.reason.code))).toEqual(['ok', 'vault/wrong-passphrase'])
  expect((await api.vault.verify()).ok).toBe(true)
  await app.close()
  expect(await appOver(dir).api.vault.unlock({ passphrase: one })).toEqual({ state: 'unlocked' })
})

test('what was read of a cancelled document is dropped', async () => {
  const { api, desk, personId } = await tempApp({ spawnEngine: (_, env) => forkEngine(stopping, env) })
  writeFileSync(join(desk, 'a.txt'), 'Note.')
  const { outcomes } = await api.documents.import({ personId, paths: [join(desk, 'a.txt')] })
  const id = (outcomes[0] as { documentId: DocumentId }).documentId
  await expect.poll(async () => (await api.documents.get({ id })).readPages, { timeout: 30_000 }).toBe(25)
  await api.jobs.cancel({ documentId: id })
  expect((await api.documents.open({ id })).pages).toEqual([])
  expect(await api.documents.get({ id })).toMatchObject({ state: 'cancelled', pages: 0, words: 0 })
})
