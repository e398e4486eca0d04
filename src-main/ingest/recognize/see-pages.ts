/**
 * Looks at pages of a picture or a PDF and says what is on them, in the order asked for. Several are under way at once:
 * while one is recognised the next is made ready.
 */
import { availableParallelism } from 'node:os'
import { AppError } from '#contract/errors.ts'
import type { ImageFormat } from '../detect-format.ts'
import { decodeImage } from '../image/decode-image.ts'
import type { SeenPage } from '../read-page.ts'
import { lookAtPdf, type SeenPdfPage } from '../readers/pdf-look.ts'
import { packWords } from '../words.ts'
import { createLook, type Look, type PageImage } from './look.ts'
import { createRecognizers, type InstalledLanguage } from './recognizers.ts'
import { seenOnImage } from './seen-on-image.ts'
import { seenOnPdf } from './seen-on-pdf.ts'
import { sideBySide } from './side-by-side.ts'
import { createTesseract } from './tesseract.ts'

export interface SeeInput {
  readonly format: ImageFormat | 'pdf'
  /** 1-based, ascending. */
  readonly pages: readonly number[]
  readonly password?: string
  readonly languages: readonly InstalledLanguage[]
}

/** Each takes some 250 MB and a core; one core is left for the rest of the program. */
const MOST_WORKERS = 2

export function createSeer() {
  const workers = Math.min(MOST_WORKERS, Math.max(1, availableParallelism() - 1))
  const recognizers = createRecognizers(workers)

  async function* seeImage(bytes: Uint8Array, { format, pages, languages }: SeeInput): AsyncGenerator<SeenPage> {
    const look = createLook(recognizers, languages)
    const wanted = new Set(pages)
    const decoded = decodeImage(bytes, format as ImageFormat, { fromPage: pages[0] ?? 1 })
    yield* sideBySide(only(decoded, wanted, pages.at(-1)), workers + 1, async (page) =>
      'failed' in page ? unlooked(page.number) : withDamage(seenOnImage(page.number, await look(page)), page.damaged),
    )
  }

  async function* seePdf(bytes: Uint8Array, { pages, languages, password }: SeeInput): AsyncGenerator<SeenPage> {
    const look = createLook(recognizers, languages)
    const looks = lookAtPdf(bytes, {
      pages,
      recognizer: await recognizers.english(),
      ...(password !== undefined && { password }),
    })
    const seen = new Map<number, Promise<Look>>()
    yield* sideBySide(withImages(looks), workers + 1, async (page) => {
      if (page.kind === 'failed') return unlooked(page.number)
      if (!page.needsRecognition) return seenOnPdf(page, undefined)
      const known = seen.get(page.repeatOf ?? 0)
      const looking = known ?? look(page.image)
      seen.set(page.number, looking)
      return seenOnPdf(page, await looking)
    })
  }

  return {
    see: (bytes: Uint8Array, input: SeeInput): AsyncGenerator<SeenPage> =>
      input.format === 'pdf' ? seePdf(bytes, input) : seeImage(bytes, input),

    /** Yields nothing; throws `language/damaged-pack` for a pack with which nothing can be recognised. */
    async *tryLanguage(language: { code: string; dir: string }): AsyncGenerator<never> {
      const blank = { width: 64, height: 64, data: new Uint8Array(64 * 64).fill(255) }
      try {
        const recognizer = await createTesseract({ languages: [language], workers: 1 })
        await recognizer.recognize(blank, { dpi: 200, layout: 'line' }).finally(() => recognizer.close())
      } catch {
        throw new AppError('language/damaged-pack')
      }
    },
  }
}

async function* only<T extends { number: number }>(pages: AsyncIterable<T>, wanted: ReadonlySet<number>, last = 0) {
  for await (const page of pages) {
    if (wanted.has(page.number)) yield page
    if (page.number >= last) return
  }
}

type Drawn = (SeenPdfPage & { readonly image: PageImage }) | { readonly kind: 'failed'; readonly number: number }

/** A page can be drawn only until the next one is asked for. */
async function* withImages(pages: ReturnType<typeof lookAtPdf>): AsyncGenerator<Drawn> {
  const nothing: PageImage = { raster: { width: 0, height: 0, data: new Uint8Array() } }
  const drawn = new Set<number>()
  for await (const page of pages) {
    if (page.kind === 'failed') yield page
    else if (!page.needsRecognition || drawn.has(page.repeatOf ?? 0)) yield { ...page, image: nothing }
    else
      try {
        yield { ...page, image: await page.rasterize() }
        drawn.add(page.number)
      } catch {
        yield { kind: 'failed', number: page.number }
      }
  }
}

/** A picture that breaks off is read as far as it goes. */
const withDamage = (page: SeenPage, damaged: boolean): SeenPage =>
  damaged && !page.notices.includes('cut-off') ? { ...page, notices: [...page.notices, 'cut-off'] } : page

function unlooked(number: number): SeenPage {
  return {
    number,
    text: '',
    words: packWords([]),
    method: 'none',
    needsOcr: false,
    chunks: [],
    reading: 'image-only',
    turn: 0,
    unread: [[0, 0, 1, 1]],
    notices: ['not-looked-at'],
  }
}
