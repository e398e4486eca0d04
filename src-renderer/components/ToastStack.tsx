/**
 * Short messages at the foot of a screen, spoken politely; with undo for what can be undone. They take room of their own: what
 * lies over a screen would sooner or later cover the control that is used or has the focus (WCAG 2.2, 2.4.11).
 */
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
      className="relative z-40 flex max-h-[45vh] flex-col items-start gap-2 overflow-y-auto px-(--pad) not-empty:py-2"
    >
      {toasts.map(({ id, text, undo }) => (
        <div
          key={id}
          className="settle flex w-full max-w-136 shrink-0 items-center gap-2 rounded-lg border border-line bg-raised py-1 ps-4 pe-1.5 shadow-low"
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
