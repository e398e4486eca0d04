/** A thing that is so or not; its sentence is its label. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

export interface CheckboxProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

export function Checkbox({ isOn, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox isSelected={isOn} onChange={onChange} className="group flex cursor-default items-start gap-2.5">
      <span className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-xs border border-line-strong bg-surface text-accent-ink group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent">
        <Check size={13} strokeWidth={3} className="opacity-0 group-data-[selected]:opacity-100" aria-hidden />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
