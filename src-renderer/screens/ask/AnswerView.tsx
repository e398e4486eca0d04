/** A question and what was found for it: sentences with the numbers of their sources, or the admission that there is none. */
import { CircleStop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { textOfError } from '../../app/error-text.ts'
import { placesOf } from '../../citations/places.ts'
import { Badge } from '../../components/Badge.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { AnswerFooter } from './AnswerFooter.tsx'
import { EmergencyNotice } from './EmergencyNotice.tsx'
import { Explained } from './Explained.tsx'
import { NotFound } from './NotFound.tsx'
import { RedFlags } from './RedFlags.tsx'
import { Sentences } from './Sentences.tsx'
import { Sources } from './Sources.tsx'
import { type ShownAnswer, sourcesOf } from './shown-answer.ts'
import { Understood } from './Understood.tsx'
import { UnreadNotice } from './UnreadNotice.tsx'

export interface AnswerViewProps {
  readonly answer: ShownAnswer
  readonly personId: PersonId
  /** Which of its sources is open beside it. */
  readonly chosen: number | undefined
  /** Another question may be asked now. */
  readonly canAsk: boolean
  readonly onSource: (index: number) => void
  readonly onCopy: () => void
  /** Asks the same question otherwise. */
  readonly onAsk: (query: TypedQuery) => void
}

export function AnswerView({ answer, personId, chosen, canAsk, onSource, onCopy, onAsk }: AnswerViewProps) {
  const { t } = useTranslation()
  const { question, state, sentences, isNotFound, searched, why, code } = answer
  const { query, queryText, explained, redFlags = [] } = why
  const sources = sourcesOf(answer)
  const places = placesOf(sources, chosen === undefined ? undefined : chosen + 1, (number) => onSource(number - 1))
  const isOver = state !== 'looking' && state !== 'answering'
  return (
    <article aria-label={question} className="flex flex-col gap-4" data-answer={state}>
      <h2 className="max-w-[85%] self-end rounded-lg rounded-ee-xs bg-accent-soft px-4 py-2.5 text-body font-normal whitespace-pre-wrap [overflow-wrap:anywhere]">
        {question}
      </h2>
      {why.isEmergency && <EmergencyNotice />}
      {query !== undefined && queryText !== undefined && (
        <Understood {...{ query, canAsk, onAsk }} text={queryText} canExplain={explained === undefined} />
      )}
      {explained !== undefined && <Explained {...explained} />}
      {state === 'looking' && <p className="breathe text-ink-3">{t('ask.looking')}</p>}
      {redFlags.length > 0 && <RedFlags redFlags={redFlags} places={places} />}
      {sentences.length > 0 && <Sentences answer={answer} places={places} />}
      {isNotFound && <NotFound answer={answer} personId={personId} places={places} />}
      {state === 'answering' && <p className="breathe text-ink-3">{t('ask.answering')}</p>}
      {state === 'stopped' && (
        <div>
          <Badge tone="review" icon={<CircleStop size={13} aria-hidden />}>
            {sentences.length > 0 ? t('ask.stoppedHere') : t('ask.stoppedBefore')}
          </Badge>
        </div>
      )}
      {state === 'failed' && code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      {why.needsUnreadNotice && !isNotFound && (
        <UnreadNotice personId={personId} withoutFacts={searched?.withoutFacts ?? 0} />
      )}
      {!isNotFound && sources.length > 0 && <Sources sources={sources} places={places} />}
      {isOver && <AnswerFooter answer={answer} personId={personId} onCopy={onCopy} />}
    </article>
  )
}
