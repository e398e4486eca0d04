/** Reads the formats that are text already: bytes in, sections out as pages. */
import type { ReadPage } from '../ingest/read-page.ts'
import { readers, type TextFormat } from '../ingest/readers/index.ts'
import { serve } from './serve.ts'

type Step = { kind: 'opened'; pages: number; title?: string } | { kind: 'page'; page: ReadPage }

const api = {
  async *readPages(input: { format: TextFormat; fromPage: number }, bytes: Uint8Array): AsyncGenerator<Step> {
    const { title, pages } = await readers[input.format](bytes)
    yield { kind: 'opened', pages: pages.length, ...(title === undefined ? {} : { title }) }
    for (const page of pages) if (page.number >= input.fromPage) yield { kind: 'page', page }
  },
}

export type TextEngine = typeof api
serve(api, import.meta.url)
