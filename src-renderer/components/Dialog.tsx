/** A question or a small task over the window; Esc leaves it, focus comes back to where it was. */

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide'
  readonly role?: 'dialog' | 'alertdialog'
}

export function Dialog({ title, isOpen, onClose, children, actions, width = 'narrow', role = 'dialog' }: DialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-30 flex items-start justify-center overflow-auto bg-veil p-6 pt-[12vh]"
    >
      <Modal
        className={`settle w-full rounded-xl border border-line bg-raised shadow-high ${width === 'wide' ? 'max-w-3xl' : 'max-w-lg'}`}
      >
        <AriaDialog role={role} className="flex max-h-[80vh] flex-col outline-none">
          <header className="flex items-center gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="flex-1 text-title font-[640]">
              {title}
            </Heading>
            <IconButton label={t('common.close')} icon={<X size={18} aria-hidden />} onPress={onClose} />
          </header>
          <div className="min-h-0 overflow-auto px-5 pb-5">{children}</div>
          {actions !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line-soft px-5 py-3.5">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
