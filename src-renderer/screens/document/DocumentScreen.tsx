/** One document: its pages as they are, what is lit on them, finding words, and what was not read. One viewer for every kind. */
import { FileClock, FileQuestion, KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { FilePasswordForm } from '../../app/FilePasswordForm.tsx'
import { go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { spansOf } from './spans.ts'
import { Viewer } from './Viewer.tsx'

export function DocumentScreen({ place }: ScreenProps<'document'>) {
  const { t } = useTranslation()
  const { documentId: id, personId } = place
  const document = useLoad('documents.get', { id })
  const heading = <h1 className="sr-only">{t('shell.library')}</h1>
  if (document.kind === 'failed')
    return (
      <div className="grid flex-1 p-(--pad)">
        {heading}
        <ErrorNotice code={document.code} text={textOfError(document.code)} onRetry={document.again} isWhole />
      </div>
    )
  if (document.kind === 'loading')
    return (
      <div className="p-(--pad)">
        {heading}
        <Skeleton />
      </div>
    )
  const { value } = document
  // an address may be old, or made up: nobody's paper is shown under another one's name
  if (value.personId !== personId)
    return (
      <>
        {heading}
        <Elsewhere onLeave={() => go({ screen: 'library', personId })} />
      </>
    )
  if (value.pages === 0)
    return (
      <>
        {heading}
        <NotYet document={value} />
      </>
    )
  return (
    <Viewer
      key={id}
      document={value}
      page={Math.min(place.page ?? 1, value.pages)}
      spans={spansOf(place.span)}
      visit={`${place.page ?? 1} ${place.span ?? ''}`}
    />
  )
}

function Elsewhere({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<FileQuestion size={24} aria-hidden />}
      title={t('document.elsewhereTitle')}
      text={t('document.elsewhereText')}
      action={<Button onPress={onLeave}>{t('shell.library')}</Button>}
    />
  )
}

function NotYet({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  const { personId, state } = document
  const isLong = useAfter(300)
  if (!isLong) return null
  if (state === 'needs-password')
    return (
      <EmptyState
        icon={<KeyRound size={24} aria-hidden />}
        title={document.title}
        text={document.code === 'document/wrong-password' ? t('queue.wrongPassword') : t('queue.needsPassword')}
        action={<FilePasswordForm document={document} />}
      />
    )
  return (
    <EmptyState
      icon={<FileClock size={24} aria-hidden />}
      title={document.title}
      text={t(`document.state.${state}`)}
      action={<Button onPress={() => go({ screen: 'queue', personId })}>{t('shell.queue')}</Button>}
    />
  )
}

/** A document that is read in a moment shows no such moment. */
function useAfter(ms: number): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return isOver
}
