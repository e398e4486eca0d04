/** Nothing here yet: one sentence, one button, one example. */
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly action?: ReactNode
  readonly example?: ReactNode
}

export function EmptyState({ icon, title, text, action, example }: EmptyStateProps) {
  return (
    <div className="settle m-auto flex max-w-md flex-col items-center gap-3 px-6 py-12 text-center">
      <div className="grid size-14 place-items-center rounded-xl border border-line bg-surface text-ink-3 shadow-low">
        {icon}
      </div>
      <h2 className="mt-1 text-lead">{title}</h2>
      <p className="text-ink-2">{text}</p>
      {action !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
      {example !== undefined && <div className="mt-2 text-meta text-ink-3">{example}</div>}
    </div>
  )
}
