/** Makes a new vault of a backup, or lists what is in one; no vault needs to be there. */
import { resolve } from 'node:path'
import type { BackupSecret, RestoreStep } from '#contract/backups.ts'
import { AppError } from '#contract/errors.ts'
import { describeSnapshots } from '../backup-text.ts'
import type { Call, Run } from '../call.ts'
import { columns, count } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { createProgressLine } from '../progress.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const restore: Run = async (call) => {
  const { api, options, io, signal } = call
  if (options.from === undefined) throw wrongUsage('"restore" needs --from DIR.')
  const from = resolve(options.from)
  if (options.list) return list(call, from)
  if (options.to === undefined) throw wrongUsage('"restore" needs --to DIR, the folder of the new vault.')
  const to = resolve(options.to)
  const secret = await askSecret(call)
  const line = createProgressLine(io.stderr)
  let ended: Extract<RestoreStep, { kind: 'done' }> | undefined
  try {
    const asked = { from, to, secret, ...(options.snapshot !== undefined && { snapshotId: options.snapshot }) }
    for await (const step of api.backups.restore(asked, { signal }))
      if (step.kind === 'done') ended = step
      else
        line.show(
          step.step === 'store'
            ? 'Restoring the store'
            : `Original ${step.done + 1} of ${count(step.total ?? 0, 'original')}`,
        )
  } finally {
    line.clear()
  }
  if (ended === undefined) throw new AppError('internal')
  const { snapshot, originals } = ended
  const rows = [
    ['Vault', safeLine(to)],
    ['Backup', `${snapshot.id}, made ${snapshot.madeAt}`],
    ['Holds', `${count(snapshot.documents ?? 0, 'document')}, ${count(originals, 'original')}`],
  ]
  return {
    json: { vault: to, snapshot, originals },
    lines: [
      'The vault is restored, and all of it was read back.',
      '',
      ...columns(rows, '  '),
      '',
      'It opens with the same passphrase and the same recovery key as the backup.',
    ],
  }
}

async function list(call: Call, folder: string) {
  const filter = { folder, secret: await askSecret(call) }
  const snapshots = await listAll((page) => call.api.backups.list({ filter, ...page }))
  return { json: { snapshots }, lines: describeSnapshots(snapshots) }
}

/** The recovery key where its file is named, else the passphrase. */
async function askSecret({ secrets, options }: Call): Promise<BackupSecret> {
  if (options.recoveryKeyFile === undefined) return { passphrase: await secrets.present() }
  return { recoveryKey: (await secrets.recoveryKey()).trim() }
}
