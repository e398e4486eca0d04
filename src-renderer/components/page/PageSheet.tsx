/**
 * One page of any document, at any size and turn: its image, over it what is lit, what is doubtful and what was not read,
 * and on top its words. A page made of text is laid out here. Shows what it is given; loads nothing but the image.
 */
import { FileWarning } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPage } from '#contract/pages.ts'
import './page.css'
import { type Box, boxesIn, type Lit, litBoxes, nothingLit, runsOf, type Turn } from './page-geometry.ts'
import { SpokenPage } from './SpokenPage.tsx'
import { TextLayer } from './TextLayer.tsx'
import { TextPage } from './TextPage.tsx'
import { usePageImage } from './usePageImage.ts'

export interface PageSheetProps {
  readonly page: ShownPage
  /** CSS pixels, of the upright page. */
  readonly width: number
  /** Quarters clockwise by which the person has turned the page. */
  readonly rotation?: Turn
  readonly lit?: Lit
  /** Which of the lit spans was gone to. */
  readonly now?: number | undefined
  /** Changes when what is lit is to flash and come into view. */
  readonly reveal?: string | undefined
  /** Shows which words are doubtful. */
  readonly showDoubt?: boolean
}

/** Under it a word is shaded. */
const UNSURE = 0.7

export function PageSheet(props: PageSheetProps) {
  const { page, lit = nothingLit, now, reveal } = props
  const sheet = useRef<HTMLElement>(null)
  useReveal(sheet, reveal, now)
  const { t } = useTranslation()
  const label = t('document.pageLabel', { page: page.number, pages: page.pages })
  if (page.size === null)
    return (
      <section ref={sheet} aria-label={label} data-page={page.number} className="card w-full max-w-208 shadow-low">
        <TextPage page={page} spans={lit.spans} now={now} />
      </section>
    )
  return <ImageSheet {...props} label={label} sheet={sheet} size={page.size} />
}

interface ImageSheetProps extends PageSheetProps {
  readonly label: string
  readonly sheet: React.RefObject<HTMLElement | null>
  readonly size: NonNullable<ShownPage['size']>
}

function ImageSheet({ page, width, size, rotation = 0, label, sheet, ...shown }: ImageSheetProps) {
  const { t } = useTranslation()
  const { lit = nothingLit, now, reveal, showDoubt = false } = shown
  const height = (width * size.height) / size.width
  const image = usePageImage(page.documentId, page.number, page.turn, width)
  const [outerWidth, outerHeight] = rotation % 2 === 0 ? [width, height] : [height, width]
  const boxes = litGroups(page, lit)
  return (
    <section
      ref={sheet}
      aria-label={label}
      data-page={page.number}
      data-turned={rotation}
      className="relative shrink-0 overflow-hidden rounded-xs shadow-low outline outline-line"
      style={{ width: outerWidth, height: outerHeight }}
    >
      <div className="page-paper absolute" style={{ width, height, ...turnedStyle(rotation, width, height) }}>
        {image.state === 'ready' && (
          <img src={image.src} alt="" draggable={false} className="pointer-events-none absolute inset-0 size-full" />
        )}
        {image.state === 'loading' && <div className="page-coming absolute inset-0" />}
        {image.state === 'failed' && (
          <p className="absolute inset-x-0 top-1/3 mx-auto flex max-w-72 flex-col items-center gap-2 rounded-md bg-surface p-4 text-center text-ink-2">
            <FileWarning size={22} aria-hidden />
            {t('document.noImage')}
          </p>
        )}
        {showDoubt && doubtfulBoxes(page).map((box) => <Mark key={box.join()} box={box} look="page-doubt" />)}
        {page.unread.map((box) => (
          <Mark key={box.join()} box={box} look="page-unread" title={t('document.unreadInk')} />
        ))}
        {boxes.map(({ box, span }) => (
          <Mark
            key={`${span} ${box.join()} ${reveal ?? ''}`}
            box={box}
            look="page-lit"
            span={span}
            isNow={span === now}
            flash={reveal !== undefined}
          />
        ))}
        <TextLayer page={page} />
      </div>
      <SpokenPage page={page} spans={lit.spans} />
    </section>
  )
}

interface MarkProps {
  readonly box: Box
  readonly look: string
  readonly title?: string
  readonly span?: number
  readonly isNow?: boolean
  readonly flash?: boolean
}

/** Lies under the words, which take the pointer. */
function Mark({ box: [x, y, width, height], look, title, span, isNow = false, flash = false }: MarkProps) {
  return (
    <span
      aria-hidden
      className={look}
      {...(title !== undefined && { title })}
      {...(span !== undefined && { 'data-lit': span, 'data-now': isNow, 'data-flash': flash })}
      style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }}
    />
  )
}

function litGroups(page: ShownPage, lit: Lit): { box: Box; span: number }[] {
  const byWords = lit.spans.flatMap((span, at) => runsOf(boxesIn(page.words, span)).map((box) => ({ box, span: at })))
  return byWords.length > 0 ? byWords : litBoxes(page, lit).map((box) => ({ box, span: 0 }))
}

const doubtfulBoxes = ({ words }: ShownPage): Box[] =>
  words
    .filter(({ doubtful, confidence }) => doubtful === true || (confidence ?? 1) < UNSURE)
    .map(({ box }): Box => [...box])

/** Turned about its corner, then moved back into the frame. */
function turnedStyle(rotation: Turn, width: number, height: number) {
  if (rotation === 0) return {}
  const back = rotation === 1 ? [height, 0] : rotation === 2 ? [width, height] : [0, width]
  return { transform: `translate(${back[0]}px, ${back[1]}px) rotate(${rotation * 90}deg)`, transformOrigin: '0 0' }
}

/** Brings what is lit into the middle once it is there. */
function useReveal(
  sheet: React.RefObject<HTMLElement | null>,
  reveal: string | undefined,
  now: number | undefined,
): void {
  useEffect(() => {
    if (reveal === undefined) return
    const lit = sheet.current?.querySelector(now === undefined ? '[data-lit]' : `[data-lit="${now}"]`)
    lit?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [sheet, reveal, now])
}
