/** Looks at pages: images and PDFs in as bytes, pages out as recognised. No image of a page ever leaves this process. */
import { createSeer, type SeeInput } from '../ingest/recognize/see-pages.ts'
import { serve } from './serve.ts'

const seer = createSeer()

const api = {
  seePages: (input: SeeInput, bytes: Uint8Array) => seer.see(bytes, input),
  /** Yields nothing; fails with `language/damaged-pack` for a pack with which nothing can be recognised. */
  tryLanguage: (input: { code: string; dir: string }) => seer.tryLanguage(input),
}

export type OcrEngine = typeof api
// minutes of work at a time, for which nobody waits at the keyboard
serve(api, import.meta.url, { inBackground: true })
