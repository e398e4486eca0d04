/** The last step: first files, or an invented person to look around with, or later. */
import { FilePlus2, FlaskConical, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { VaultPurpose } from '#contract/vault.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { StepFrame } from './StepFrame.tsx'

export interface FilesStepProps {
  readonly purpose: VaultPurpose
  readonly personId: PersonId | undefined
  readonly onDone: () => void
}

export function FilesStep({ purpose, personId, onDone }: FilesStepProps) {
  const { t } = useTranslation()
  const sample = useAct('people.addSample')

  async function trySample(): Promise<void> {
    const person = await sample.run(undefined)
    if (person === undefined) return
    go({ screen: 'library', personId: person.id }, { replace: true })
    onDone()
  }
  const begin = () => {
    go(personId === undefined ? { screen: 'people' } : { screen: 'library', personId }, { replace: true })
    onDone()
  }

  return (
    <StepFrame title={t('welcome.filesTitle')} text={t('welcome.filesText')}>
      <div className="grid gap-3 sm:grid-cols-2">
        {purpose === 'family' ? (
          <Way
            icon={<FilePlus2 size={22} />}
            title={t('welcome.addFiles')}
            text={t('welcome.addFilesText')}
            onPress={begin}
          />
        ) : (
          <Way
            icon={<UserPlus size={22} />}
            title={t('welcome.addPatient')}
            text={t('welcome.addPatientText')}
            onPress={begin}
          />
        )}
        <Way
          icon={<FlaskConical size={22} />}
          title={sample.isRunning ? t('welcome.samplePreparing') : t('welcome.sample')}
          text={t('welcome.sampleText')}
          isDisabled={sample.isRunning}
          onPress={() => void trySample()}
        />
      </div>
      {sample.code !== undefined && <ErrorNotice code={sample.code} text={textOfError(sample.code)} />}
    </StepFrame>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly isDisabled?: boolean
  readonly onPress: () => void
}

function Way({ icon, title, text, isDisabled = false, onPress }: WayProps) {
  return (
    <Button
      isDisabled={isDisabled}
      onPress={onPress}
      className="flex cursor-default flex-col items-start gap-2 rounded-lg border border-line bg-surface p-5 text-start shadow-low transition-colors hover:border-accent-line hover:bg-accent-soft disabled:opacity-60"
    >
      <span className="text-accent" aria-hidden>
        {icon}
      </span>
      <span className="font-[600]">{title}</span>
      <span className="text-meta text-ink-2">{text}</span>
    </Button>
  )
}
