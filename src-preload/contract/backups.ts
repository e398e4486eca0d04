/** Backups: encrypted copies of the whole vault, but for the invented person, in another folder, many snapshots in one; and a vault made anew from one. */
import { z } from 'zod'
import { list, method, stream } from './define.ts'

const path = z.string().min(1).max(4096)
const count = z.int().nonnegative()

/** What opens a backup without its vault: what opened the vault when the newest backup in that folder was made. */
const Secret = z.union([
  z.strictObject({ passphrase: z.string().min(1).max(16_384) }),
  z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
])
export type BackupSecret = z.infer<typeof Secret>

const SnapshotId = z.uuid()

export const Snapshot = z.strictObject({
  id: SnapshotId,
  /** As its own list of files says, whose seal was checked; the files themselves are read when it is restored. */
  state: z.enum(['whole', 'damaged', 'newer']),
  /** Null where that list cannot be read. */
  madeAt: z.string().nullable(),
  documents: count.nullable(),
  /** The store and every original it names; originals are shared between snapshots. */
  sizeBytes: count.nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>

const BackupStatus = z.strictObject({
  /** Where the last one was made; null: there is none yet. */
  folder: z.string().nullable(),
  /** The folder answers now, and holds backups of this vault. */
  isReachable: z.boolean(),
  madeAt: z.string().nullable(),
  /** Documents added since, of all people who are not invented. */
  documentsSince: count,
  isRunning: z.boolean(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

const progress = z.strictObject({
  kind: z.literal('progress'),
  step: z.enum(['store', 'originals']),
  done: count,
  total: count.nullable(),
})

const Made = z.strictObject({
  kind: z.literal('done'),
  snapshot: Snapshot,
  /** Where it really lies: in a folder with other files in it, a folder of its own is made. */
  folder: z.string(),
  /** Originals that were not there yet, or not whole, and were written. */
  written: count,
  /** Older snapshots that were let go. */
  removed: count,
  /** There is an invented person: neither they nor their papers are in it. */
  isSampleLeftOut: z.boolean(),
})
export type BackupStep = z.infer<typeof progress> | z.infer<typeof Made>

const Restored = z.strictObject({
  kind: z.literal('done'),
  snapshot: Snapshot,
  to: z.string(),
  originals: count,
})
export type RestoreStep = z.infer<typeof progress> | z.infer<typeof Restored>

export const backups = {
  status: method({ action: 'backup.status', writes: false, input: z.undefined(), output: BackupStatus }),
  /** Of the last place, or of `folder`. With a secret no vault needs to be open. */
  list: list({
    action: 'backup.list',
    filter: z.strictObject({ folder: path.optional(), secret: Secret.optional() }),
    sort: ['newest'],
    item: Snapshot,
  }),
  /** Without `to`, to the last place. Ends with one `done`, when everything it names was read back. */
  make: stream({
    action: 'backup.make',
    writes: true,
    input: z.strictObject({ to: path.optional() }),
    chunk: z.discriminatedUnion('kind', [progress, Made]),
  }),
  /** Makes a new vault of a snapshot, without `snapshotId` of the newest. The new folder appears when all of it is proved. */
  restore: stream({
    action: 'backup.restore',
    writes: true,
    input: z.strictObject({ from: path, to: path, secret: Secret, snapshotId: SnapshotId.optional() }),
    chunk: z.discriminatedUnion('kind', [progress, Restored]),
  }),
} as const
