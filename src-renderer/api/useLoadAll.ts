/** A list of the contract, page by page: more is loaded when asked for, and all of it again when its topic changed. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ErrorCode } from '#contract/errors.ts'
import { callPath, type Input, type MethodPath, type Output } from './paths.ts'
import { codeOf } from './useLoad.ts'

interface Page<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
}

type ListPath = { [P in MethodPath]: Output<P> extends { nextCursor: string | null } ? P : never }[MethodPath]
type Item<P extends ListPath> = Output<P> extends { items: readonly (infer T)[] } ? T : never

export type LoadAll<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly again: () => void }
  | { readonly kind: 'ready'; readonly items: readonly T[]; readonly more?: () => void }

export function useLoadAll<P extends ListPath>(path: P, input: Omit<Input<P>, 'cursor'>): LoadAll<Item<P>> {
  const query = useInfiniteQuery({
    queryKey: [path, input, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      callPath(path, { ...input, ...(pageParam !== null && { cursor: pageParam }) } as Input<P>, {
        signal,
      }) as unknown as Promise<Page<Item<P>>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (last) => last,
  })
  if (query.data !== undefined)
    return {
      kind: 'ready',
      items: query.data.pages.flatMap((page) => page.items),
      ...(query.hasNextPage && { more: () => void query.fetchNextPage() }),
    }
  if (query.error !== null) return { kind: 'failed', code: codeOf(query.error), again: () => void query.refetch() }
  return { kind: 'loading' }
}
