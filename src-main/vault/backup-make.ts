/**
 * Makes one snapshot of the open vault: originals once, as they lie in the vault, a copy of the store, and last the sealed list
 * of both, when everything it names was read back. Until then there is no new snapshot, and the earlier ones are as they were.
 */
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupStep } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import { copyStore } from '../store/backup-copy.ts'
import { hasOriginal } from '../store/backups.ts'
import type { Cipher } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { syncFolder, writeAtomically } from './atomic-write.ts'
import { copyFile, hashFile, isSame } from './backup-files.ts'
import { type BackupPaths, blobIn, makeFolder, onTarget } from './backup-folder.ts'
import { type FileSeen, type Manifest, sealManifest } from './backup-format.ts'
import { type FoundSnapshot, readOne, removeLeftovers } from './backup-snapshots.ts'
import type { Blobs } from './blobs.ts'
import { readHeader, writeHeader } from './header.ts'
import { headerHolds } from './open-header.ts'

export interface SnapshotDeps {
  /** The vault's folder. */
  readonly dir: string
  readonly vaultId: string
  readonly cipher: Cipher
  /** Whoever owns them zeroes them, when no snapshot is being made any more. */
  readonly keys: { readonly databaseKey: Uint8Array; readonly headerKey: Uint8Array; readonly backupKey: Uint8Array }
  readonly store: Pick<Store, 'db'>
  readonly blobs: Pick<Blobs, 'verify'>
  readonly now: () => string
  readonly newId: () => string
}

export type Tell = (step: BackupStep) => void

/** A document may be deleted while its original is about to be copied; the copy of the store is then made anew. */
const TRIES = 3

export async function makeSnapshot(
  deps: SnapshotDeps,
  paths: BackupPaths,
  found: readonly FoundSnapshot[],
  tell: Tell,
  signal: AbortSignal,
): Promise<{ manifest: Manifest; written: number; isSampleLeftOut: boolean }> {
  await onTarget(paths.folder, () => prepare(deps, paths))
  const known = new Map<string, FileSeen>()
  for (const one of found)
    if (one.kind === 'whole')
      for (const { blobId, sizeBytes, sha256 } of one.manifest.originals) known.set(blobId, { sizeBytes, sha256 })
  for (let tries = 1; ; tries++) {
    const made = await attempt(deps, paths, known, tell, signal)
    if (made !== 'changed meanwhile') return made
    if (tries === TRIES) throw new AppError('store/busy')
  }
}

/** The header goes first: without it nothing in the folder can be opened. It is the vault's present one, so that one passphrase opens all. */
async function prepare({ dir, keys }: SnapshotDeps, paths: BackupPaths): Promise<void> {
  const { header } = await readHeader(dir)
  await writeHeader(paths.folder, header)
  if (!(await headerHolds(paths.folder, keys.headerKey))) throw new AppError('backup/damaged')
  for (const folder of [paths.snapshots, paths.stores, paths.blobs]) await makeFolder(folder)
}

async function attempt(
  deps: SnapshotDeps,
  paths: BackupPaths,
  known: ReadonlyMap<string, FileSeen>,
  tell: Tell,
  signal: AbortSignal,
) {
  const snapshotId = deps.newId()
  const madeAt = deps.now()
  tell({ kind: 'progress', step: 'store', done: 0, total: null })
  try {
    const { copy, store } = await onTarget(paths.folder, () => copyStoreTo(deps, paths.storeOf(snapshotId), signal))
    const originals: Manifest['originals'] = []
    let written = 0
    for (const { blobId, sha256 } of copy.originals) {
      signal.throwIfAborted()
      tell({ kind: 'progress', step: 'originals', done: originals.length, total: copy.originals.length })
      const kept = await keepOriginal(deps, paths, { blobId, sha256 }, known.get(blobId), signal)
      if (kept === 'gone') {
        await removeLeftovers(paths)
        return 'changed meanwhile' as const
      }
      originals.push({ blobId, ...kept.seen })
      if (kept.isWritten) written++
    }
    const { schema, documents, lastDocumentSeq } = copy
    const about = { snapshotId, vaultId: deps.vaultId, madeAt, schema, documents, lastDocumentSeq }
    const manifest = { ...about, store, originals }
    await onTarget(paths.folder, () => writeManifest(deps, paths, manifest, signal))
    return { manifest, written, isSampleLeftOut: copy.isSampleLeftOut }
  } catch (error) {
    await removeLeftovers(paths).catch(() => {}) // a missing disk has nothing to clear away
    throw error
  }
}

/** Read back before it gets its name. */
async function copyStoreTo({ dir, cipher, keys }: SnapshotDeps, file: string, signal: AbortSignal) {
  signal.throwIfAborted()
  const temporary = `${file}.tmp`
  // the key is zeroed by whoever opens a store with it
  const key = Uint8Array.from(keys.databaseKey)
  const copy = await copyStore({ file: join(dir, 'vault.db'), key, cipher, to: temporary }).finally(() => key.fill(0))
  const handle = await open(temporary, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  const store = await hashFile(temporary, signal)
  await rename(temporary, file)
  await syncFolder(dirname(file))
  if (store === undefined) throw new AppError('backup/damaged')
  return { copy, store }
}

/** What is there already is read and compared; what is missing, damaged or of unknown origin is copied and read back. */
async function keepOriginal(
  { dir, blobs, store }: SnapshotDeps,
  paths: BackupPaths,
  { blobId, sha256 }: { blobId: string; sha256: string },
  known: FileSeen | undefined,
  signal: AbortSignal,
): Promise<{ seen: FileSeen; isWritten: boolean } | 'gone'> {
  const [from, to] = [blobIn(join(dir, 'blobs'), blobId), paths.blobOf(blobId)]
  const { folder } = paths
  const present = await onTarget(folder, () => hashFile(to, signal))
  if (known !== undefined && isSame(present, known)) return { seen: known, isWritten: false }
  try {
    if ((await blobs.verify(blobId)).sha256 !== sha256) throw new AppError('vault/damaged-original')
    const source = present && (await hashFile(from, signal))
    if (present !== undefined && isSame(present, source)) return { seen: present, isWritten: false }
    await onTarget(folder, () => makeFolder(dirname(to)))
    const seen = await onTarget(folder, () => copyFile(from, to, { unreadable: 'vault/damaged-original', signal }))
    if (!isSame(await onTarget(folder, () => hashFile(to, signal)), seen)) throw new AppError('backup/damaged')
    return { seen, isWritten: true }
  } catch (error) {
    const isMissing = error instanceof AppError && error.code === 'vault/damaged-original'
    if (isMissing && !(await hasOriginal(store.db, blobId))) return 'gone'
    throw error
  }
}

async function writeManifest(
  { keys, vaultId }: SnapshotDeps,
  paths: BackupPaths,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<void> {
  const { snapshotId } = manifest
  if (!isSame(await hashFile(paths.storeOf(snapshotId), signal), manifest.store)) throw new AppError('backup/damaged')
  signal.throwIfAborted()
  const place = { vaultId, snapshotId, backupKey: keys.backupKey }
  const file = paths.manifestOf(snapshotId)
  await writeAtomically(file, (opened) => opened.writeFile(sealManifest(manifest, place)))
  if ((await readOne(file, place)).kind === 'whole') return
  await unlink(file)
  throw new AppError('backup/damaged')
}
