/** Where a fact stands: a page of a paper, several, or "by you". Hover or focus tells the words; a press opens the page with them lit. */
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import { Chip } from '../components/Chip.tsx'
import { Menu } from '../components/Menu.tsx'
import type { Sources } from './useSources.ts'

export interface SourceChipsProps {
  readonly fact: Pick<Fact, 'provenance' | 'name'>
  readonly sources: Sources
}

export function SourceChips({ fact, sources }: SourceChipsProps) {
  const { t } = useTranslation()
  const { provenance, name } = fact
  const [first] = provenance
  if (first === undefined) return <Chip kind="entered">{t('fact.byYou')}</Chip>
  const labelOf = (source: typeof first) =>
    t('fact.sourceLabel', { name, title: sources.titleOf(source.documentId), page: source.page })
  if (provenance.length > 1)
    return (
      <Menu
        label={t('fact.sourcesOf', { count: provenance.length, name })}
        trigger={
          <Button
            aria-label={t('fact.sourcesOf', { count: provenance.length, name })}
            className="num contrast-edge inline-flex min-h-6 cursor-pointer items-center whitespace-nowrap rounded-full bg-accent-soft px-2 text-meta font-semibold leading-none text-accent hover:bg-accent hover:text-accent-ink"
          >
            {t('fact.sources', { count: provenance.length })}
          </Button>
        }
        actions={provenance.map((source) => ({
          id: `${source.documentId} ${source.page} ${source.quote}`,
          label: t('fact.sourceLine', { title: sources.titleOf(source.documentId), page: source.page }),
          onAction: () => void sources.open(source),
        }))}
      />
    )
  return (
    <TooltipTrigger delay={250} closeDelay={60}>
      <Chip kind="quoted" label={labelOf(first)} onPress={() => void sources.open(first)}>
        {t('common.pageShort', { page: first.page })}
      </Chip>
      <Tooltip
        offset={6}
        className="settle z-50 w-80 rounded-md border border-line bg-raised px-3 py-2 text-meta text-ink shadow-high"
      >
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-[600]">{sources.titleOf(first.documentId)}</span>
          <span className="num text-ink-3">{t('common.pageShort', { page: first.page })}</span>
        </div>
        <p className="num mt-0.5 line-clamp-3 text-ink-2 [overflow-wrap:anywhere]">
          {first.quote.replace(/\s+/g, ' ')}
        </p>
      </Tooltip>
    </TooltipTrigger>
  )
}
