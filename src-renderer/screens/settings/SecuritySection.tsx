/** Passphrase, this computer's shortcut, when the vault locks itself, what others may see, whether everything is intact. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockVault } from '../../app/lock-vault.ts'
import { useSettings } from '../../app/useSettings.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { Select } from '../../components/Select.tsx'
import { Switch } from '../../components/Switch.tsx'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { DeviceUnlock } from './DeviceUnlock.tsx'
import { useChange } from './useChange.ts'
import { VerifyVault } from './VerifyVault.tsx'

const minutes = ['1', '2', '5', '10', '15', '30', '60'] as const

export function SecuritySection() {
  const { t } = useTranslation()
  const { autoLockMinutes = 5, hideFromScreenCapture } = useSettings()
  const change = useChange()
  const [isChanging, setChanging] = useState(false)
  const chosen = minutes.find((choice) => Number(choice) === autoLockMinutes)
  return (
    <>
      <Card
        title={t('welcome.passphrase')}
        hint={t('settings.security.passphraseText')}
        actions={<Button onPress={() => setChanging(true)}>{t('settings.security.change')}</Button>}
      >
        {null}
      </Card>
      <Card
        title={t('settings.security.autoLock')}
        hint={t('settings.security.autoLockText')}
        actions={
          <div className="flex gap-2">
            <Select
              label={t('settings.security.autoLock')}
              hasHiddenLabel
              value={chosen ?? String(autoLockMinutes)}
              onChange={(value) => change('autoLockMinutes', Number(value))}
              choices={[...(chosen === undefined ? [String(autoLockMinutes)] : []), ...minutes].map((id) => ({
                id,
                label: t('settings.security.minutes', { count: Number(id) }),
              }))}
            />
            <Button keys="Mod+L" onPress={() => void lockVault()}>
              {t('shell.lock')}
            </Button>
          </div>
        }
      >
        {null}
      </Card>
      <DeviceUnlock />
      <Card>
        <Switch
          label={t('settings.security.hide')}
          hint={t('settings.security.hideText')}
          isOn={hideFromScreenCapture === 1}
          onChange={(isOn) => change('hideFromScreenCapture', isOn ? 1 : 0)}
        />
      </Card>
      <VerifyVault />
      {isChanging && <ChangePassphraseDialog onClose={() => setChanging(false)} />}
    </>
  )
}
