/** Looks at pages: images and PDFs in as bytes, pages out as recognised. No image of a page ever leaves this process. */
import type { SeeInput } from '../ingest/recognize/see-pages.ts'
import { serve } from './serve.ts'

async function load() {
  const seer = (await import('../ingest/recognize/see-pages.ts')).createSeer()
  return {
    seePages: (input: SeeInput, bytes: Uint8Array) => seer.see(bytes, input),
    /** Yields nothing; fails with `language/damaged-pack` for a pack with which nothing can be recognised. */
    tryLanguage: (input: { code: string; dir: string }) => seer.tryLanguage(input),
  }
}

export type OcrEngine = Awaited<ReturnType<typeof load>>
// minutes of work at a time, for which nobody waits at the keyboard
serve(load, import.meta.url, { inBackground: true })
