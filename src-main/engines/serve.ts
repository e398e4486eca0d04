/**
 * The engine's side. The process's main thread passes messages on and watches memory and parent; the same file, started
 * again as a worker thread, does the work. Nothing an engine throws leaves it but a code.
 */
import { flushCompileCache } from 'node:module'
import { constants, setPriority } from 'node:os'
import { isMainThread, type MessagePort, parentPort, Worker } from 'node:worker_threads'
import { AppError, toWireError } from '#contract/errors.ts'
import { CHUNKS_AHEAD, ENGINE_ENV, type EngineAnswer, type EngineApi, type EngineRequest } from './protocol.ts'

/**
 * Does nothing in a process that is no engine, so that tests can import an engine file. `load` is called where the work is
 * done: what it imports is not loaded a second time by the thread that watches. `inBackground`: everything else on the
 * machine goes before it.
 */
export function serve(load: () => EngineApi | Promise<EngineApi>, url: string, { inBackground = false } = {}): void {
  if (process.env[ENGINE_ENV] === undefined) return
  if (isMainThread) {
    // before the worker is started: threads take their priority from the one that starts them
    if (inBackground) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
    watch(url, Number(process.env[ENGINE_ENV]))
  } else if (parentPort !== null) void start(load, parentPort)
}

async function start(load: () => EngineApi | Promise<EngineApi>, port: MessagePort): Promise<void> {
  work(await load(), port)
  keepCompiled()
}

/** Engines are killed and not ended, and only an end would write down what was compiled. */
const keepCompiled = flushCompileCache

interface Port {
  post(answer: EngineAnswer): void
  onRequest(take: (request: EngineRequest) => void): void
}

/** Under Electron an engine is a utility process, under Node a forked one. */
function parentProcess(): Port {
  const electron = (
    process as {
      parentPort?: { postMessage(m: unknown): void; on(e: 'message', f: (e: { data: unknown }) => void): void }
    }
  ).parentPort
  return electron
    ? {
        post: (answer) => electron.postMessage(answer),
        onRequest: (take) => electron.on('message', ({ data }) => take(data as EngineRequest)),
      }
    : {
        post: (answer) => void process.send?.(answer),
        onRequest: (take) => void process.on('message', (message) => take(message as EngineRequest)),
      }
}

const WATCH_MS = 100
/** For the parent to hear why, before the process is gone. */
const TELL_MS = 20

function watch(url: string, startBytes: number): void {
  let maxBytes = startBytes
  let isEnding = false
  const parent = parentProcess()
  const parentPid = process.ppid
  const worker = new Worker(new URL(url))
  worker.on('message', (answer: EngineAnswer) => parent.post(answer))
  worker.on('error', () => process.exit(70))
  worker.on('exit', () => process.exit(70))
  process.on('disconnect', () => process.exit(0))
  // Ctrl-C reaches the whole process group; when an engine ends is the parent's to say
  process.on('SIGINT', () => {})
  parent.onRequest((request) => {
    if (request.kind === 'limit') maxBytes = request.maxBytes
    else worker.postMessage(request)
  })
  setInterval(() => {
    if (!isEnding && process.memoryUsage.rss() > maxBytes) {
      isEnding = true
      parent.post({ kind: 'memory' })
      setTimeout(() => process.exit(MEMORY_EXIT), TELL_MS)
    }
    if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL')
  }, WATCH_MS)
}

/** The exit code by which the host knows that the cap was passed. */
export const MEMORY_EXIT = 71

export function work(
  api: EngineApi,
  port: { postMessage(m: unknown): void; on(e: 'message', f: (m: EngineRequest) => void): unknown },
): void {
  const send = (answer: EngineAnswer) => port.postMessage(answer)
  const running = new Map<number, RunningCall>()
  const called = new Set<string>()
  process.on('unhandledRejection', () => process.exit(70))

  port.on('message', (request) => {
    if (request.kind === 'call') void run(request)
    else if (request.kind === 'bytes') running.get(request.id)?.feed?.(request.bytes)
    else if (request.kind === 'taken') running.get(request.id)?.taken()
    else if (request.kind === 'cancel') running.get(request.id)?.cancel()
  })
  send({ kind: 'ready' })

  async function run({ id, name, input, fed }: Extract<EngineRequest, { kind: 'call' }>) {
    const call = createCall()
    running.set(id, call)
    try {
      const bytes = fed ? await collect(id, call) : new Uint8Array()
      if (call.cancelled) throw new AppError('cancelled')
      const chunks = api[name]?.(input as never, bytes)
      if (chunks === undefined) throw new Error('no such engine function')
      for await (const chunk of chunks) {
        if (call.cancelled) break
        send({ kind: 'chunk', id, chunk })
        // a turn of the loop, so that a cancel sent meanwhile is seen
        await new Promise(setImmediate)
        await call.room()
      }
      send({ kind: 'end', id, error: null })
    } catch (error) {
      send({ kind: 'end', id, error: toWireError(error) })
    } finally {
      running.delete(id)
      // a function may have loaded what it needs
      if (!called.has(name)) keepCompiled()
      called.add(name)
    }
  }

  function collect(id: number, call: RunningCall): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    return new Promise((resolve) => {
      call.feed = (bytes) => {
        if (bytes === null) resolve(call.cancelled ? new Uint8Array() : Buffer.concat(pieces))
        else {
          pieces.push(bytes)
          send({ kind: 'more', id })
        }
      }
      send({ kind: 'more', id })
    })
  }
}

interface RunningCall {
  feed: ((bytes: Uint8Array | null) => void) | undefined
  readonly cancelled: boolean
  /** Settles when main has room for another chunk, or wants none. */
  room(): Promise<void>
  taken(): void
  /** Ends whatever the call waits for: bytes, or room. */
  cancel(): void
}

function createCall(): RunningCall {
  let ahead = 0
  let cancelled = false
  let goOn = () => {}
  return {
    feed: undefined,
    get cancelled() {
      return cancelled
    },
    async room() {
      ahead += 1
      while (ahead >= CHUNKS_AHEAD && !cancelled) await new Promise<void>((resolve) => (goOn = resolve))
    },
    taken() {
      ahead -= 1
      goOn()
    },
    cancel() {
      cancelled = true
      goOn()
      this.feed?.(null)
    },
  }
}
