/** The image of a page for how large it is shown: the one at hand at once, a sharper one as soon as it is there. */
import { useEffect, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import { pageImagePath } from '#contract/page-image-path.ts'

/** Few widths, so that zooming about asks for the same images again. */
const WIDTHS = [480, 720, 1080, 1440, 2000, 2800, 4096] as const
const SETTLE_MS = 160

export interface PageImage {
  readonly src: string
  readonly state: 'loading' | 'ready' | 'failed'
}

/** `cssWidth`: of the upright page. `turn` is in the address because another turn is another image. */
export function usePageImage(id: DocumentId, page: number, turn: number, cssWidth: number): PageImage {
  const wanted = cssWidth * Math.min(2, window.devicePixelRatio || 1)
  const width = WIDTHS.find((each) => each >= wanted * 0.98) ?? WIDTHS[WIDTHS.length - 1] ?? 4096
  const src = `${pageImagePath({ id, page, width })}?turn=${turn}`
  const [shown, setShown] = useState<{ key: string; src: string; state: PageImage['state'] }>()
  const key = `${id} ${page} ${turn}`
  const isFirst = shown?.key !== key

  useEffect(() => {
    let isWanted = true
    const load = async () => {
      const image = new Image()
      image.src = src
      try {
        await image.decode()
        if (isWanted) setShown({ key, src, state: 'ready' })
      } catch {
        if (isWanted)
          setShown((last) => (last?.key === key && last.state === 'ready' ? last : { key, src, state: 'failed' }))
      }
    }
    const timer = setTimeout(() => void load(), isFirst ? 0 : SETTLE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [src, key, isFirst])

  return isFirst || shown === undefined ? { src, state: 'loading' } : { src: shown.src, state: shown.state }
}
