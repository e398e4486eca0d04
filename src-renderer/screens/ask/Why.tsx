/** How an answer came about: how it was understood, what answered it, what was weighed, what was written and not shown. */
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerWhy } from '#contract/conversations.ts'
import type { PersonId } from '#contract/ids.ts'
import { formatScore, formatSeconds } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import { Chip } from '../../components/Chip.tsx'
import type { ShownAnswer } from './shown-answer.ts'

export interface WhyProps {
  readonly answer: ShownAnswer
  readonly personId: PersonId
}

export function Why({ answer: { why, engine }, personId }: WhyProps) {
  const { t } = useTranslation()
  const { queryText, evidence = [], dropped = [], milliseconds } = why
  const shown = useRef<HTMLDListElement>(null)
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <dl
      ref={shown}
      className="settle grid scroll-mb-4 gap-x-5 gap-y-2.5 rounded-lg bg-sunken px-4 py-3 @lg:grid-cols-[max-content_1fr]"
    >
      <Row name={t('ask.why.understood')}>{queryText ?? t('ask.why.notUnderstood')}</Row>
      {engine !== undefined && (
        <Row name={t('ask.why.answeredBy')}>
          {t(`ask.why.engine.${engine}`, { model: why.model ?? t('ask.aModel') })}
        </Row>
      )}
      {evidence.length > 0 && (
        <Row name={t('ask.why.weighed')}>
          <Weighed evidence={evidence} personId={personId} />
        </Row>
      )}
      {dropped.length > 0 && (
        <Row name={t('ask.why.dropped')}>
          <ul className="flex flex-col gap-2">
            {dropped.map(({ text, reasons }) => (
              <li key={text} className="select-text">
                <p>{text}</p>
                <p className="text-meta text-ink-3">{reasons.join('; ')}</p>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {milliseconds !== undefined && (
        <Row name={t('ask.why.time')}>
          <span className="num">{formatSeconds(milliseconds)}</span>
        </Row>
      )}
    </dl>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="caps">{name}</dt>
      <dd className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

const AT_FIRST = 6

function Weighed({ evidence, personId }: { readonly evidence: AnswerWhy['evidence']; readonly personId: PersonId }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isLong = evidence.length > AT_FIRST + 1
  return (
    <>
      <ol className="flex flex-col gap-1">
        {evidence.slice(0, isLong && !isOpen ? AT_FIRST : undefined).map(({ documentId, title, page, score }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one page may have been weighed twice, and the order never changes
          <li key={at} className="flex items-center gap-2.5">
            <Chip
              kind="quoted"
              label={t('ask.why.openPage', { title, page: t('common.pageShort', { page }) })}
              onPress={() => go({ screen: 'document', personId, documentId, page })}
            >
              {t('common.pageShort', { page })}
            </Chip>
            <span className="min-w-0 flex-1 truncate" title={title}>
              {title}
            </span>
            <span className="num shrink-0 text-meta text-ink-3">{formatScore(score)}</span>
          </li>
        ))}
      </ol>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="num -mx-2 mt-1 min-h-7 cursor-default rounded-sm px-2 text-accent hover:bg-hover"
        >
          {isOpen ? t('ask.fewer') : t('ask.andMore', { count: evidence.length - AT_FIRST })}
        </button>
      )}
    </>
  )
}
