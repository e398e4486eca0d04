/** One of a few, from a list that opens. */
import { Check, ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'

export interface Choice<T extends string> {
  readonly id: T
  readonly label: string
}

export interface SelectProps<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly hasHiddenLabel?: boolean
}

export function Select<T extends string>({ label, choices, value, onChange, hasHiddenLabel = false }: SelectProps<T>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(key as T)}
      className="flex flex-col gap-1"
      {...(hasHiddenLabel && { 'aria-label': label })}
    >
      {!hasHiddenLabel && <Label className="font-[550]">{label}</Label>}
      <Button className="flex min-h-8 cursor-default items-center gap-2 rounded-md border border-line bg-surface px-3 py-1 text-start shadow-low hover:bg-sunken">
        <SelectValue className="flex-1 truncate" />
        <ChevronDown size={14} className="text-ink-3" aria-hidden />
      </Button>
      <Popover className="settle z-40 min-w-(--trigger-width) rounded-md border border-line bg-raised p-1 shadow-high">
        <ListBox className="max-h-80 overflow-auto outline-none" items={choices}>
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              className="flex min-h-8 cursor-default items-center gap-3 rounded-sm px-2.5 outline-none data-[focused]:bg-hover data-[selected]:font-[550]"
            >
              {({ isSelected }) => (
                <>
                  <span className="flex-1">{choice.label}</span>
                  {isSelected && <Check size={15} className="text-accent" aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
