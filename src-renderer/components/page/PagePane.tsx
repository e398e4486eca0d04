/** One page beside what was said of it, with the words lit that it rests on. Loads nothing but the image. */
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPage } from '#contract/pages.ts'
import { IconButton } from '../IconButton.tsx'
import { copiedText } from './copied-text.ts'
import { PageSheet } from './PageSheet.tsx'
import type { Lit } from './page-geometry.ts'
import { useSize } from './useSize.ts'

export interface PagePaneProps {
  readonly title: string
  /** Before the title: the number of the citation. */
  readonly chip?: ReactNode
  /** Undefined while it is loaded. */
  readonly page: ShownPage | undefined
  readonly lit: Lit
  /** Which of the lit spans is meant most. */
  readonly now?: number | undefined
  readonly reveal: string
  /** In place of the page. */
  readonly failure?: ReactNode
  readonly footer?: ReactNode
  readonly onClose?: () => void
}

export function PagePane({ title, chip, page, lit, now, reveal, failure, footer, onClose }: PagePaneProps) {
  const { t } = useTranslation()
  const room = useRef<HTMLElement>(null)
  const { width } = useSize(room)
  return (
    <aside
      data-pane
      aria-label={t('ask.sourcePane', { title })}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-sunken"
    >
      <header className="flex min-h-12 items-center gap-2.5 px-4 pt-2">
        {chip}
        <h2 className="min-w-0 flex-1 truncate" title={title}>
          {title}
        </h2>
        {page !== undefined && (
          <span className="num shrink-0 text-meta text-ink-3">
            {t('ask.pageOf', { page: page.number, pages: page.pages })}
          </span>
        )}
        {onClose !== undefined && (
          <IconButton label={t('common.close')} keys="Escape" icon={<X size={16} aria-hidden />} onPress={onClose} />
        )}
      </header>
      <section
        ref={room}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
        tabIndex={0}
        aria-label={t('ask.sourcePage')}
        className="flex min-h-0 flex-1 flex-col items-center overflow-auto px-4 py-2 outline-offset-[-3px]"
        onCopy={(event) => {
          const selection = window.getSelection()
          const text = page && selection && copiedText(selection, new Map([[page.number, page]]))
          if (!text) return
          event.clipboardData.setData('text/plain', text)
          event.preventDefault()
        }}
      >
        {failure}
        {failure === undefined && page !== undefined && width > 0 && (
          <PageSheet
            page={page}
            width={Math.min(width, (page.size?.width ?? width) * 1.5)}
            lit={lit}
            now={now}
            reveal={reveal}
          />
        )}
        {failure === undefined && page === undefined && (
          <div role="status" aria-label={t('common.loading')} className="breathe h-3/4 w-full rounded-xs bg-surface" />
        )}
      </section>
      {footer !== undefined && <footer className="flex flex-wrap items-center gap-2 px-4 py-3">{footer}</footer>}
    </aside>
  )
}
