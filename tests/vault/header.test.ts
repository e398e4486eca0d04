import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../../src-main/vault/canonical-json.ts'
import { readHeader, writeHeader } from '../../src-main/vault/header.ts'
import { decodeHeader, encodeHeader, type Header, MAX_HEADER_BYTES } from '../../src-main/vault/header-format.ts'
import { deriveSubKeys } from '../../src-main/vault/keys.ts'
import { headerHolds, unlockHeader } from '../../src-main/vault/open-header.ts'
import { tempDir } from '../support/temp-dir.ts'
import { asNobody, canDropUser } from './as-nobody.ts'
import { forEachFault } from './faulty-file-system.ts'
import { checksummed, makeHeader, passphrase, resign } from './make-header.ts'

let header: Header
let masterKey: Buffer
beforeAll(async () => {
  ;({ header, masterKey } = await makeHeader())
})

const main = (dir: string) => join(dir, 'header.json')
const backup = (dir: string) => join(dir, 'header.bak')

async function written(): Promise<string> {
  const dir = tempDir()
  await writeHeader(dir, header)
  return dir
}

test('a header is written twice, privately, and read back as it was', async () => {
  const dir = await written()
  expect(await readHeader(dir)).toEqual({ header, healedFromBackup: false })
  expect(readFileSync(main(dir))).toEqual(readFileSync(backup(dir)))
  expect(statSync(main(dir)).mode & 0o777).toBe(0o600)
  expect(statSync(backup(dir)).mode & 0o777).toBe(0o600)
})

test('the family gets aegis with pages of 8192, a clinician sqlcipher with pages of 4096', async () => {
  expect(header).toMatchObject({ purpose: 'family', cipher: 'aegis', pageSize: 8192 })
  const { header: theirs } = await makeHeader('patients')
  expect(theirs).toMatchObject({ purpose: 'patients', cipher: 'sqlcipher', pageSize: 4096 })
})

test('a missing or damaged header.json is answered from header.bak, and said', async () => {
  for (const damage of [
    rmSync,
    (path: string) => writeFileSync(path, ''),
    (path: string) => writeFileSync(path, '{"format":1}'),
  ]) {
    const dir = await written()
    damage(main(dir))
    expect(await readHeader(dir)).toEqual({ header, healedFromBackup: true })
  }
})

test('absent, damaged and unreadable are three different errors', async () => {
  await expect(readHeader(tempDir())).rejects.toMatchObject({ code: 'vault/absent' })
  await expect(readHeader(join(tempDir(), 'nowhere'))).rejects.toMatchObject({ code: 'vault/absent' })
  const dir = await written()
  writeFileSync(main(dir), 'x')
  rmSync(backup(dir))
  await expect(readHeader(dir)).rejects.toMatchObject({ code: 'vault/damaged-header' })
  writeFileSync(backup(dir), Buffer.alloc(100))
  await expect(readHeader(dir)).rejects.toMatchObject({ code: 'vault/damaged-header' })
  rmSync(main(dir))
  mkdirSync(main(dir))
  await expect(readHeader(dir)).rejects.toMatchObject({ code: 'vault/damaged-header' })
})

test.skipIf(process.getuid === undefined)('a header that may not be read is not called damaged', async () => {
  const dir = await written()
  chmodSync(dir, canDropUser ? 0o755 : 0o700)
  if (!canDropUser) chmodSync(main(dir), 0)
  const module = pathToFileURL(join(import.meta.dirname, '../../src-main/vault/header.ts')).href
  const code = asNobody(`
    const { readHeader } = await import(${JSON.stringify(module)})
    answer(await readHeader(${JSON.stringify(dir)}).then(() => 'read', (error) => error.code))`)
  expect(code).toBe('vault/unwritable')
})

test.each([
  { format: 2 },
  { format: 2, entirely: 'different' },
  { minAppVersion: '0.1.1' },
  { minAppVersion: '0.2.0' },
  { minAppVersion: '10.0.0' },
])('a header of a newer app is refused as such: %o', async (change) => {
  const dir = await written()
  writeFileSync(main(dir), checksummed({ ...header, ...change }))
  await expect(readHeader(dir)).rejects.toMatchObject({ code: 'app/too-old' })
  rmSync(backup(dir))
  writeFileSync(backup(dir), readFileSync(main(dir)))
  rmSync(main(dir))
  await expect(readHeader(dir)).rejects.toMatchObject({ code: 'app/too-old' })
})

test('an older mark of the least app version is no hindrance', () => {
  expect(decodeHeader(checksummed({ ...header, minAppVersion: '0.0.9' })).kind).toBe('ok')
})

