/** A button that is only an icon; its name is spoken and shown as a tooltip. */
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly label: string
  readonly icon: ReactNode
  readonly keys?: string
}

export function IconButton({ label, icon, keys, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys !== undefined && { keys })}>
      <Button
        {...props}
        aria-label={label}
        className="inline-grid size-8 shrink-0 cursor-default place-items-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink disabled:opacity-40 pressed:bg-hover"
      >
        {icon}
      </Button>
    </Tooltip>
  )
}
