/** What was answered: the first sentence answers the question, those after it say it one by one. */
import { useTranslation } from 'react-i18next'
import { CitationChips } from '../../citations/CitationChips.tsx'
import type { Places } from '../../citations/places.ts'
import { Chip } from '../../components/Chip.tsx'
import { isComputed, type ShownAnswer, type ShownSentence } from './shown-answer.ts'

export interface SentencesProps {
  readonly answer: ShownAnswer
  readonly places: Places
}

export function Sentences({ answer, places }: SentencesProps) {
  const { t } = useTranslation()
  const { sentences, engine, why } = answer
  const isOfModel = engine === 'model'
  return (
    <div className={`flex flex-col gap-2.5 ${isOfModel ? 'border-s-2 border-accent-line ps-4' : ''}`}>
      {isOfModel && <p className="text-meta text-ink-3">{why.model ?? t('ask.aModel')}</p>}
      {sentences.map((sentence, at) => (
        <Sentence
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences are only ever added at the end
          key={at}
          sentence={sentence}
          places={places}
          isFirst={at === 0}
          isComputed={at === 0 && isComputed(answer)}
        />
      ))}
    </div>
  )
}

interface SentenceProps {
  readonly sentence: ShownSentence
  readonly places: Places
  readonly isFirst: boolean
  readonly isComputed: boolean
}

function Sentence({ sentence: { text, citations, isGone }, places, isFirst, isComputed }: SentenceProps) {
  const { t } = useTranslation()
  if (isGone) return <p className="text-body text-ink-3">{t('ask.gone')}</p>
  return (
    <p
      className={`num settle select-text whitespace-pre-wrap [overflow-wrap:anywhere] [tab-size:3] ${isFirst ? 'text-lead' : 'text-body'}`}
    >
      {text}{' '}
      {isComputed && (
        <>
          <Chip kind="computed">{t('ask.computed')}</Chip>{' '}
        </>
      )}
      {citations.length === 0 ? (
        <span title={t('ask.noPageHint')}>
          <Chip kind="entered">{t('ask.noPage')}</Chip>
        </span>
      ) : (
        <CitationChips citations={citations} places={places} />
      )}
    </p>
  )
}
