/** Reads PDFs: bytes in, pages out, one at a time. Pages to read again start at `fromPage`. */
import { readPdf } from '../ingest/readers/pdf.ts'
import { serve } from './serve.ts'

const api = {
  readPages: (input: { fromPage: number; password?: string }, bytes: Uint8Array) => readPdf(bytes, input),
}

export type PdfEngine = typeof api
serve(api, import.meta.url)
