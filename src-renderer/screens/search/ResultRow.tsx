/** One row of what was found: the passage with its marks and where it stands; or somewhere to go. */
import { ArrowRight, FileText, MessageCircleQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#contract/answers.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { MarkedText } from '../../components/page/MarkedText.tsx'
import type { Row } from './rows.ts'

export interface ResultRowProps {
  readonly row: Row
  readonly index: number
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}

export function ResultRow({ row, index, isChosen, onChoose, onOpen }: ResultRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and points at the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
    <div
      id={`result-${index}`}
      role="option"
      aria-selected={isChosen}
      data-result={index}
      onMouseMove={() => !isChosen && onChoose()}
      onClick={onOpen}
      className={`mx-2 flex cursor-default gap-3 rounded-md px-3 py-2 ${isChosen ? 'bg-accent-soft' : ''}`}
    >
      {row.kind === 'hit' && <HitContent hit={row.hit} />}
      {row.kind === 'ask' && <Simple icon={<MessageCircleQuestion size={17} aria-hidden />}>{row.label}</Simple>}
      {row.kind === 'goal' && (
        <Simple
          icon={<ArrowRight size={17} aria-hidden />}
          {...(row.goal.keys !== undefined && { keys: row.goal.keys })}
        >
          {row.goal.label}
        </Simple>
      )}
    </div>
  )
}

function HitContent({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation()
  const { title, page, text, start, lit, by } = hit
  // cells and lines of a page in one line of a list
  const oneLine = text.replace(/[\t\n]/g, ' ')
  return (
    <>
      <FileText size={17} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 truncate font-[600]">{title}</span>
          <span className="num shrink-0 text-meta text-ink-3">{t('common.pageShort', { page })}</span>
          <span className="ms-auto shrink-0 text-meta text-ink-3">
            {by.includes('words')
              ? by.includes('meaning')
                ? t('search.byBoth')
                : t('search.byWords')
              : t('search.byMeaning')}
          </span>
        </div>
        <p className="num line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">
          <MarkedText text={oneLine} offset={start} spans={lit} />
        </p>
      </div>
    </>
  )
}

interface SimpleProps {
  readonly icon: ReactNode
  readonly keys?: string
  readonly children: ReactNode
}

function Simple({ icon, keys, children }: SimpleProps) {
  return (
    <>
      <span className="mt-0.5 shrink-0 text-ink-3">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </>
  )
}
