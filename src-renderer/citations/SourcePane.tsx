/** The page a sentence was quoted from, with the quote lit, and the way to the next one. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import type { PersonId } from '#contract/ids.ts'
import { api } from '../api/client.ts'
import { useLoad } from '../api/useLoad.ts'
import { textOfError } from '../app/error-text.ts'
import { go } from '../app/router.ts'
import { Button } from '../components/Button.tsx'
import { Chip } from '../components/Chip.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { PagePane } from '../components/page/PagePane.tsx'
import { spanOfQuote } from '../components/page/page-geometry.ts'

export interface SourcePaneProps {
  readonly citation: Citation
  readonly number: number
  readonly personId: PersonId
  readonly hasNext: boolean
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
}

export function SourcePane({ citation, number, personId, hasNext, onStep, onClose }: SourcePaneProps) {
  const { t } = useTranslation()
  const { documentId, title, page: at, quote, start, boxes } = citation
  const load = useLoad('documents.page', { id: documentId, page: at })
  const page = load.kind === 'ready' ? load.value : undefined
  const span = page && spanOfQuote(page.text, quote, start)
  const openDocument = async () => {
    // pressed before the page was here: its words are waited for, so that the quote is lit there too
    const text = page?.text ?? (await api.documents.page({ id: documentId, page: at }).catch(() => undefined))?.text
    if (pane.current === null) return
    const lit = text === undefined ? undefined : spanOfQuote(text, quote, start)
    const place = { screen: 'document', personId, documentId, page: at } as const
    go({ ...place, ...(lit && { span: `${lit.start}-${lit.end}` }) })
  }
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <div ref={pane} className="flex min-w-0 flex-1">
      <PagePane
        title={title}
        chip={<Chip kind="quoted">{number}</Chip>}
        page={page}
        lit={{ spans: span ? [span] : [], boxes }}
        reveal={`${documentId} ${at} ${start}`}
        {...(load.kind === 'failed' && {
          failure: <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />,
        })}
        onClose={onClose}
        footer={
          <>
            <IconButton
              label={t('ask.previousSource')}
              icon={<ChevronLeft size={17} aria-hidden />}
              isDisabled={number === 1}
              onPress={() => onStep(-1)}
            />
            <IconButton
              label={t('ask.nextSource')}
              icon={<ChevronRight size={17} aria-hidden />}
              isDisabled={!hasNext}
              onPress={() => onStep(1)}
            />
            <span className="text-meta text-ink-3">{t('ask.sourcesKeys')}</span>
            <span className="ms-auto">
              <Button onPress={() => void openDocument()}>{t('ask.openDocument')}</Button>
            </span>
          </>
        }
      />
    </div>
  )
}
