/**
 * A new vault from a snapshot, without any vault being open: its secret opens the backup's header, everything the snapshot
 * names is copied, read back and compared beside the place it is for, and only then the folder gets its name. Never over
 * anything that is there; nothing in the backup changes, but for a damaged header, which its copy makes up for.
 */
import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { BackupSecret, RestoreStep } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../lib/clock.ts'
import { createAudit } from '../store/audit.ts'
import { putLastBackup, setOrigin } from '../store/backups.ts'
import { listBlobIds } from '../store/documents.ts'
import { migrations } from '../store/migrations/index.ts'
import { openStore } from '../store/store.ts'
import { ensureFolder, syncFolder, systemCode, toWriteError } from './atomic-write.ts'
import { copyFile, isSame } from './backup-files.ts'
import { type BackupPaths, blobIn, findFolder, makeFolder, pathsIn } from './backup-folder.ts'
import type { FileSeen, Manifest } from './backup-format.ts'
import { type FoundSnapshot, type PageAsked, readSnapshots, showManifest, toSnapshotPage } from './backup-snapshots.ts'
import { createBlobs } from './blobs.ts'
import { writeHeader } from './header.ts'
import { deriveKey, deriveSubKeys, type SubKeys } from './keys.ts'
import { type OpenedHeader, unlockHeader } from './open-header.ts'
import { watchWork } from './watch-work.ts'

export interface RestoreDeps {
  readonly clock: Clock
  readonly newId: () => string
}

export interface RestoreAsked {
  readonly from: string
  readonly to: string
  readonly secret: BackupSecret
  readonly snapshotId?: string | undefined
}

export type Restore = ReturnType<typeof createRestore>

type Tell = (step: RestoreStep) => void

export const createRestore = (deps: RestoreDeps) => ({
  restore: (asked: RestoreAsked, signal: AbortSignal): AsyncGenerator<RestoreStep, void> =>
    watchWork<RestoreStep>((tell) => restore(deps, asked, tell, signal)),

  /** What is in a folder, for whoever has its secret. */
  async list({ folder, secret, ...page }: { folder?: string | undefined; secret: BackupSecret } & PageAsked) {
    if (folder === undefined) throw new AppError('input/invalid')
    const opened = await openBackup(folder, secret)
    opened.close()
    return toSnapshotPage(opened.found, page)
  },
})

async function restore(deps: RestoreDeps, asked: RestoreAsked, tell: Tell, signal: AbortSignal): Promise<RestoreStep> {
  const { to } = asked
  await requireFree(to)
  const { paths, opened, found, close } = await openBackup(asked.from, asked.secret)
  const keys = deriveSubKeys(opened.masterKey)
  const building = join(dirname(to), `.${basename(to)}.medmemory-restoring`)
  try {
    const manifest = chooseSnapshot(found, asked.snapshotId)
    await rm(building, { recursive: true, force: true }) // of one that was cut off
    await ensureFolder(building)
    await copyOriginals(paths, building, manifest, tell, signal)
    tell({ kind: 'progress', step: 'store', done: 0, total: null })
    await copyWhole(paths.storeOf(manifest.snapshotId), join(building, 'vault.db'), manifest.store, signal)
    await settleStore(deps, building, { paths, opened, keys, manifest }, signal)
    await writeHeader(building, opened.header)
    signal.throwIfAborted()
    await putInPlace(building, to)
    return { kind: 'done', snapshot: showManifest(manifest), to, originals: manifest.originals.length }
  } catch (error) {
    await rm(building, { recursive: true, force: true }).catch(() => {})
    throw toWriteError(error)
  } finally {
    for (const key of Object.values(keys)) key.fill(0)
    close()
  }
}

async function requireFree(to: string): Promise<void> {
  if (!isAbsolute(to) || to.includes('\0')) throw new AppError('input/invalid')
  try {
    if ((await readdir(to)).length > 0) throw new AppError('vault/not-empty')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOTDIR') throw new AppError('vault/not-empty')
    if (code !== 'ENOENT') throw toWriteError(error)
  }
}

