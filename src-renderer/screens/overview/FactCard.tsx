/** A few facts under one name: each with what is known of it, its date, its page. */
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import { Button } from '../../components/Button.tsx'
import { FactMenu } from '../../facts/FactMenu.tsx'
import { SourceChips } from '../../facts/SourceChips.tsx'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import type { RowTools } from './row-tools.ts'

export interface FactRow {
  readonly fact: Fact
  readonly details: string
  /** The second line: since when, how it stands. */
  readonly note: string
}

export interface FactCardProps {
  readonly title: string
  readonly rows: readonly FactRow[]
  readonly empty: string
  readonly tools: RowTools
  /** None where nothing can be added. */
  readonly onAdd?: (() => void) | undefined
  /** Where all of them are. */
  readonly more?: { readonly label: string; readonly href: string } | undefined
}

export function FactCard({ title, rows, empty, tools, onAdd, more }: FactCardProps) {
  const { t } = useTranslation()
  return (
    <section className="card flex min-w-0 flex-col py-1.5">
      <header className="flex items-center gap-2 ps-4 pe-2">
        <h2 className="flex-1">{title}</h2>
        {onAdd !== undefined && (
          <Button look="quiet" onPress={onAdd} aria-label={t('overview.addTo', { title })}>
            {t('overview.add')}
          </Button>
        )}
      </header>
      {rows.length === 0 && <p className="px-4 pt-0.5 pb-2 text-ink-2">{empty}</p>}
      <ul>
        {rows.map(({ fact, details, note }) => (
          <li key={fact.id} className="flex items-center gap-2 border-b border-line-soft py-1 ps-4 pe-2 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="[overflow-wrap:anywhere]">
                <span className="font-[550]">{fact.name}</span>
                {details !== '' && <span className="text-ink-2"> {details}</span>}{' '}
                <UncheckedMark state={fact.state} isShort />
              </p>
              <p className="num text-meta text-ink-3">{note}</p>
            </div>
            <SourceChips fact={fact} sources={tools.sources} />
            <FactMenu fact={fact} {...tools} />
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <a
          href={more.href}
          className="mx-4 my-1 inline-flex min-h-6 items-center self-start text-meta font-[550] text-accent hover:underline"
        >
          {more.label}
        </a>
      )}
    </section>
  )
}
