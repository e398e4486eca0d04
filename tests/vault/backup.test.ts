import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../src-main/store/store.ts'
import { deriveKey } from '../../src-main/vault/keys.ts'
import { unlockHeader } from '../../src-main/vault/open-header.ts'
import { tempApp, testPassphrase } from '../support/temp-app.ts'
import {
  filesBelow,
  flipByte,
  keep,
  makeBackup,
  openVault,
  restoreBackup,
  storedApp,
  writeNotes,
} from './backup-work.ts'
import { noEngines } from './no-engines.ts'

// vaults made, restored and read back are seconds each, and many times that on a machine that is wanted elsewhere
vi.setConfig({ testTimeout: 400_000 })

test('what was deleted before the oldest kept snapshot is gone from the folder, and all that is named stays', async () => {
  const { api, desk, personId } = await storedApp()
  const to = join(desk, 'backups')
  await api.settings.set({ name: 'backupsKept', value: 2 })
  const [gone] = await keep(api, personId, writeNotes(desk, 3))
  await makeBackup(api, to)
  if (gone === undefined) throw new Error('nothing was imported')
  await api.documents.delete({ id: gone })
  await makeBackup(api)
  expect(filesBelow(join(to, 'blobs'))).toHaveLength(3)
  expect(await makeBackup(api)).toMatchObject({ removed: 1, written: 0 })
  expect(filesBelow(join(to, 'blobs'))).toHaveLength(2)
  expect(filesBelow(join(to, 'snapshots'))).toHaveLength(2)
  expect(filesBelow(join(to, 'stores'))).toHaveLength(2)
  for (const { id } of (await api.backups.list({ filter: {} })).items) {
    await restoreBackup(to, join(desk, id), { snapshotId: id })
    expect(await (await openVault(join(desk, id))).vault.verify()).toMatchObject({ ok: true, documents: 2 })
  }
})

test('after the passphrase was changed and a backup made, the new one opens all of them and the old one none', async () => {
  const { api, desk } = await storedApp()
  const to = join(desk, 'backups')
  const first = await makeBackup(api, to)
  const newPassphrase = 'seven quiet herons over the mill pond'
  await api.vault.changePassphrase({ passphrase: testPassphrase, newPassphrase })
  await makeBackup(api)
  const snapshotId = first.snapshot.id
  await expect(restoreBackup(to, join(desk, 'a'), { snapshotId })).rejects.toMatchObject({
    code: 'vault/wrong-passphrase',
  })
  await restoreBackup(to, join(desk, 'b'), { snapshotId, secret: { passphrase: newPassphrase } })
  await openVault(join(desk, 'b'), newPassphrase)
})

test('in a folder with other files, a folder of its own is made, and they are left alone', async () => {
  const { api, desk } = await storedApp()
  const stick = join(desk, 'stick')
  mkdirSync(join(stick, 'snapshots'), { recursive: true })
  writeFileSync(join(stick, 'snapshots', 'holiday.mmk.tmp'), 'a picture')
  writeFileSync(join(stick, 'letter.txt'), 'hello')
  const { folder } = await makeBackup(api, stick)
  expect(folder).toBe(join(stick, 'medmemory-backup'))
  await makeBackup(api, stick)
  expect((await api.backups.list({ filter: { folder: stick } })).items).toHaveLength(2)
  expect(filesBelow(stick).filter((file) => !file.startsWith('medmemory-backup/'))).toEqual([
    'letter.txt',
    'snapshots/holiday.mmk.tmp',
  ])
  await restoreBackup(stick, join(desk, 'again'))
})

test('the status says where and when, how much came since, and whether the place is there', async () => {
  const { api, desk, personId } = await tempApp({
    spawnEngine: noEngines,
    clock: { now: () => '2026-05-01T10:00:00.000Z', monotonicMs: () => performance.now() },
  })
  await keep(api, personId, writeNotes(desk, 1))
  const none = { folder: null, isReachable: false, madeAt: null, documentsSince: 1, isRunning: false }
  expect(await api.backups.status()).toEqual(none)
  expect((await api.health.report()).backupAgeDays).toBe(null)
  await expect(makeBackup(api)).rejects.toMatchObject({ code: 'backup/no-place' })

  const to = join(desk, 'backups')
  await makeBackup(api, to)
  await keep(api, personId, writeNotes(desk, 2, 'later'))
  const madeAt = '2026-05-01T10:00:00.000Z'
  expect(await api.backups.status()).toEqual({ ...none, folder: to, isReachable: true, madeAt, documentsSince: 2 })
  expect((await api.health.report()).backupAgeDays).toBe(0)

  renameSync(to, `${to}-away`)
  expect(await api.backups.status()).toMatchObject({ folder: to, isReachable: false })
  mkdirSync(to) // where a disk was, there may be an empty folder
  await expect(makeBackup(api)).rejects.toMatchObject({ code: 'backup/unreachable' })
  expect(filesBelow(to)).toEqual([])
})

