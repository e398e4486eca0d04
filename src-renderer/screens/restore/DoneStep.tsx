/** The vault is there: it is opened with the passphrase that opened the backup. One found by its sheet asks for the sheet. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupSecret } from '#contract/backups.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import type { RestoredVault } from './RestoreScreen.tsx'

export interface DoneStepProps {
  readonly restored: RestoredVault
  readonly secret: BackupSecret
  readonly onLeave: () => void
}

export function DoneStep({ restored: { to, documents }, secret, onLeave }: DoneStepProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const about = useLoad('desktop.about', undefined)
  const unlock = useAct('vault.unlock')
  const turnTo = useAct('desktop.useVault')
  const isElsewhere = about.kind === 'ready' && about.value.vaultFolder !== to
  const isHere = !isElsewhere && 'passphrase' in secret
  const code = unlock.code ?? turnTo.code

  async function open(): Promise<void> {
    if (isElsewhere) {
      // the window is loaded anew, over the other vault
      await turnTo.run({ folder: to })
      return
    }
    if ('passphrase' in secret && (await unlock.run({ passphrase: secret.passphrase })) === undefined) return
    await queries.invalidateQueries()
    onLeave()
  }

  return (
    <div className="settle flex flex-col gap-5">
      <div role="status" className="flex flex-col gap-2">
        <h1 className="text-display tracking-tight">{t('restore.doneTitle')}</h1>
        <p className="text-ink-2">{t('restore.doneText', { count: documents })}</p>
        <p className="select-text break-all text-ink-3">{to}</p>
      </div>
      {!isHere && <p>{t('passphrase' in secret ? 'restore.unlockNext' : 'restore.sheetNext')}</p>}
      <div>
        <Button look="main" isDisabled={unlock.isRunning || turnTo.isRunning} onPress={() => void open()}>
          {isHere ? t('restore.open') : t('common.next')}
        </Button>
      </div>
      {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
    </div>
  )
}
