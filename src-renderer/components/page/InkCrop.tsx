/** A few words cut out of a page's image, as they stand in ink, large enough to be compared letter by letter. */
import type { ShownPage } from '#contract/pages.ts'
import type { Box } from './page-geometry.ts'
import { usePageImage } from './usePageImage.ts'

export interface InkCropProps {
  readonly page: ShownPage
  /** On the upright page. */
  readonly boxes: readonly Box[]
  /** Spoken. */
  readonly label: string
}

const HEIGHT = 48
const MAX_WIDTH = 380

export function InkCrop({ page, boxes, label }: InkCropProps) {
  const crop = cropOf(page, boxes)
  const image = usePageImage(page.documentId, page.number, page.turn, crop?.pageWidth ?? 480)
  if (crop === undefined || image.state !== 'ready') return null
  return (
    <div
      role="img"
      aria-label={label}
      className="relative overflow-hidden rounded-sm bg-white outline outline-line"
      style={{ width: crop.width, height: crop.height }}
    >
      <img
        src={image.src}
        alt=""
        draggable={false}
        className="absolute max-w-none"
        style={{ width: crop.pageWidth, height: crop.pageHeight, left: -crop.left, top: -crop.top }}
      />
    </div>
  )
}

/** All in CSS pixels of the page at the size at which it is cut. */
function cropOf({ size }: ShownPage, boxes: readonly Box[]) {
  if (size === null || boxes.length === 0) return undefined
  const left = Math.min(...boxes.map(([x]) => x)) * size.width
  const top = Math.min(...boxes.map(([, y]) => y)) * size.height
  const right = Math.max(...boxes.map(([x, , width]) => x + width)) * size.width
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height)) * size.height
  const [padX, padY] = [(bottom - top) * 1.2, (bottom - top) * 0.28]
  const [width, height] = [right - left + 2 * padX, bottom - top + 2 * padY]
  if (!(width > 0 && height > 0)) return undefined
  const scale = Math.min(HEIGHT / height, MAX_WIDTH / width, 4096 / size.width)
  return {
    ...{ width: width * scale, height: height * scale },
    ...{ left: (left - padX) * scale, top: (top - padY) * scale },
    ...{ pageWidth: size.width * scale, pageHeight: size.height * scale },
  }
}
