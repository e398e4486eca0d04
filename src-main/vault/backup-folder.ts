/**
 * Where backups lie: which folder is meant by a path, what lies where in it, and whether it may be used. Nothing here removes
 * a file whose name this program did not give; a folder with other things in it gets a folder of ours inside.
 */
import { mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { holdLock, isFull } from '../store/open.ts'
import { syncFolder, systemCode, toWriteError } from './atomic-write.ts'
import { headerFiles } from './header.ts'

const OWN_FOLDER = 'medmemory-backup'

export type BackupPaths = ReturnType<typeof pathsIn>

export const pathsIn = (folder: string) => ({
  folder,
  snapshots: join(folder, 'snapshots'),
  stores: join(folder, 'stores'),
  blobs: join(folder, 'blobs'),
  manifestOf: (snapshotId: string) => join(folder, 'snapshots', `${snapshotId}.mmk`),
  storeOf: (snapshotId: string) => join(folder, 'stores', `${snapshotId}.mms`),
  blobOf: (blobId: string) => blobIn(join(folder, 'blobs'), blobId),
})

/** As in a vault. */
export const blobIn = (blobs: string, blobId: string) => join(blobs, blobId.slice(0, 2), `${blobId}.mmb`)

/** For a backup that is to be made. Makes the folder itself where it is missing, and no folder above it: its disk may be missing. */
export async function chooseFolder(to: string, vaultDir: string): Promise<string> {
  requirePath(to)
  const isForeign = (await kindOf(to)) === 'other'
  const folder = isForeign ? join(to, OWN_FOLDER) : to
  const kind = await kindOf(folder)
  if (kind === 'other') throw new AppError('backup/unwritable')
  if (kind === 'absent' && !(await isFolder(dirname(folder)))) throw new AppError('backup/unreachable')
  if (await isInside(folder, vaultDir)) throw new AppError('backup/inside-vault')
  if (kind === 'absent') await onTarget(folder, () => makeFolder(folder))
  return folder
}

/** For a backup that is there. */
export async function findFolder(from: string): Promise<string> {
  requirePath(from)
  for (const folder of [from, join(from, OWN_FOLDER)]) {
    const kind = await kindOf(folder)
    if (kind === 'backup') return folder
    if (kind === 'absent' && folder === from) throw new AppError('backup/unreachable')
  }
  throw new AppError('backup/absent')
}

/** One process at a time writes to a folder of backups. */
export function lockFolder(folder: string): { release(): void } {
  try {
    return holdLock(join(folder, 'lock.db'))
  } catch (error) {
    const { code, cause } = error as AppError
    if (code === 'vault/in-use') throw new AppError('backup/in-use')
    throw new AppError(isFull(cause) ? 'backup/disk-full' : 'backup/unwritable', {}, { cause })
  }
}

/** What went wrong while the folder was written to or read, as a code that says so. */
export async function onTarget<R>(folder: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    const told = toWriteError(error)
    if (!(told instanceof AppError)) throw error
    if (told.code === 'vault/disk-full') throw new AppError('backup/disk-full', {}, { cause: error })
    if (told.code !== 'vault/unwritable') throw told
    const code = (await isFolder(dirname(folder))) ? 'backup/unwritable' : 'backup/unreachable'
    throw new AppError(code, {}, { cause: error })
  }
}

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return
    throw error
  }
  await syncFolder(dirname(folder))
}

/** Also through links, and where the folder does not exist yet. */
async function isInside(folder: string, outer: string): Promise<boolean> {
  const way = relative(await realpath(outer), await realpathOfNew(folder))
  return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..')
}

async function realpathOfNew(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) return path
    return join(await realpathOfNew(dirname(path)), basename(path))
  }
}

type FolderKind = 'absent' | 'free' | 'backup' | 'other'

const ours = new Set([
  ...headerFiles.flatMap((name) => [name, `${name}.tmp`]),
  'lock.db',
  'snapshots',
  'stores',
  'blobs',
])
/** What systems leave in the folders they show, and on a fresh disk. */
const clutter =
  /^(\.DS_Store|\.Spotlight-V100|\.fseventsd|\.Trashes|\._.*|desktop\.ini|Thumbs\.db|System Volume Information|lost\+found)$/

async function kindOf(folder: string): Promise<FolderKind> {
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => !clutter.test(name))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return 'absent'
    throw new AppError(
      code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR' ? 'backup/unwritable' : 'backup/unreachable',
    )
  }
  if (names.length === 0) return 'free'
  if (names.includes('vault.db')) return 'other'
  const hasHeader = headerFiles.some((name) => names.includes(name))
  // one that was cut off at its beginning has only some of them
  return (hasHeader && names.includes('snapshots')) || names.every((name) => ours.has(name)) ? 'backup' : 'other'
}

function requirePath(path: string): void {
  if (!isAbsolute(path) || path.includes('\0')) throw new AppError('input/invalid')
}

const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() === true
