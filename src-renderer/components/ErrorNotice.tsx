/** What went wrong, what to do next, and the code by which it can be told to somebody else; never a stack. */
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ErrorText } from '#contract/error-text.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { Button } from './Button.tsx'

export interface ErrorNoticeProps {
  readonly code: ErrorCode
  readonly text: ErrorText
  readonly onRetry?: () => void
  /** Takes the middle of a pane, in place of what could not be loaded. */
  readonly isWhole?: boolean
}

export function ErrorNotice({ code, text, onRetry, isWhole = false }: ErrorNoticeProps) {
  const { t } = useTranslation()
  return (
    <div
      role="alert"
      className={`settle flex items-start gap-3 rounded-lg border border-line bg-surface px-4 py-3 ${isWhole ? 'm-auto w-full max-w-lg shadow-low' : ''}`}
    >
      <TriangleAlert size={18} className="mt-0.5 shrink-0 text-crit" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-[600]">{text.message}</p>
        <p className="text-ink-2">{text.next}</p>
        <p className="num mt-1 text-meta text-ink-3">
          {t('common.errorCode')} <code className="font-sans select-text">{code}</code>
        </p>
      </div>
      {onRetry !== undefined && (
        <Button look="plain" onPress={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}
