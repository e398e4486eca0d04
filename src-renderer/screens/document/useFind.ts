/** Finding words in the document: where they stand, and which of the places is gone to. */
import { useDeferredValue, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { FoundOnPage } from '#contract/pages.ts'
import { useLoad } from '../../api/useLoad.ts'
import type { TextSpan } from '../../components/page/page-geometry.ts'

export interface Find {
  readonly isOpen: boolean
  readonly query: string
  readonly found: readonly FoundOnPage[]
  readonly isAll: boolean
  readonly isReady: boolean
  /** Which of them; undefined while nothing is found. */
  readonly at: number | undefined
  open(): void
  close(): void
  look(query: string): void
  step(direction: 1 | -1): void
  spansOn(page: number): TextSpan[]
  /** The place gone to, as the number of the span on its page. */
  nowOn(page: number): number | undefined
}

export function useFind(id: DocumentId, page: number): Find {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<number>()
  const wanted = useDeferredValue(query.trim())
  const load = useLoad('documents.find', { id, query: wanted }, { enabled: isOpen && wanted !== '', keepLast: true })
  const isReady = load.kind === 'ready' && wanted !== ''
  const found = isOpen && isReady ? load.value.found : []
  const first = found.findIndex((each) => each.page >= page)
  const at = found.length === 0 ? undefined : Math.min(chosen ?? Math.max(0, first), found.length - 1)
  const onPage = (number: number) => found.flatMap((each, index) => (each.page === number ? [{ each, index }] : []))
  return {
    ...{ isOpen, query, found, isReady, at },
    isAll: load.kind !== 'ready' || load.value.isAll,
    open: () => setOpen(true),
    close: () => setOpen(false),
    look(next) {
      setQuery(next)
      setChosen(undefined)
    },
    step(direction) {
      if (at !== undefined) setChosen((at + direction + found.length) % found.length)
    },
    spansOn: (number) => onPage(number).map(({ each }) => ({ start: each.start, end: each.start + each.length })),
    nowOn(number) {
      const now = onPage(number).findIndex(({ index }) => index === at)
      return now === -1 ? undefined : now
    },
  }
}
