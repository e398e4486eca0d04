/** A file that waits for something only a person can give: its password, a language, an answer. */
import { KeyRound, Languages, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { QueueRow } from './QueueRow.tsx'

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
  return (
    <QueueRow
      icon={<MessageCircleQuestion size={17} className="text-review" />}
      title={document.title}
      text={t('queue.needsAnswer')}
      actions={
        <Button onPress={() => go({ screen: 'document', personId: document.personId, documentId: document.id })}>
          {t('common.open')}
        </Button>
      }
    />
  )
}

function PasswordRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  const give = useAct('documents.givePassword')
  const [password, setPassword] = useState('')
  return (
    <QueueRow
      icon={<KeyRound size={17} className="text-review" />}
      title={document.title}
      text={document.code === 'document/wrong-password' ? t('queue.wrongPassword') : t('queue.needsPassword')}
    >
      <Form
        className="mt-2 flex max-w-md items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (password !== '') void give.run({ id: document.id, password })
        }}
      >
        <div className="flex-1">
          <TextField
            label={t('queue.passwordOf', { title: document.title })}
            hasHiddenLabel
            type="password"
            placeholder={t('queue.password')}
            value={password}
            onChange={setPassword}
            maxLength={1000}
            error={give.code && textOfError(give.code).message}
          />
        </div>
        <Button type="submit" isDisabled={password === '' || give.isRunning}>
          {t('queue.give')}
        </Button>
      </Form>
    </QueueRow>
  )
}
