/** A field that filters or searches what is below it; Esc empties it. */
import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit?: (value: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

export function SearchField({ label, placeholder, onSubmit, ...props }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <AriaSearchField
      {...props}
      aria-label={label}
      {...(onSubmit && { onSubmit })}
      className="group relative flex min-w-0 items-center"
    >
      <Search size={15} className="pointer-events-none absolute start-2.5 text-ink-3" aria-hidden />
      <Input
        placeholder={placeholder ?? label}
        // what a field that opens by itself still holds is written over by what is typed next
        onFocus={(event) => props.autoFocus && event.target.select()}
        className="min-h-8 w-full min-w-0 rounded-md border border-line bg-surface ps-8 pe-8 text-ink shadow-low placeholder:text-ink-3 focus:outline-2 focus:outline-offset-0 focus:outline-accent [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={t('common.remove')}
        className="absolute end-1 grid size-6 cursor-default place-items-center rounded-sm text-ink-3 hover:text-ink group-data-[empty]:hidden"
      >
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
