/** The two lists of medicines to hold against each other; the last two unless others are chosen. */
import { useTranslation } from 'react-i18next'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatPartialDate } from '../../app/format.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Select } from '../../components/Select.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'

export interface ChosenLists {
  readonly earlier: DocumentId
  readonly later: DocumentId
}

export interface ChooseListsProps {
  readonly personId: PersonId
  /** Undefined: the last two. */
  readonly chosen: ChosenLists | undefined
  readonly onChoose: (lists: ChosenLists) => void
}

export function ChooseLists({ personId, chosen, onChoose }: ChooseListsProps) {
  const { t } = useTranslation()
  const load = useLoad('reviews.medicineLists', { personId })
  if (load.kind === 'loading') return <Skeleton rows={1} />
  if (load.kind === 'failed') return <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />
  const [later, earlier] = load.value.lists.toReversed()
  if (earlier === undefined || later === undefined)
    return <p className="text-ink-2">{t('reviews.tooFewLists', { count: load.value.lists.length })}</p>
  const lists = chosen ?? { earlier: earlier.documentId, later: later.documentId }
  const choices = load.value.lists.map(({ documentId, title, on, medicines }) => ({
    ...{ id: documentId, label: t('reviews.listChoice', { title, day: formatPartialDate(on), count: medicines }) },
  }))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t('reviews.firstList')}
        choices={choices}
        value={lists.earlier}
        onChange={(id) => onChoose({ ...lists, earlier: id })}
      />
      <Select
        label={t('reviews.secondList')}
        choices={choices}
        value={lists.later}
        onChange={(id) => onChoose({ ...lists, later: id })}
      />
      {lists.earlier === lists.later && <p className="pb-1.5 text-ink-2">{t('reviews.sameList')}</p>}
    </div>
  )
}
