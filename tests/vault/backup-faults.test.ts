import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openManifest, sealManifest } from '../../src-main/vault/backup-format.ts'
import { deriveKey } from '../../src-main/vault/keys.ts'
import { unlockHeader } from '../../src-main/vault/open-header.ts'
import { testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
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

// vaults made, restored and read back are seconds each, and many times that on a machine that is wanted elsewhere
vi.setConfig({ testTimeout: 400_000 })

const child = fileURLToPath(new URL('./backup-child.ts', import.meta.url))

/** A folder with one backup of three documents. */
async function oneBackup() {
  const temp = await storedApp()
  await keep(temp.api, temp.personId, writeNotes(temp.desk, 3))
  const from = join(temp.desk, 'backups')
  const { snapshot } = await makeBackup(temp.api, from)
  return { ...temp, from, snapshot, to: join(temp.desk, 'restored') }
}

test('one changed, one missing or one shortened file is found before there is a vault, whichever file it is', async () => {
  const { desk, from, to } = await oneBackup()
  const broken = join(desk, 'broken')
  const files = filesBelow(from).filter((file) => !/^(header|lock)/.test(file))
  expect(files.map((file) => file.split('/')[0])).toEqual(['blobs', 'blobs', 'blobs', 'snapshots', 'stores'])
  const wrongs: Readonly<Record<string, (file: string) => void>> = {
    changed: (file) => flipByte(file),
    'changed at its end': (file) => flipByte(file, readFileSync(file).length - 1),
    shortened: (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
    missing: (file) => rmSync(file),
  }
  for (const file of files)
    for (const [how, wrong] of Object.entries(wrongs)) {
      rmSync(broken, { recursive: true, force: true })
      cpSync(from, broken, { recursive: true })
      wrong(join(broken, file))
      const code = file.startsWith('snapshots') && how === 'missing' ? 'backup/absent' : 'backup/damaged'
      await expect(restoreBackup(broken, to), `${file} ${how}`).rejects.toMatchObject({ code })
      expect(readdirSync(desk).filter((name) => name.includes('restor'))).toEqual([])
    }
})

test('a damaged header is made up for by its copy; without either nothing is restored', async () => {
  const { from, to } = await oneBackup()
  flipByte(join(from, 'header.json'))
  await restoreBackup(from, to)
  rmSync(to, { recursive: true })
  for (const name of ['header.json', 'header.bak']) flipByte(join(from, name))
  await expect(restoreBackup(from, to)).rejects.toMatchObject({ code: 'backup/damaged' })
  for (const name of ['header.json', 'header.bak']) rmSync(join(from, name))
  await expect(restoreBackup(from, to)).rejects.toMatchObject({ code: 'backup/absent' })
  expect(existsSync(to)).toBe(false)
})

test('while the list of one backup is damaged none is taken for the newest, others are restored by name, and nothing is removed', async () => {
  const { api, from, to, snapshot, personId, desk } = await oneBackup()
  await api.settings.set({ name: 'backupsKept', value: 1 })
  flipByte(join(from, 'snapshots', `${snapshot.id}.mmk`))
  const later = await keep(api, personId, writeNotes(desk, 1, 'later'))
  for (const id of later) await api.documents.delete({ id })
  const second = await makeBackup(api)
  expect(filesBelow(from).filter((file) => /^(blobs|stores)/.test(file))).toHaveLength(5)
  const { items } = await api.backups.list({ filter: {} })
  expect(items.map(({ id, state }) => [id, state])).toEqual([
    [snapshot.id, 'damaged'],
    [second.snapshot.id, 'whole'],
  ])
  await expect(restoreBackup(from, to)).rejects.toMatchObject({ code: 'backup/damaged' })
  await expect(restoreBackup(from, to, { snapshotId: snapshot.id })).rejects.toMatchObject({ code: 'backup/damaged' })
  await restoreBackup(from, to, { snapshotId: second.snapshot.id })
  const nobodys = '00000000-0000-4000-8000-000000000000'
  await expect(restoreBackup(from, `${to}2`, { snapshotId: nobodys })).rejects.toMatchObject({ code: 'backup/unknown' })
})

test('a wrong passphrase, a wrong recovery key, a list under another name and one of another vault open nothing', async () => {
  const { from, to, snapshot } = await oneBackup()
  const other = await oneBackup()
  for (const [secret, code] of [
    [{ passphrase: 'wrong horse battery staple pond' }, 'vault/wrong-passphrase'],
    [{ recoveryKey: 'NOT-A-KEY' }, 'vault/wrong-recovery-key'],
    [{ recoveryKey: other.recoveryKey }, 'vault/wrong-recovery-key'],
  ] as const)
    await expect(restoreBackup(from, to, { secret })).rejects.toMatchObject({ code })
  const mine = join(from, 'snapshots', `${snapshot.id}.mmk`)
  const renamed = join(from, 'snapshots', `${other.snapshot.id}.mmk`)
  cpSync(mine, renamed)
  await expect(restoreBackup(from, to, { snapshotId: other.snapshot.id })).rejects.toMatchObject({
    code: 'backup/damaged',
  })
  cpSync(join(other.from, 'snapshots', `${other.snapshot.id}.mmk`), renamed)
  await expect(restoreBackup(from, to, { snapshotId: other.snapshot.id })).rejects.toMatchObject({
    code: 'backup/damaged',
  })
  expect(existsSync(to)).toBe(false)
})

test('a backup of a newer version is told from a damaged one, by its header, its list or its store', async () => {
  const { from, to, snapshot } = await oneBackup()
  const file = join(from, 'snapshots', `${snapshot.id}.mmk`)
  const bytes = readFileSync(file)
  const { header, masterKey } = await unlockHeader(from, { passphrase: testPassphrase })
  const place = { vaultId: header.vaultId, snapshotId: snapshot.id, backupKey: deriveKey(masterKey, 'backup') }
  const read = openManifest(bytes, place)
  if (read.kind !== 'whole') throw new Error('the list cannot be read')
  writeFileSync(file, sealManifest({ ...read.manifest, schema: 999 }, place))
  await expect(restoreBackup(from, to)).rejects.toMatchObject({ code: 'app/too-old' })

  const newer = Buffer.from(bytes.subarray(0, -32))
  newer.writeUInt8(2, 4)
  writeFileSync(file, Buffer.concat([newer, createHash('sha256').update(newer).digest()]))
  await expect(restoreBackup(from, to)).rejects.toMatchObject({ code: 'app/too-old' })
  expect(existsSync(to)).toBe(false)
})

test('nothing is restored over what is there, and an empty folder is taken', async () => {
  const { dir, desk, from, to } = await oneBackup()
  const before = filesBelow(dir)
  await expect(restoreBackup(from, dir)).rejects.toMatchObject({ code: 'vault/not-empty' })
  await expect(restoreBackup(from, from)).rejects.toMatchObject({ code: 'vault/not-empty' })
  await expect(restoreBackup(from, join(desk, 'note-0.txt'))).rejects.toMatchObject({ code: 'vault/not-empty' })
  await expect(restoreBackup(join(desk, 'nowhere'), to)).rejects.toMatchObject({ code: 'backup/unreachable' })
  await expect(restoreBackup(dir, to)).rejects.toMatchObject({ code: 'backup/absent' })
  expect(filesBelow(dir)).toEqual(before)
  mkdirSync(to)
  await restoreBackup(from, to)
  expect(await (await openVault(to)).vault.verify()).toMatchObject({ ok: true, documents: 3 })
})

const canDropUser = process.getuid?.() === 0

test.skipIf(!canDropUser)(
  'a place that may not be written is refused with its reason, for a backup and for a restore',
  () => {
    const room = tempDir()
    chmodSync(room, 0o777)
    const closed = join(room, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o755)
    expect(asNobody('new', join(room, 'vault'), closed)).toBe('backup/unwritable')
    expect(asNobody('make', join(room, 'vault'), join(closed, 'new'))).toBe('backup/unwritable')
    expect(readdirSync(closed)).toEqual([])
    expect(asNobody('make', join(room, 'vault'), join(room, 'open'))).toBe('done')
    expect(asNobody('restore', join(room, 'open'), join(closed, 'again'))).toBe('vault/unwritable')
    chmodSync(closed, 0o700)
    expect(asNobody('make', join(room, 'vault'), join(closed, 'new'))).toBe('backup/unwritable')
    expect(asNobody('restore', join(room, 'open'), join(room, 'again'))).toBe('done')
  },
)

/** The last that it says. */
function asNobody(...args: string[]): string | undefined {
  const { stdout } = spawnSync(process.execPath, [child, ...args], { uid: 65534, gid: 65534, encoding: 'utf8' })
  return stdout.trim().split('\n').at(-1)
}

test('on a full disk a backup fails, the earlier ones stay whole, and with room again it is made; so for a restore', async ({
  skip,
}) => {
  const disk = mountTmpfs()
  if (disk === undefined) return skip('no disk of its own can be mounted here')
  const { api, desk, personId, from } = await oneBackup()
  const to = join(disk, 'backups')
  const first = await makeBackup(api, to)
  const large = join(desk, 'large.txt')
  writeFileSync(large, 'Ramipril 5 mg daily for the heart.\n'.repeat(30_000))
  await keep(api, personId, [large])
  const filler = join(disk, 'filler')
  const room = 64 * 1024
  for (const left of [0, 4 * room, 24 * room]) {
    fill(filler)
    writeFileSync(filler, readFileSync(filler).subarray(left))
    await expect(makeBackup(api, to), `${left} left`).rejects.toMatchObject({ code: 'backup/disk-full' })
    // what is to be restored is smaller than what is to be backed up
    if (left < 24 * room)
      await expect(restoreBackup(from, join(disk, 'again'))).rejects.toMatchObject({ code: 'vault/disk-full' })
    expect(readdirSync(disk).sort()).toEqual(['backups', 'filler'])
    rmSync(filler)
    await restoreBackup(to, join(desk, `restored-${left}`), { snapshotId: first.snapshot.id })
  }
  expect(await makeBackup(api, to)).toMatchObject({ snapshot: { documents: 4 } })
  await restoreBackup(to, join(desk, 'newest'))
})

/** 12 MB; undefined where this user may not mount one. */
function mountTmpfs(): string | undefined {
  if (!canDropUser) return undefined
  const dir = join(tempDir(), 'disk')
  mkdirSync(dir)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', dir]).status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', dir]))
  return dir
}