const slot = () => header.slots[0]
test.each<[string, () => object]>([
  ['an unknown key', () => ({ more: 1 })],
  ['no slot', () => ({ slots: [] })],
  ['33 slots', () => ({ slots: Array(33).fill(slot()) })],
  ['a short salt', () => ({ slots: [{ ...slot(), salt: '00' }] })],
  ['an unknown kind of slot', () => ({ slots: [{ ...slot(), type: 'device' }] })],
  ['8 KiB of memory', () => ({ slots: [{ ...slot(), kdf: { name: 'argon2id', memoryKib: 8, passes: 3, lanes: 4 } }] })],
  [
    '1 TiB of memory',
    () => ({ slots: [{ ...slot(), kdf: { name: 'argon2id', memoryKib: 2 ** 30, passes: 3, lanes: 4 } }] }),
  ],
  ['one pass', () => ({ slots: [{ ...slot(), kdf: { name: 'argon2id', memoryKib: 65_536, passes: 1, lanes: 4 } }] })],
  ['an unknown cipher', () => ({ cipher: 'rc4' })],
  ['a page size that its cipher cannot reopen', () => ({ purpose: 'patients', cipher: 'sqlcipher', pageSize: 8192 })],
  ['an id that is none', () => ({ vaultId: '../../etc' })],
])(
  'a header with %s is damaged, even when its checksum is right, and nothing is stretched for it',
  async (_, change) => {
    const bytes = checksummed({ ...header, ...change() })
    expect(decodeHeader(bytes)).toEqual({ kind: 'damaged' })
    const dir = tempDir()
    writeFileSync(main(dir), bytes)
    // of this process alone, whatever else the machine does; in microseconds
    const before = process.cpuUsage()
    await expect(unlockHeader(dir, { passphrase })).rejects.toMatchObject({ code: 'vault/damaged-header' })
    expect(process.cpuUsage(before).user).toBeLessThan(150_000)
  },
)

test('a header larger than 1 MiB, or nested beyond reason, is damaged and quickly so', () => {
  const dir = tempDir()
  writeFileSync(main(dir), Buffer.concat([encodeHeader(header), Buffer.alloc(MAX_HEADER_BYTES, ' ')]))
  expect(decodeHeader(Buffer.from('['.repeat(500_000) + ']'.repeat(500_000)))).toEqual({ kind: 'damaged' })
  expect(decodeHeader(Buffer.from(`{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`))).toEqual({ kind: 'damaged' })
  return expect(readHeader(dir)).rejects.toMatchObject({ code: 'vault/damaged-header' })
})

test('nothing that is not an own header decodes: 2000 random values', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(decodeHeader(Buffer.from(text))).toEqual({ kind: 'damaged' })
    }),
    { seed: 440_017, numRuns: 2000 },
  )
})

test('every flipped bit and every truncation is damage, never a wrong passphrase, and header.bak heals it', () => {
  const bytes = encodeHeader(header)
  let asBefore = 0
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const bent = Buffer.from(bytes)
    bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const read = decodeHeader(bent)
    if (read.kind !== 'ok') expect(read).toEqual({ kind: 'damaged' })
    else {
      asBefore++ // the layout, such as the last newline, holds no meaning
      expect(canonicalJson(read.header)).toBe(canonicalJson(header))
    }
  }
  expect(asBefore).toBeLessThan(bytes.length / 100)
  for (let length = 0; length < bytes.length - 1; length++)
    expect(decodeHeader(bytes.subarray(0, length))).toEqual({ kind: 'damaged' })
})

test('stopped at any call of the disk, at least one of the two files opens, as it was or as it shall be', async () => {
  const old = resign({ ...header, createdAt: '2020-01-01T00:00:00.000Z' }, masterKey)
  const seen = new Set<string>()
  const calls = await forEachFault({ forGood: true }, async (fileSystem) => {
    const dir = tempDir()
    await writeHeader(dir, old)
    await writeHeader(dir, header, fileSystem).catch((error) =>
      expect(error).toMatchObject({ code: 'vault/unwritable' }),
    )
    const read = await readHeader(dir)
    expect([old, header]).toContainEqual(read.header)
    expect(read.healedFromBackup).toBe(false)
    const both = [main(dir), backup(dir)].map((path) => decodeHeader(readFileSync(path)))
    seen.add(both.map((one) => (one.kind === 'ok' && one.header.createdAt === old.createdAt ? 'old' : one.kind)).join())
  })
  expect(calls).toBe(16)
  expect([...seen]).toEqual(['old,old', 'ok,old', 'ok,ok'])
})

test('killed outright while it writes header after header, what is left is one of them, twelve times over', async () => {
  const old = resign({ ...header, createdAt: '2020-01-01T00:00:00.000Z' }, masterKey)
  const module = pathToFileURL(join(import.meta.dirname, '../../src-main/vault/header.ts')).href
  for (let round = 0; round < 12; round++) {
    const dir = await written()
    const script = `
      const { writeHeader } = await import(${JSON.stringify(module)})
      const headers = ${JSON.stringify([old, header])}
      for (let i = 0; ; i++) { await writeHeader(${JSON.stringify(dir)}, headers[i % 2]); if (i === 0) process.stdout.write('x') }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: {} })
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, round * 1.3))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const read = await readHeader(dir)
    expect([old, header]).toContainEqual(read.header)
    expect(read.healedFromBackup).toBe(false)
  }
})

test('headerHolds wants both files whole and signed with this key', async () => {
  const dir = await written()
  const { headerKey } = deriveSubKeys(masterKey)
  expect(await headerHolds(dir, headerKey)).toBe(true)
  expect(await headerHolds(dir, Buffer.alloc(32))).toBe(false)
  rmSync(backup(dir))
  expect(await headerHolds(dir, headerKey)).toBe(false)
  writeFileSync(main(dir), '')
  expect(await headerHolds(dir, headerKey)).toBe(false)
})
