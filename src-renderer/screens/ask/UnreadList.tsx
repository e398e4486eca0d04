/** What could not be read, by name, as far as it is so now: an absence, a count or an extreme does not speak for it. */
import { FileQuestionMark, FileWarning } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import type { UnreadDocument } from '#contract/pages.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { go } from '../../app/router.ts'

export interface UnreadListProps {
  readonly personId: PersonId
  /** Read, and without facts yet. */
  readonly withoutFacts: number
  /** So many are shown at first. */
  readonly limit: number
  /** Said when there is nothing to list. */
  readonly allRead: string
}

export function UnreadList({ personId, withoutFacts, limit, allRead }: UnreadListProps) {
  const { t } = useTranslation()
  const unread = useLoadAll('documents.listUnread', { filter: { personId }, limit })
  const documents = unread.kind === 'ready' ? unread.items : []
  return (
    <>
      {documents.length > 0 && (
        <ul className="flex flex-col">
          {documents.map((document) => (
            <UnreadRow key={document.documentId} document={document} personId={personId} />
          ))}
        </ul>
      )}
      {unread.kind === 'ready' && unread.more !== undefined && (
        <button
          type="button"
          onClick={unread.more}
          className="mt-1 min-h-7 cursor-default rounded-sm px-2 text-accent hover:bg-hover"
        >
          {t('common.more')}
        </button>
      )}
      {withoutFacts > 0 && (
        <p className="num flex min-h-8 items-center gap-2 py-1">
          <FileQuestionMark size={15} className="shrink-0 text-review" aria-hidden />
          {t('ask.withoutFacts', { count: withoutFacts })}
        </p>
      )}
      {unread.kind === 'ready' && documents.length === 0 && withoutFacts === 0 && (
        <p className="text-meta text-ink-3">{allRead}</p>
      )}
    </>
  )
}

function UnreadRow({ document, personId }: { readonly document: UnreadDocument; readonly personId: PersonId }) {
  const { t } = useTranslation()
  const { documentId, title, state, unreadPages } = document
  const [first] = unreadPages
  const why =
    state === 'indexed'
      ? t('ask.unreadPages', { count: unreadPages.length, pages: pageRanges(unreadPages) })
      : t(`ask.unreadState.${state}`)
  return (
    <li>
      <button
        type="button"
        onClick={() => go({ screen: 'document', personId, documentId, ...(first !== undefined && { page: first }) })}
        className="-mx-2 flex min-h-8 w-[calc(100%+1rem)] cursor-default items-baseline gap-2 rounded-sm px-2 py-1 text-start hover:bg-hover"
      >
        <FileWarning size={15} className="shrink-0 self-center text-review" aria-hidden />
        <span className="min-w-0 truncate" title={title}>
          {title}
        </span>
        <span className="num ms-auto shrink-0 text-meta text-review">{why}</span>
      </button>
    </li>
  )
}

/** 1, 2, 3, 7 → "1–3, 7" */
function pageRanges(pages: readonly number[]): string {
  const runs: [from: number, until: number][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === page - 1) run[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, until]) => (from === until ? String(from) : `${from}–${until}`)).join(', ')
}
