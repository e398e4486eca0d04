/**
 * The locked vault: passphrase, what this computer keeps, or the recovery sheet. Shows nothing of any record. Main slows
 * down failed tries; here they are only told.
 */
import { useQueryClient } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/useLoad.ts'
import { GatePage } from '../../app/GatePage.tsx'
import { OpenOtherVault } from '../../app/OpenOtherVault.tsx'
import { Button } from '../../components/Button.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { RecoverForm } from './RecoverForm.tsx'

export interface UnlockScreenProps {
  readonly hasDeviceUnlock: boolean
  readonly onRestore: () => void
}

export function UnlockScreen({ hasDeviceUnlock, onRestore }: UnlockScreenProps) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  // it needs another folder, which only a desktop can turn to
  const canRestore = about.kind === 'ready' && about.value.surroundings === 'desktop'
  const queries = useQueryClient()
  const [isRecovering, setRecovering] = useState(false)
  const onOpen = () => void queries.invalidateQueries()
  return (
    <GatePage
      foot={
        <>
          {canRestore && (
            <Button look="quiet" icon={<ArchiveRestore size={16} aria-hidden />} onPress={onRestore}>
              {t('restore.from')}
            </Button>
          )}
          <OpenOtherVault />
        </>
      }
    >
      {isRecovering ? (
        <RecoverForm onOpen={onOpen} onBack={() => setRecovering(false)} />
      ) : (
        <PassphraseForm hasDeviceUnlock={hasDeviceUnlock} onOpen={onOpen} onRecover={() => setRecovering(true)} />
      )}
    </GatePage>
  )
}
