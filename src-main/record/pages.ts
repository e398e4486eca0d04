/**
 * Pages as they are looked at: words and image of an upright page. Images are drawn by an engine from decrypted pieces of
 * the original and kept in memory alone; locking drops them. Looking is audited, once in a while for each document.
 */
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { FoundOnPage, ImagePart, ShownPage, UnreadDocument } from '#contract/pages.ts'
import type { Engines } from '../engines/pool.ts'
import { type DocumentFormat, isImageFormat } from '../ingest/detect-format.ts'
import type { ShowInput, ShowStep } from '../ingest/show/page-shower.ts'
import type { PixelSize } from '../ingest/show/shown-file.ts'
import { turnBox } from '../ingest/show/turn-box.ts'
import type { Clock } from '../lib/clock.ts'
import { createMutex } from '../lib/mutex.ts'
import type { Audit } from '../store/audit.ts'
import { findDocument } from '../store/documents.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import { listPagesOfWhole, listParts, listTextsOfWhole } from '../store/parts.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow, PageRow } from '../store/tables.ts'
import { listUnreadDocuments, type UnreadDocumentRow } from '../store/unread.ts'
import { toPageOut } from './documents.ts'
import { findInText } from './find-in-text.ts'
import { type CachedImage, createImageCache } from './image-cache.ts'

export interface PagesDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly engines: Pick<Engines, 'image'>
  readonly readOriginal: (blobId: string) => AsyncIterable<Uint8Array>
}

export type Pages = ReturnType<typeof createPages>

const MOST_IMAGE_BYTES = 96 * 2 ** 20
/** After so long, looking at a document again is another act. */
const LOOK_MS = 600_000

interface Place {
  readonly id: DocumentId
  readonly page: number
}

/** A page of the whole, and the part whose file it is in. */
interface Found {
  readonly lead: DocumentRow
  readonly part: DocumentRow
  readonly row: PageRow
  readonly pages: number
  /** In the part's file. */
  readonly numberInFile: number
}

