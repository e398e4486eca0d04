/**
 * The first run, in four steps and under two minutes: whom it is for, the place and the passphrase, the recovery sheet,
 * the first files. A clinician reads one page more. The vault is made at the end of the second step.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#contract/ids.ts'
import type { VaultPurpose } from '#contract/vault.ts'
import { GatePage } from '../../app/GatePage.tsx'
import { DutiesStep } from './DutiesStep.tsx'
import { FilesStep } from './FilesStep.tsx'
import { RecoveryStep } from './RecoveryStep.tsx'
import { SecretStep } from './SecretStep.tsx'
import { Steps, type WelcomeStep } from './Steps.tsx'
import { WhoStep } from './WhoStep.tsx'

export interface WelcomeScreenProps {
  /** The vault is being made: stay until `onDone`. */
  readonly onMaking: () => void
  readonly onDone: () => void
  readonly onRestore: () => void
}

export interface FirstPerson {
  readonly name: string
  readonly bornOn: string
}

interface Made {
  readonly recoveryKey: string
  readonly personId?: PersonId | undefined
}

export function WelcomeScreen({ onMaking, onDone, onRestore }: WelcomeScreenProps) {
  const queries = useQueryClient()
  const [step, setStep] = useState<WelcomeStep>('who')
  const [purpose, setPurpose] = useState<VaultPurpose>('family')
  const [person, setPerson] = useState<FirstPerson>({ name: '', bornOn: '' })
  const [made, setMade] = useState<Made>()

  return (
    <GatePage aside={<Steps current={step} purpose={purpose} />}>
      {step === 'who' && (
        <WhoStep
          purpose={purpose}
          onPurpose={setPurpose}
          person={person}
          onPerson={setPerson}
          onRestore={onRestore}
          onNext={() => setStep(purpose === 'patients' ? 'duties' : 'secret')}
        />
      )}
      {step === 'duties' && <DutiesStep onBack={() => setStep('who')} onNext={() => setStep('secret')} />}
      {step === 'secret' && (
        <SecretStep
          purpose={purpose}
          person={person}
          onBack={() => setStep(purpose === 'patients' ? 'duties' : 'who')}
          onMaking={onMaking}
          onMade={(now) => {
            setMade(now)
            setStep('recovery')
            void queries.invalidateQueries({ queryKey: ['vault.status'] })
          }}
        />
      )}
      {step === 'recovery' && made !== undefined && (
        <RecoveryStep recoveryKey={made.recoveryKey} onNext={() => setStep('files')} />
      )}
      {step === 'files' && <FilesStep purpose={purpose} personId={made?.personId} onDone={onDone} />}
    </GatePage>
  )
}
