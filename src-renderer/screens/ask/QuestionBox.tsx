/** Where a question is written: Enter asks, Shift+Enter begins a line, and while an answer comes the button stops it. */
import { CornerDownLeft, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'

export interface QuestionBoxProps {
  readonly name: string
  readonly isRunning: boolean
  readonly onAsk: (question: string) => void
  readonly onStop: () => void
}

const LONGEST = 2000

export function QuestionBox({ name, isRunning, onAsk, onStop }: QuestionBoxProps) {
  const { t } = useTranslation()
  const [question, setQuestion] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const submit = () => {
    const asked = question.trim()
    if (asked === '' || isRunning) return
    setQuestion('')
    onAsk(asked)
  }
  return (
    <form
      className="flex items-end gap-2 rounded-lg border border-line-strong bg-surface p-2 ps-4 shadow-high focus-within:outline-2 focus-within:outline-accent"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <textarea
        ref={field}
        aria-label={t('ask.question')}
        placeholder={t('ask.placeholder', { name })}
        rows={1}
        maxLength={LONGEST}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
            submit()
          }
          if (event.key === 'Escape' && isRunning) onStop()
        }}
        className="field-sizing-content max-h-40 min-h-8 min-w-0 flex-1 resize-none bg-transparent py-1 text-ink outline-none placeholder:text-ink-3"
      />
      {isRunning ? (
        <Button icon={<Square size={13} aria-hidden />} keys="Escape" onPress={onStop}>
          {t('ask.stop')}
        </Button>
      ) : (
        <Button
          look="main"
          type="submit"
          icon={<CornerDownLeft size={15} aria-hidden />}
          isDisabled={question.trim() === ''}
        >
          {t('ask.ask')}
        </Button>
      )}
    </form>
  )
}
