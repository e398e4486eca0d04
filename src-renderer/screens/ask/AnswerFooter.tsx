/** Under an answer: what made it and of how much, why, what a person thinks of it, and its text to take along. */
import { ChevronRight, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { formatCount } from '../../app/format.ts'
import { Button } from '../../components/Button.tsx'
import { Judge } from './Judge.tsx'
import type { ShownAnswer } from './shown-answer.ts'
import { Why } from './Why.tsx'

export interface AnswerFooterProps {
  readonly answer: ShownAnswer
  readonly personId: PersonId
  readonly onCopy: () => void
}

export function AnswerFooter({ answer, personId, onCopy }: AnswerFooterProps) {
  const { t } = useTranslation()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const whyId = useId()
  const { id, state, sentences, isNotFound, searched, engine, why, feedback } = answer
  const isComplete = state === 'complete'
  return (
    <footer className="@container flex flex-col gap-2 text-meta text-ink-3">
      <p className="flex flex-wrap gap-x-2">
        <span>{engine === 'model' ? t('ask.worded', { model: why.model ?? t('ask.aModel') }) : t('ask.noModel')}</span>
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
      </p>
      <div className="-mx-2.5 -my-1 flex flex-wrap items-center gap-x-1 gap-y-1">
        {isComplete && id !== undefined && <Judge answerId={id} feedback={feedback} />}
        {isComplete && (
          <Button
            look="quiet"
            aria-expanded={isWhyOpen}
            aria-controls={whyId}
            icon={<ChevronRight size={14} className={isWhyOpen ? 'rotate-90' : 'rtl:rotate-180'} aria-hidden />}
            onPress={() => setWhyOpen(!isWhyOpen)}
          >
            {t('ask.why.title')}
          </Button>
        )}
        {(sentences.length > 0 || isNotFound) && (
          <span className="ms-auto">
            <Button look="quiet" icon={<Copy size={14} aria-hidden />} keys="Mod+Shift+C" onPress={onCopy}>
              {t('ask.copy')}
            </Button>
          </span>
        )}
      </div>
      <div id={whyId}>{isWhyOpen && <Why answer={answer} personId={personId} />}</div>
    </footer>
  )
}
