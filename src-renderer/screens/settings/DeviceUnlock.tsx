/** Opening the vault with what this computer's keychain keeps; turning it on takes the passphrase, turning it off does not. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Switch } from '../../components/Switch.tsx'
import { TextField } from '../../components/TextField.tsx'

export function DeviceUnlock() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const status = useLoad('vault.status', undefined)
  const enable = useAct('vault.enableDeviceUnlock')
  const disable = useAct('vault.disableDeviceUnlock')
  const [isAsking, setAsking] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const isOn = status.kind === 'ready' && status.value.deviceUnlock
  const code = enable.code ?? disable.code
  const again = () => queries.invalidateQueries({ queryKey: ['vault.status'] })

  async function turnOn(): Promise<void> {
    if ((await enable.run({ passphrase })) === undefined) return
    setAsking(false)
    setPassphrase('')
    await again()
  }
  async function turnOff(): Promise<void> {
    enable.forget()
    await disable.run(undefined)
    await again()
  }

  return (
    <Card>
      <Switch
        label={t('settings.security.device')}
        hint={t('settings.security.deviceText')}
        isOn={isOn || isAsking}
        onChange={(wanted) => {
          disable.forget()
          enable.forget()
          if (isOn) void turnOff()
          else setAsking(wanted)
        }}
      />
      {isAsking && !isOn && (
        <Form
          className="flex max-w-md items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (passphrase !== '' && !enable.isRunning) void turnOn()
          }}
        >
          <div className="flex-1">
            <TextField
              label={t('settings.security.oldPassphrase')}
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              autoFocus
            />
          </div>
          <Button look="main" type="submit" isDisabled={passphrase === '' || enable.isRunning}>
            {t('settings.security.turnOn')}
          </Button>
        </Form>
      )}
      {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
    </Card>
  )
}
