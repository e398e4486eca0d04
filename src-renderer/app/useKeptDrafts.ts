/** Brings back what was being written when the program ended, and carries the last of it into the vault when the window goes. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.ts'
import { bringBackDraft } from './note-drafts.ts'
import { say } from './toasts.ts'
import { settleDrafts } from './vault-drafts.ts'

/** One for each note that was left in the middle. */
const MOST = 50

export function useKeptDrafts(): void {
  const { t } = useTranslation()
  useEffect(() => {
    void api.notes.drafts({ filter: {}, limit: MOST }).then(
      ({ items }) => {
        const count = items.filter(bringBackDraft).length
        if (count > 0) say(t('notes.broughtBack', { count }))
      },
      () => {}, // the vault was locked meanwhile; they stay in it
    )
    const onHide = () => void settleDrafts()
    window.addEventListener('pagehide', onHide)
    return () => window.removeEventListener('pagehide', onHide)
  }, [t])
}
