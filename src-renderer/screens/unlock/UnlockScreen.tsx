/**
 * The locked vault: passphrase, what this computer keeps, or the recovery sheet. Shows nothing of any record. Main slows
 * down failed tries; here they are only told.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { GatePage } from '../../app/GatePage.tsx'
import { OpenOtherVault } from '../../app/OpenOtherVault.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { RecoverForm } from './RecoverForm.tsx'

export function UnlockScreen({ hasDeviceUnlock }: { readonly hasDeviceUnlock: boolean }) {
  const queries = useQueryClient()
  const [isRecovering, setRecovering] = useState(false)
  const onOpen = () => void queries.invalidateQueries()
  return (
    <GatePage foot={<OpenOtherVault />}>
      {isRecovering ? (
        <RecoverForm onOpen={onOpen} onBack={() => setRecovering(false)} />
      ) : (
        <PassphraseForm hasDeviceUnlock={hasDeviceUnlock} onOpen={onOpen} onRecover={() => setRecovering(true)} />
      )}
    </GatePage>
  )
}
