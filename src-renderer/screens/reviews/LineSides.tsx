/** What a line holds against each other, in columns, each with its own places. */
import { useTranslation } from 'react-i18next'
import type { ReviewLine } from '#contract/reviews.ts'
import { CitationChips } from '../../citations/CitationChips.tsx'
import type { Places } from '../../citations/places.ts'

export interface LineSidesProps {
  readonly line: ReviewLine
  readonly places: Places
}

export function LineSides({ line: { sides = [], citations }, places }: LineSidesProps) {
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-2 gap-4">
      {sides.map(({ text, factIds }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: which list it is of is all that a side is known by
        <p key={at} className="select-text [overflow-wrap:anywhere]">
          {text === '' ? <span className="text-ink-3">{t('reviews.notListed')}</span> : text}{' '}
          <CitationChips
            citations={citations.filter(({ factId }) => factId !== undefined && factIds.includes(factId))}
            places={places}
          />
        </p>
      ))}
    </div>
  )
}
