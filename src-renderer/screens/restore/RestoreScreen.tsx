/**
 * A vault from a backup, for whoever has no vault or wants one more: finding the backups, choosing one and its place, making
 * the vault, opening it. The secret stays in this screen and is gone when it is left.
 */
import { useState } from 'react'
import type { BackupSecret, Snapshot } from '#contract/backups.ts'
import { GatePage } from '../../app/GatePage.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FindStep } from './FindStep.tsx'

export interface RestoreScreenProps {
  /** There is a vault in the folder in use: the restored one needs another. */
  readonly isPlaceTaken: boolean
  readonly onLeave: () => void
}

export interface FoundBackups {
  readonly folder: string
  readonly secret: BackupSecret
  readonly snapshots: readonly Snapshot[]
}

export interface RestoredVault {
  readonly to: string
  readonly documents: number
}

export function RestoreScreen({ isPlaceTaken, onLeave }: RestoreScreenProps) {
  const [found, setFound] = useState<FoundBackups>()
  const [restored, setRestored] = useState<RestoredVault>()
  return (
    <GatePage>
      {found === undefined ? (
        <FindStep onFound={setFound} onBack={onLeave} />
      ) : restored === undefined ? (
        <ChooseStep
          found={found}
          isPlaceTaken={isPlaceTaken}
          onRestored={setRestored}
          onBack={() => setFound(undefined)}
        />
      ) : (
        <DoneStep restored={restored} secret={found.secret} onLeave={onLeave} />
      )}
    </GatePage>
  )
}
