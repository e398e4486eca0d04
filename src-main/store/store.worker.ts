/**
 * One store thread: one connection, statements in, rows out, in the order they come. Answers whole results, never a
 * cursor, so that a reader cannot hold up a checkpoint. Holds no rules and writes nothing to any log.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type OpenOptions, openConnection } from './open.ts'
import { createStatements } from './statements.ts'
import type { ThreadReply, ThreadRequest } from './thread.ts'
import { toThreadError } from './thread-error.ts'

if (parentPort === null) throw new Error('store.worker runs as a thread only')
const port: MessagePort = parentPort

// the first message says that it may open
port.once('message', begin)

function begin(): void {
  try {
    const statements = createStatements(openConnection(workerData as OpenOptions))
    port.on('message', (request: ThreadRequest) => {
      try {
        if (request.kind === 'close') {
          statements.close()
          send({ id: request.id, rows: [], ms: 0 })
          port.close()
        } else send({ id: request.id, ...statements.run(request.sql, request.parameters) })
      } catch (error) {
        send({ id: request.id, error: toThreadError(error) })
      }
    })
    send({ id: 0, rows: [], ms: 0 })
  } catch (error) {
    send({ id: 0, error: toThreadError(error) })
    port.close()
  }
}

function send(reply: ThreadReply): void {
  port.postMessage(reply)
}
