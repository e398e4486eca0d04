/** Snapshots, told to people. */
import type { Snapshot } from '#contract/backups.ts'
import { columns, count } from './layout.ts'

const stateWords = { whole: '', damaged: 'its list is damaged', newer: 'made by a newer version' }

export const describeSnapshots = (snapshots: readonly Snapshot[]): string[] =>
  columns(
    snapshots.map(({ id, state, madeAt, documents, sizeBytes }) =>
      state === 'whole' && madeAt !== null
        ? [id, madeAt, count(documents ?? 0, 'document'), megabytes(sizeBytes ?? 0)]
        : [id, stateWords[state]],
    ),
    '  ',
  )

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
