/** What is listed for a query: passages, the question itself, and places whose name begins like it. Pure. */
import type { TFunction } from 'i18next'
import type { Hit } from '#contract/answers.ts'
import type { Goal } from './useGoals.ts'

export type Row =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit }
  | { readonly kind: 'ask'; readonly key: string; readonly label: string }
  | { readonly kind: 'goal'; readonly key: string; readonly goal: Goal }

interface RowsInput {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly goals: readonly Goal[]
  readonly t: TFunction
}

export function rowsOf({ query, hits, goals, t }: RowsInput): Row[] {
  const begins = (label: string) =>
    label
      .toLocaleLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(query.toLocaleLowerCase()))
  const named = query === '' ? goals : goals.filter(({ label }) => begins(label))
  return [
    // two passages of one page may begin at the same word
    ...hits.map((hit, at): Row => ({ kind: 'hit', key: `${hit.documentId} ${hit.page} ${hit.start} ${at}`, hit })),
    ...(query === '' ? [] : [{ kind: 'ask' as const, key: 'ask', label: t('search.ask', { query }) }]),
    ...named.map((goal): Row => ({ kind: 'goal', key: goal.id, goal })),
  ]
}
