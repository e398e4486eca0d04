import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { BlobReply } from '../../src-main/vault/blob-protocol.ts'
import { serveBlobs } from '../../src-main/vault/blob-serve.ts'
import { createBlobs } from '../../src-main/vault/blobs.ts'
import { tempDir } from '../support/temp-dir.ts'
import { asNobody, canDropUser } from './as-nobody.ts'

const MIB = 2 ** 20
const maxBytes = 256 * MIB
const blobId = '7f3b1c9e-5d2a-4e8f-9b6c-1a2d3e4f5a6b'
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

function setUp(size: number) {
  const root = tempDir()
  const source = join(root, 'given')
  const bytes = randomBytes(size)
  writeFileSync(source, bytes)
  const blobKey = randomBytes(32)
  const blobs = createBlobs({ dir: join(root, 'blobs'), blobKey })
  onTestFinished(() => blobs.close())
  return { root, source, bytes, blobs, blobKey, sha256: createHash('sha256').update(bytes).digest('hex') }
}

test('the thread writes, reads, verifies, exports, lists and removes', async () => {
  const { root, source, bytes, blobs, blobKey, sha256 } = setUp(2 * MIB + 5)
  const key = Buffer.from(blobKey)
  const written = await blobs.write(source, blobId, { maxBytes })
  expect(written).toEqual({ sha256, sizeBytes: bytes.length, head: new Uint8Array(bytes.subarray(0, 65_536)) })
  expect(await blobs.hash(source, { maxBytes })).toEqual(written)
  const chunks: Uint8Array[] = []
  for await (const chunk of blobs.read(blobId)) chunks.push(chunk)
  expect(chunks.map(({ length }) => length)).toEqual([MIB, MIB, 5])
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
  expect(await blobs.verify(blobId)).toEqual({ sha256 })
  await blobs.exportTo(blobId, join(root, 'out'))
  expect(readFileSync(join(root, 'out')).equals(bytes)).toBe(true)
  expect(await blobs.list()).toEqual([blobId])
  await blobs.remove(blobId)
  expect(await blobs.list()).toEqual([])
  expect(blobKey).toEqual(key)
})

test('errors cross from the thread as codes with their numbers, and a bug without its message', async () => {
  const { root, source, blobs } = setUp(100)
  expect(await codeOf(blobs.hash(join(root, 'nowhere'), { maxBytes }))).toBe('file/not-found')
  await expect(blobs.hash(source, { maxBytes: 99 })).rejects.toMatchObject({
    code: 'file/too-large',
    details: { maxBytes: 99 },
  })
  expect(await codeOf(blobs.verify(blobId))).toBe('vault/damaged-original')
  expect(await codeOf(blobs.verify('no id'))).toBe('internal')
  const chunks = blobs.read(blobId)[Symbol.asyncIterator]()
  await expect(chunks.next()).rejects.toMatchObject({ code: 'vault/damaged-original' })
})

test('several can be read at a time, and leaving early closes the file', async () => {
  const { source, bytes, blobs } = setUp(3 * MIB)
  await blobs.write(source, blobId, { maxBytes })
  const readers = Array.from({ length: 8 }, async () => {
    const all: Uint8Array[] = []
    for await (const chunk of blobs.read(blobId)) all.push(chunk)
    return Buffer.concat(all).equals(bytes)
  })
  expect(await Promise.all(readers)).toEqual(Array(8).fill(true))
  for (let i = 0; i < 20; i++) for await (const _ of blobs.read(blobId)) break
  await blobs.verify(blobId)
  if (process.platform === 'linux') {
    const held = readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).includes('.mmb')
      } catch {
        return false
      }
    })
    expect(held).toEqual([])
  }
})

test('after close every call is refused, and what was going on is settled', async () => {
  const { source, blobs } = setUp(48 * MIB)
  const writing = codeOf(blobs.write(source, blobId, { maxBytes }))
  const hashing = codeOf(blobs.hash(source, { maxBytes }))
  await blobs.close()
  expect(['store/closed', 'done']).toContain(await writing)
  expect(['store/closed', 'done']).toContain(await hashing)
  expect(await codeOf(blobs.list())).toBe('store/closed')
  await blobs.close()
})

