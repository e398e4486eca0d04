/** A question and what was found for it: sentences with the numbers of their sources, or the admission that there is none. */
import { CircleStop, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { CitationChip } from './CitationChip.tsx'
import { NotFound } from './NotFound.tsx'
import { Sources } from './Sources.tsx'
import { placeOf, type ShownAnswer, type ShownSentence, sourcesOf } from './shown-answer.ts'

export interface AnswerViewProps {
  readonly answer: ShownAnswer
  readonly personId: PersonId
  /** Which of its sources is open beside it. */
  readonly chosen: number | undefined
  readonly onSource: (index: number) => void
  readonly onCopy: () => void
}

export function AnswerView({ answer, personId, chosen, onSource, onCopy }: AnswerViewProps) {
  const { t } = useTranslation()
  const { question, state, sentences, isNotFound, searched, code } = answer
  const sources = sourcesOf(answer)
  const isOver = state !== 'looking' && state !== 'answering'
  return (
    <article aria-label={question} className="flex flex-col gap-4" data-answer={state}>
      <h2 className="max-w-[85%] self-end rounded-lg rounded-ee-xs bg-accent-soft px-4 py-2.5 text-body font-normal whitespace-pre-wrap [overflow-wrap:anywhere]">
        {question}
      </h2>
      {state === 'looking' && <p className="breathe text-ink-3">{t('ask.looking')}</p>}
      {sentences.length > 0 && (
        <div className="flex flex-col gap-3 text-lead">
          {sentences.map((sentence, at) => (
            <Sentence
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences are only ever added at the end
              key={at}
              sentence={sentence}
              numberOf={(place) => sources.findIndex((source) => placeOf(source) === place)}
              chosen={chosen}
              onSource={onSource}
            />
          ))}
        </div>
      )}
      {isNotFound && (
        <NotFound {...{ personId, sources, chosen, onSource }} {...(searched !== undefined && { searched })} />
      )}
      {state === 'answering' && <p className="breathe text-ink-3">{t('ask.answering')}</p>}
      {state === 'stopped' && (
        <div>
          <Badge tone="review" icon={<CircleStop size={13} aria-hidden />}>
            {sentences.length > 0 ? t('ask.stoppedHere') : t('ask.stoppedBefore')}
          </Badge>
        </div>
      )}
      {state === 'failed' && code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      {!isNotFound && sources.length > 0 && <Sources {...{ sources, chosen, onSource }} />}
      {isOver && (
        <footer className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">
          <span>{t('ask.noModel')}</span>
          {searched !== undefined && (
            <>
              <span aria-hidden>·</span>
              <span className="num">
                {t('ask.searched', {
                  pages: formatCount(searched.pages),
                  documents: formatCount(searched.documents),
                })}
              </span>
            </>
          )}
          {(sentences.length > 0 || isNotFound) && (
            <span className="-my-1 ms-auto">
              <Button look="quiet" icon={<Copy size={14} aria-hidden />} keys="Mod+Shift+C" onPress={onCopy}>
                {t('ask.copy')}
              </Button>
            </span>
          )}
        </footer>
      )}
    </article>
  )
}

interface SentenceProps {
  readonly sentence: ShownSentence
  readonly numberOf: (place: string) => number
  readonly chosen: number | undefined
  readonly onSource: (index: number) => void
}

function Sentence({ sentence: { text, citations, isGone }, numberOf, chosen, onSource }: SentenceProps) {
  const { t } = useTranslation()
  if (isGone) return <p className="text-body text-ink-3">{t('ask.gone')}</p>
  return (
    <p className="num settle select-text whitespace-pre-wrap [overflow-wrap:anywhere] [tab-size:3]">
      {text}{' '}
      {citations.map((citation) => {
        const index = numberOf(placeOf(citation))
        return (
          <CitationChip
            key={placeOf(citation)}
            citation={citation}
            number={index + 1}
            isCurrent={index === chosen}
            onOpen={() => onSource(index)}
          />
        )
      })}
    </p>
  )
}
