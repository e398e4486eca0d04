/** Draws pages to be looked at: bytes in, the image of one page out, in pieces. Files stay open here for the next page. */
import { createPageShower } from '../ingest/show/page-shower.ts'
import { serve } from './serve.ts'

const api = createPageShower()

export type ImageEngine = typeof api
serve(api, import.meta.url)
