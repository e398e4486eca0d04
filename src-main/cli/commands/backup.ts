/** Makes a backup of the vault, and lists those that are there. */
import { resolve } from 'node:path'
import type { BackupStep } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import { describeSnapshots, megabytes } from '../backup-text.ts'
import type { Run } from '../call.ts'
import { count } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { createProgressLine } from '../progress.ts'
import { safeLine } from '../terminal-text.ts'

export const backup: Run = async ({ api, options: { to }, io, signal }) => {
  const line = createProgressLine(io.stderr)
  let ended: Extract<BackupStep, { kind: 'done' }> | undefined
  try {
    for await (const step of api.backups.make(to === undefined ? {} : { to: resolve(to) }, { signal }))
      if (step.kind === 'done') ended = step
      else
        line.show(
          step.step === 'store'
            ? 'Copying the store'
            : `Original ${step.done + 1} of ${count(step.total ?? 0, 'original')}`,
        )
  } finally {
    line.clear()
  }
  if (ended === undefined) throw new AppError('internal')
  const { snapshot, folder, written, removed, isSampleLeftOut } = ended
  return {
    json: { snapshot, folder, written, removed, isSampleLeftOut },
    lines: [
      `The backup is made, and was read back: ${count(snapshot.documents ?? 0, 'document')}, ${megabytes(snapshot.sizeBytes ?? 0)}, in ${safeLine(folder)}.`,
      `${count(written, 'original')} written now; those that were there already were read and compared.`,
      ...(isSampleLeftOut ? ['The invented person and their papers are not in it.'] : []),
      ...(removed > 0 ? [`${count(removed, 'older backup')} removed.`] : []),
    ],
  }
}

export const backupList: Run = async ({ api, options: { from } }) => {
  const filter = from === undefined ? {} : { folder: resolve(from) }
  const snapshots = await listAll((page) => api.backups.list({ filter, ...page }))
  return {
    json: { snapshots },
    lines: snapshots.length === 0 ? ['There is no backup yet.'] : describeSnapshots(snapshots),
  }
}
