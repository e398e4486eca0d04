/**
 * Moves the files of one folder that were added to the system's trash, each after the vault's copy was read back and proved
 * equal. What was not proved stays where it lies, and is named.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '#contract/errors.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import type { Imported } from '../../app/imports.ts'
import { say } from '../../app/toasts.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { fileNameOf } from './file-name.ts'

export type Kept = Exclude<Imported, { kind: 'refused' }>

export interface TrashDialogProps {
  readonly folder: string
  readonly files: readonly Kept[]
  readonly onTrashed: (paths: readonly string[]) => void
  readonly onClose: () => void
}

export function TrashDialog({ folder, files, onTrashed, onClose }: TrashDialogProps) {
  const { t } = useTranslation()
  const [isRunning, setRunning] = useState(false)
  const [left, setLeft] = useState<readonly { path: string; code: ErrorCode }[]>([])

  async function move(): Promise<void> {
    setRunning(true)
    const gone: string[] = []
    const stayed: { path: string; code: ErrorCode }[] = []
    for (const { documentId, path } of files)
      try {
        await api.desktop.trashSource({ documentId, path })
        gone.push(path)
      } catch (error) {
        stayed.push({ path, code: codeOf(error) })
      }
    setRunning(false)
    onTrashed(gone)
    if (gone.length > 0) say(t('queue.trashed', { count: gone.length }))
    if (stayed.length === 0) onClose()
    setLeft(stayed)
  }

  return (
    <ConfirmDialog
      title={t('queue.trashTitle', { count: files.length })}
      act={isRunning ? t('queue.trashing') : t('queue.trashNow')}
      isRunning={isRunning}
      onConfirm={() => void move()}
      onClose={onClose}
    >
      <p>{t('queue.trashText')}</p>
      <p className="select-text break-all text-ink-2">{folder}</p>
      {left.map(({ path, code }) => (
        <p key={path} role="alert">
          <span className="select-text break-all font-[550]">{fileNameOf(path)}</span> {textOfError(code).message}{' '}
          {textOfError(code).next}
        </p>
      ))}
    </ConfirmDialog>
  )
}
