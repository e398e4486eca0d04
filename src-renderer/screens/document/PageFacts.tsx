/** What a person should know about a page before relying on it: how it was read, what in it was not, and what to do. */
import { useTranslation } from 'react-i18next'
import { pageNoticeTexts } from '#contract/page-notice-text.ts'
import type { ShownPage } from '#contract/pages.ts'
import { Notice } from '../../components/Notice.tsx'

/** Nothing when all of the page was read and there is nothing to say. */
export function PageFacts({ page }: { readonly page: ShownPage }) {
  const { t } = useTranslation()
  const { unread, notices, needsLanguage, needsOcr, method, reading } = page
  const doubtful = page.words.filter((word) => word.doubtful).length
  const said = [
    ...(needsOcr ? [t('document.facts.waiting')] : []),
    ...(needsLanguage !== undefined ? [t('document.facts.language', { language: needsLanguage })] : []),
    ...(!needsOcr && needsLanguage === undefined && reading === 'image-only' ? [t('document.facts.imageOnly')] : []),
    ...(!needsOcr && reading === 'partly-read'
      ? [t('document.facts.unread', { count: Math.max(1, unread.length) })]
      : []),
    ...(method === 'ocr' && doubtful > 0 ? [t('document.facts.doubtful', { count: doubtful })] : []),
    ...notices.map((notice) => pageNoticeTexts[notice]),
  ]
  if (said.length === 0) return null
  return (
    <div className="w-full max-w-208">
      <Notice tone="review">
        {said.length === 1 ? (
          said[0]
        ) : (
          <ul className="list-disc ps-4">
            {said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}
