/** The everyday way in. */
import { KeyRound, Lock, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '#contract/errors.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface PassphraseFormProps {
  readonly hasDeviceUnlock: boolean
  readonly onOpen: () => void
  readonly onRecover: () => void
}

/** Answers about what was typed stand at the field; everything else has a notice of its own. */
const aboutTheField: readonly (ErrorCode | undefined)[] = ['vault/wrong-passphrase', 'vault/too-many-tries']

export function PassphraseForm({ hasDeviceUnlock, onOpen, onRecover }: PassphraseFormProps) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const unlock = useAct('vault.unlock')
  const device = useAct('vault.unlockWithDevice')
  const [passphrase, setPassphrase] = useState('')
  const isBusy = unlock.isRunning || device.isRunning
  const code = unlock.code ?? device.code
  const atField =
    unlock.code !== undefined && aboutTheField.includes(unlock.code) ? textOfError(unlock.code) : undefined

  async function open(): Promise<void> {
    device.forget()
    if ((await unlock.run({ passphrase })) !== undefined) onOpen()
  }
  async function openWithDevice(): Promise<void> {
    unlock.forget()
    if ((await device.run(undefined)) !== undefined) onOpen()
  }

  return (
    <Form
      className="settle flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '' && !isBusy) void open()
      }}
    >
      <div className="flex flex-col gap-2">
        <div className="mb-2 grid size-12 place-items-center rounded-xl border border-line bg-surface text-ink-2 shadow-low">
          <Lock size={22} aria-hidden />
        </div>
        <h1 className="text-display tracking-tight">{t('unlock.title')}</h1>
        {about.kind === 'ready' && <p className="break-all text-ink-3">{about.value.vaultFolder}</p>}
      </div>
      <TextField
        label={t('welcome.passphrase')}
        type="password"
        value={passphrase}
        onChange={(text) => {
          unlock.forget()
          setPassphrase(text)
        }}
        autoFocus
        error={atField && `${atField.message} ${atField.next}`}
      />
      <div className="flex flex-col gap-2">
        <Button look="main" type="submit" wide isDisabled={passphrase === '' || isBusy}>
          {unlock.isRunning ? t('unlock.opening') : t('unlock.open')}
        </Button>
        {hasDeviceUnlock && (
          <Button
            wide
            icon={<MonitorSmartphone size={16} aria-hidden />}
            isDisabled={isBusy}
            onPress={() => void openWithDevice()}
          >
            {t('unlock.withDevice')}
          </Button>
        )}
        <Button look="quiet" wide icon={<KeyRound size={16} aria-hidden />} onPress={onRecover}>
          {t('unlock.useRecovery')}
        </Button>
      </div>
      {code !== undefined && atField === undefined && <ErrorNotice code={code} text={textOfError(code)} />}
    </Form>
  )
}
