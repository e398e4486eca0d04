/** How a failure leaves a store thread: a code, never SQLite's message, which may quote a value. */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { isDamage, isFull } from './open.ts'

export interface ThreadError {
  readonly code: ErrorCode
  /** SQLite's own code, for the log. */
  readonly sqlite?: string
}

export function toThreadError(error: unknown): ThreadError {
  if (error instanceof AppError) return { code: error.code }
  const sqlite = error instanceof Error && 'code' in error ? { sqlite: String(error.code) } : {}
  if (isDamage(error)) return { code: 'vault/damaged-store', ...sqlite }
  if (isFull(error)) return { code: 'vault/disk-full', ...sqlite }
  if (sqlite.sqlite?.startsWith('SQLITE_BUSY')) return { code: 'store/busy', ...sqlite }
  if (sqlite.sqlite === 'SQLITE_READONLY' || sqlite.sqlite === 'SQLITE_CANTOPEN')
    return { code: 'vault/unwritable', ...sqlite }
  return { code: 'internal', ...sqlite }
}
