/** The words of one line: Enter keeps them, Esc leaves them as they were. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface WordsFormProps {
  readonly label: string
  readonly words: string
  readonly isSaving: boolean
  /** True: they are kept. */
  readonly onSave: (words: string) => Promise<boolean>
  readonly onClose: () => void
}

export function WordsForm({ label, words, isSaving, onSave, onClose }: WordsFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(words)
  const isEmpty = text.trim() === ''
  return (
    <form
      className="flex flex-wrap items-start gap-2 py-1.5"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty || isSaving) return
        void onSave(text.trim()).then((isKept) => isKept && onClose())
      }}
    >
      <div className="min-w-48 flex-1">
        <TextField label={label} hasHiddenLabel value={text} onChange={setText} maxLength={2000} autoFocus spellCheck />
      </div>
      <Button look="main" type="submit" isDisabled={isEmpty || isSaving}>
        {t('common.save')}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
