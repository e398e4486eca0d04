import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAnchor, writeAnchor } from '../../src-main/vault/anchor.ts'
import { tempDir } from '../support/temp-dir.ts'
import { forEachFault } from './faulty-file-system.ts'

const headerKey = Buffer.alloc(32, 5)
const first = { auditSeq: 41, auditHead: 'ab'.repeat(32) }
const second = { auditSeq: 42, auditHead: 'cd'.repeat(32) }

test('an anchor is read back as it was written, and there is none at first', async () => {
  const dir = tempDir()
  expect(await readAnchor(dir, headerKey)).toBeUndefined()
  await writeAnchor(dir, headerKey, first)
  await writeAnchor(dir, headerKey, second)
  expect(await readAnchor(dir, headerKey)).toEqual(second)
  expect(statSync(join(dir, 'anchor.json')).mode & 0o777).toBe(0o600)
})

test('an anchor of another vault, and every flipped bit, is damage', async () => {
  const dir = tempDir()
  await writeAnchor(dir, headerKey, first)
  expect(await readAnchor(dir, Buffer.alloc(32, 6))).toBe('damaged')
  const bytes = readFileSync(join(dir, 'anchor.json'))
  for (let bit = 0; bit < (bytes.length - 1) * 8; bit++) {
    const bent = Buffer.from(bytes)
    bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(join(dir, 'anchor.json'), bent)
    expect(await readAnchor(dir, headerKey)).toBe('damaged')
  }
})

test('stopped at any call of the disk, the anchor is the old one or the new one', async () => {
  const calls = await forEachFault({ forGood: true }, async (fileSystem) => {
    const dir = tempDir()
    await writeAnchor(dir, headerKey, first)
    await writeAnchor(dir, headerKey, second, fileSystem).catch(() => {})
    expect([first, second]).toContainEqual(await readAnchor(dir, headerKey))
  })
  expect(calls).toBe(8)
})
