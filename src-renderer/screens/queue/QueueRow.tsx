/** One file: its name, what is said of it, what can be done. */
import type { ReactNode } from 'react'

export interface QueueRowProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

export function QueueRow({ icon, title, text, children, actions }: QueueRowProps) {
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <span className="mt-1 shrink-0" aria-hidden>
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <div className="who-name truncate font-[550]" title={title}>
          {title}
        </div>
        {text !== undefined && <div className="num text-meta text-ink-2">{text}</div>}
        {children}
      </div>
      {actions !== undefined && <div className="flex shrink-0 flex-wrap items-center gap-1">{actions}</div>}
    </li>
  )
}