function fill(file: string): void {
  const block = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' })
  } catch {
    // full, as wanted
  }
}

/** So long after it said this so often: in the copying of the store, among the originals, and around the end. */
const moments = [
  { said: 'store', times: 1, afterMs: 0 },
  { said: 'store', times: 1, afterMs: 120 },
  { said: 'originals', times: 1, afterMs: 0 },
  { said: 'originals', times: 8, afterMs: 30 },
  { said: 'originals', times: 20, afterMs: 60 },
  { said: 'made', times: 1, afterMs: 0 },
] as const

test('killed at any moment while a backup is made, the earlier ones stay whole and the next one is made', async () => {
  const { app, api, dir, desk, personId, from, snapshot } = await oneBackup()
  await keep(api, personId, writeNotes(desk, 40, 'later'))
  await app.close()
  const last: string[] = []
  for (const moment of moments) {
    last.push(await killAt(moment, ['make', dir, from]))
    rmSync(join(from, 'blobs'), { recursive: true, force: true }) // so that they are written each time
  }
  console.log(`killed while a backup was made, having said: ${last.join(', ')}`)
  const again = await openVault(dir)
  await makeBackup(again, from)
  const { items } = await again.backups.list({ filter: {} })
  expect(items.filter(({ state }) => state !== 'whole')).toEqual([])
  expect(filesBelow(join(from, 'stores'))).toHaveLength(items.length)
  expect(filesBelow(from).filter((file) => file.includes('.tmp'))).toEqual([])
  for (const [to, snapshotId, documents] of [
    ['first', snapshot.id, 3],
    ['newest', items[0]?.id ?? '', 43],
  ] as const) {
    await restoreBackup(from, join(desk, to), { snapshotId })
    expect(await (await openVault(join(desk, to))).vault.verify()).toMatchObject({ ok: true, documents })
  }
})

