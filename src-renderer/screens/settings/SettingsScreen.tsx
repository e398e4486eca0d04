/** Everything that can be set, in sections with addresses of their own. */

import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router.ts'
import { type SettingsSection, settingsSections } from '../../app/routes.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { AboutSection } from './AboutSection.tsx'
import { BackupsSection } from './BackupsSection.tsx'
import { LanguagesSection } from './LanguagesSection.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { LookSection } from './LookSection.tsx'
import { ModelsSection } from './ModelsSection.tsx'
import { ReadingSection } from './ReadingSection.tsx'
import { SecuritySection } from './SecuritySection.tsx'
import { ShortcutsSection } from './ShortcutsSection.tsx'

const sections: Readonly<Record<SettingsSection, ComponentType>> = {
  look: LookSection,
  security: SecuritySection,
  backups: BackupsSection,
  reading: ReadingSection,
  models: ModelsSection,
  languages: LanguagesSection,
  shortcuts: ShortcutsSection,
  limits: LimitsSection,
  about: AboutSection,
}

export function SettingsScreen({ place: { section } }: ScreenProps<'settings'>) {
  const { t } = useTranslation()
  const Section = sections[section]
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[12rem_minmax(0,1fr)] max-[900px]:grid-cols-1 max-[900px]:grid-rows-[auto_minmax(0,1fr)]">
      <nav
        aria-label={t('settings.title')}
        data-pane
        className="flex flex-col gap-0.5 overflow-auto border-e border-line p-3 pt-6 max-[900px]:flex-row max-[900px]:border-e-0 max-[900px]:border-b max-[900px]:py-2"
      >
        {settingsSections.map((one) => (
          <a
            key={one}
            href={hrefOf({ screen: 'settings', section: one })}
            {...(one === section && { 'aria-current': 'page' as const })}
            className={`flex min-h-8 items-center rounded-md px-2.5 py-1 leading-snug ${one === section ? 'contrast-edge bg-accent-soft font-[600] text-accent' : 'text-ink-2 hover:bg-hover hover:text-ink'}`}
          >
            {t(`settings.section.${one}`)}
          </a>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="overflow-auto p-(--pad)" tabIndex={0} aria-label={t(`settings.section.${section}`)}>
        <div className="flex max-w-2xl flex-col gap-5">
          <h1>{t(`settings.section.${section}`)}</h1>
          <Section />
        </div>
      </section>
    </div>
  )
}
