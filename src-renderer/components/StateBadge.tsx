/** How far a document is, in two words, with a sign and a colour that say the same. */
import { CircleAlert, CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { Badge } from './Badge.tsx'

export interface StateBadgeProps {
  readonly group: 'working' | 'attention' | 'failed' | 'ready'
  readonly label: string
}

const signs = {
  working: { tone: 'busy', icon: <LoaderCircle size={13} className="motion-safe:animate-spin" aria-hidden /> },
  attention: { tone: 'review', icon: <CircleAlert size={13} aria-hidden /> },
  failed: { tone: 'crit', icon: <CircleX size={13} aria-hidden /> },
  ready: { tone: 'ok', icon: <CircleCheck size={13} aria-hidden /> },
} as const

export function StateBadge({ group, label }: StateBadgeProps) {
  return (
    <Badge tone={signs[group].tone} icon={signs[group].icon}>
      {label}
    </Badge>
  )
}
