/** What was loaded, until main says it is old. Forgets everything when the vault is locked; nothing is ever written to disk. */
import { QueryClient } from '@tanstack/react-query'
import type { Topic } from '#contract/events.ts'
import type { Contract } from '#contract/index.ts'
import { type Output, topicsOfGroup } from './paths.ts'

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 60_000, networkMode: 'always', refetchOnWindowFocus: false },
    },
  })

/** Answers how to stop following. */
export function followEvents(client: QueryClient, onLocked: () => void): () => void {
  return window.medmemory.on((event) => {
    if (event.kind === 'changed') refresh(client, event.topics)
    if (event.kind !== 'locked') return
    // first the state, so that nothing of the record is shown any more; then what was loaded
    client.setQueryData<Output<'vault.status'>>(
      ['vault.status', undefined],
      (last) => last && { ...last, state: 'locked', notices: [] },
    )
    client.removeQueries({ predicate: ({ queryKey: [path] }) => path !== 'vault.status' })
    void client.invalidateQueries({ queryKey: ['vault.status'] })
    onLocked()
  })
}

function refresh(client: QueryClient, topics: readonly Topic[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => {
      const group = String(path).split('.')[0] as keyof Contract
      return topicsOfGroup[group]?.some((topic) => topics.includes(topic)) ?? false
    },
  })
}
