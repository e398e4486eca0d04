/** A line that the person wrote: it rests on no page, and is marked so. */
import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../components/Chip.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { WordsForm } from './WordsForm.tsx'

export interface OwnLineProps {
  readonly text: string
  readonly isSaving: boolean
  /** Undefined: it is taken away. */
  readonly onChange: (words: string | undefined) => Promise<boolean>
}

export function OwnLine({ text, isSaving, onChange }: OwnLineProps) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  if (isEditing)
    return (
      <li>
        <WordsForm
          label={t('reviews.ownLine')}
          words={text}
          isSaving={isSaving}
          onSave={onChange}
          onClose={() => setEditing(false)}
        />
      </li>
    )
  return (
    <li className="flex items-start gap-2 border-b border-line-soft py-1.5 last:border-b-0">
      <p className="min-w-0 flex-1 select-text pt-1 [overflow-wrap:anywhere]">
        {text} <Chip kind="entered">{t('reviews.byYou')}</Chip>
      </p>
      <span className="flex print:hidden">
        <IconButton
          label={t('reviews.editLine', { text })}
          icon={<Pencil size={14} aria-hidden />}
          onPress={() => setEditing(true)}
        />
        <IconButton
          label={t('reviews.removeLine', { text })}
          icon={<X size={14} aria-hidden />}
          isDisabled={isSaving}
          onPress={() => void onChange(undefined)}
        />
      </span>
    </li>
  )
}
