/** The pages of a document one under the other, with thumbnails, tools and finding. Keys: Mod+F, N, Shift+N, R. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import type { ShownPage } from '#contract/pages.ts'
import { go } from '../../app/router.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { copiedText } from '../../components/page/copied-text.ts'
import { type Lit, nothingLit, type TextSpan, type Turn } from '../../components/page/page-geometry.ts'
import { useSize } from '../../components/page/useSize.ts'
import { FindBar } from './FindBar.tsx'
import { NotesAbout } from './NotesAbout.tsx'
import { PageSlot } from './PageSlot.tsx'
import { Thumbnails } from './Thumbnails.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useExport } from './useExport.ts'
import { useFind } from './useFind.ts'
import { usePageInView } from './usePageInView.ts'
import { scaleOf, useZoom } from './useZoom.ts'

export interface ViewerProps {
  readonly document: DocumentSummary
  /** The page that was asked for, and what is lit on it. */
  readonly page: number
  readonly spans: readonly TextSpan[]
  /** Another one means: go there again. */
  readonly visit: string
}

/** A4, until a page tells its own. */
const A4 = { width: 794, height: 1123 }
/** A window may be made as small as one likes. */
const LEAST_ROOM = 200

export function Viewer({ document, page: asked, spans, visit }: ViewerProps) {
  const { t } = useTranslation()
  const { id, personId, format, pages } = document
  const scroller = useRef<HTMLElement>(null)
  const size = useSize(scroller)
  const room = { width: Math.max(LEAST_ROOM, size.width), height: Math.max(LEAST_ROOM, size.height) }
  const [inView, goTo] = usePageInView(scroller, visit, size.width > 0)
  const { zoom, setZoom, step } = useZoom()
  const [rotation, setRotation] = useState<Turn>(0)
  const [showsThumbnails, setThumbnails] = useState(pages > 1)
  const [showsDoubt, setDoubt] = useState(false)
  const [loaded, setLoaded] = useState<ReadonlyMap<number, ShownPage>>(new Map())
  const onLoaded = useCallback((page: ShownPage) => setLoaded((all) => new Map(all).set(page.number, page)), [])
  const find = useFind(id, inView)
  const exportOriginal = useExport(document)
  useGoToFound(find, goTo)

  const known = loaded.get(inView) ?? loaded.values().next().value
  const hasImages = known === undefined ? format !== NOTE_FORMAT : known.size !== null
  const usual = known?.size ?? A4
  const turned = rotation % 2 === 0 ? usual : { width: usual.height, height: usual.width }
  const scale = scaleOf(zoom, turned, room)
  const turn = () => setRotation((last) => ((last + 1) % 4) as Turn)
  const closeFind = () => {
    find.close()
    scroller.current?.focus({ preventScroll: true })
  }
  useShortcuts(
    {
      find: find.open,
      nextMark: () => find.step(1),
      previousMark: () => find.step(-1),
      rotate: turn,
    },
    { letters: useSettings().letterKeys },
  )

  const litOn = (number: number): Lit => {
    const found = find.spansOn(number)
    if (found.length > 0) return { spans: found }
    return number === asked && spans.length > 0 ? { spans } : nothingLit
  }
  const revealOn = (number: number) => {
    if (find.nowOn(number) !== undefined) return `found ${find.at}`
    return number === asked && spans.length > 0 && find.found.length === 0 ? visit : undefined
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Toolbar
        {...{ title: document.title, page: inView, pages, scale, hasImages, showsThumbnails, showsDoubt }}
        hasThumbnails={pages > 1 && hasImages}
        onPage={goTo}
        onZoom={setZoom}
        onStep={(direction) => step(scale, direction)}
        onRotate={turn}
        onFind={find.open}
        onThumbnails={setThumbnails}
        onDoubt={setDoubt}
        onExport={exportOriginal}
        onNote={format === NOTE_FORMAT ? () => go({ screen: 'notes', personId, noteId: id }) : undefined}
        onWriteAbout={() => go({ screen: 'notes', personId, isWriting: true, aboutId: id })}
      />
      <NotesAbout personId={personId} documentId={id} />
      {find.isOpen && <FindBar find={find} onClose={closeFind} />}
      <div className="flex min-h-0 flex-1">
        {showsThumbnails && pages > 1 && hasImages && <Thumbnails {...{ id, pages }} page={inView} onPage={goTo} />}
        <section
          ref={scroller}
          data-pane
          data-pages
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
          tabIndex={0}
          aria-label={t('document.pagesOf', { title: document.title })}
          className="flex min-w-0 flex-1 flex-col gap-6 overflow-auto bg-sunken px-7 py-6 outline-offset-[-3px]"
          onCopy={(event) => {
            const selection = window.getSelection()
            const text = selection && copiedText(selection, loaded)
            if (!text) return
            event.clipboardData.setData('text/plain', text)
            event.preventDefault()
          }}
        >
          {size.width > 0 &&
            Array.from({ length: pages }, (_, at) => at + 1).map((number) => (
              <PageSlot
                key={number}
                {...{ id, number, zoom, rotation, room, usual, onLoaded }}
                lit={litOn(number)}
                now={find.nowOn(number)}
                reveal={revealOn(number)}
                showDoubt={showsDoubt}
              />
            ))}
        </section>
      </div>
    </div>
  )
}

/** A place on a page that is not near yet is not loaded: its page is gone to first, and lights it when it is there. */
function useGoToFound({ found, at }: ReturnType<typeof useFind>, goTo: (page: number) => void): void {
  const page = at === undefined ? undefined : found[at]?.page
  const latest = useRef(goTo)
  useEffect(() => {
    latest.current = goTo
  })
  useEffect(() => {
    if (page !== undefined) latest.current(page)
  }, [page])
}
