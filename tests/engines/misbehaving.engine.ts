/** An engine that fails in every way an engine can; only the tests start it. */
import { AppError } from '#contract/errors.ts'
import { serve } from '../../src-main/engines/serve.ts'

const api = {
  async *count(input: { to: number }) {
    for (let n = 1; n <= input.to; n += 1) yield n
  },
  async *times(input: { to: number }) {
    for (let n = 1; n <= input.to; n += 1) yield Date.now()
  },
  async *length(_input: object, bytes: Uint8Array) {
    yield bytes.byteLength
  },
  async *refuse() {
    yield 'first'
    throw new AppError('pdf/damaged')
  },
  async *bug() {
    yield 'first'
    throw new Error('the text of a document')
  },
  async *die() {
    yield 'first'
    process.kill(process.pid, 'SIGKILL')
  },
  async *hang() {
    yield 'first'
    for (;;);
  },
  async *grow() {
    const held: Buffer[] = []
    while (held.length < 1000) {
      held.push(Buffer.alloc(32 * 2 ** 20, 1))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    yield held.length
  },
  async *forget() {
    yield 'first'
    void Promise.reject(new Error('nobody waits for this'))
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    yield 'second'
  },
}

export type MisbehavingEngine = typeof api
serve(() => api, import.meta.url)
