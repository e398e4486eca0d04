/** One step: what is asked, why, and the way on. Enter goes on where that is possible. */
import type { ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'

export interface StepFrameProps {
  readonly title: string
  readonly text: ReactNode
  readonly children: ReactNode
  readonly onBack?: () => void
  /** Absent: the step has buttons of its own. */
  readonly onNext?: () => void
  readonly canGoOn?: boolean
  readonly nextLabel?: string
  readonly extra?: ReactNode
}

export function StepFrame(props: StepFrameProps) {
  const { title, text, children, onBack, onNext, canGoOn = true, nextLabel, extra } = props
  const { t } = useTranslation()
  return (
    <Form
      className="settle flex max-w-2xl flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (canGoOn) onNext?.()
      }}
    >
      <div className="flex flex-col gap-2">
        <h1 className="text-display tracking-tight">{title}</h1>
        <div className="max-w-xl text-ink-2">{text}</div>
      </div>
      {children}
      <div className="flex flex-wrap items-center gap-2">
        {onNext !== undefined && (
          <Button look="main" type="submit" isDisabled={!canGoOn}>
            {nextLabel ?? t('common.next')}
          </Button>
        )}
        {onBack !== undefined && (
          <Button look="quiet" onPress={onBack}>
            {t('common.back')}
          </Button>
        )}
        {extra}
      </div>
    </Form>
  )
}
