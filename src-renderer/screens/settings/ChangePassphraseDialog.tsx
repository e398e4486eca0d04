/** A new passphrase for the vault; the recovery sheet stays as it is. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { isAcceptable, PassphraseFields } from '../../app/PassphraseFields.tsx'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'

export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const change = useAct('vault.changePassphrase')
  const [old, setOld] = useState('')
  const [next, setNext] = useState({ first: '', again: '' })
  const isOldWrong = change.code === 'vault/wrong-passphrase'
  const isWeak = change.code === 'passphrase/too-weak'
  const canSave = old !== '' && isAcceptable(next) && !change.isRunning

  async function save(): Promise<void> {
    if ((await change.run({ passphrase: old, newPassphrase: next.first })) === undefined) return
    say(t('settings.security.changed'))
    onClose()
  }

  return (
    <Dialog
      title={t('settings.security.changeTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" type="submit" form="passphrase" isDisabled={!canSave}>
            {change.isRunning ? t('settings.security.changing') : t('settings.security.change')}
          </Button>
        </>
      }
    >
      <Form
        id="passphrase"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void save()
        }}
      >
        <TextField
          label={t('settings.security.oldPassphrase')}
          type="password"
          value={old}
          onChange={(text) => {
            change.forget()
            setOld(text)
          }}
          autoFocus
          error={isOldWrong ? textOfError('vault/wrong-passphrase').message : undefined}
        />
        <PassphraseFields
          value={next}
          onChange={(value) => {
            change.forget()
            setNext(value)
          }}
          error={isWeak ? textOfError('passphrase/too-weak').message : undefined}
        />
        {change.code !== undefined && !isOldWrong && !isWeak && (
          <ErrorNotice code={change.code} text={textOfError(change.code)} />
        )}
      </Form>
    </Dialog>
  )
}
