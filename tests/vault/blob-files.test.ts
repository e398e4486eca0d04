import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBlobFiles } from '../../src-main/vault/blob-files.ts'
import { BLOB_HEADER_BYTES, CHUNK_BYTES, SEALED_CHUNK_BYTES, TRAILER_BYTES } from '../../src-main/vault/blob-format.ts'
import { readSource } from '../../src-main/vault/source-file.ts'
import { tempDir } from '../support/temp-dir.ts'
import { faultyFileSystem, forEachFault } from './faulty-file-system.ts'

const blobKey = Buffer.alloc(32, 3)
const blobId = 'c9bf9e57-1685-4c89-bafb-ff5af830be8a'
const otherId = 'c9bf9e57-1685-4c89-bafb-000000000000'
const maxBytes = 64 * 2 ** 20
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

function setUp(bytes: Uint8Array = randomBytes(2.5 * CHUNK_BYTES)) {
  const root = tempDir()
  const dir = join(root, 'blobs')
  const source = join(root, 'given.pdf')
  writeFileSync(source, bytes)
  const files = createBlobFiles({ dir, blobKey })
  return { root, dir, source, bytes, files, path: join(dir, 'c9', `${blobId}.mmb`) }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const everything = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

test('what was written comes back byte by byte, at every size around a chunk', async () => {
  for (const size of [1, 15, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 17]) {
    const { files, source, bytes } = setUp(randomBytes(size))
    const written = await files.write(source, blobId, { maxBytes })
    expect(written).toEqual({ sha256: sha256(bytes), sizeBytes: size, head: new Uint8Array(bytes.subarray(0, 65_536)) })
    expect(await files.hash(source, { maxBytes })).toEqual(written)
    expect((await readAll(files.read(blobId))).equals(bytes)).toBe(true)
    expect(await files.verify(blobId)).toEqual({ sha256: sha256(bytes) })
    expect(readFileSync(source).equals(bytes)).toBe(true)
  }
})

test('no chunk that is handed out is larger than 1 MiB', async () => {
  const { files, source } = setUp()
  await files.write(source, blobId, { maxBytes })
  const sizes: number[] = []
  for await (const chunk of files.read(blobId)) sizes.push(chunk.length)
  expect(sizes).toEqual([CHUNK_BYTES, CHUNK_BYTES, CHUNK_BYTES / 2])
})

test('the stored file shows nothing of the original, is private, and differs each time', async () => {
  const text = 'Hemoglobin A1c 7.1 % '.repeat(5000)
  const { files, source, path, dir } = setUp(Buffer.from(text))
  const before = process.umask(0)
  await files.write(source, blobId, { maxBytes })
  process.umask(before)
  const stored = readFileSync(path)
  expect(stored.includes('Hemoglobin')).toBe(false)
  expect([dir, dirname(path), path].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o700, 0o600])
  await files.remove(blobId)
  await files.write(source, blobId, { maxBytes })
  expect(readFileSync(path).equals(stored)).toBe(false)
})

test('a blob that is there is never overwritten', async () => {
  const { files, source, bytes } = setUp(Buffer.from('the first'))
  await files.write(source, blobId, { maxBytes })
  writeFileSync(source, 'the second')
  expect(await codeOf(files.write(source, blobId, { maxBytes }))).toBe('file/exists')
  expect(await readAll(files.read(blobId))).toEqual(bytes)
})

test('an id that is none never becomes a path', async () => {
  const { files, source, root } = setUp()
  for (const id of ['', '../../../../etc/passwd', `${blobId}/..`, blobId.toUpperCase()]) {
    expect(await codeOf(files.write(source, id, { maxBytes }))).toBe('internal')
    expect(() => files.read(id)).toThrow(expect.objectContaining({ code: 'internal' }))
  }
  expect(everything(root)).toEqual(['given.pdf'])
})

