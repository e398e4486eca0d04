/**
 * The vectors thread: one read-only connection, the only one with sqlite-vec in it, and the indexes in memory. Between two
 * queries it works on these a slice at a time, so that no query waits long for them. Overwrites them at the end.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { toThreadError } from './thread-error.ts'
import { openVectorSearch } from './vector-open.ts'
import type { VectorAnswer, VectorAsking, VectorOptions, VectorReply, VectorRequest } from './vector-thread.ts'

if (parentPort === null) throw new Error('vector.worker runs as a thread only')
const port: MessagePort = parentPort

/** How often it looks whether the store has changed. */
const LOOK_EVERY_MS = 1000

// the first message says that it may open
port.once('message', begin)

function begin(): void {
  try {
    const { search, close } = openVectorSearch(workerData as VectorOptions)
    send({ id: 0, kind: 'ready' })

    let slice: NodeJS.Immediate | undefined
    let stopped = false
    const workOn = () => {
      if (!stopped) slice ??= setImmediate(work)
    }
    const work = () => {
      slice = undefined
      try {
        if (search.work()) workOn()
      } catch {
        // whoever asks is answered by the statement, or told by it what is wrong with the store
        stop()
      }
    }
    const stop = () => {
      stopped = true
      clearImmediate(slice)
      search.dispose()
    }
    setInterval(workOn, LOOK_EVERY_MS).unref()
    workOn()

    port.on('message', (request: VectorRequest) => {
      try {
        if (request.kind === 'close') {
          stop()
          close()
          send({ id: request.id, kind: 'closed' })
          port.close()
        } else {
          send({ id: request.id, ...answer(request) })
          workOn()
        }
      } catch (error) {
        send({ id: request.id, error: toThreadError(error) })
      }
    })
    const answer = (request: VectorAsking): VectorAnswer =>
      request.kind === 'nearest'
        ? { kind: 'nearest', ...search.nearest(request.query) }
        : { kind: 'status', embedders: search.status() }
  } catch (error) {
    send({ id: 0, error: toThreadError(error) })
    port.close()
  }
}

function send(reply: VectorReply): void {
  port.postMessage(reply)
}
