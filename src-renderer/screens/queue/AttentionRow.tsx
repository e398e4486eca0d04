/** A file that waits for something only a person can give: its password, a language, an answer. */
import { KeyRound, Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { FilePasswordForm } from '../../app/FilePasswordForm.tsx'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { QueueRow } from './QueueRow.tsx'
import { WhoseRow } from './WhoseRow.tsx'

export function AttentionRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  if (document.state === 'needs-password') return <PasswordRow document={document} />
  if (document.state === 'needs-language')
    return (
      <QueueRow
        icon={<Languages size={17} className="text-review" />}
        title={document.title}
        text={t('queue.needsLanguage')}
        actions={
          <Button onPress={() => go({ screen: 'settings', section: 'languages' })}>{t('queue.seeLanguages')}</Button>
        }
      />
    )
  return <WhoseRow document={document} />
}

function PasswordRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  return (
    <QueueRow
      icon={<KeyRound size={17} className="text-review" />}
      title={document.title}
      text={document.code === 'document/wrong-password' ? t('queue.wrongPassword') : t('queue.needsPassword')}
    >
      <FilePasswordForm document={document} />
    </QueueRow>
  )
}
