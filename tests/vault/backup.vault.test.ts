import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { scanForPlaintext } from '../../tools/plaintext-scan/scan.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import {
  contentsOf,
  filesBelow,
  knownSecret,
  makeBackup,
  openVault,
  restoreBackup,
  storedApp,
  writeNotes,
} from './backup-work.ts'

// vaults made, restored and read back are seconds each, and many times that on a machine that is wanted elsewhere
vi.setConfig({ testTimeout: 400_000 })

test('a restored vault is intact and holds the same documents, words and bytes, by passphrase or by recovery key', async () => {
  const { api, desk, personId, recoveryKey } = await tempApp()
  await importAndRead(api, personId, writeNotes(desk, 3))
  const to = join(desk, 'backups')
  const made = await makeBackup(api, to)
  expect(made).toMatchObject({ folder: to, written: 3, removed: 0, snapshot: { state: 'whole', documents: 3 } })
  const before = await contentsOf(api)
  for (const [name, secret] of [
    ['by-passphrase', knownSecret],
    ['by-recovery-key', { recoveryKey }],
  ] as const) {
    const restored = await restoreBackup(to, join(desk, name), { secret })
    expect(restored).toMatchObject({ to: join(desk, name), originals: 3, snapshot: { id: made.snapshot.id } })
    const again = await openVault(join(desk, name))
    expect(await contentsOf(again)).toEqual(before)
    expect(await again.vault.verify()).toMatchObject({ ok: true, problems: [], documents: 3 })
    expect(await again.vault.status()).toMatchObject({ notices: [] })
  }
})

test('a later backup writes only what is new, and an earlier one is restored as it was', async () => {
  const { api, desk, personId } = await tempApp()
  const to = join(desk, 'backups')
  await importAndRead(api, personId, writeNotes(desk, 2))
  const first = await makeBackup(api, to)
  const asItWas = await contentsOf(api)
  await importAndRead(api, personId, writeNotes(desk, 1, 'later'))
  const second = await makeBackup(api)
  expect(second).toMatchObject({ folder: to, written: 1, snapshot: { documents: 3 } })
  expect(second.snapshot.id).not.toBe(first.snapshot.id)
  const { items } = await api.backups.list({ filter: {} })
  expect(items.map(({ id }) => id)).toEqual([second.snapshot.id, first.snapshot.id])

  await restoreBackup(to, join(desk, 'earlier'), { snapshotId: first.snapshot.id })
  expect(await contentsOf(await openVault(join(desk, 'earlier')))).toEqual(asItWas)
  await restoreBackup(to, join(desk, 'newest'))
  expect(await contentsOf(await openVault(join(desk, 'newest')))).toEqual(await contentsOf(api))
})

test('backups made while files are imported and deleted each hold the original of every document they know', async () => {
  const { api, desk, personId } = await storedApp()
  const to = join(desk, 'backups')
  const ids: string[] = []
  let isImporting = true
  const importing = (async () => {
    // goes on until three backups were made beside it, however fast either is
    for (const [at, path] of writeNotes(desk, 400).entries()) {
      if (at >= 25 && ids.length >= 3) break
      const { outcomes } = await api.documents.import({ personId, paths: [path] })
      const [outcome] = outcomes
      if (outcome?.kind === 'queued' && path.endsWith('3.txt')) await api.documents.delete({ id: outcome.documentId })
    }
  })().finally(() => {
    isImporting = false
  })
  while (isImporting) ids.push((await makeBackup(api, to)).snapshot.id)
  await importing
  expect(ids.length).toBeGreaterThanOrEqual(3)
  for (const id of ids) {
    await restoreBackup(to, join(desk, id), { snapshotId: id })
    expect(await (await openVault(join(desk, id))).vault.verify()).toMatchObject({ problems: [] })
  }
})

test('nothing in a folder of backups is in clear, and its names say nothing', async () => {
  const { api, desk, personId } = await tempApp()
  const words = ['Zqbackupwortaayx', 'Zqbackupwortbbyx', 'Zqbackupwortccyx']
  const note = join(desk, `${words[0]}.txt`)
  writeFileSync(note, `Seen for ${words[1]}.\n`.repeat(50))
  await api.people.add({ name: `${words[2]} Somebody` })
  await importAndRead(api, personId, [note])
  const to = join(desk, 'backups')
  await makeBackup(api, to)
  const scanned = scanForPlaintext([to], words)
  expect(scanned.hits).toEqual([])
  expect(scanned.files).toBeGreaterThanOrEqual(5)
  const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  const known = new RegExp(
    `^(header\\.(json|bak)|lock\\.db|snapshots/${id}\\.mmk|stores/${id}\\.mms|blobs/[0-9a-f]{2}/${id}\\.mmb)$`,
  )
  for (const file of filesBelow(to)) expect(file).toMatch(known)
})
