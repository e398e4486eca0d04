/** The place of the vault and its passphrase; then the vault is made. What was typed stays when that fails. */
import { Folder } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { VaultPurpose } from '#contract/vault.ts'
import { api } from '../../api/client.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { OpenOtherVault } from '../../app/OpenOtherVault.tsx'
import { isAcceptable, PassphraseFields } from '../../app/PassphraseFields.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { FirstPerson } from './WelcomeScreen.tsx'

export interface SecretStepProps {
  readonly purpose: VaultPurpose
  readonly person: FirstPerson
  readonly onBack: () => void
  readonly onMaking: () => void
  readonly onMade: (made: { recoveryKey: string; personId?: PersonId | undefined }) => void
}

export function SecretStep({ purpose, person, onBack, onMaking, onMade }: SecretStepProps) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const create = useAct('vault.create')
  const [passphrase, setPassphrase] = useState({ first: '', again: '' })
  const isWeak = create.code === 'passphrase/too-weak'

  async function make(): Promise<void> {
    onMaking()
    const bornOn = person.bornOn.trim()
    const made = await create.run({
      passphrase: passphrase.first,
      purpose,
      ...(purpose === 'family' && { person: { name: person.name, ...(bornOn !== '' && { bornOn }) } }),
    })
    if (made === undefined) return
    // only words depend on it: the vault is made, and it can be set later
    if (purpose === 'patients') await api.settings.set({ name: 'audience', value: 'patients' }).catch(() => {})
    onMade(made)
  }

  return (
    <StepFrame
      title={t('welcome.secretTitle')}
      text={t('welcome.secretText')}
      onBack={onBack}
      onNext={() => void make()}
      canGoOn={isAcceptable(passphrase) && !create.isRunning}
      nextLabel={create.isRunning ? t('welcome.making') : t('welcome.make')}
    >
      {about.kind === 'ready' && (
        <div className="card flex flex-wrap items-center gap-3 px-4 py-3">
          <Folder size={18} className="shrink-0 text-ink-3" aria-hidden />
          <div className="min-w-0 flex-1">
            <div className="text-meta text-ink-3">{t('welcome.place')}</div>
            <div className="select-text break-all font-[550]">{about.value.vaultFolder}</div>
          </div>
          <OpenOtherVault label={t('welcome.changePlace')} />
        </div>
      )}
      <div className="max-w-md">
        <PassphraseFields
          value={passphrase}
          onChange={(next) => {
            create.forget()
            setPassphrase(next)
          }}
          autoFocus
          error={isWeak ? textOfError('passphrase/too-weak').message : undefined}
        />
      </div>
      {create.code !== undefined && !isWeak && <ErrorNotice code={create.code} text={textOfError(create.code)} />}
    </StepFrame>
  )
}
