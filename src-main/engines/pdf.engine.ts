/** Reads PDFs: bytes in, pages out, one at a time. Pages to read again start at `fromPage`. */
import { serve } from './serve.ts'

async function load() {
  const { readPdf } = await import('../ingest/readers/pdf.ts')
  return {
    readPages: (input: { fromPage: number; password?: string }, bytes: Uint8Array) => readPdf(bytes, input),
  }
}

export type PdfEngine = Awaited<ReturnType<typeof load>>
serve(load, import.meta.url)
