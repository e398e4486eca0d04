/** The head of a screen: its name, a line of facts, and what can be done here. */
import type { ReactNode } from 'react'

export interface PageHeaderProps {
  readonly title: string
  readonly facts?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({ title, facts, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h1>{title}</h1>
      {facts !== undefined && <div className="num text-ink-2">{facts}</div>}
      {actions !== undefined && <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
