/** Theme, density, text size, language, whom the window speaks to. Each takes effect at once. */
import { Contrast, Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/useSettings.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ChoiceCards } from '../../components/ChoiceCards.tsx'
import { Select } from '../../components/Select.tsx'
import { useChange } from './useChange.ts'

const sizes = [75, 90, 100, 110, 125, 150, 175, 200] as const

export function LookSection() {
  const { t } = useTranslation()
  const { look, density, textSizePercent, language, audience } = useSettings()
  const change = useChange()
  const icon = { size: 18, 'aria-hidden': true } as const
  return (
    <>
      <ChoiceCards
        label={t('settings.look.theme')}
        columns={4}
        value={look}
        onChange={(value) => change('look', value)}
        cards={[
          { id: 'system', title: t('settings.look.system'), icon: <Monitor {...icon} /> },
          { id: 'light', title: t('settings.look.light'), icon: <Sun {...icon} /> },
          { id: 'dark', title: t('settings.look.dark'), icon: <Moon {...icon} /> },
          { id: 'contrast', title: t('settings.look.contrast'), icon: <Contrast {...icon} /> },
        ]}
      />
      <ChoiceCards
        label={t('settings.look.density')}
        value={density}
        onChange={(value) => change('density', value)}
        cards={[
          { id: 'comfortable', title: t('settings.look.comfortable'), text: t('settings.look.comfortableText') },
          { id: 'compact', title: t('settings.look.compact'), text: t('settings.look.compactText') },
        ]}
      />
      <Card title={t('settings.look.textSize')} hint={t('settings.look.textSizeText')}>
        <div className="num flex items-center gap-2">
          <Button
            isDisabled={textSizePercent <= sizes[0]}
            keys="Mod+-"
            onPress={() => change('textSizePercent', sizes.findLast((size) => size < textSizePercent) ?? sizes[0])}
          >
            {t('shortcut.textSmaller')}
          </Button>
          <span className="min-w-16 text-center font-[600]" aria-live="polite">
            {textSizePercent} %
          </span>
          <Button
            isDisabled={textSizePercent >= 200}
            keys="Mod+="
            onPress={() => change('textSizePercent', sizes.find((size) => size > textSizePercent) ?? 200)}
          >
            {t('shortcut.textLarger')}
          </Button>
        </div>
      </Card>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('settings.look.language')}
          value={language}
          onChange={(value) => change('language', value)}
          choices={[
            { id: 'system', label: t('settings.look.languageSystem') },
            { id: 'en', label: 'English' },
            { id: 'en-XA', label: 'English (pseudo)' },
          ]}
        />
        <Select
          label={t('settings.look.audience')}
          value={audience}
          onChange={(value) => change('audience', value)}
          choices={[
            { id: 'family', label: t('welcome.family') },
            { id: 'patients', label: t('welcome.patients') },
          ]}
        />
      </div>
    </>
  )
}
