/** Cursors of list calls: the sort value and the row number where the last page ended. Opaque to callers. */
import { AppError } from '#contract/errors.ts'

export interface Position {
  readonly value: string | number
  readonly seq: number
}

const toCursor = (position: Position): string =>
  Buffer.from(JSON.stringify([position.value, position.seq])).toString('base64url')

export function fromCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, seq] = parsed as [unknown, unknown]
      if ((typeof value === 'string' || typeof value === 'number') && Number.isSafeInteger(seq))
        return { value, seq: seq as number }
    }
  } catch {
    // falls through to the one refusal below
  }
  throw new AppError('input/invalid')
}

/** Rows fetched with `limit + 1`: one more than asked for means that there is a next page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  positionOf: (row: R) => Position,
): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > limit && last !== undefined ? toCursor(positionOf(last)) : null
  return { items: shown.map(toItem), nextCursor }
}
