/**
 * The page's words over its image, each exactly on its own drawing at every zoom: nothing here is measured in pixels.
 * For the pointer and the clipboard; what is spoken is in SpokenPage.
 */
import { type CSSProperties, memo } from 'react'
import type { ShownPage } from '#contract/pages.ts'
import type { PageWord } from './page-geometry.ts'

export interface TextLayerProps {
  readonly page: ShownPage
}

export const TextLayer = memo(function TextLayer({ page }: TextLayerProps) {
  const { words, text, size } = page
  if (size === null) return null
  const aspect = size.width / size.height
  return (
    <div aria-hidden className="absolute inset-0" data-text-layer={page.number}>
      {words.map((word) => {
        const written = text.slice(word.start, word.start + word.length)
        return (
          <span key={word.start} className="page-word" data-start={word.start} style={styleOf(word, written, aspect)}>
            {written}
          </span>
        )
      })}
    </div>
  )
})

/** `aspect`: width by height of the page. A word far taller than wide runs down the page. */
function styleOf({ box: [x, y, width, height] }: PageWord, written: string, aspect: number): CSSProperties {
  const long = widthInEms(written)
  const runsDown = written.length > 2 && height > 1.5 * width * aspect
  const stretch = runsDown ? height / (width * aspect * long) : (width * aspect) / (height * long)
  return {
    left: `${(runsDown ? x + width : x) * 100}%`,
    top: `${y * 100}%`,
    fontSize: runsDown ? `${width * 100}cqw` : `${height * 100}cqh`,
    transform: `${runsDown ? 'rotate(90deg) ' : ''}scaleX(${Number.isFinite(stretch) ? stretch : 1})`,
  }
}

const MEASURED = 100
const known = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** Of the word in the font of the layer. The widths of words say nothing of whose they are; still they go with the lock, which loads the window anew. */
function widthInEms(written: string): number {
  const before = known.get(written)
  if (before !== undefined) return before
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d')
    if (context) {
      context.font = `${MEASURED}px sans-serif`
      context.fontKerning = 'none'
    }
  }
  const width = context ? context.measureText(written).width / MEASURED : written.length * 0.5
  known.set(written, width)
  return width
}
