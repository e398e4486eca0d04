/**
 * Where a statement comes from. The same three everywhere: solid, quoted from a document; dashed, computed by us; hollow,
 * entered by a person. With `onPress` it leads there.
 */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

export type ChipKind = 'quoted' | 'computed' | 'entered'

export interface ChipProps {
  readonly kind: ChipKind
  readonly children: ReactNode
  /** Spoken in place of what is shown, when that is a number alone. */
  readonly label?: string
  readonly isCurrent?: boolean
  readonly onPress?: () => void
}

const looks: Readonly<Record<ChipKind, string>> = {
  quoted: 'border-transparent bg-accent-soft text-accent contrast-edge',
  computed: 'border-dashed border-accent-line text-accent',
  entered: 'border-line-strong text-ink-2',
}

export function Chip({ kind, children, label, isCurrent = false, onPress }: ChipProps) {
  const look = `num inline-flex min-h-6 min-w-6 items-center justify-center gap-1 whitespace-nowrap rounded-full border px-2 align-[1px] text-meta font-semibold leading-none ${looks[kind]} ${isCurrent ? 'outline-2 outline-accent' : ''}`
  if (onPress === undefined) return <span className={look}>{children}</span>
  return (
    <Button
      className={`${look} cursor-pointer transition-colors hover:bg-accent hover:text-accent-ink`}
      onPress={onPress}
      {...(label !== undefined && { 'aria-label': label })}
      {...(isCurrent && { 'aria-current': true })}
    >
      {children}
    </Button>
  )
}
