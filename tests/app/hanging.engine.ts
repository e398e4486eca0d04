/** A PDF engine that opens a document and then never yields a page; only the tests start it. */
import { serve } from '../../src-main/engines/serve.ts'

const api = {
  async *readPages(_input: object, _bytes: Uint8Array) {
    yield { kind: 'opened', pages: 3 }
    for (;;);
  },
}

serve(() => api, import.meta.url)
