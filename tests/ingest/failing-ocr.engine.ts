/** The recognising engine, which hangs, dies or stumbles at one page (`MEDMEMORY_TEST_FAULT=hang 2`); only the tests start it. */
import { serve } from '../../src-main/engines/serve.ts'
import type { ImageFormat } from '../../src-main/ingest/detect-format.ts'
import { createSeer, type SeeInput } from '../../src-main/ingest/recognize/see-pages.ts'
import { unseenPages } from '../../src-main/ingest/recognize/unseen-pages.ts'

const [fault = '', page = ''] = (process.env.MEDMEMORY_TEST_FAULT ?? '').split(' ')
const seer = createSeer()

const api = {
  countPages: (input: { format: ImageFormat; fromPage: number }, bytes: Uint8Array) => unseenPages(bytes, input),
  async *seePages(input: SeeInput, bytes: Uint8Array) {
    for (const number of input.pages) {
      if (number === Number(page)) fail()
      yield* seer.see(bytes, { ...input, pages: [number] })
    }
  },
}

function fail(): void {
  if (fault === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (fault === 'die') process.kill(process.pid, 'SIGKILL')
  throw new Error('a bug, and the text of a document')
}

serve(api, import.meta.url)
