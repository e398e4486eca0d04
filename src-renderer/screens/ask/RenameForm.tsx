/** Another name for a conversation, in its row: Enter keeps it, Esc leaves it as it was. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationSummary } from '#contract/conversations.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface RenameFormProps {
  readonly conversation: ConversationSummary
  readonly onDone: () => void
}

export function RenameForm({ conversation: { id, title }, onDone }: RenameFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(title)
  const rename = useAct('conversations.rename')
  return (
    <form
      className="flex items-start gap-1.5 p-1.5"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        void rename.run({ id, title: name }).then((done) => done && onDone())
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={t('ask.newName')}
          hasHiddenLabel
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={rename.code && textOfError(rename.code).message}
        />
      </div>
      <Button look="main" type="submit" isDisabled={name.trim() === '' || rename.isRunning}>
        {t('common.save')}
      </Button>
    </form>
  )
}
