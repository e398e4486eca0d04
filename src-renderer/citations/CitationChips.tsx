/** The numbers of all the places that something rests on: the first few, and the rest when they are asked for. */
import { Fragment, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import { CitationChip } from './CitationChip.tsx'
import { type Places, placeOf, withoutRepeats } from './places.ts'

export interface CitationChipsProps {
  readonly citations: readonly Citation[]
  readonly places: Places
}

const AT_FIRST = 4

export function CitationChips({ citations, places }: CitationChipsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const all = withoutRepeats(citations)
  // one chip takes no more room than the words that stand for it
  const isLong = all.length > AT_FIRST + 1
  const shown = isLong && !isOpen ? all.slice(0, AT_FIRST) : all
  return (
    <>
      {shown.map((citation) => {
        const number = places.numberOf(citation)
        return (
          <Fragment key={placeOf(citation)}>
            <CitationChip
              citation={citation}
              number={number}
              isCurrent={number === places.current}
              onOpen={() => places.open(number)}
            />{' '}
          </Fragment>
        )
      })}
      {isLong && (
        <Button
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
          className="num inline-flex min-h-6 cursor-pointer items-center rounded-full px-1 align-[1px] text-meta leading-none text-accent hover:bg-hover"
        >
          {isOpen ? t('ask.fewer') : t('ask.andMore', { count: all.length - AT_FIRST })}
        </Button>
      )}
    </>
  )
}
