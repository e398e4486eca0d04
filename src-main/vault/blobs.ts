/**
 * The originals, as the rest of the program reaches them: every call runs on the blob thread and settles, with a coded error
 * when the thread has ended. The key given is copied into the thread; the copy is zeroed on close.
 */
import { Worker } from 'node:worker_threads'
import { AppError, fromWireError } from '#contract/errors.ts'
import type { BlobFiles } from './blob-files.ts'
import type { BlobCall, BlobReply, BlobRequest } from './blob-protocol.ts'

export interface Blobs extends Pick<BlobFiles, BlobCall> {
  /** Pulls decrypted chunks of at most 1 MiB; throws `vault/damaged-original` when they are not what was written. */
  read(blobId: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

type Unsent<R> = R extends unknown ? Omit<R, 'id'> : never

export function createBlobs({ dir, blobKey }: { dir: string; blobKey: Uint8Array }): Blobs {
  const key = Uint8Array.from(blobKey)
  const worker = new Worker(threadUrl, {
    workerData: { dir, blobKey: key },
    transferList: [key.buffer],
    execArgv: [],
  })
  const pending = new Map<number, (reply: BlobReply) => void>()
  let nextId = 1
  let ended = false

  const settleAll = () => {
    ended = true
    for (const [id, settle] of pending) settle({ id, error: { code: 'store/closed', details: {} } })
    pending.clear()
  }
  worker.on('message', (reply: BlobReply) => {
    pending.get(reply.id)?.(reply)
    pending.delete(reply.id)
  })
  worker.on('error', settleAll)
  worker.on('exit', settleAll)

  function ask<T>(request: Unsent<BlobRequest>): Promise<T> {
    if (ended) return Promise.reject(new AppError('store/closed'))
    const id = nextId++
    return new Promise<T>((resolve, reject) => {
      pending.set(id, (reply) => ('error' in reply ? reject(fromWireError(reply.error)) : resolve(reply.value as T)))
      worker.postMessage({ ...request, id })
    })
  }
  const call = <T>(name: BlobCall, ...args: readonly unknown[]) => ask<T>({ kind: 'call', name, args })

  return {
    write: (source, blobId, options) => call('write', source, blobId, options),
    writeText: (text, blobId) => call('writeText', text, blobId),
    writeBytes: (bytes, blobId) => call('writeBytes', bytes, blobId),
    hash: (source, options) => call('hash', source, options),
    verify: (blobId) => call('verify', blobId),
    exportTo: (blobId, to) => call('exportTo', blobId, to),
    remove: (blobId) => call('remove', blobId),
    list: () => call('list'),
    async *read(blobId) {
      const stream = nextId++
      try {
        for (;;) {
          const chunk = await ask<Uint8Array | undefined>({ kind: 'next', stream, blobId })
          if (chunk === undefined) return
          yield chunk
        }
      } finally {
        ask({ kind: 'leave', stream }).catch(() => {}) // closes the file when the reader leaves early
      }
    },
    async close() {
      if (!ended) await ask({ kind: 'close' }).catch(() => {})
      settleAll()
      await worker.terminate()
    },
  }
}

/** Beside this file, with this file's own extension: `.ts` from sources, `.js` once built. */
const threadUrl = new URL(`./blob.worker${import.meta.url.slice(-3)}`, import.meta.url)
