/** Facts as lists: the timeline, the review, what a document says. What was rejected is shown only where it is asked for. */
import { AppError } from '#contract/errors.ts'
import { type Fact, FactState } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'
import { type FactsQuery, listFacts } from '../store/facts.ts'
import { fromCursor, type Position, toPage } from '../store/paging.ts'
import type { Store } from '../store/store.ts'
import type { FactRow } from '../store/tables.ts'
import { type AsKnown, knownOf } from './known.ts'
import { loadFacts, showFacts } from './show-facts.ts'

interface ListQuery {
  readonly filter: Omit<FactsQuery['filter'], 'states' | 'known'> &
    AsKnown & { readonly states?: readonly FactState[] | undefined }
  readonly sort: FactsQuery['sort']
  readonly limit: number
  readonly cursor?: string | undefined
}

export function createFactLists({ store }: { readonly store: Store }) {
  return {
    async list({ filter, sort, limit, cursor }: ListQuery) {
      const { states = standing, asKnownOn: _, knownBy: __, ...rest } = filter
      const query: FactsQuery = {
        filter: { ...rest, states, known: knownOf(filter) },
        sort,
        limit: limit + 1,
        after: fromCursor(cursor),
      }
      const rows = await listFacts(store.db, query)
      const facts = new Map((await showFacts(store.db, rows.slice(0, limit))).map((fact) => [fact.id, fact]))
      const shown = (row: FactRow) => facts.get(row.id) as Fact
      return toPage(rows, limit, shown, (row) => positionOf(row, sort))
    },

    async get(id: FactId): Promise<Fact> {
      const [fact] = await loadFacts(store.db, [id])
      if (fact === undefined) throw new AppError('fact/unknown')
      return fact
    },
  }
}

const standing = FactState.options.filter((state) => state !== 'rejected')

function positionOf({ seq, name, happenedOn, reviewOrder }: FactRow, sort: FactsQuery['sort']): Position {
  if (sort === 'name') return { value: name, seq }
  return { value: sort === 'review' ? reviewOrder : (happenedOn ?? ''), seq }
}
