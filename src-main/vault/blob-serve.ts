/** The thread's side of the blob protocol, apart from the thread itself. Zeroes the key on close. */
import { toWireError } from '#contract/errors.ts'
import { createBlobFiles } from './blob-files.ts'
import type { BlobReply, BlobRequest, BlobThreadData } from './blob-protocol.ts'

export type SendReply = (reply: BlobReply, transfer: readonly ArrayBuffer[]) => void

export function serveBlobs({ dir, blobKey }: BlobThreadData, send: SendReply): (request: BlobRequest) => Promise<void> {
  const files = createBlobFiles({ dir, blobKey })
  const streams = new Map<number, ReturnType<typeof files.read>>()

  async function nextChunk(stream: number, blobId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const chunks = streams.get(stream) ?? files.read(blobId)
    streams.set(stream, chunks)
    const step = await chunks.next()
    if (!step.done) return toOwnBuffer(step.value)
    streams.delete(stream)
    return undefined
  }

  async function leave(stream: number): Promise<void> {
    await streams.get(stream)?.return({ sha256: '', sizeBytes: 0 })
    streams.delete(stream)
  }

  async function answer(request: BlobRequest): Promise<unknown> {
    switch (request.kind) {
      case 'call':
        return (files[request.name] as (...args: readonly unknown[]) => unknown)(...request.args)
      case 'next':
        return nextChunk(request.stream, request.blobId)
      case 'leave':
        return leave(request.stream)
      case 'close':
        blobKey.fill(0)
        return undefined
    }
  }

  return async (request) => {
    try {
      const value = await answer(request)
      send({ id: request.id, value }, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])
    } catch (error) {
      send({ id: request.id, error: toWireError(error) }, [])
    }
  }
}

/** Only a buffer of its own can be moved to another thread. */
function toOwnBuffer(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const isOwn = chunk.buffer instanceof ArrayBuffer && chunk.byteLength === chunk.buffer.byteLength
  return isOwn ? new Uint8Array(chunk.buffer as ArrayBuffer) : Uint8Array.from(chunk)
}
