/** One section of a note: its lines, those of two lists in columns, and the lines that the person adds. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPartialDate } from '../../app/format.ts'
import type { Places } from '../../citations/places.ts'
import { Button } from '../../components/Button.tsx'
import { NoteLine } from './NoteLine.tsx'
import { type ShownSection, withOwn } from './note.ts'
import { OwnLine } from './OwnLine.tsx'
import type { EditNote } from './useEditNote.ts'
import { WordsForm } from './WordsForm.tsx'

export interface NoteSectionProps {
  readonly section: ShownSection
  readonly note: EditNote
  readonly places: Places
  /** Facts that nobody has checked. */
  readonly unreviewed: ReadonlySet<string>
}

export function NoteSection({ section, note, places, unreviewed }: NoteSectionProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const { id, title, lines, own, listDates } = section
  const setOwn = (texts: readonly string[]) => note.change((edits) => withOwn(edits, id, texts))
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <header className="flex items-center gap-2">
        <h2 className="flex-1">{title}</h2>
        <span className="print:hidden">
          <Button look="quiet" icon={<Plus size={14} aria-hidden />} onPress={() => setAdding(true)}>
            {t('reviews.addLine')}
          </Button>
        </span>
      </header>
      {listDates !== undefined && (
        <div className="grid grid-cols-2 gap-4 border-b border-line-soft pe-17 pb-1 text-meta text-ink-3 print:pe-0">
          <span>{t('reviews.listOf', { day: formatPartialDate(listDates.earlier) })}</span>
          <span>{t('reviews.listOf', { day: formatPartialDate(listDates.later) })}</span>
        </div>
      )}
      <ul className="flex flex-col">
        {lines.map((shown) => (
          <NoteLine
            key={shown.line.id}
            shown={shown}
            note={note}
            places={places}
            isUnchecked={shown.line.factIds.some((factId) => unreviewed.has(factId))}
            isOfLists={listDates !== undefined}
          />
        ))}
        {own.map((text, at) => (
          <OwnLine
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one's own have nothing but their place
            key={at}
            text={text}
            isSaving={note.isSaving}
            onChange={(words) => setOwn(own.flatMap((one, other) => (other === at ? (words ?? []) : one)))}
          />
        ))}
      </ul>
      {isAdding && (
        <WordsForm
          label={t('reviews.ownLine')}
          words=""
          isSaving={note.isSaving}
          onSave={(words) => setOwn([...own, words])}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  )
}
