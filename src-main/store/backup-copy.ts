/**
 * A consistent copy of the store as one encrypted file under the same key, made by a read-only connection of its own, so that
 * work goes on beside it. Without the invented person. What the copy holds is read from the copy itself, never from the store
 * it came from.
 */
import { AppError } from '#contract/errors.ts'
import { leaveOutSample } from './backup-sample.ts'
import type { OpenOptions } from './open.ts'
import { startThread } from './thread.ts'

interface StoreCopy {
  readonly schema: number
  readonly documents: number
  readonly lastDocumentSeq: number
  /** There is an invented person, and they are not in it. */
  readonly isSampleLeftOut: boolean
  /** `sha256` is of the original's own bytes. */
  readonly originals: readonly { readonly blobId: string; readonly sha256: string }[]
}

/** `to` must not exist. Fails with `vault/unwritable` or `vault/disk-full` for what is wrong with the place of `to`. */
export async function copyStore({
  to,
  ...options
}: Omit<OpenOptions, 'readonly' | 'isAlone'> & { readonly to: string }): Promise<StoreCopy> {
  const thread = await startThread({ ...options, readonly: true })
  const query = async <R>(sql: string, ...parameters: readonly unknown[]) =>
    (await thread.run(sql, parameters)).rows as R[]
  try {
    await query('VACUUM INTO ?', to).catch((error: unknown) => {
      throw toTargetError(error)
    })
    await query('ATTACH ? AS copied', to)
    const isSampleLeftOut = (await query('SELECT 1 FROM copied.person WHERE isSample = 1')).length > 0
    if (isSampleLeftOut) {
      await query('DETACH copied')
      await leaveOutSample({ ...options, file: to }).catch((error: unknown) => {
        throw toTargetError(error)
      })
      await query('ATTACH ? AS copied', to)
    }
    const checked = await query<{ integrity_check: string }>('PRAGMA copied.integrity_check')
    if (checked[0]?.integrity_check !== 'ok') throw new AppError('vault/damaged-store')
    const [version] = await query<{ user_version: number }>('PRAGMA copied.user_version')
    const [counted] = await query<{ documents: number; last: number | null }>(
      'SELECT count(*) FILTER (WHERE partOf IS NULL) AS documents, max(seq) AS last FROM copied.document',
    )
    return {
      schema: version?.user_version ?? 0,
      documents: counted?.documents ?? 0,
      lastDocumentSeq: counted?.last ?? 0,
      isSampleLeftOut,
      originals: await query('SELECT blobId, sha256 FROM copied.document ORDER BY seq'),
    }
  } finally {
    await thread.close()
  }
}

/** Reading the store does not fail like this under a read-only connection; writing the copy does. */
function toTargetError(error: unknown): unknown {
  const sqlite = error instanceof AppError ? String(error.details.sqlite ?? '') : ''
  return /^SQLITE_(IOERR|PERM|AUTH)/.test(sqlite) ? new AppError('vault/unwritable', {}, { cause: error }) : error
}
