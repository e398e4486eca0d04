/** The blob thread: all encryption, decryption and hashing of originals, away from the main thread. */
import { parentPort, workerData } from 'node:worker_threads'
import type { BlobThreadData } from './blob-protocol.ts'
import { serveBlobs } from './blob-serve.ts'

const port = parentPort
if (port === null) throw new Error('blob.worker runs as a thread only')

const serve = serveBlobs(workerData as BlobThreadData, (reply, transfer) => port.postMessage(reply, [...transfer]))
port.on('message', serve)
