/** Shown before anything else when a question is about something happening now. The words are fixed. */
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/Notice.tsx'

export function EmergencyNotice() {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <Notice tone="crit" title={t('ask.emergency.message')}>
        {t('ask.emergency.next')}
      </Notice>
    </div>
  )
}
