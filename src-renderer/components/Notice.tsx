/** Something to know, that is not an error and does not go away by itself. */

import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface NoticeProps {
  readonly tone?: 'plain' | 'review' | 'crit'
  readonly title?: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly icon?: ReactNode
}

const tones = {
  plain: 'border-line bg-sunken text-ink-2',
  review: 'border-transparent bg-review-soft text-review',
  crit: 'border-transparent bg-crit-soft text-crit',
} as const

export function Notice({ tone = 'plain', title, children, actions, icon }: NoticeProps) {
  const sign = tone === 'plain' ? <Info size={17} aria-hidden /> : <TriangleAlert size={17} aria-hidden />
  return (
    <div className={`contrast-edge flex items-start gap-3 rounded-lg border px-3.5 py-2.5 ${tones[tone]}`}>
      <span className="mt-0.5 shrink-0">{icon ?? sign}</span>
      <div className="min-w-0 flex-1">
        {title !== undefined && <div className="font-[600]">{title}</div>}
        <div className={tone === 'plain' ? '' : 'text-ink'}>{children}</div>
      </div>
      {actions !== undefined && <div className="flex shrink-0 flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
