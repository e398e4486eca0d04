/** The program's own reading of an image, composed as its engine composes it, one page at a time. */
import type { ImageFormat } from '../../../src-main/ingest/detect-format.ts'
import { type DecodedPage, decodeImage } from '../../../src-main/ingest/image/decode-image.ts'
import { flattenPhoto } from '../../../src-main/ingest/image/photo.ts'
import { preparePage } from '../../../src-main/ingest/recognize/prepare-page.ts'
import { printedWords } from '../../../src-main/ingest/recognize/printed-words.ts'
import { recognizePage } from '../../../src-main/ingest/recognize/recognize-page.ts'
import type { Recognizer } from '../../../src-main/ingest/recognize/recognizer.ts'
import { createRecognizers } from '../../../src-main/ingest/recognize/recognizers.ts'
import { readingOf, unreadInk } from '../../../src-main/ingest/recognize/unread-ink.ts'
import type { Reader, ReadResult } from '../reader.ts'

export async function createOurReader(): Promise<Reader> {
  const recognizer = await createRecognizers(1).english()
  return {
    async read(image, format) {
      const results: ReadResult[] = []
      let startedAt = performance.now()
      for await (const page of decodeImage(image, format as ImageFormat)) {
        if ('failed' in page) throw new Error(`page ${page.number} could not be decoded`)
        const result = await readPage(page, recognizer)
        results.push({ ...result, ms: performance.now() - startedAt })
        startedAt = performance.now()
      }
      return results
    },
    close: () => recognizer.close(),
  }
}

async function readPage({ raster, dpi, camera }: DecodedPage, bare: Recognizer): Promise<Omit<ReadResult, 'ms'>> {
  let area = 0
  const recognizer: Recognizer = {
    ...bare,
    recognize(image, options) {
      area += image.width * image.height
      return bare.recognize(image, options)
    },
  }
  const flat = flattenPhoto(raster, { camera })
  const page = await preparePage(flat.raster, { recognizer, ...(flat.isPhoto || dpi === undefined ? {} : { dpi }) })
  const { words } = await recognizePage(page, recognizer)
  const read = printedWords(words, page)
  const ledger = unreadInk(
    page,
    read.map(({ box }) => box),
  )
  return {
    text: '',
    words: read.map((word) => ({ ...word, box: flat.toShown(page.toPage(word.box)) })),
    unread: ledger.boxes.map((box) => flat.toShown(page.toPage(box))),
    reading: readingOf(ledger, read.length),
    turn: page.turn,
    notices: flat.notices,
    passes: area / (page.grey.width * page.grey.height),
  }
}
