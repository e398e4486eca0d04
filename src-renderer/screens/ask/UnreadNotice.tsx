/** Beside an answer that speaks of all, of none, of a number or of an extreme: what is unread could change it. */
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { UnreadList } from './UnreadList.tsx'

export interface UnreadNoticeProps {
  readonly personId: PersonId
  readonly withoutFacts: number
}

const AT_FIRST = 3

export function UnreadNotice({ personId, withoutFacts }: UnreadNoticeProps) {
  const { t } = useTranslation()
  return (
    <div className="card settle px-4 py-2.5">
      <h3 className="font-[600]">{t('ask.unreadNotice')}</h3>
      <UnreadList personId={personId} withoutFacts={withoutFacts} limit={AT_FIRST} allRead={t('ask.readSince')} />
    </div>
  )
}
