/** Which review to make, with what it can be told, and its steps while it is made. A review that is stopped leaves nothing. */
import { ClipboardList, FileQuestion, Pill, Stethoscope, TrendingUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { ReviewKind } from '#contract/reviews.ts'
import { PartialDate } from '#contract/vault.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ChoiceCards } from '../../components/ChoiceCards.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ChooseLists, type ChosenLists } from './ChooseLists.tsx'
import { useMakeReview } from './useMakeReview.ts'

const icons = {
  ...{ chart: <ClipboardList size={18} />, trends: <TrendingUp size={18} />, medicines: <Pill size={18} /> },
  ...{ quality: <FileQuestion size={18} />, visit: <Stethoscope size={18} /> },
} as const satisfies Readonly<Record<ReviewKind, unknown>>

const kinds: readonly ReviewKind[] = ['chart', 'medicines', 'visit', 'trends', 'quality']

export function StartReview({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ReviewKind>('chart')
  const [since, setSince] = useState('')
  const [lists, setLists] = useState<ChosenLists>()
  const making = useMakeReview(personId)
  const isSinceWrong = since.trim() !== '' && !PartialDate.safeParse(since.trim()).success
  const isWrong =
    (kind === 'visit' && isSinceWrong) || (kind === 'medicines' && lists !== undefined && lists.earlier === lists.later)
  const start = () =>
    making.start({
      kind,
      ...(kind === 'visit' && since.trim() !== '' && { since: since.trim() }),
      ...(kind === 'medicines' && lists !== undefined && { lists }),
    })
  return (
    <Card title={t('reviews.choose')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong && !making.isRunning) start()
        }}
      >
        <ChoiceCards
          label={t('reviews.choose')}
          hasHiddenLabel
          columns={3}
          value={kind}
          onChange={setKind}
          cards={kinds.map((id) => ({
            ...{ id, icon: icons[id], title: t(`reviews.kind.${id}`), text: t(`reviews.what.${id}`) },
          }))}
        />
        {kind === 'visit' && (
          <div className="max-w-96">
            <TextField
              label={t('reviews.since')}
              hint={t('reviews.sinceHint')}
              value={since}
              onChange={setSince}
              maxLength={10}
              error={isSinceWrong ? t('reviews.sinceWrong') : undefined}
            />
          </div>
        )}
        {kind === 'medicines' && <ChooseLists personId={personId} chosen={lists} onChoose={setLists} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button look="main" type="submit" isDisabled={isWrong || making.isRunning}>
            {t('reviews.make')}
          </Button>
          {making.isRunning && <Button onPress={making.stop}>{t('reviews.stop')}</Button>}
          <span role="status" className="text-ink-2">
            {making.isRunning && t('reviews.making', { section: making.lastSection ?? '…' })}
            {making.isStopped && t('reviews.stopped')}
          </span>
        </div>
        {making.code !== undefined && (
          <ErrorNotice code={making.code} text={textOfError(making.code)} onRetry={start} />
        )}
      </form>
    </Card>
  )
}
