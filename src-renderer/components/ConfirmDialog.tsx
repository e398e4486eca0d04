/** Asks once more before something is done; leaving it is the first choice. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  /** What the button says that does it. */
  readonly act: string
  readonly isRunning?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ConfirmDialog({ title, act, isRunning = false, onConfirm, onClose, children }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button look="danger" isDisabled={isRunning} onPress={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">{children}</div>
    </Dialog>
  )
}
