/** Names what it is around, on hover and on focus; with the key that does the same. */
import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string
  readonly children: ReactElement
}

export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="settle z-50 flex max-w-80 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-meta text-bg shadow-high"
      >
        {text}
        {keys !== undefined && <Kbd keys={keys} onAccent />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
