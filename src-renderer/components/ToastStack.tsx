/** Short messages at the edge of the window, spoken politely; with undo for what can be undone. */
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly undo?: () => void
}

export interface ToastStackProps {
  readonly toasts: readonly Toast[]
  readonly onClose: (id: number) => void
}

export function ToastStack({ toasts, onClose }: ToastStackProps) {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('common.notifications')}
      aria-live="polite"
      className="pointer-events-none fixed end-5 bottom-11 z-50 flex w-96 max-w-[calc(100vw-2.5rem)] flex-col gap-2"
    >
      {toasts.map(({ id, text, undo }) => (
        <div
          key={id}
          className="settle pointer-events-auto flex items-center gap-2 rounded-lg border border-line bg-raised py-1.5 ps-4 pe-1.5 shadow-high"
        >
          <span className="flex-1 py-1">{text}</span>
          {undo !== undefined && (
            <Button
              look="quiet"
              onPress={() => {
                undo()
                onClose(id)
              }}
            >
              {t('common.undo')}
            </Button>
          )}
          <IconButton label={t('common.dismiss')} icon={<X size={16} aria-hidden />} onPress={() => onClose(id)} />
        </div>
      ))}
    </section>
  )
}