test('a place in the vault, one on a missing disk, and one of another vault are refused, and nothing is written', async () => {
  const { api, dir, desk } = await storedApp()
  symlinkSync(dir, join(desk, 'way-in'))
  const before = filesBelow(dir)
  for (const to of [dir, join(dir, 'backups'), join(dir, 'blobs'), join(desk, 'way-in', 'backups')])
    await expect(makeBackup(api, to), to).rejects.toMatchObject({ code: 'backup/inside-vault' })
  expect(filesBelow(dir)).toEqual(before)
  await expect(makeBackup(api, join(desk, 'stick', 'backups'))).rejects.toMatchObject({ code: 'backup/unreachable' })
  expect(existsSync(join(desk, 'stick'))).toBe(false)
  await expect(makeBackup(api, 'backups')).rejects.toMatchObject({ code: 'input/invalid' })

  const other = await storedApp()
  const theirs = join(desk, 'theirs')
  await makeBackup(other.api, theirs)
  const files = filesBelow(theirs)
  await expect(makeBackup(api, theirs)).rejects.toMatchObject({ code: 'backup/other-vault' })
  expect(filesBelow(theirs)).toEqual(files)
})

test('an original that rotted in the backup is written anew by the next one; one that rotted in the vault fails it', async () => {
  const { api, dir, desk, personId } = await storedApp()
  const to = join(desk, 'backups')
  await keep(api, personId, writeNotes(desk, 2))
  await makeBackup(api, to)
  const [rotten = ''] = filesBelow(join(to, 'blobs'))
  flipByte(join(to, 'blobs', rotten))
  expect(await makeBackup(api)).toMatchObject({ written: 1 })
  await restoreBackup(to, join(desk, 'again'))

  const [damaged] = await keep(api, personId, writeNotes(desk, 1, 'later'))
  const known = new Set(filesBelow(join(to, 'blobs')))
  const [fresh = ''] = filesBelow(join(dir, 'blobs')).filter((file) => !known.has(file))
  flipByte(join(dir, 'blobs', fresh))
  await expect(makeBackup(api)).rejects.toMatchObject({ code: 'vault/damaged-original' })
  expect((await api.backups.list({ filter: {} })).items).toHaveLength(2)
  expect(filesBelow(join(to, 'stores'))).toHaveLength(2)
  if (damaged !== undefined) await api.documents.delete({ id: damaged })
  await makeBackup(api)
})

test('a restored vault is a copy of its own, knows its backup, and goes on with it', async () => {
  const { app, api, dir, desk } = await storedApp()
  const to = join(desk, 'backups')
  const { snapshot } = await makeBackup(api, to)
  await restoreBackup(to, join(desk, 'again'))
  await app.close()
  expect(await originOf(join(desk, 'again'))).not.toBe(await originOf(dir))
  const again = await openVault(join(desk, 'again'))
  expect(await again.backups.status()).toMatchObject({ folder: to, isReachable: true, madeAt: snapshot.madeAt })
  expect(await makeBackup(again)).toMatchObject({ folder: to })
})

test('a second backup beside one under way is refused; cancelled or locked, it leaves the earlier ones and is made up for', async () => {
  const { app, api, dir, desk, personId } = await storedApp()
  const to = join(desk, 'backups')
  await keep(api, personId, writeNotes(desk, 20))
  const first = await makeBackup(api, to)
  const stores = filesBelow(join(to, 'stores'))
  rmSync(join(to, 'blobs'), { recursive: true })

  const cancelled = new AbortController()
  const reading = (async () => {
    for await (const _ of api.backups.make({}, { signal: cancelled.signal })) {
      await expect(makeBackup(api)).rejects.toMatchObject({ code: 'backup/in-use' })
      cancelled.abort()
    }
  })()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  expect(filesBelow(join(to, 'stores'))).toEqual(stores)

  for await (const _ of api.backups.make({})) break // who leaves does not want it either
  expect(filesBelow(join(to, 'stores'))).toEqual(stores)

  let closed: Promise<void> | undefined
  const locked = (async () => {
    for await (const _ of api.backups.make({})) closed ??= app.close()
  })()
  await expect(locked).rejects.toMatchObject({ code: 'cancelled' })
  await closed
  expect(filesBelow(join(to, 'stores'))).toEqual(stores)
  const again = await openVault(dir)
  await makeBackup(again)
  await restoreBackup(to, join(desk, 'again'), { snapshotId: first.snapshot.id })
})

async function originOf(dir: string): Promise<string | undefined> {
  const { masterKey, header } = await unlockHeader(dir, { passphrase: testPassphrase })
  const key = deriveKey(masterKey, 'database')
  const store = await openStore({ file: join(dir, 'vault.db'), key, cipher: header.cipher })
  const row = await store.db.selectFrom('vaultMeta').select('value').where('name', '=', 'origin').executeTakeFirst()
  await store.close()
  return row?.value
}