test('files that cannot be taken are refused each with its own code, and leave nothing', async () => {
  const { files, source, root, dir, bytes } = setUp()
  writeFileSync(join(root, 'empty'), '')
  symlinkSync(join(root, 'loop'), join(root, 'loop'))
  const refusals = {
    [join(root, 'nowhere')]: 'file/not-found',
    [join(source, 'below')]: 'file/not-found',
    [join(root, 'empty')]: 'file/empty',
    [root]: 'file/unreadable',
    [join(root, 'loop')]: 'file/unreadable',
    [`${source}\0`]: 'file/unreadable',
    [join(root, 'n'.repeat(300))]: 'file/unreadable',
  }
  for (const [path, code] of Object.entries(refusals)) {
    expect([path, await codeOf(files.write(path, blobId, { maxBytes }))]).toEqual([path, code])
    expect([path, await codeOf(files.hash(path, { maxBytes }))]).toEqual([path, code])
  }
  const limit = { maxBytes: bytes.length - 1 }
  await expect(files.write(source, blobId, limit)).rejects.toMatchObject({ code: 'file/too-large', details: limit })
  expect(everything(dir)).toEqual([])
})

test('a file that grows past the limit while it is read is too large', async () => {
  const { source } = setUp(Buffer.from('small at first'))
  const growing = readSource(source, 100, async () => appendFileSync(source, 'x'.repeat(50)))
  expect(await codeOf(growing)).toBe('file/too-large')
})

const pipeMaker = 'mkfifo'

test.skipIf(process.platform !== 'linux')('devices, pipes and files that only pretend are not waited for', async () => {
  const { files, root } = setUp()
  execFileSync(pipeMaker, [join(root, 'pipe')])
  expect(await codeOf(files.hash(join(root, 'pipe'), { maxBytes }))).toBe('file/unreadable')
  expect(await codeOf(files.hash('/dev/zero', { maxBytes }))).toBe('file/unreadable')
  expect(await codeOf(files.hash('/proc/self/maps', { maxBytes }))).toBe('file/empty')
})

test('a link to a file is followed', async () => {
  const { files, source, root, bytes } = setUp()
  symlinkSync(source, join(root, 'link'))
  expect((await files.write(join(root, 'link'), blobId, { maxBytes })).sha256).toBe(sha256(bytes))
})

/** The parts of a stored blob of three chunks. */
function partsOf(stored: Buffer) {
  const at = (index: number) => BLOB_HEADER_BYTES + index * SEALED_CHUNK_BYTES
  const trailerAt = stored.length - TRAILER_BYTES
  return {
    header: stored.subarray(0, BLOB_HEADER_BYTES),
    chunks: [stored.subarray(at(0), at(1)), stored.subarray(at(1), at(2)), stored.subarray(at(2), trailerAt)],
    trailer: stored.subarray(trailerAt),
  }
}

test('chunks cut off, left out, repeated, exchanged or brought from another blob are found: all of them', async () => {
  const { files, source, path } = setUp()
  await files.write(source, blobId, { maxBytes })
  await files.write(source, otherId, { maxBytes })
  const stored = readFileSync(path)
  const other = readFileSync(path.replace(blobId, otherId))
  const { header, chunks, trailer } = partsOf(stored)
  const [a, b, c] = chunks as [Buffer, Buffer, Buffer]
  const [x] = partsOf(other).chunks as [Buffer]
  const wrong: Record<string, Buffer[]> = {
    'the other blob under this name': [other],
    'this header over the other blob': [header, other.subarray(BLOB_HEADER_BYTES)],
    'first and second exchanged': [header, b, a, c, trailer],
    'first twice': [header, a, a, b, c, trailer],
    'second in place of the first': [header, b, b, c, trailer],
    'first left out': [header, b, c, trailer],
    'last left out': [header, a, b, trailer],
    'no chunk': [header, trailer],
    'no trailer': [header, a, b, c],
    'no trailer nor last chunk': [header, a, b],
    'trailer twice': [header, a, b, c, trailer, trailer],
    'a chunk of the other blob': [header, x, b, c, trailer],
    'the trailer of the other blob': [header, a, b, c, partsOf(other).trailer],
    'only the header': [header],
    nothing: [],
  }
  for (const [name, parts] of Object.entries(wrong)) {
    writeFileSync(path, Buffer.concat(parts))
    expect([name, await codeOf(files.verify(blobId))]).toEqual([name, 'vault/damaged-original'])
  }
  writeFileSync(path, stored)
  expect(await codeOf(files.verify(blobId))).toBe('done')
  rmSync(path)
  expect(await codeOf(files.verify(blobId))).toBe('vault/damaged-original')
})

