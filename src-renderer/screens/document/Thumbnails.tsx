/** All pages, small; each is loaded when it comes into view. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#contract/ids.ts'
import { pageImagePath } from '#contract/page-image-path.ts'

export interface ThumbnailsProps {
  readonly id: DocumentId
  readonly pages: number
  readonly page: number
  readonly onPage: (page: number) => void
}

const WIDTH = 200

export function Thumbnails({ id, pages, page, onPage }: ThumbnailsProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-thumbnail="${page}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [page])
  return (
    <nav
      ref={list}
      data-pane
      aria-label={t('document.thumbnails')}
      className="flex w-36 shrink-0 flex-col gap-3 overflow-y-auto border-e border-line bg-sunken px-4 py-3"
    >
      {Array.from({ length: pages }, (_, at) => at + 1).map((number) => (
        <button
          key={number}
          type="button"
          data-thumbnail={number}
          aria-label={t('document.pageLabel', { page: number, pages })}
          {...(number === page && { 'aria-current': 'page' as const })}
          onClick={() => onPage(number)}
          className="group flex shrink-0 cursor-default flex-col items-center gap-1 rounded-sm"
        >
          <img
            src={pageImagePath({ id, page: number, width: WIDTH })}
            alt=""
            loading="lazy"
            decoding="async"
            className={`min-h-20 w-full rounded-xs bg-surface object-contain outline ${number === page ? 'outline-2 outline-accent' : 'outline-line group-hover:outline-line-strong'}`}
          />
          <span className={`num text-meta ${number === page ? 'font-semibold text-accent' : 'text-ink-3'}`}>
            {number}
          </span>
        </button>
      ))}
    </nav>
  )
}
