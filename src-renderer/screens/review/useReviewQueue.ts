/** The facts that wait, the most doubtful first, and which of them is looked at. What was decided goes at once, and comes back when it is undone. */
import { useEffect, useState } from 'react'
import type { Fact } from '#contract/facts.ts'
import type { FactId, PersonId } from '#contract/ids.ts'
import { type LoadAll, useLoadAll } from '../../api/useLoadAll.ts'
import { neighbour } from './queue.ts'

export interface ReviewQueue {
  readonly load: LoadAll<Fact>
  readonly queue: readonly Fact[]
  readonly current: Fact | undefined
  /** 0-based. */
  readonly at: number
  choose(id: FactId): void
  step(by: 1 | -1): void
  /** Takes them out of the queue and goes on. */
  leave(ids: readonly FactId[]): void
  comeBack(ids: readonly FactId[]): void
  isHidden(id: FactId): boolean
}

/** So many before the end more are loaded. */
const AHEAD = 10

export function useReviewQueue(personId: PersonId, first: FactId | undefined): ReviewQueue {
  const load = useLoadAll('facts.list', {
    ...{ filter: { personId, states: ['proposed'] }, sort: 'review', limit: 200 },
  })
  const [gone, setGone] = useState<ReadonlySet<FactId>>(new Set())
  const [chosen, setChosen] = useState<{ readonly id: FactId | undefined; readonly at: number }>({ id: first, at: 0 })
  const queue = load.kind === 'ready' ? load.items.filter(({ id }) => !gone.has(id)) : []
  const found = queue.findIndex(({ id }) => id === chosen.id)
  const at = found === -1 ? Math.max(0, Math.min(chosen.at, queue.length - 1)) : found
  const current = queue[at]

  const more = load.kind === 'ready' && queue.length - at <= AHEAD ? load.more : undefined
  useEffect(() => more?.(), [more])

  const goTo = (fact: Fact | undefined) => setChosen({ id: fact?.id, at: fact === undefined ? 0 : queue.indexOf(fact) })
  return {
    ...{ load, queue, current, at },
    choose: (id) => setChosen({ id, at: queue.findIndex((fact) => fact.id === id) }),
    step: (by) => goTo(queue[at + by] ?? current),
    leave(ids) {
      const rest = queue.filter(({ id }) => id === current?.id || !ids.includes(id))
      if (current !== undefined && ids.includes(current.id)) goTo(neighbour(rest, current.id))
      setGone((all) => new Set([...all, ...ids]))
    },
    comeBack(ids) {
      setGone((all) => new Set([...all].filter((id) => !ids.includes(id))))
      setChosen((last) => ({ id: ids[0], at: last.at }))
    },
    isHidden: (id) => gone.has(id),
  }
}