test('500 random flips, truncations, zeroed stretches and appended bytes: 500 found', async () => {
  const { files, source, path } = setUp(randomBytes(1.2 * CHUNK_BYTES))
  await files.write(source, blobId, { maxBytes })
  const stored = readFileSync(path)
  const place = fc.nat(stored.length - 1)
  const damage = fc.oneof(
    fc.tuple(fc.oneof(place, fc.nat(BLOB_HEADER_BYTES - 1)), fc.nat(7)).map(([at, bit]) => {
      const bent = Buffer.from(stored)
      bent[at] = (bent[at] ?? 0) ^ (1 << bit)
      return bent
    }),
    place.map((length) => stored.subarray(0, length)),
    place.map((at) => Buffer.from(stored).fill(0, at, Math.min(at + 64, stored.length))),
    fc.uint8Array({ minLength: 1, maxLength: 100 }).map((more) => Buffer.concat([stored, more])),
    fc.tuple(place, place).map(([from, to]) => Buffer.concat([stored.subarray(0, from), stored.subarray(to)])),
  )
  let found = 0
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      fc.pre(!bytes.equals(stored))
      writeFileSync(path, bytes)
      expect(['vault/damaged-original', 'app/too-old']).toContain(await codeOf(files.verify(blobId)))
      found++
    }),
    { seed: 662_004, numRuns: 500 },
  )
  expect(found).toBe(500)
})

test('a blob that was cut short gives not one byte', async () => {
  const { files, source, path } = setUp()
  await files.write(source, blobId, { maxBytes })
  truncateSync(path, BLOB_HEADER_BYTES + 2 * SEALED_CHUNK_BYTES)
  const chunks = files.read(blobId)
  await expect(chunks.next()).rejects.toMatchObject({ code: 'vault/damaged-original' })
})

test.each([
  ['ENOSPC', 'vault/disk-full'],
  ['EIO', 'vault/unwritable'],
])('when any one call of the disk fails with %s nothing is left, not even half', async (code, told) => {
  const { source, root, bytes } = setUp()
  const calls = await forEachFault({ code }, async (fileSystem, at) => {
    const dir = join(root, `blobs-${at}`)
    const files = createBlobFiles({ dir, blobKey, fileSystem })
    const outcome = await codeOf(files.write(source, blobId, { maxBytes }))
    if (outcome === 'done') expect(everything(dir)).toEqual([`${blobId}.mmb`])
    else {
      expect(outcome).toBe(told)
      expect(existsSync(dir) ? everything(dir) : []).toEqual([])
    }
  })
  // mkdir, 2 folders (3 calls each), open, header, 3 chunks, trailer, sync, close, rename, folder (3 calls)
  expect(calls).toBe(19)
  expect(readFileSync(source).equals(bytes)).toBe(true)
})

test('stopped at any call of the disk, a blob has its final name only when it is whole, and list sweeps the rest', async () => {
  const { source, root } = setUp()
  await forEachFault({ forGood: true }, async (fileSystem, at) => {
    const dir = join(root, `blobs-${at}`)
    await codeOf(createBlobFiles({ dir, blobKey, fileSystem }).write(source, blobId, { maxBytes }))
    const later = createBlobFiles({ dir, blobKey })
    const ids = await later.list()
    for (const id of ids) expect(await codeOf(later.verify(id))).toBe('done')
    expect(existsSync(dir) ? everything(dir) : []).toEqual(ids.map((id) => `${id}.mmb`))
  })
})

test('list names blobs only, and leaves alone the temporary file of a write that is going on', async () => {
  const { files, source, dir } = setUp()
  expect(await files.list()).toEqual([])
  await files.write(source, blobId, { maxBytes })
  writeFileSync(join(dir, 'c9', 'notes.txt'), 'x')
  writeFileSync(join(dir, 'c9', `${blobId.replace('c9', 'd0')}.mmb`), 'in the wrong folder')
  mkdirSync(join(dir, 'elsewhere'))
  writeFileSync(join(dir, 'aa'), 'a file where a folder should be')
  writeFileSync(join(dir, 'c9', `${otherId}.mmb.tmp`), 'left by a crash')
  expect(await files.list()).toEqual([blobId])
  expect(existsSync(join(dir, 'c9', `${otherId}.mmb.tmp`))).toBe(false)
  const writing = files.write(source, otherId, { maxBytes })
  let done = false
  writing.then(() => (done = true))
  while (!done) await files.list()
  await writing
  expect((await files.list()).sort()).toEqual([otherId, blobId])
})

