/**
 * An engine that says one known sentence of each page, and hangs, dies or stumbles at one of them
 * (`MEDMEMORY_TEST_FAULT=hang 2`); only the tests start it.
 */
import { serve } from '../../src-main/engines/serve.ts'
import { chunkPage } from '../../src-main/ingest/chunk.ts'
import type { SeenPage } from '../../src-main/ingest/read-page.ts'
import type { SeeInput } from '../../src-main/ingest/recognize/see-pages.ts'
import { packWords } from '../../src-main/ingest/words.ts'

const [fault = '', page = ''] = (process.env.MEDMEMORY_TEST_FAULT ?? '').split(' ')
const sentences = ['Warfarin is on the first.', 'Amlodipine is on the second.', 'Colonoscopy is on the third.']

const api = {
  async *seePages(input: SeeInput, _bytes: Uint8Array): AsyncGenerator<SeenPage> {
    for (const number of input.pages) {
      if (number === Number(page)) fail()
      const text = sentences[number - 1] ?? ''
      yield {
        ...{ number, text, words: packWords([]), method: 'ocr', confidence: 0.9, needsOcr: false },
        ...{ chunks: chunkPage(text), reading: 'read', turn: 0, unread: [], notices: [] },
      }
    }
  },
  async *tryLanguage() {},
}

function fail(): void {
  if (fault === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (fault === 'die') process.kill(process.pid, 'SIGKILL')
  throw new Error('a bug, and the text of a document')
}

serve(() => api, import.meta.url)
