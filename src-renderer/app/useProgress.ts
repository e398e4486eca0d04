/** How far each document is: from the jobs that are stored, kept up to date by what main pushes. */
import { useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import { useLoad } from '../api/useLoad.ts'
import { useWindowEvent } from '../api/useWindowEvent.ts'

export interface Progress {
  readonly step: 'read' | 'index' | 'recognize' | 'extract'
  readonly done: number
  /** Null: not known yet. */
  readonly total: number | null
}

export function useProgress(): ReadonlyMap<DocumentId, Progress> {
  const jobs = useLoad('jobs.list', { filter: { states: ['queued', 'running'] }, limit: 200 }, { keepLast: true })
  const [told, setTold] = useState<ReadonlyMap<DocumentId, Progress>>(new Map())
  useWindowEvent((event) => {
    if (event.kind !== 'job') return
    const { documentId, step, done, total } = event
    setTold((before) => new Map(before).set(documentId, { step, done, total }))
  })
  const stored = jobs.kind === 'ready' ? jobs.value.items : []
  return new Map<DocumentId, Progress>([
    ...stored.map(({ documentId, kind, done, total }) => [documentId, { step: kind, done, total }] as const),
    ...told,
  ])
}