test('a removed blob is gone; removing it again is no error, and a disk that refuses is told', async () => {
  const { files, source, dir } = setUp()
  await files.write(source, blobId, { maxBytes })
  const calls = await forEachFault({}, async (fileSystem) => {
    await files.write(source, otherId, { maxBytes }).catch(() => {})
    expect(['done', 'vault/unwritable']).toContain(
      await codeOf(createBlobFiles({ dir, blobKey, fileSystem }).remove(otherId)),
    )
  })
  expect(calls).toBe(4)
  await files.remove(blobId)
  await files.remove(blobId)
  expect(await files.list()).toEqual([])
})

test('an export is the original, private, and never over a file that is there', async () => {
  const { files, source, root, bytes } = setUp()
  await files.write(source, blobId, { maxBytes })
  const to = join(root, 'out.pdf')
  const before = process.umask(0)
  await files.exportTo(blobId, to)
  process.umask(before)
  expect(readFileSync(to).equals(bytes)).toBe(true)
  expect(statSync(to).mode & 0o777).toBe(0o600)
  expect(await codeOf(files.exportTo(blobId, to))).toBe('file/exists')
  expect(await codeOf(files.exportTo(blobId, root))).toBe('file/exists')
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'))
  expect(await codeOf(files.exportTo(blobId, join(root, 'dangling')))).toBe('file/exists')
  expect(await codeOf(files.exportTo(blobId, join(root, 'no', 'folder')))).toBe('file/unwritable')
  expect(await codeOf(files.exportTo(blobId, join(root, 'a\0b')))).toBe('file/unwritable')
  expect(readdirSync(root).sort()).toEqual(['blobs', 'dangling', 'given.pdf', 'out.pdf'])
})

test('an export that fails at any call of the disk leaves no half file and no temporary one', async () => {
  const { files, source, root, dir, bytes } = setUp()
  await files.write(source, blobId, { maxBytes })
  const calls = await forEachFault({ code: 'ENOSPC' }, async (fileSystem, at) => {
    const desk = join(root, `desk-${at}`)
    mkdirSync(desk)
    const to = join(desk, 'out.pdf')
    const code = await codeOf(createBlobFiles({ dir, blobKey, fileSystem }).exportTo(blobId, to))
    expect(['done', 'file/unwritable']).toContain(code)
    if (existsSync(to)) expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(['', 'out.pdf']).toContain(readdirSync(desk).join())
  })
  // open, 3 chunks, sync, close, link, unlink, folder (3 calls); a refused link is made up for by a rename
  expect(calls).toBe(11)
})

test('a file that comes to the place of an export meanwhile is not overwritten', async () => {
  const { source, root, dir } = setUp()
  const to = join(root, 'out.pdf')
  await createBlobFiles({ dir, blobKey }).write(source, blobId, { maxBytes })
  const { fileSystem } = faultyFileSystem({ at: 0 })
  const late = {
    ...fileSystem,
    link: (from: string, path: string) => {
      writeFileSync(path, 'theirs')
      return fileSystem.link(from, path)
    },
  }
  expect(await codeOf(createBlobFiles({ dir, blobKey, fileSystem: late }).exportTo(blobId, to))).toBe('file/exists')
  expect(readFileSync(to, 'utf8')).toBe('theirs')
})

test('a damaged original is not exported, not even its good beginning', async () => {
  const { files, source, root, path } = setUp()
  await files.write(source, blobId, { maxBytes })
  const stored = readFileSync(path)
  stored[BLOB_HEADER_BYTES + 2 * SEALED_CHUNK_BYTES] = (stored[BLOB_HEADER_BYTES + 2 * SEALED_CHUNK_BYTES] ?? 0) ^ 1
  writeFileSync(path, stored)
  expect(await codeOf(files.exportTo(blobId, join(root, 'out.pdf')))).toBe('vault/damaged-original')
  expect(readdirSync(root).sort()).toEqual(['blobs', 'given.pdf'])
})
