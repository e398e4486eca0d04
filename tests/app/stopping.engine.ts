/** An engine that yields one commit's worth of pages and then no more; only the tests start it. */
import { serve } from '../../src-main/engines/serve.ts'

const api = {
  async *readPages(_input: object, _bytes: Uint8Array) {
    yield { kind: 'opened', pages: 50 }
    for (let number = 1; number <= 25; number += 1)
      yield {
        kind: 'page',
        page: { number, text: 'word', words: new Uint8Array(), method: 'text', needsOcr: false, chunks: [] },
      }
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
}

serve(() => api, import.meta.url)
