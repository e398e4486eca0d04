/** Puts the look that is set onto the page: theme, density, text size, language. The system's choice is followed as it changes. */
import { useEffect, useSyncExternalStore } from 'react'
import { languages, speak } from './i18n.ts'
import type { KnownSettings } from './useSettings.ts'

export function useLook({ look, density, textSizePercent, language }: KnownSettings): void {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const wantsContrast = useMedia('(prefers-contrast: more)')
  const ofSystem = wantsContrast ? 'contrast' : isDark ? 'dark' : 'light'
  const shown = look === 'system' ? ofSystem : look
  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.look = shown
    dataset.density = density
    style.setProperty('--text-scale', String(textSizePercent / 100))
  }, [shown, density, textSizePercent])
  useEffect(() => {
    const ofBrowser = languages.find((known) => known === navigator.language) ?? 'en'
    void speak(language === 'system' ? ofBrowser : language)
  }, [language])
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
