/** What a reader must know before a note is used: what changed in the record since, and what of it nobody has checked. */
import { useTranslation } from 'react-i18next'
import type { FactId } from '#contract/ids.ts'
import type { Review, ReviewChange } from '#contract/reviews.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useMakeReview } from './useMakeReview.ts'

export interface NoteNoticesProps {
  readonly review: Review
  readonly changes: readonly ReviewChange[]
  readonly unreviewed: readonly FactId[]
}

export function NoteNotices({ review, changes, unreviewed }: NoteNoticesProps) {
  const { t } = useTranslation()
  const { personId } = review
  const [first] = unreviewed
  return (
    <>
      {changes.length > 0 && <Changed review={review} changes={changes} />}
      {first !== undefined && (
        <Notice
          actions={
            <Button onPress={() => go({ screen: 'review', personId, factId: first })}>{t('reviews.check')}</Button>
          }
        >
          {t('reviews.unchecked', { count: unreviewed.length })}
        </Notice>
      )}
    </>
  )
}

function Changed({ review, changes }: Omit<NoteNoticesProps, 'unreviewed'>) {
  const { t } = useTranslation()
  const making = useMakeReview(review.personId)
  const { kind, inputs } = review
  const again = () =>
    making.start({
      kind,
      ...(inputs.since !== undefined && { since: inputs.since }),
      ...(inputs.lists !== undefined && { lists: inputs.lists }),
    })
  const titleOf = (step: string) =>
    (review.steps.find(({ name }) => name === step)?.sections ?? []).map(({ title }) => title).join(', ')
  return (
    <section aria-label={t('reviews.changed')}>
      <Notice
        tone="review"
        title={t('reviews.changed')}
        actions={
          <Button isDisabled={making.isRunning} onPress={again}>
            {t('reviews.makeAgain')}
          </Button>
        }
      >
        <ul className="mt-1 flex flex-col gap-2">
          {changes.map((change) => (
            <li key={change.step}>
              <Change title={titleOf(change.step)} change={change} />
            </li>
          ))}
        </ul>
        {making.code !== undefined && <ErrorNotice code={making.code} text={textOfError(making.code)} />}
      </Notice>
    </section>
  )
}

function Change({ title, change: { gone, added, more } }: { readonly title: string; readonly change: ReviewChange }) {
  const { t } = useTranslation()
  const isMoved = gone.length + added.length === 0
  return (
    <>
      <p className="font-[550]">{title}</p>
      {gone.map((text) => (
        <p key={`gone ${text}`}>{t('reviews.gone', { text })}</p>
      ))}
      {added.map((text) => (
        <p key={`added ${text}`}>{t('reviews.added', { text })}</p>
      ))}
      {isMoved && <p>{t('reviews.otherPlaces')}</p>}
      {more > 0 && <p>{t('reviews.andMore', { count: more })}</p>}
    </>
  )
}