test('killed at any moment while it is restored, there is no vault or a whole one, and the next try makes it', async () => {
  const { api, desk, personId, from } = await oneBackup()
  await keep(api, personId, writeNotes(desk, 40, 'later'))
  await makeBackup(api)
  const to = join(desk, 'restored')
  const last: string[] = []
  for (const moment of moments) {
    last.push(await killAt(moment, ['restore', from, to]))
    if (!existsSync(to)) continue
    expect(await (await openVault(to)).vault.verify()).toMatchObject({ ok: true, documents: 43 })
    rmSync(to, { recursive: true })
  }
  console.log(`killed while it was restored, having said: ${last.join(', ')}`)
  await restoreBackup(from, to)
  expect(await (await openVault(to)).vault.verify()).toMatchObject({ ok: true, documents: 43 })
  expect(readdirSync(desk).filter((name) => name.startsWith('.'))).toEqual([])
})

/** Answers what it had said last. */
function killAt({ said, times, afterMs }: (typeof moments)[number], args: readonly string[]): Promise<string> {
  const running: ChildProcess = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  let timer: NodeJS.Timeout | undefined
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.split(said).length > times) timer ??= setTimeout(() => running.kill('SIGKILL'), afterMs)
  })
  return new Promise((resolve) =>
    running.on('close', () => {
      clearTimeout(timer)
      resolve(output.trim().split('\n').at(-1) ?? '')
    }),
  )
}
