/** One line of a note with its places: worded otherwise, left out, or put back as it was produced. */
import { History, Pencil, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CitationChips } from '../../citations/CitationChips.tsx'
import type { Places } from '../../citations/places.ts'
import { Badge } from '../../components/Badge.tsx'
import { Chip } from '../../components/Chip.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import { LineSides } from './LineSides.tsx'
import { type ShownLine, withLine } from './note.ts'
import type { EditNote } from './useEditNote.ts'
import { WordsForm } from './WordsForm.tsx'

export interface NoteLineProps {
  readonly shown: ShownLine
  readonly note: EditNote
  readonly places: Places
  readonly isUnchecked: boolean
  /** Its sides are two lists, under the heads of their columns. */
  readonly isOfLists: boolean
}

export function NoteLine({ shown, note, places, isUnchecked, isOfLists }: NoteLineProps) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { line, text, is, isOld } = shown
  const change = (words: string | undefined) => note.change((edits) => withLine(edits, line, words))
  if (is === 'gone') return <li className="py-1.5 text-ink-3">{t('reviews.isGone')}</li>
  if (isEditing)
    return (
      <li>
        <WordsForm
          label={t('reviews.wordsOfLine')}
          words={text}
          isSaving={note.isSaving}
          onSave={change}
          onClose={() => setEditing(false)}
        />
      </li>
    )
  const isLeftOut = is === 'left-out'
  const inColumns = isOfLists && line.sides !== undefined && is === 'produced'
  return (
    <li
      className={`flex items-start gap-2 border-b border-line-soft py-1.5 last:border-b-0 ${isLeftOut ? 'print:hidden' : ''}`}
    >
      <div className="min-w-0 flex-1 pt-1">
        {inColumns ? (
          <LineSides line={line} places={places} />
        ) : (
          <p className={`select-text [overflow-wrap:anywhere] ${line.basis === 'missing' ? 'text-ink-2' : ''}`}>
            <span className={isLeftOut ? 'text-ink-3 line-through' : ''}>{text}</span>{' '}
            {!isLeftOut && <CitationChips citations={line.citations} places={places} />}
            {line.basis === 'entered' && <Chip kind="entered">{t('reviews.byYou')}</Chip>}
          </p>
        )}
        <Marks is={is} isOld={isOld} isUnchecked={isUnchecked && !isLeftOut} />
      </div>
      <span className="flex print:hidden">
        {is === 'produced' ? null : (
          <IconButton
            label={t('reviews.putBack', { text: line.text })}
            icon={<RotateCcw size={14} aria-hidden />}
            isDisabled={note.isSaving}
            onPress={() => void change(undefined)}
          />
        )}
        {!isLeftOut && (
          <IconButton
            label={t('reviews.editLine', { text })}
            icon={<Pencil size={14} aria-hidden />}
            onPress={() => setEditing(true)}
          />
        )}
        {is === 'produced' && (
          <IconButton
            label={t('reviews.leaveOut', { text })}
            icon={<X size={14} aria-hidden />}
            isDisabled={note.isSaving}
            onPress={() => void change('')}
          />
        )}
      </span>
    </li>
  )
}

interface MarksProps {
  readonly is: ShownLine['is']
  readonly isOld: boolean
  readonly isUnchecked: boolean
}

function Marks({ is, isOld, isUnchecked }: MarksProps) {
  const { t } = useTranslation()
  if (is === 'produced' && !isOld && !isUnchecked) return null
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-2">
      {is === 'edited' && <Badge>{t('reviews.edited')}</Badge>}
      {is === 'left-out' && <Badge>{t('reviews.leftOut')}</Badge>}
      {isOld && (
        <Badge tone="review" icon={<History size={12} aria-hidden />}>
          {t('reviews.isOld')}
        </Badge>
      )}
      {isUnchecked && <UncheckedMark state="proposed" />}
    </p>
  )
}
