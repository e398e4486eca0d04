/**
 * The snapshots in a folder of backups: which there are, whose they are, and which files may go. A file goes only when no
 * snapshot names it, and none goes while the list of any snapshot cannot be read.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { type FileSystem, nodeFileSystem, syncFolder, systemCode } from './atomic-write.ts'
import type { BackupPaths } from './backup-folder.ts'
import { MAX_MANIFEST_BYTES, type Manifest, openManifest, type ReadManifest } from './backup-format.ts'
import { readCandidates } from './header.ts'

export interface BackupKey {
  readonly vaultId: string
  readonly backupKey: Uint8Array
}

export type FoundSnapshot = { readonly snapshotId: string } & ReadManifest

/** Newest first; what cannot be read comes before all, for it may be the newest. */
export async function readSnapshots({ snapshots, manifestOf }: BackupPaths, key: BackupKey): Promise<FoundSnapshot[]> {
  const found: FoundSnapshot[] = []
  for (const name of await namesIn(snapshots)) {
    const snapshotId = idOf(name, 'mmk')
    if (snapshotId === undefined) continue
    found.push({ snapshotId, ...(await readOne(manifestOf(snapshotId), { ...key, snapshotId })) })
  }
  const madeAt = (one: FoundSnapshot) => (one.kind === 'whole' ? one.manifest.madeAt : '~')
  return found.sort((one, other) => (madeAt(one) < madeAt(other) ? 1 : -1))
}

export async function readOne(path: string, place: Parameters<typeof openManifest>[1]): Promise<ReadManifest> {
  const { size } = await stat(path)
  if (size > MAX_MANIFEST_BYTES) return { kind: 'damaged' }
  return openManifest(await readFile(path), place)
}

export interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
}

export function toSnapshotPage(
  found: readonly FoundSnapshot[],
  { limit, cursor }: PageAsked,
): { items: Snapshot[]; nextCursor: string | null } {
  const from = fromCursor(cursor)?.seq ?? 0
  const numbered = found.map((one, at) => ({ one, after: at + 1 }))
  return toPage(
    numbered.slice(from, from + limit + 1),
    limit,
    ({ one }) => showSnapshot(one),
    ({ after }) => ({ value: '', seq: after }),
  )
}

const showSnapshot = (found: FoundSnapshot): Snapshot =>
  found.kind === 'whole'
    ? showManifest(found.manifest)
    : { id: found.snapshotId, state: found.kind, madeAt: null, documents: null, sizeBytes: null }

export function showManifest({ snapshotId, madeAt, documents, store, originals }: Manifest): Snapshot {
  const sizeBytes = originals.reduce((sum, original) => sum + original.sizeBytes, store.sizeBytes)
  return { id: snapshotId, state: 'whole', madeAt, documents, sizeBytes }
}

/** A folder whose header is gone is still ours when our key opens something in it, or when there is nothing in it. */
export async function requireOwnFolder({ folder }: BackupPaths, key: BackupKey, found: readonly FoundSnapshot[]) {
  try {
    const { candidates } = await readCandidates(folder)
    if (candidates.some(({ header }) => header.vaultId !== key.vaultId)) throw new AppError('backup/other-vault')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'vault/absent' && error.code !== 'vault/damaged-header') throw error
    if (found.length > 0 && !found.some(({ kind }) => kind === 'whole')) throw new AppError('backup/other-vault')
  }
}

/** What a backup that was cut off left behind, but for whole originals: the next one makes use of those. */
export async function removeLeftovers(paths: BackupPaths, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  const named = new Set((await namesIn(paths.snapshots)).map((name) => idOf(name, 'mmk')))
  for (const name of await namesIn(paths.snapshots))
    if (/^[0-9a-f-]{36}\.mmk\.tmp$/.test(name)) await fileSystem.unlink(join(paths.snapshots, name))
  for (const name of await namesIn(paths.stores)) {
    const isUnfinished = /^[0-9a-f-]{36}\.mms\.tmp(-journal|-wal|-shm)?$/.test(name)
    const snapshotId = idOf(name, 'mms')
    if (isUnfinished || (snapshotId !== undefined && !named.has(snapshotId)))
      await fileSystem.unlink(join(paths.stores, name))
  }
  for (const { folder, name } of await blobNames(paths))
    if (/^[0-9a-f-]{36}\.mmb\.tmp$/.test(name)) await fileSystem.unlink(join(folder, name))
}

/** Lets go of whole snapshots past the newest `keep`, and of what none names any more; answers how many snapshots went. */
export async function prune(
  paths: BackupPaths,
  key: BackupKey,
  keep: number,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<number> {
  const found = await readSnapshots(paths, key)
  const whole = found.flatMap((one) => (one.kind === 'whole' ? [one.manifest] : []))
  for (const { snapshotId } of whole.slice(keep)) {
    // the list first: a store without a list is a leftover, a list without a store would be a broken promise
    await fileSystem.unlink(paths.manifestOf(snapshotId))
    await syncFolder(paths.snapshots, fileSystem)
    await fileSystem.unlink(paths.storeOf(snapshotId))
  }
  if (whole.length === found.length) await removeUnnamed(paths, whole.slice(0, keep), fileSystem)
  return Math.max(0, whole.length - keep)
}

async function removeUnnamed(paths: BackupPaths, kept: readonly Manifest[], fileSystem: FileSystem): Promise<void> {
  const named = new Set(kept.flatMap(({ originals }) => originals.map(({ blobId }) => blobId)))
  for (const { folder, name } of await blobNames(paths)) {
    const blobId = idOf(name, 'mmb')
    if (blobId !== undefined && !named.has(blobId)) await fileSystem.unlink(join(folder, name))
  }
}

async function blobNames({ blobs }: BackupPaths): Promise<{ folder: string; name: string }[]> {
  const all: { folder: string; name: string }[] = []
  for (const part of (await namesIn(blobs)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await namesIn(join(blobs, part))) all.push({ folder: join(blobs, part), name })
  return all
}

const idOf = (name: string, kind: 'mmk' | 'mms' | 'mmb'): string | undefined =>
  new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.${kind}$`).exec(name)?.[1]

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  })
}
