/**
 * Not found in what could be read: how much that was, what comes nearest, and what was not read, by name. An absence is
 * never stated without it.
 */
import { FileWarning, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Citation, Searched } from '#contract/answers.ts'
import type { PersonId } from '#contract/ids.ts'
import type { UnreadDocument } from '#contract/pages.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { formatCount } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import { CitationChip } from './CitationChip.tsx'
import { placeOf } from './shown-answer.ts'

export interface NotFoundProps {
  readonly personId: PersonId
  readonly searched?: Searched
  /** What comes nearest. */
  readonly sources: readonly Citation[]
  readonly chosen: number | undefined
  readonly onSource: (index: number) => void
}

const AT_FIRST = 8

export function NotFound({ personId, searched, sources, chosen, onSource }: NotFoundProps) {
  const { t } = useTranslation()
  const unread = useLoadAll('documents.listUnread', { filter: { personId }, limit: AT_FIRST })
  const documents = unread.kind === 'ready' ? unread.items : []
  return (
    <section className="card settle flex flex-col gap-5 px-5 py-4">
      <div className="flex gap-3">
        <SearchX size={22} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
        <div>
          <h3 className="text-lead font-[620]">{t('ask.notFound')}</h3>
          <p className="text-ink-2">
            {searched !== undefined &&
              t('ask.notFoundSearched', {
                pages: formatCount(searched.pages),
                documents: formatCount(searched.documents),
              })}{' '}
            {t('ask.notFoundMeans')}
          </p>
        </div>
      </div>
      {sources.length > 0 && (
        <div>
          <h4 className="caps mb-1.5">{t('ask.nearest')}</h4>
          <ul className="flex flex-col gap-2.5">
            {sources.map((source, index) => (
              <li key={placeOf(source)} className="flex items-start gap-2.5">
                <CitationChip
                  citation={source}
                  number={index + 1}
                  isCurrent={index === chosen}
                  onOpen={() => onSource(index)}
                />
                <div className="min-w-0 flex-1">
                  <p className="num line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">
                    {source.quote.replace(/\s+/g, ' ')}
                  </p>
                  <p className="num text-meta text-ink-3">
                    {source.title}, {t('common.pageShort', { page: source.page })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {documents.length > 0 && (
        <div>
          <h4 className="caps mb-1.5">{t('ask.unread')}</h4>
          <ul className="flex flex-col">
            {documents.map((document) => (
              <UnreadRow key={document.documentId} document={document} personId={personId} />
            ))}
          </ul>
          {unread.kind === 'ready' && unread.more !== undefined && (
            <button
              type="button"
              onClick={unread.more}
              className="mt-1 min-h-7 cursor-default rounded-sm px-2 text-accent hover:bg-hover"
            >
              {t('common.more')}
            </button>
          )}
        </div>
      )}
      {unread.kind === 'ready' && documents.length === 0 && <p className="text-meta text-ink-3">{t('ask.allRead')}</p>}
    </section>
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
        <span className="min-w-0 truncate">{title}</span>
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
