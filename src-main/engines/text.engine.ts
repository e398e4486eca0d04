/**
 * Reads what needs no looking at: the formats that are text already, and of pictures how many pages they have; and takes
 * the facts from pages that were read.
 */
import type { ImageFormat } from '../ingest/detect-format.ts'
import type { ExtractStep } from '../ingest/extraction.ts'
import type { ReadPage } from '../ingest/read-page.ts'
import type { TextFormat } from '../ingest/readers/index.ts'
import { serve } from './serve.ts'

type Step = { kind: 'opened'; pages: number; title?: string } | { kind: 'page'; page: ReadPage }

type ExtractPages = ReturnType<typeof import('../ingest/extract-pages.ts').createExtractPages>
let extractPages: Promise<ExtractPages> | undefined

/** Its word tables are read when first needed: most runs of the engine read and extract nothing. */
const loadExtractPages = async (): Promise<ExtractPages> =>
  (await import('../ingest/extract-pages.ts')).createExtractPages()

async function load() {
  const { readers } = await import('../ingest/readers/index.ts')
  const { unseenPages } = await import('../ingest/recognize/unseen-pages.ts')
  return {
    async *readPages(input: { format: TextFormat; fromPage: number }, bytes: Uint8Array): AsyncGenerator<Step> {
      const { title, pages } = await readers[input.format](bytes)
      yield { kind: 'opened', pages: pages.length, ...(title === undefined ? {} : { title }) }
      for (const page of pages) if (page.number >= input.fromPage) yield { kind: 'page', page }
    },
    /** Here, so that no picture waits for the recognition of another one. */
    countPages: (input: { format: ImageFormat; fromPage: number }, bytes: Uint8Array) => unseenPages(bytes, input),
    /** `bytes`: packPages. */
    async *extract(_: Readonly<Record<string, never>>, bytes: Uint8Array): AsyncGenerator<ExtractStep> {
      extractPages ??= loadExtractPages()
      yield* (await extractPages)(bytes)
    },
  }
}

export type TextEngine = Awaited<ReturnType<typeof load>>
serve(load, import.meta.url)
