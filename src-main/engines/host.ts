/**
 * Main's end of one engine: starts its process on first use, feeds it, hands on what it yields, and ends it when a piece
 * is overdue. Every call settles: an exit of the process, code 0 included, fails whatever waits. Nothing is retried here.
 */
import { AppError, fromWireError, type WireError } from '#contract/errors.ts'
import type { Log } from '../lib/log.ts'
import { ENGINE_ENV, type EngineAnswer, type EngineApi, type Remote, type RemoteOptions } from './protocol.ts'
import { MEMORY_EXIT } from './serve.ts'
import type { EngineProcess, SpawnEngine } from './spawn.ts'

export type EngineName = 'pdf' | 'text' | 'ocr' | 'embed' | 'image' | 'llama'

export interface EngineLimits {
  readonly maxBytes: number
  /** The longest that the engine may be silent while it owes an answer. */
  readonly silenceMs: number
}

export interface EngineStatus {
  readonly name: EngineName
  readonly running: boolean
  readonly starts: number
  readonly failures: number
}

export interface Engine<A extends EngineApi> {
  readonly remote: Remote<A>
  status(): EngineStatus
  close(): Promise<void>
}

export interface EngineDeps {
  readonly spawn: SpawnEngine
  readonly limits: (name: EngineName) => EngineLimits
  readonly log: Log
}

/** A machine that is busy or just woke starts a process slowly; one that is killed for it only starts again. */
const START_MS = 60_000
/** How long an engine may take to drop a call that nobody waits for, before it is ended. */
const DROP_MS = 1_000

export function createEngine<A extends EngineApi>(name: EngineName, { spawn, limits, log }: EngineDeps): Engine<A> {
  let current: { process: EngineProcess; maxBytes: number; ready: Promise<void>; exited: Promise<void> } | undefined
  let closed = false
  let starts = 0
  let failures = 0
  let nextId = 1
  let endReason: WireError['code'] = 'engine/crashed'
  const calls = new Map<number, (answer: EngineAnswer) => void>()
  /** Settles once the call left last is out of the engine, so that it is not the next one that is held up. */
  let dropped: Promise<void> = Promise.resolve()

  function start() {
    const ready = Promise.withResolvers<void>()
    const exited = Promise.withResolvers<void>()
    // a process that ends before it is ready is reported by the call that wanted it
    ready.promise.catch(() => {})
    const startedAt = performance.now()
    endReason = 'engine/crashed'
    starts += 1
    const { maxBytes } = limits(name)
    const process = spawn(engineUrl(name), { [ENGINE_ENV]: String(maxBytes) })
    const timer = setTimeout(() => process.kill(), START_MS)
    process.onAnswer((answer) => {
      if (answer.kind === 'ready') {
        clearTimeout(timer)
        log('engine.started', { engine: name, ms: Math.round(performance.now() - startedAt) })
        ready.resolve()
      } else if (answer.kind === 'memory') endReason = 'engine/memory'
      else calls.get(answer.id)?.(answer)
    })
    process.onExit((code) => {
      clearTimeout(timer)
      current = undefined
      const reason = code === MEMORY_EXIT ? 'engine/memory' : endReason
      if (!closed) {
        failures += 1
        log('engine.ended', { engine: name, reason })
      }
      ready.reject(new AppError(reason))
      for (const [id, settle] of calls)
        settle({ kind: 'end', id, error: { code: closed ? 'cancelled' : reason, details: {} } })
      exited.resolve()
    })
    current = { process, maxBytes, ready: ready.promise, exited: exited.promise }
    return current
  }

  async function* call(fn: string, input: unknown, { bytes, signal }: RemoteOptions): AsyncGenerator<unknown> {
    if (closed) throw new AppError('app/closing')
    signal?.throwIfAborted()
    await dropped
    if (closed) throw new AppError('app/closing')
    const started = current ?? start()
    const { process, ready } = started
    await ready
    followLimit(started)
    signal?.throwIfAborted()
    const id = nextId++
    const inbox = createInbox()
    calls.set(id, inbox.put)
    const onAbort = () => inbox.put({ kind: 'end', id, error: { code: 'cancelled', details: {} } })
    signal?.addEventListener('abort', onAbort, { once: true })
    const source = bytes?.[Symbol.asyncIterator]()
    let ended = false
    try {
      process.post({ kind: 'call', id, name: fn, input, fed: source !== undefined })
      for (;;) {
        const answer = await inbox.take(limits(name).silenceMs, () => {
          endReason = 'engine/timeout'
          process.kill()
        })
        if (answer.kind === 'more') {
          const piece = await source?.next()
          process.post({ kind: 'bytes', id, bytes: piece === undefined || piece.done ? null : piece.value })
        } else if (answer.kind === 'chunk') {
          yield answer.chunk
          process.post({ kind: 'taken', id })
        } else if (answer.kind === 'end') {
          ended = answer.error?.code !== 'cancelled'
          if (answer.error !== null) throw fromWireError(answer.error)
          return
        }
      }
    } finally {
      calls.delete(id)
      signal?.removeEventListener('abort', onAbort)
      if (!ended && current?.process === process) dropped = drop(process, id)
      await source?.return?.()
    }
  }

  /** A process outlives the settings and models it was started with. */
  function followLimit(started: NonNullable<typeof current>): void {
    const { maxBytes } = limits(name)
    if (maxBytes === started.maxBytes) return
    started.maxBytes = maxBytes
    started.process.post({ kind: 'limit', maxBytes })
  }

  /** Tells the engine to leave a call; one that does not is stuck, and is ended. */
  function drop(process: EngineProcess, id: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const stuck = setTimeout(() => process.kill(), DROP_MS)
    calls.set(id, ({ kind }) => {
      if (kind !== 'end') return
      clearTimeout(stuck)
      calls.delete(id)
      resolve()
    })
    process.post({ kind: 'cancel', id })
    return promise
  }

  return {
    remote: new Proxy({} as Remote<A>, {
      get: (_, fn) => (input: unknown, options: RemoteOptions) => call(String(fn), input, options),
    }),
    status: () => ({ name, running: current !== undefined, starts, failures }),
    async close() {
      closed = true
      const ending = current
      ending?.process.kill()
      await ending?.exited
    },
  }
}

/** Answers in the order they came; `take` waits, and after `deadlineMs` of silence calls `overdue` and waits on. */
function createInbox() {
  const answers: EngineAnswer[] = []
  let wake = Promise.withResolvers<void>()
  return {
    put(answer: EngineAnswer) {
      answers.push(answer)
      wake.resolve()
      wake = Promise.withResolvers<void>()
    },
    async take(deadlineMs: number, overdue: () => void): Promise<EngineAnswer> {
      const timer = answers.length > 0 ? undefined : setTimeout(overdue, deadlineMs)
      try {
        for (;;) {
          const answer = answers.shift()
          if (answer !== undefined) return answer
          await wake.promise
        }
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** Beside this file, with this file's own extension: `.ts` from sources, `.js` once built. */
const engineUrl = (name: EngineName) => new URL(`./${name}.engine${import.meta.url.slice(-3)}`, import.meta.url)
