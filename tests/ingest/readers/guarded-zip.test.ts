import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { openZip } from '../../../src-main/ingest/readers/guarded-zip.ts'
import { makeBomb } from '../../../tools/make-papers/bomb.ts'
import { zipDeflated, zipParts } from '../../../tools/make-papers/zip.ts'

const parts = { 'a.txt': 'alpha '.repeat(50), 'folder/b.txt': 'beta' }

async function readAll(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await openZip(bytes)
  const found: Record<string, string> = {}
  for (const name of zip.names) found[name] = Buffer.from((await zip.read(name)) ?? []).toString()
  zip.close()
  return found
}

const outcomeOf = (bytes: Uint8Array) =>
  readAll(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

/** The archive with each of its uses of a name replaced by another of the same length. */
const renamed = (from: string, to: string) => {
  const bytes = Buffer.from(zipParts({ [from]: 'x' }))
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1')
  return bytes
}

test('parts come whole, one by one, and a part that is not there is undefined', async () => {
  expect(await readAll(zipParts(parts))).toEqual(parts)
  const zip = await openZip(zipParts(parts))
  expect(await zip.read('c.txt')).toBeUndefined()
})

test('an empty archive has no names', async () => {
  expect((await openZip(zipSync({}))).names).toEqual([])
})

describe('an archive is a bomb', () => {
  const one = (mebibytes: number) => makeBomb('big', mebibytes, { before: '', after: '' })

  test('when a part grows beyond its bound, and it is given up early', async () => {
    const bytes = zipDeflated({}, [one(640)])
    const before = process.memoryUsage().rss
    const started = performance.now()
    expect(await outcomeOf(bytes)).toBe('archive/bomb')
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('when a part is packed too well beyond ten mebibytes', async () => {
    expect(await outcomeOf(zipDeflated({}, [one(8)]))).toBe('read')
    expect(await outcomeOf(zipDeflated({}, [one(12)]))).toBe('archive/bomb')
  })

  test('when it claims to be small', async () => {
    expect(['archive/bomb', 'archive/damaged']).toContain(
      await outcomeOf(zipDeflated({}, [{ ...one(640), size: 4096 }])),
    )
  })

  test('when it has too many entries', async () => {
    const crowd = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, '']))
    expect(await outcomeOf(zipParts(crowd(2_000)))).toBe('read')
    expect(await outcomeOf(zipParts(crowd(2_001)))).toBe('archive/bomb')
  })

  test('when its parts together grow beyond the bound, each harmless alone', async () => {
    const bytes = zipDeflated(
      {},
      Array.from({ length: 60 }, (_, i) => makeBomb(`n${i}`, 9, { before: '', after: '' })),
    )
    expect(await outcomeOf(bytes)).toBe('archive/bomb')
  })
})

describe('an archive is damaged', () => {
  test.each([
    ['aaaaaaaaaa', '../escaped'],
    ['aaaaaaaaaa', 'a/../../bb'],
    ['aaaaaaaaaa', '/etc/hosts'],
    ['aaaaaaaaaa', 'C:/windows'],
    ['aaaaaaaaaa', 'a\\b\\c\\ddd'],
    ['aaaaaaaaaa', 'abc\0.txt12'],
  ])('when it names %s as %j', async (from, to) => {
    expect(await outcomeOf(renamed(from, to))).toBe('archive/damaged')
  })

  test('when an entry is a link, or locked', async () => {
    const link = zipSync({ link: [Buffer.from('/etc/hosts'), { os: 3, attrs: 0o120777 << 16 }] })
    expect(await outcomeOf(link)).toBe('archive/damaged')
    const locked = Buffer.from(zipParts(parts))
    for (let at = locked.indexOf('PK\x01\x02'); at !== -1; at = locked.indexOf('PK\x01\x02', at + 1))
      locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
    expect(await outcomeOf(locked)).toBe('archive/damaged')
  })

  test('when one byte of its content was changed', async () => {
    const bytes = Buffer.from(zipSync({ a: [Buffer.from('content as it was'), { level: 0 }] }))
    bytes.write('X', bytes.indexOf('as it was'))
    expect(await outcomeOf(bytes)).toBe('archive/damaged')
  })

  test('wherever it was cut off', async () => {
    const bytes = zipParts(parts)
    for (let length = 0; length < bytes.length; length += 3)
      expect(await outcomeOf(bytes.subarray(0, length))).toBe('archive/damaged')
  })

  test('when it is something else', async () => {
    expect(await outcomeOf(Buffer.from('%PDF-1.7 no archive at all, though long enough to be one'))).toBe(
      'archive/damaged',
    )
  })
})

test('whatever bytes are changed, it is read or named as damaged or as a bomb', async () => {
  const bytes = zipParts(parts)
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const broken = new Uint8Array(bytes)
      for (const [at, value] of changes) broken[at] = value
      expect(['read', 'archive/damaged', 'archive/bomb']).toContain(await outcomeOf(broken))
    }),
    { numRuns: 2_000 },
  )
})
