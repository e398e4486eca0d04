/** A group of things that belong together, with its name. */
import type { ReactNode } from 'react'

export interface CardProps {
  readonly title?: string
  readonly hint?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Card({ title, hint, actions, children }: CardProps) {
  return (
    <section className="card flex flex-col gap-3 p-4">
      {(title !== undefined || actions !== undefined) && (
        <header className="flex items-start gap-3">
          <div className="flex-1">
            {title !== undefined && <h2>{title}</h2>}
            {hint !== undefined && <p className="text-meta text-ink-3">{hint}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
