/** Draws pages to be looked at: bytes in, the image of one page out, in pieces. Files stay open here for the next page. */
import { serve } from './serve.ts'

const load = async () => (await import('../ingest/show/page-shower.ts')).createPageShower()

export type ImageEngine = Awaited<ReturnType<typeof load>>
serve(load, import.meta.url)
