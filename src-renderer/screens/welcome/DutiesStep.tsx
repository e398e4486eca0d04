/** One page for clinicians: what the program is for, and what stays their duty. Read once, confirmed, found again in Settings. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Duties } from '../../app/Duties.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { StepFrame } from './StepFrame.tsx'

export function DutiesStep({ onBack, onNext }: { readonly onBack: () => void; readonly onNext: () => void }) {
  const { t } = useTranslation()
  const [isRead, setRead] = useState(false)
  return (
    <StepFrame
      title={t('welcome.dutiesTitle')}
      text={t('welcome.dutiesText')}
      onBack={onBack}
      onNext={onNext}
      canGoOn={isRead}
    >
      <Duties />
      <Checkbox isOn={isRead} onChange={setRead}>
        {t('welcome.dutiesRead')}
      </Checkbox>
    </StepFrame>
  )
}
