import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { EngineAnswer, EngineApi, EngineRequest } from '../../src-main/engines/protocol.ts'
import { serve, work } from '../../src-main/engines/serve.ts'

const api: EngineApi = {
  async *count(input: { to: number }) {
    for (let n = 1; n <= input.to; n += 1) yield n
  },
  async *length(_input: never, bytes: Uint8Array) {
    yield bytes.byteLength
  },
  async *refuse() {
    yield 'first'
    throw new AppError('pdf/damaged')
  },
}

/** The working half of an engine in this process, over a message channel. */
async function working() {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  const answers: EngineAnswer[] = []
  port1.on('message', (answer: EngineAnswer) => answers.push(answer))
  work(api, port2)
  await once(port1, 'message')
  const send = (request: EngineRequest) => port1.postMessage(request)
  const until = (kind: EngineAnswer['kind'], count = 1) =>
    expect.poll(() => answers.filter((answer) => answer.kind === kind).length).toBeGreaterThanOrEqual(count)
  return { answers, send, until }
}

test('a call without bytes streams its chunks and ends', async () => {
  const { answers, send, until } = await working()
  send({ kind: 'call', id: 1, name: 'count', input: { to: 3 }, fed: false })
  await until('end')
  expect(answers.flatMap((answer) => (answer.kind === 'chunk' ? [answer.chunk] : []))).toEqual([1, 2, 3])
  expect(answers.at(-1)).toEqual({ kind: 'end', id: 1, error: null })
})

test('fed bytes are asked for one piece at a time and joined', async () => {
  const { answers, send, until } = await working()
  send({ kind: 'call', id: 1, name: 'length', input: {}, fed: true })
  for (const round of [1, 2, 3]) {
    await until('more', round)
    send({ kind: 'bytes', id: 1, bytes: round < 3 ? new Uint8Array(10) : null })
  }
  await until('end')
  expect(answers).toContainEqual({ kind: 'chunk', id: 1, chunk: 20 })
})

test('a refusal, an unknown function and a cancel all end the call', async () => {
  const { answers, send, until } = await working()
  send({ kind: 'call', id: 1, name: 'refuse', input: {}, fed: false })
  await until('end')
  expect(answers.at(-1)).toEqual({ kind: 'end', id: 1, error: { code: 'pdf/damaged', details: {} } })
  send({ kind: 'call', id: 2, name: 'nothing', input: {}, fed: false })
  await until('end', 2)
  expect(answers.at(-1)).toMatchObject({ id: 2, error: { code: 'internal' } })
  send({ kind: 'call', id: 3, name: 'count', input: { to: 1e9 }, fed: false })
  await until('chunk', 3)
  send({ kind: 'cancel', id: 3 })
  send({ kind: 'cancel', id: 99 })
  await until('end', 3)
})

test('an engine file does nothing in a process that is no engine', () => {
  expect(() => serve(() => api, import.meta.url)).not.toThrow()
})
