/** Every shortcut, and whether single letters act. */
import { useTranslation } from 'react-i18next'
import { ShortcutList } from '../../app/ShortcutSheet.tsx'
import { useSettings } from '../../app/useSettings.ts'
import { Card } from '../../components/Card.tsx'
import { Switch } from '../../components/Switch.tsx'
import { useChange } from './useChange.ts'

export function ShortcutsSection() {
  const { t } = useTranslation()
  const { letterKeys } = useSettings()
  const change = useChange()
  return (
    <>
      <Card>
        <Switch
          label={t('settings.shortcuts.letters')}
          hint={t('settings.shortcuts.lettersText')}
          isOn={letterKeys}
          onChange={(isOn) => change('letterKeys', isOn)}
        />
      </Card>
      <Card>
        <ShortcutList />
      </Card>
    </>
  )
}
