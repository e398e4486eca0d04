/** Whom it is for; and, for oneself, the name that the papers bear. */
import { ArchiveRestore, HeartPulse, Stethoscope } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VaultPurpose } from '#contract/vault.ts'
import { BirthDateField, isBirthDate } from '../../app/BirthDateField.tsx'
import { OpenOtherVault } from '../../app/OpenOtherVault.tsx'
import { Button } from '../../components/Button.tsx'
import { ChoiceCards } from '../../components/ChoiceCards.tsx'
import { TextField } from '../../components/TextField.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { FirstPerson } from './WelcomeScreen.tsx'

export interface WhoStepProps {
  readonly purpose: VaultPurpose
  readonly onPurpose: (purpose: VaultPurpose) => void
  readonly person: FirstPerson
  readonly onPerson: (person: FirstPerson) => void
  readonly onNext: () => void
  readonly onRestore: () => void
}

export function WhoStep({ purpose, onPurpose, person, onPerson, onNext, onRestore }: WhoStepProps) {
  const { t } = useTranslation()
  const isFamily = purpose === 'family'
  return (
    <StepFrame
      title={t('welcome.whoTitle')}
      text={t('welcome.whoText')}
      onNext={onNext}
      canGoOn={!isFamily || (person.name.trim() !== '' && isBirthDate(person.bornOn))}
      extra={
        <>
          <OpenOtherVault />
          <Button look="quiet" icon={<ArchiveRestore size={16} aria-hidden />} onPress={onRestore}>
            {t('restore.from')}
          </Button>
        </>
      }
    >
      <ChoiceCards
        label={t('welcome.whoTitle')}
        hasHiddenLabel
        value={purpose}
        onChange={onPurpose}
        cards={[
          {
            id: 'family',
            title: t('welcome.family'),
            text: t('welcome.familyText'),
            icon: <HeartPulse size={20} aria-hidden />,
          },
          {
            id: 'patients',
            title: t('welcome.patients'),
            text: t('welcome.patientsText'),
            icon: <Stethoscope size={20} aria-hidden />,
          },
        ]}
      />
      {isFamily && (
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
          <TextField
            label={t('people.name')}
            hint={t('welcome.nameHint')}
            value={person.name}
            onChange={(name) => onPerson({ ...person, name })}
            maxLength={200}
          />
          <BirthDateField value={person.bornOn} onChange={(bornOn) => onPerson({ ...person, bornOn })} />
        </div>
      )}
    </StepFrame>
  )
}
