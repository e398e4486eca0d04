import { argon2Sync, createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src-main/vault/canonical-json.ts'
import {
  calibrateKdf,
  deriveKey,
  deriveSubKeys,
  minimumKdf,
  stretch,
  unwrapKey,
  wrapKey,
} from '../../src-main/vault/keys.ts'

test('the stretched key is the one that another Argon2id computes', async () => {
  const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')
  const expected = argon2Sync('argon2id', {
    message: Buffer.from('Müller am Fluss', 'utf8'),
    nonce: salt,
    parallelism: 4,
    tagLength: 32,
    memory: 65_536,
    passes: 3,
  })
  expect(await stretch('Mu\u0308ller am Fluss', salt, minimumKdf)).toEqual(Buffer.from(expected))
})

test.each([
  { memoryKib: 8 },
  { memoryKib: 65_535 },
  { memoryKib: 1_048_577 },
  { memoryKib: 2 ** 30 },
  { passes: 2 },
  { passes: 11 },
  { lanes: 0 },
  { lanes: 17 },
  { memoryKib: 65_536.5 },
  { memoryKib: Number.NaN },
])('parameters outside the limits are refused before any memory is asked for: %o', async (change) => {
  const before = process.memoryUsage().rss
  // of this process alone, whatever else the machine does; in microseconds
  const used = process.cpuUsage()
  const wrong = stretch('a passphrase', randomBytes(16), { ...minimumKdf, ...change })
  await expect(wrong).rejects.toMatchObject({ code: 'vault/damaged-header' })
  expect(process.cpuUsage(used).user).toBeLessThan(150_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20)
})

test.each([
  [10, 256],
  [187, 256],
  [250, 192],
  [400, 112],
  [750, 64],
  [9000, 64],
])('a machine that takes %i ms for 64 MiB gets %i MiB', async (floorMs, mib) => {
  expect(await calibrateKdf(async () => floorMs)).toEqual({ ...minimumKdf, memoryKib: mib * 1024 })
})

test('this machine gets parameters within the limits', async () => {
  const { memoryKib, passes, lanes } = await calibrateKdf()
  expect(memoryKib).toBeGreaterThanOrEqual(64 * 1024)
  expect(memoryKib).toBeLessThanOrEqual(256 * 1024)
  expect([passes, lanes]).toEqual([3, 4])
})

test('a derived key is HKDF-SHA256 as RFC 5869 has it, under a label of this format', () => {
  const [key, salt] = [randomBytes(32), randomBytes(16)]
  const extracted = createHmac('sha256', salt).update(key).digest()
  const expanded = createHmac('sha256', extracted).update('medmemory/v1/blob').update(Buffer.of(1)).digest()
  expect(deriveKey(key, 'blob', salt)).toEqual(expanded)
})

test('the four sub-keys differ from each other and from the master key, and are the same every time', () => {
  const masterKey = Buffer.alloc(32, 7)
  const keys = Object.values(deriveSubKeys(masterKey)).map((key: Buffer) => key.toString('hex'))
  expect(new Set([...keys, masterKey.toString('hex')]).size).toBe(5)
  expect(keys).toEqual([
    'b061e726df2c8cebb9d35cc42c2f54ff93e1c6968d3d8af0933b963640de2d38',
    '79e6f1cd9d1f4c790d97c2f204bd0dd2431a03784a7bae3069d88aa6ee81988d',
    'cd0a857c1f1436424eabc4d43d10f4787afdeedea74ad2b9ec5128aa63054c1d',
    '4760faa33e3a4f31ab0396083d27f9205e46d5e0d7210d702e0bd9d049d1e471',
  ])
})

test('a wrapped key comes back, and every flipped bit, other key or other context gives nothing', () => {
  const [wrappingKey, key] = [randomBytes(32), randomBytes(32)]
  const wrapped = wrapKey(wrappingKey, key, 'here')
  expect(unwrapKey(wrappingKey, wrapped, 'here')).toEqual(key)
  expect(unwrapKey(wrappingKey, wrapped, 'there')).toBeUndefined()
  expect(unwrapKey(randomBytes(32), wrapped, 'here')).toBeUndefined()
  for (const part of ['nonce', 'ciphertext', 'tag'] as const)
    for (let bit = 0; bit < wrapped[part].length * 8; bit++) {
      const bent = Buffer.from(wrapped[part])
      bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(unwrapKey(wrappingKey, { ...wrapped, [part]: bent }, 'here')).toBeUndefined()
    }
})

test('one value has one spelling, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
})
