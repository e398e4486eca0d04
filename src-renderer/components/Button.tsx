/** A button. One `main` on a screen at most; `quiet` is for what is done seldom, `danger` for what cannot be undone. */
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  readonly look?: ButtonLook
  readonly icon?: ReactNode
  readonly keys?: string
  readonly wide?: boolean
  readonly children: ReactNode
}

const looks: Readonly<Record<ButtonLook, string>> = {
  main: 'bg-accent text-accent-ink border-transparent hover:bg-accent-hover shadow-low',
  plain: 'bg-surface text-ink border-line hover:bg-sunken shadow-low',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-crit border-line hover:bg-crit-soft shadow-low',
}

export function Button({ look = 'plain', icon, keys, wide = false, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`inline-flex min-h-8 cursor-default items-center justify-center gap-2 rounded-md border px-3 py-1 text-center font-[550] leading-snug transition-colors disabled:cursor-not-allowed disabled:opacity-50 ${wide ? 'w-full' : ''} ${looks[look]}`}
    >
      {icon}
      <span>{children}</span>
      {keys !== undefined && <Kbd keys={keys} onAccent={look === 'main'} />}
    </AriaButton>
  )
}
