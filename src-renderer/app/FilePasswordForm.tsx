/** Gives the password of a protected file; reading begins anew with it. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { useAct } from '../api/useAct.ts'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/TextField.tsx'
import { textOfError } from './error-text.ts'

export function FilePasswordForm({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  const give = useAct('documents.givePassword')
  const [password, setPassword] = useState('')
  return (
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
  )
}
