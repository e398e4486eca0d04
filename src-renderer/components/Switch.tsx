/** On or off, with a sentence saying what on means. */
import { Switch as AriaSwitch } from 'react-aria-components'

export interface SwitchProps {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

export function Switch({ label, hint, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className="group flex cursor-default items-start gap-3 disabled:opacity-50"
    >
      <span className="mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-[selected]:translate-x-4 group-data-[selected]:bg-accent-ink" />
      </span>
      <span>
        <span className="font-[550]">{label}</span>
        {hint !== undefined && <span className="block text-meta text-ink-3">{hint}</span>}
      </span>
    </AriaSwitch>
  )
}
