/**
 * Reading through the contract: `useLoad('documents.list', {…})` answers loading, failed or ready, and loads again when
 * main says that its topic changed. Nothing is kept once the vault is locked: see query-client.ts.
 */
import { useQuery } from '@tanstack/react-query'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { callPath, type Input, type MethodPath, type Output } from './paths.ts'

export type Load<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly again: () => void }
  | { readonly kind: 'ready'; readonly value: T; readonly isOld: boolean }

export interface LoadOptions {
  /** False: not now; the state stays `loading`. */
  readonly enabled?: boolean
  /** Shows what was loaded for the last input until the new answer is there. */
  readonly keepLast?: boolean
}

export function useLoad<P extends MethodPath>(path: P, input: Input<P>, options: LoadOptions = {}): Load<Output<P>> {
  const query = useQuery<unknown>({
    queryKey: [path, input],
    queryFn: ({ signal }) => callPath(path, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keepLast && { placeholderData: (last: unknown) => last }),
  })
  if (query.data !== undefined)
    return { kind: 'ready', value: query.data as Output<P>, isOld: query.isPlaceholderData || query.isStale }
  if (query.error !== null) return { kind: 'failed', code: codeOf(query.error), again: () => void query.refetch() }
  return { kind: 'loading' }
}

/** Anything that is no AppError is a bug of ours. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal')