test('a write that was cut off by close is no blob for the next session', async () => {
  const { root, source, blobs, blobKey } = setUp(48 * MIB)
  await blobs.list() // the thread runs
  const writing = codeOf(blobs.write(source, blobId, { maxBytes }))
  await new Promise((resolve) => setTimeout(resolve, 60))
  await blobs.close()
  await writing
  const next = createBlobs({ dir: join(root, 'blobs'), blobKey })
  onTestFinished(() => next.close())
  for (const id of await next.list()) expect(await codeOf(next.verify(id))).toBe('done')
  expect(readdirSync(join(root, 'blobs'), { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual(
    [],
  )
})

test('the main thread stays free while 64 MiB are written and read', async () => {
  const { source, blobs } = setUp(64 * MIB)
  await blobs.list()
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const before = performance.eventLoopUtilization()
  const startedAt = performance.now()
  await blobs.write(source, blobId, { maxBytes })
  const writtenAt = performance.now()
  for await (const _ of blobs.read(blobId));
  const readAt = performance.now()
  delay.disable()
  const { utilization } = performance.eventLoopUtilization(before)
  const rate = (ms: number) => Math.round(64_000 / ms)
  console.log(
    `write ${rate(writtenAt - startedAt)} MiB/s, read ${rate(readAt - writtenAt)} MiB/s, main busy ${(utilization * 100).toFixed(0)} %, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
  )
  expect(utilization).toBeLessThan(0.3) // encrypting here would take nearly all of it
})

test('the protocol moves whole chunks and zeroes the key on close', async () => {
  const { root, source, bytes } = setUp(10)
  const blobKey = new Uint8Array(32).fill(4)
  const replies: { reply: BlobReply; moved: number }[] = []
  const serve = serveBlobs({ dir: join(root, 'in-process'), blobKey }, (reply, transfer) =>
    replies.push({ reply, moved: transfer.length }),
  )
  await serve({ id: 1, kind: 'call', name: 'write', args: [source, blobId, { maxBytes }] })
  await serve({ id: 2, kind: 'next', stream: 9, blobId })
  await serve({ id: 3, kind: 'next', stream: 9, blobId })
  await serve({ id: 4, kind: 'leave', stream: 9 })
  await serve({ id: 5, kind: 'call', name: 'verify', args: ['no id'] })
  await serve({ id: 6, kind: 'close' })
  expect(replies.map(({ reply }) => reply)).toMatchObject([
    { id: 1, value: { sizeBytes: 10 } },
    { id: 2, value: new Uint8Array(bytes) },
    { id: 3, value: undefined },
    { id: 4, value: undefined },
    { id: 5, error: { code: 'internal', details: {} } },
    { id: 6, value: undefined },
  ])
  expect(replies.map(({ moved }) => moved)).toEqual([0, 1, 0, 0, 0, 0])
  expect(blobKey).toEqual(new Uint8Array(32))
})

test.skipIf(process.getuid === undefined)('what may not be read or written is told apart', () => {
  const root = tempDir()
  chmodSync(root, 0o755)
  for (const [name, mode] of [
    ['secret', 0],
    ['open', 0o444],
  ] as const) {
    writeFileSync(join(root, name), 'x')
    chmodSync(join(root, name), mode)
  }
  mkdirSync(join(root, 'theirs'), { mode: canDropUser ? 0o755 : 0o555 })
  const module = pathToFileURL(join(import.meta.dirname, '../../src-main/vault/blobs.ts')).href
  const codes = asNobody(`
    const { createBlobs } = await import(${JSON.stringify(module)})
    const codeOf = (work) => work.then(() => 'done', (error) => error.code)
    const root = ${JSON.stringify(root)}
    const blobs = createBlobs({ dir: root + '/theirs/blobs', blobKey: new Uint8Array(32) })
    const codes = [
      await codeOf(blobs.hash(root + '/secret', { maxBytes: 9 })),
      await codeOf(blobs.hash(root + '/open', { maxBytes: 9 })),
      await codeOf(blobs.write(root + '/open', ${JSON.stringify(blobId)}, { maxBytes: 9 })),
      await codeOf(blobs.write(root + '/secret', ${JSON.stringify(blobId)}, { maxBytes: 9 })),
    ]
    await blobs.close()
    answer(codes)`)
  rmSync(join(root, 'secret'))
  expect(codes).toEqual(['file/unreadable', 'done', 'vault/unwritable', 'vault/unwritable'])
})