export function createPages({ store, audit, clock, engines, readOriginal }: PagesDeps) {
  const images = createImageCache(MOST_IMAGE_BYTES)
  const sizes = new Map<string, PixelSize>()
  const lastLookMs = new Map<DocumentId, number>()
  // the engine draws one page at a time; who asks first is served first
  const oneAtATime = createMutex()

  async function find({ id, page }: Place): Promise<Found> {
    const parts = await listParts(store.db, id)
    const lead = parts.find((part) => part.id === id)
    if (lead === undefined) throw new AppError('document/unknown')
    const [row] = await listPagesOfWhole(store.db, id, page, 1)
    const part = parts.find((each) => each.id === row?.documentId)
    if (row?.number !== page || part === undefined) throw new AppError('page/unknown')
    const before = parts.slice(0, parts.indexOf(part)).reduce((sum, { pageCount }) => sum + pageCount, 0)
    const pages = parts.reduce((sum, { pageCount }) => sum + pageCount, 0)
    return { lead, part, row, pages, numberInFile: page - before }
  }

  async function noteLook(id: DocumentId, page: number): Promise<void> {
    const now = clock.monotonicMs()
    const last = lastLookMs.get(id)
    lastLookMs.set(id, now)
    if (last !== undefined && now - last < LOOK_MS) return
    await store.write((trx) => audit.append(trx, { action: 'document.open', objectId: id, meta: { fromPage: page } }))
  }

  /** Asks the engine; feeds it the file when it has it not open. Undefined for documents that are text. */
  async function* ask(
    { part, row, numberInFile }: Found,
    width: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<ShowStep> {
    const { format, password, blobId } = part
    const input: ShowInput = {
      ...{ file: blobId, format: format as ShowInput['format'], page: numberInFile, turn: row.turn },
      ...(password !== null && { password }),
    }
    const call = (bytes?: AsyncIterable<Uint8Array>) => {
      const options = { signal, ...(bytes !== undefined && { bytes }) }
      return width === undefined
        ? engines.image.measure(input, options)
        : engines.image.draw({ ...input, width }, options)
    }
    for await (const step of call()) {
      if (step.kind === 'unopened') yield* call(readOriginal(blobId))
      else yield step
    }
  }

  async function measure(found: Found, signal: AbortSignal): Promise<PixelSize | null> {
    if (!hasImage(found.part)) return null
    const key = `${found.part.blobId} ${found.numberInFile} ${found.row.turn}`
    const known = sizes.get(key)
    if (known !== undefined) return known
    return oneAtATime(async () => {
      try {
        for await (const step of ask(found, undefined, signal)) if (step.kind === 'size') sizes.set(key, step.size)
      } catch (error) {
        signal.throwIfAborted()
        // the words are there all the same; asking for the image tells what is wrong
        if (!(error instanceof AppError)) throw error
      }
      return sizes.get(key) ?? null
    })
  }

  async function draw(found: Found, width: number, signal: AbortSignal): Promise<CachedImage> {
    const key = `${found.part.blobId} ${found.numberInFile} ${found.row.turn} ${width}`
    return (
      images.find(key) ?? oneAtATime(async () => images.find(key) ?? (await drawAnew(found, { width, key }, signal)))
    )
  }

  async function drawAnew(
    found: Found,
    { width, key }: { width: number; key: string },
    signal: AbortSignal,
  ): Promise<CachedImage> {
    signal.throwIfAborted()
    let head: Extract<ShowStep, { kind: 'head' }> | undefined
    const pieces: Uint8Array[] = []
    for await (const step of ask(found, width, signal)) {
      if (step.kind === 'head') head = step
      else if (step.kind === 'bytes') pieces.push(step.bytes)
    }
    if (head === undefined) throw new AppError('page/without-image')
    const { type, width: drawn, height, length } = head
    const image = { type, width: drawn, height, pieces, length }
    images.put(key, found.lead.id, image)
    return image
  }

  return {
    async page(place: Place, signal: AbortSignal): Promise<ShownPage> {
      const found = await find(place)
      await noteLook(place.id, place.page)
      const { lead, row, pages } = found
      const page = toPageOut(row, true)
      return {
        ...page,
        ...{ documentId: lead.id, title: lead.title, format: lead.format, pages },
        size: await measure(found, signal),
        unread: page.unread.map((box) => [...turnBox(box, row.turn)]),
        words: page.words.map((word) => ({ ...word, box: [...turnBox(word.box, row.turn)] })),
      }
    },

    async *pageImage({ width, ...place }: Place & { width: number }, signal: AbortSignal): AsyncGenerator<ImagePart> {
      const found = await find(place)
      if (!hasImage(found.part)) throw new AppError('page/without-image')
      await noteLook(place.id, place.page)
      const { pieces, ...head } = await draw(found, width, signal)
      yield { kind: 'head', ...head }
      for (const bytes of pieces) yield { kind: 'bytes', bytes }
    },

    async find({ id, query }: { id: DocumentId; query: string }, signal: AbortSignal) {
      if ((await findDocument(store.db, id)) === undefined) throw new AppError('document/unknown')
      const found: FoundOnPage[] = []
      for (let from = 1; ; ) {
        signal.throwIfAborted()
        const rows = await listTextsOfWhole(store.db, id, from, PAGES_AT_ONCE)
        for (const { number, text } of rows)
          for (const span of findInText(text, query)) {
            if (found.length === MOST_FOUND) return { found, isAll: false }
            found.push({ page: number, ...span })
          }
        const last = rows.at(-1)
        if (last === undefined) return { found, isAll: true }
        from = last.number + 1
      }
    },

    async listUnread({ filter, limit, cursor }: UnreadQuery) {
      const after = fromCursor(cursor)?.seq
      const rows = await listUnreadDocuments(store.db, { personId: filter.personId, limit: limit + 1, after })
      return toPage(rows, limit, toUnread, ({ seq }) => ({ value: seq, seq }))
    },

    /** Drops what is kept of a document in memory, or of all. */
    forget(id?: DocumentId): void {
      images.forget(id)
      if (id === undefined) sizes.clear()
    },
  }
}

const PAGES_AT_ONCE = 100
const MOST_FOUND = 1000

interface UnreadQuery {
  readonly filter: { readonly personId: PersonId }
  readonly limit: number
  readonly cursor?: string | undefined
}

const toUnread = ({ id, title, state, pageCount, unreadPages }: UnreadDocumentRow): UnreadDocument => ({
  ...{ documentId: id, title, state, pages: pageCount },
  unreadPages: JSON.parse(unreadPages) as number[],
})

const hasImage = ({ format }: DocumentRow): boolean => format === 'pdf' || isImageFormat(format as DocumentFormat)
