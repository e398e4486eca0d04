/** Where the backups lie, and what opens them; then what is there is listed. What was typed stays when that fails. */
import { HardDrive } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BackupSecret } from '#contract/backups.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { api } from '../../api/client.ts'
import { useAct } from '../../api/useAct.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceCards } from '../../components/ChoiceCards.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { FoundBackups } from './RestoreScreen.tsx'

export interface FindStepProps {
  readonly onFound: (found: FoundBackups) => void
  readonly onBack: () => void
}

/** Answers about the secret stand at its field. */
const aboutTheSecret: readonly ErrorCode[] = ['vault/wrong-passphrase', 'vault/wrong-recovery-key']

export function FindStep({ onFound, onBack }: FindStepProps) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const list = useAct('backups.list')
  const [folder, setFolder] = useState('')
  const [by, setBy] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [typed, setTyped] = useState('')
  const [isNothingThere, setNothingThere] = useState(false)
  const code = isNothingThere ? 'backup/absent' : list.code
  const isSecretWrong = code !== undefined && aboutTheSecret.includes(code)
  const canGoOn = folder.trim() !== '' && typed.trim() !== '' && !list.isRunning
  const forget = () => {
    list.forget()
    setNothingThere(false)
  }

  async function find(): Promise<void> {
    forget()
    const secret: BackupSecret = by === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed.trim() }
    const listed = await list.run({ filter: { folder: folder.trim(), secret }, limit: 200 })
    if (listed === undefined) return
    if (listed.items.length === 0) setNothingThere(true)
    else onFound({ folder: folder.trim(), secret, snapshots: listed.items })
  }
  async function choose(): Promise<void> {
    try {
      const [chosen] = (await api.desktop.chooseFiles({ what: 'folder' })).paths
      if (chosen === undefined) return
      forget()
      setFolder(chosen)
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }

  return (
    <Form
      className="settle flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (canGoOn) void find()
      }}
    >
      <div className="flex flex-col gap-2">
        <h1 className="text-display tracking-tight">{t('restore.title')}</h1>
        <p className="text-ink-2">{t('restore.text')}</p>
      </div>
      <div className="flex flex-col items-start gap-2">
        <div className="w-full">
          <TextField
            label={t('restore.folder')}
            hint={t('restore.folderHint')}
            value={folder}
            onChange={(text) => {
              forget()
              setFolder(text)
            }}
            autoFocus
            maxLength={4096}
          />
        </div>
        {about.kind === 'ready' && about.value.surroundings === 'desktop' && (
          <Button icon={<HardDrive size={16} aria-hidden />} onPress={() => void choose()}>
            {t('restore.choose')}
          </Button>
        )}
      </div>
      <ChoiceCards
        label={t('restore.by')}
        value={by}
        onChange={(next) => {
          forget()
          setTyped('')
          setBy(next)
        }}
        cards={[
          { id: 'passphrase', title: t('welcome.passphrase') },
          { id: 'recoveryKey', title: t('unlock.recoverTitle') },
        ]}
      />
      <TextField
        key={by}
        label={t(by === 'passphrase' ? 'welcome.passphrase' : 'unlock.recoveryKey')}
        hint={t(by === 'passphrase' ? 'restore.passphraseHint' : 'unlock.recoveryHint')}
        value={typed}
        onChange={(text) => {
          forget()
          setTyped(text)
        }}
        error={isSecretWrong ? t(`restore.wrong.${by}`) : undefined}
        {...(by === 'passphrase' ? { type: 'password' as const } : { isMono: true, maxLength: 200 })}
      />
      <div className="flex gap-2">
        <Button look="main" type="submit" isDisabled={!canGoOn}>
          {list.isRunning ? t('restore.finding') : t('restore.find')}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {t('common.back')}
        </Button>
      </div>
      {code !== undefined && !isSecretWrong && <ErrorNotice code={code} text={textOfError(code)} />}
    </Form>
  )
}
