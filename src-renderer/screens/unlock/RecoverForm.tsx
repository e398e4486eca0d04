/** Opens with the recovery sheet and sets a new passphrase; the old one stops working. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { isAcceptable, PassphraseFields } from '../../app/PassphraseFields.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'

export function RecoverForm({ onOpen, onBack }: { readonly onOpen: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const recover = useAct('vault.recover')
  const [key, setKey] = useState('')
  const [passphrase, setPassphrase] = useState({ first: '', again: '' })
  const isKeyWrong = recover.code === 'vault/wrong-recovery-key'
  const isWeak = recover.code === 'passphrase/too-weak'
  const canGoOn = key.trim() !== '' && isAcceptable(passphrase) && !recover.isRunning

  async function open(): Promise<void> {
    if ((await recover.run({ recoveryKey: key, newPassphrase: passphrase.first })) !== undefined) onOpen()
  }
  const keyText = textOfError('vault/wrong-recovery-key')

  return (
    <Form
      className="settle flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (canGoOn) void open()
      }}
    >
      <div className="flex flex-col gap-2">
        <h1 className="text-display tracking-tight">{t('unlock.recoverTitle')}</h1>
        <p className="text-ink-2">{t('unlock.recoverText')}</p>
      </div>
      <TextField
        label={t('unlock.recoveryKey')}
        value={key}
        onChange={(text) => {
          recover.forget()
          setKey(text)
        }}
        isMono
        autoFocus
        maxLength={200}
        hint={t('unlock.recoveryHint')}
        error={isKeyWrong ? `${keyText.message} ${keyText.next}` : undefined}
      />
      <PassphraseFields
        value={passphrase}
        onChange={(next) => {
          recover.forget()
          setPassphrase(next)
        }}
        error={isWeak ? textOfError('passphrase/too-weak').message : undefined}
      />
      <div className="flex gap-2">
        <Button look="main" type="submit" isDisabled={!canGoOn}>
          {recover.isRunning ? t('unlock.opening') : t('unlock.recover')}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {t('common.back')}
        </Button>
      </div>
      {recover.code !== undefined && !isKeyWrong && !isWeak && (
        <ErrorNotice code={recover.code} text={textOfError(recover.code)} />
      )}
    </Form>
  )
}
