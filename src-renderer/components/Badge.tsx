/** A state in a word, with a colour that repeats it and never stands for it. */
import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'busy' | 'review' | 'crit' | 'ok'

const tones: Readonly<Record<BadgeTone, string>> = {
  plain: 'border-line text-ink-2',
  busy: 'border-transparent bg-accent-soft text-accent',
  review: 'border-transparent bg-review-soft text-review',
  crit: 'border-transparent bg-crit-soft text-crit',
  ok: 'border-transparent text-ok',
}

export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: BadgeTone
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border px-2 py-0.5 text-meta font-[550] ${tones[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
