/**
 * Reads a clinical paper as the program would: a born-digital PDF by its text layer, a scan or photo by recognition.
 * Recognition takes seconds a page and does not change while extraction does, so that it may be kept in a folder.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExtractPage } from '../../../src-main/extract/proposal.ts'
import type { ImageFormat } from '../../../src-main/ingest/detect-format.ts'
import { decodeImage } from '../../../src-main/ingest/image/decode-image.ts'
import type { Box, ReadPage } from '../../../src-main/ingest/read-page.ts'
import { readPdf } from '../../../src-main/ingest/readers/pdf.ts'
import { createLook } from '../../../src-main/ingest/recognize/look.ts'
import { createRecognizers } from '../../../src-main/ingest/recognize/recognizers.ts'
import { seenOnImage } from '../../../src-main/ingest/recognize/seen-on-image.ts'
import { unpackWords } from '../../../src-main/ingest/words.ts'
import type { ClinicalDocument } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { printPdf, printPhotos, printScans } from '../../../tools/make-papers/clinical/print-document.ts'
import type { Page } from '../../../tools/make-papers/print/page.ts'
import type { Printed } from '../../../tools/make-papers/print/print-scan.ts'
import { truthOf } from '../../../tools/make-papers/print/truth.ts'
import type { Medium, ReadDocument } from './scored-document.ts'

export interface ClinicalReader {
  read(document: ClinicalDocument, medium: Medium): Promise<ReadDocument>
  close(): Promise<void>
}

export function createClinicalReader(cacheFolder?: string): ClinicalReader {
  const started = createRecognizers(1)
  let detector: ReturnType<typeof started.scriptDetector> | undefined
  const recognizers: typeof started = {
    ...started,
    scriptDetector() {
      detector ??= started.scriptDetector()
      return detector
    },
  }
  let look: ReturnType<typeof createLook> | undefined
  if (cacheFolder !== undefined) mkdirSync(cacheFolder, { recursive: true })

  async function recognise({ image, format }: Printed, number: number): Promise<ExtractPage> {
    const kept =
      cacheFolder === undefined
        ? undefined
        : join(cacheFolder, `${createHash('sha256').update(image).digest('hex')}.json`)
    if (kept !== undefined && existsSync(kept))
      return { ...(JSON.parse(readFileSync(kept, 'utf8')) as ExtractPage), number }
    look ??= createLook(recognizers, [])
    for await (const decoded of decodeImage(image, format as ImageFormat)) {
      if ('failed' in decoded) break
      const page = toExtractPage(seenOnImage(number, await look(decoded)), number)
      if (kept !== undefined) writeFileSync(kept, JSON.stringify(page))
      return page
    }
    throw new Error('the image could not be decoded')
  }

  async function read(truth: ClinicalDocument, medium: Medium): Promise<ReadDocument> {
    if (medium === 'pdf') {
      const pages: ExtractPage[] = []
      for await (const part of readPdf(await printPdf(truth), {}))
        if (part.kind === 'page') pages.push(toExtractPage(part.page, part.page.number))
      return {
        truth,
        medium,
        pages,
        wordBoxes: truth.pages.map((page) => allOrNone(truthOf(page, (point) => point, page).words, page)),
      }
    }
    const printed = await (medium === 'scan' ? printScans : printPhotos)(truth)
    const pages: ExtractPage[] = []
    for (const [i, image] of printed.entries()) pages.push(await recognise(image, i + 1))
    const wordBoxes = printed.map((image, i) => allOrNone(image.truth.words, truth.pages[i]))
    return { truth, medium, pages, wordBoxes }
  }

  return {
    read,
    async close() {
      if (look !== undefined) await (await recognizers.english()).close()
      await (await detector)?.close()
    },
  }
}

const toExtractPage = ({ text, words, method }: ReadPage, number: number): ExtractPage => ({
  ...{ number, text, method },
  words: unpackWords(words),
})

/** A word cut off at the image's edge has no place; then the numbers of those behind it would not fit either. */
function allOrNone(words: readonly { readonly box: Box }[], page: Page | undefined): readonly Box[] {
  const drawn = page?.marks.filter(({ kind }) => kind === 'word').length
  return words.length === drawn ? words.map(({ box }) => box) : []
}
