/** One of a few, each with a sentence of its own; arrows move, as in any group of radio buttons. */
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

export interface ChoiceCard<T extends string> {
  readonly id: T
  readonly title: string
  readonly text?: string
  readonly icon?: ReactNode
}

export interface ChoiceCardsProps<T extends string> {
  readonly label: string
  readonly cards: readonly ChoiceCard<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly columns?: 1 | 2 | 3 | 4
  readonly hasHiddenLabel?: boolean
}

const grids = { 1: 'grid-cols-1', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3', 4: 'sm:grid-cols-4' } as const

export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>) {
  const { label, cards, value, onChange, columns = 2, hasHiddenLabel = false } = props
  return (
    <RadioGroup
      value={value}
      onChange={(id) => onChange(id as T)}
      {...(hasHiddenLabel && { 'aria-label': label })}
      className="flex flex-col gap-1.5"
    >
      {!hasHiddenLabel && <Label className="font-[550]">{label}</Label>}
      <div className={`grid gap-2.5 ${grids[columns]}`}>
        {cards.map(({ id, title, text, icon }) => (
          <Radio
            key={id}
            value={id}
            className="group flex cursor-default items-start gap-3 rounded-lg border border-line bg-surface p-3 shadow-low transition-colors hover:border-line-strong data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2"
          >
            {icon !== undefined && <span className="mt-0.5 text-ink-3 group-data-[selected]:text-accent">{icon}</span>}
            <span className="min-w-0 flex-1">
              <span className="block font-[600]">{title}</span>
              {text !== undefined && <span className="block text-meta text-ink-2">{text}</span>}
            </span>
            <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-line-strong group-data-[selected]:border-accent">
              <span className="size-2 rounded-full bg-transparent group-data-[selected]:bg-accent" />
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
