/**
 * The window's words. English is complete and is what every missing sentence falls back to; `en-XA` is English with
 * accents and two fifths longer, in which a clipped or untranslated text shows itself.
 */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from '../locales/en/index.ts'
import { pseudo } from './pseudo.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export const languages = ['en', 'en-XA'] as const
export type UiLanguage = (typeof languages)[number]

export async function startI18n(wanted: readonly string[]): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: languages.find((known) => wanted[0] === known) ?? 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0])
  i18next.addResourceBundle('en-XA', 'translation', pseudo(en))
  document.documentElement.lang = i18next.language
}

export async function speak(language: UiLanguage): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