/** `close` zeroes the master key. */
async function openBackup(from: string, secret: BackupSecret) {
  const paths = pathsIn(await findFolder(from))
  const opened = await unlockHeader(paths.folder, secret).catch((error: unknown) => {
    const code = error instanceof AppError ? error.code : undefined
    if (code === 'vault/absent') throw new AppError('backup/absent')
    throw code === 'vault/damaged-header' ? new AppError('backup/damaged', { part: 'header' }) : error
  })
  const backupKey = deriveKey(opened.masterKey, 'backup')
  try {
    const found = await readSnapshots(paths, { vaultId: opened.header.vaultId, backupKey })
    return { paths, opened, found, close: () => void opened.masterKey.fill(0) }
  } catch (error) {
    opened.masterKey.fill(0)
    throw systemCode(error) === undefined ? error : new AppError('backup/unreachable', {}, { cause: error })
  } finally {
    backupKey.fill(0)
  }
}

/** The newest, but never past one that cannot be read: who wants an older one says so. */
function chooseSnapshot(found: readonly FoundSnapshot[], snapshotId: string | undefined): Manifest {
  if (found.length === 0) throw new AppError('backup/absent')
  const chosen = snapshotId === undefined ? found[0] : found.find((one) => one.snapshotId === snapshotId)
  if (chosen === undefined) throw new AppError('backup/unknown')
  if (chosen.kind === 'newer') throw new AppError('app/too-old')
  if (chosen.kind === 'damaged') throw new AppError('backup/damaged', { part: 'list' })
  const { manifest } = chosen
  if (manifest.schema > migrations.length)
    throw new AppError('app/too-old', { schema: manifest.schema, known: migrations.length })
  return manifest
}

async function copyOriginals(
  paths: BackupPaths,
  building: string,
  { originals }: Manifest,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const blobs = join(building, 'blobs')
  await makeFolder(blobs)
  for (const [done, { blobId, ...seen }] of originals.entries()) {
    tell({ kind: 'progress', step: 'originals', done, total: originals.length })
    const to = blobIn(blobs, blobId)
    await makeFolder(dirname(to))
    await copyWhole(paths.blobOf(blobId), to, seen, signal)
  }
}

async function copyWhole(from: string, to: string, expected: FileSeen, signal: AbortSignal): Promise<void> {
  const copied = await copyFile(from, to, { unreadable: 'backup/damaged', signal })
  if (!isSame(copied, expected)) throw new AppError('backup/damaged')
}

interface Settling {
  readonly paths: BackupPaths
  readonly opened: OpenedHeader
  readonly keys: SubKeys
  readonly manifest: Manifest
}

/** Opens what was written, reads every original back, and notes in the store that this vault is another copy from now on. */
async function settleStore(
  { clock, newId }: RestoreDeps,
  building: string,
  { paths, opened, keys, manifest }: Settling,
  signal: AbortSignal,
): Promise<void> {
  const file = join(building, 'vault.db')
  const key = Uint8Array.from(keys.databaseKey)
  const store = await openStore({ file, key, cipher: opened.header.cipher, readers: 1, mustExist: true })
  const blobs = createBlobs({ dir: join(building, 'blobs'), blobKey: keys.blobKey })
  try {
    for (const { blobId, sha256 } of await listBlobIds(store.db)) {
      signal.throwIfAborted()
      if ((await blobs.verify(blobId)).sha256 !== sha256) throw new AppError('backup/damaged')
    }
    const audit = createAudit({ key: keys.auditKey, bootId: randomUUID(), actor: opened.userId, now: clock.now })
    const { snapshotId, madeAt, lastDocumentSeq } = manifest
    await store.write(async (trx) => {
      await setOrigin(trx, newId())
      await putLastBackup(trx, { folder: paths.folder, snapshotId, madeAt, lastDocumentSeq })
      await audit.append(trx, { action: 'backup.restore', objectId: snapshotId })
    })
  } catch (error) {
    const isDamage = error instanceof AppError && /^vault\/damaged-/.test(error.code)
    throw isDamage ? new AppError('backup/damaged', {}, { cause: error }) : error
  } finally {
    await blobs.close()
    await store.close()
    key.fill(0)
  }
  await syncFile(file)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function putInPlace(building: string, to: string): Promise<void> {
  for (const folder of [join(building, 'blobs'), building]) await syncFolder(folder)
  // an empty folder of that name may go; one that is no longer empty stays, and with it what is in it
  await rmdir(to).catch((error: unknown) => {
    const code = systemCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw new AppError('vault/not-empty')
    if (code !== 'ENOENT') throw error
  })
  await rename(building, to).catch((error: unknown) => {
    const code = systemCode(error)
    throw code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR' ? new AppError('vault/not-empty') : error
  })
  await syncFolder(dirname(to))
}
