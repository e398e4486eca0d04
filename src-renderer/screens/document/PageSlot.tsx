/** A page's place in the document: empty until it comes near, then the page. Keeps the room it will need. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#contract/ids.ts'
import type { ShownPage } from '#contract/pages.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageSheet } from '../../components/page/PageSheet.tsx'
import type { Lit, Turn } from '../../components/page/page-geometry.ts'
import { PageFacts } from './PageFacts.tsx'
import { scaleOf, type Zoom } from './useZoom.ts'

export interface PageSlotProps {
  readonly id: DocumentId
  readonly number: number
  readonly zoom: Zoom
  readonly rotation: Turn
  readonly room: { readonly width: number; readonly height: number }
  /** Of a page whose size is not known yet, in life. */
  readonly usual: { readonly width: number; readonly height: number }
  readonly lit: Lit
  readonly now: number | undefined
  readonly reveal: string | undefined
  readonly showDoubt: boolean
  readonly onLoaded: (page: ShownPage) => void
}

export function PageSlot({ id, number, zoom, rotation, room, usual, onLoaded, ...shown }: PageSlotProps) {
  const { t } = useTranslation()
  const slot = useRef<HTMLDivElement>(null)
  const isNear = useNear(slot)
  const load = useLoad('documents.page', { id, page: number }, { enabled: isNear })
  const page = load.kind === 'ready' ? load.value : undefined
  useEffect(() => {
    if (page !== undefined) onLoaded(page)
  }, [page, onLoaded])

  const size = page?.size ?? usual
  const turned = rotation % 2 === 0 ? size : { width: size.height, height: size.width }
  const scale = scaleOf(zoom, turned, room)
  return (
    <div
      ref={slot}
      data-slot={number}
      className="flex min-w-fit flex-col items-center gap-3"
      {...(page === undefined && { style: { minHeight: turned.height * scale } })}
    >
      {load.kind === 'failed' && <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />}
      {page !== undefined && <PageFacts page={page} />}
      {page !== undefined ? (
        <PageSheet page={page} width={size.width * scale} rotation={rotation} {...shown} />
      ) : (
        load.kind === 'loading' && (
          <div
            role="status"
            aria-label={t('common.loading')}
            className="breathe rounded-xs bg-surface outline outline-line"
            style={{ width: turned.width * scale, height: turned.height * scale }}
          />
        )
      )}
    </div>
  )
}

const AHEAD = '900px'

/** Once near, near for good: what was shown is not taken away again. */
function useNear(slot: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const target = slot.current
    if (target === null || isNear) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { root: target.closest('[data-pages]'), rootMargin: AHEAD },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [slot, isNear])
  return isNear
}
