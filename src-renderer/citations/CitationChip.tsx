/** The number of a source: hover or focus shows three lines of it, Enter opens its page. */
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import { Chip } from '../components/Chip.tsx'

export interface CitationChipProps {
  readonly citation: Citation
  readonly number: number
  readonly isCurrent: boolean
  readonly onOpen: () => void
}

export function CitationChip({ citation: { title, page, quote }, number, isCurrent, onOpen }: CitationChipProps) {
  const { t } = useTranslation()
  return (
    <TooltipTrigger delay={250} closeDelay={60}>
      <Chip kind="quoted" label={t('ask.sourceLabel', { number, title, page })} isCurrent={isCurrent} onPress={onOpen}>
        {number}
      </Chip>
      <Tooltip
        offset={6}
        className="settle z-50 w-80 rounded-md border border-line bg-raised px-3 py-2 text-meta text-ink shadow-high"
      >
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-[600]">{title}</span>
          <span className="num text-ink-3">{t('common.pageShort', { page })}</span>
        </div>
        <p className="num mt-0.5 line-clamp-3 text-ink-2 [overflow-wrap:anywhere]">{quote.replace(/\s+/g, ' ')}</p>
      </Tooltip>
    </TooltipTrigger>
  )
}
