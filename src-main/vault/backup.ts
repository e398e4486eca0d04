/**
 * The backups of the open vault: making one, where and when the last was made, and which there are. One at a time; older ones
 * go only after a new one is proved. Only ever reads the vault, but for what it notes in the store when one is done.
 */
import type { BackupStatus, BackupStep } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../lib/clock.ts'
import type { Audit } from '../store/audit.ts'
import { countDocumentsAfter, findLastBackup, putLastBackup } from '../store/backups.ts'
import type { Store } from '../store/store.ts'
import { chooseFolder, findFolder, lockFolder, onTarget, pathsIn } from './backup-folder.ts'
import { makeSnapshot, type SnapshotDeps, type Tell } from './backup-make.ts'
import {
  type PageAsked,
  prune,
  readSnapshots,
  removeLeftovers,
  requireOwnFolder,
  showManifest,
  toSnapshotPage,
} from './backup-snapshots.ts'
import { readHeader } from './header.ts'
import { watchWork } from './watch-work.ts'

export interface BackupsDeps extends Omit<SnapshotDeps, 'now' | 'store'> {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  /** So many snapshots stay in a folder. */
  readonly keep: () => number
  readonly changed: () => void
}

export type Backups = ReturnType<typeof createBackups>

type Done = Extract<BackupStep, { kind: 'done' }>

export function createBackups(deps: BackupsDeps) {
  const { dir, vaultId, keys, store, audit, clock, keep, changed } = deps
  const making = { ...deps, now: clock.now }
  const key = { vaultId, backupKey: keys.backupKey }
  const closing = new AbortController()
  let running: Promise<unknown> | undefined

  async function lastFolder(): Promise<string> {
    const last = await findLastBackup(store.db)
    if (last === undefined) throw new AppError('backup/no-place')
    return findFolder(last.folder).catch((error: unknown) => {
      // an empty folder where a disk used to be is not that disk
      throw error instanceof AppError && error.code === 'backup/absent' ? new AppError('backup/unreachable') : error
    })
  }

  async function make(to: string | undefined, tell: Tell, signal: AbortSignal): Promise<Done> {
    const folder = to === undefined ? await lastFolder() : await chooseFolder(to, dir)
    const paths = pathsIn(folder)
    const lock = lockFolder(folder)
    try {
      const found = await onTarget(folder, async () => {
        const before = await readSnapshots(paths, key)
        await requireOwnFolder(paths, key, before)
        await removeLeftovers(paths)
        return before
      })
      const { manifest, written, isSampleLeftOut } = await makeSnapshot(making, paths, found, tell, signal)
      const { snapshotId, madeAt, lastDocumentSeq } = manifest
      await store.write(async (trx) => {
        await putLastBackup(trx, { folder, snapshotId, madeAt, lastDocumentSeq })
        const meta = { originals: manifest.originals.length, written }
        await audit.append(trx, { action: 'backup.make', objectId: snapshotId, meta })
      })
      // the backup is there; what could not be cleared away is cleared next time
      const removed = await prune(paths, key, keep()).catch(() => 0)
      return { kind: 'done', snapshot: showManifest(manifest), folder, written, removed, isSampleLeftOut }
    } finally {
      lock.release()
    }
  }

  return {
    async *make(to: string | undefined, signal: AbortSignal): AsyncGenerator<BackupStep, void> {
      if (running !== undefined) throw new AppError('backup/in-use')
      const either = AbortSignal.any([signal, closing.signal])
      yield* watchWork<BackupStep>((tell) => {
        const mine = make(to, tell, either).finally(() => {
          running = undefined
          changed()
        })
        running = mine
        changed()
        return mine
      })
    },

    async status(): Promise<BackupStatus> {
      const last = await findLastBackup(store.db)
      return {
        folder: last?.folder ?? null,
        isReachable: last !== undefined && (await isReachable(last.folder, vaultId)),
        madeAt: last?.madeAt ?? null,
        documentsSince: await countDocumentsAfter(store.db, last?.lastDocumentSeq ?? 0),
        isRunning: running !== undefined,
      }
    },

    async list({ folder, ...page }: { folder?: string | undefined } & PageAsked) {
      const paths = pathsIn(folder === undefined ? await lastFolder() : await findFolder(folder))
      const found = await onTarget(paths.folder, async () => {
        const all = await readSnapshots(paths, key)
        await requireOwnFolder(paths, key, all)
        return all
      })
      return toSnapshotPage(found, page)
    },

    /** Null: there is none. */
    async ageDays(): Promise<number | null> {
      const last = await findLastBackup(store.db)
      return last === undefined ? null : Math.max(0, (Date.parse(clock.now()) - Date.parse(last.madeAt)) / 86_400_000)
    },

    /** Stops the one under way, and waits until it has. */
    async close(): Promise<void> {
      closing.abort(new AppError('cancelled'))
      await running?.catch(() => {})
    },
  }
}

/** A disk that does not answer is not there: nothing of the window waits for it. */
async function isReachable(folder: string, vaultId: string): Promise<boolean> {
  const looking = findFolder(folder)
    .then(readHeader)
    .then(({ header }) => header.vaultId === vaultId)
    .catch(() => false)
  const { promise: waiting, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, 2000, false)
  return Promise.race([looking, waiting]).finally(() => clearTimeout(timer))
}
