/** Files in the same state, with how many there are and what that means. */
import type { ReactNode } from 'react'

export interface QueueSectionProps {
  readonly title: string
  readonly count: number
  readonly hint: string
  readonly children: ReactNode
}

export function QueueSection({ title, count, hint, children }: QueueSectionProps) {
  return (
    <section className="settle flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>
          {title} <span className="num font-[450] text-ink-3">{count}</span>
        </h2>
        <p className="text-meta text-ink-3">{hint}</p>
      </div>
      <ul className="card divide-y divide-line-soft overflow-hidden">{children}</ul>
    </section>
  )
}
