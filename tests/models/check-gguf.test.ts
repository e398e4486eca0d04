import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toWireError } from '#contract/errors.ts'
import { checkGguf } from '../../src-main/models/check-gguf.ts'
import { makeGguf } from '../support/make-gguf.ts'
import { tempDir } from '../support/temp-dir.ts'

const good = makeGguf({ layers: 1, width: 32 })

async function codeOf(bytes: Buffer): Promise<string> {
  const path = join(tempDir(), 'model.gguf')
  writeFileSync(path, bytes)
  const file = await open(path)
  try {
    await checkGguf(file)
    return 'whole'
  } catch (error) {
    return toWireError(error).code
  } finally {
    await file.close()
  }
}

/** With other bytes behind a name, so many bytes after its end. */
function changed(name: string, after: number, value: number | bigint): Buffer {
  const bytes = Buffer.from(good)
  const at = bytes.indexOf(name) + name.length + after
  if (typeof value === 'bigint') bytes.writeBigUInt64LE(value, at)
  else bytes.writeUInt32LE(value, at)
  return bytes
}

test('a whole model is taken, and one whose head is longer than the first look', async () => {
  expect(await codeOf(good)).toBe('whole')
  // a value of two million letters before all others
  const key = Buffer.concat([Buffer.from([5, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('notes'), Buffer.from([8, 0, 0, 0])])
  const letters = Buffer.alloc(8 + 2 ** 21)
  letters.writeBigUInt64LE(BigInt(2 ** 21))
  const longer = Buffer.concat([good.subarray(0, 24), key, letters, good.subarray(24), Buffer.alloc(64)])
  longer.writeBigUInt64LE(good.readBigUInt64LE(16) + 1n, 16)
  expect(await codeOf(longer)).toBe('whole')
})

/** A pair is a key, its type and its value; a tensor a name, its dimensions, sizes, type and offset. */
test.each<[string, Buffer]>([
  ['ends in its weights', good.subarray(0, good.length - 32)],
  ['ends in its head', good.subarray(0, 1000)],
  ['says that it has more tensors', Buffer.from(good).fill(0xff, 8, 15)],
  ['has a key twice', Buffer.from(good.toString('latin1').replace('general.alignment', 'llama.block_count'), 'latin1')],
  ['has no layers', changed('llama.block_count', 4, 0)],
  ['has no heads', changed('llama.attention.head_count', 4, 0)],
  ['has billions of heads', changed('llama.attention.head_count_kv', 4, 2 ** 31)],
  ['aligns to nothing', changed('general.alignment', 4, 0)],
  ['aligns to an odd place', changed('general.alignment', 4, 33)],
  ['claims a list of ten thousand million words', changed('tokenizer.ggml.tokens', 8, 10n ** 10n)],
  ['has a tensor of a hundred dimensions', changed('token_embd.weight', 0, 100)],
  ['has a tensor larger than itself', changed('token_embd.weight', 4, 2n ** 40n)],
  ['has a tensor whose size overflows', changed('token_embd.weight', 4, 2n ** 63n)],
  ['has an empty tensor', changed('token_embd.weight', 12, 0n)],
  ['has a tensor behind its end', changed('token_embd.weight', 24, BigInt(good.length))],
  ['has a tensor at an odd place', changed('token_embd.weight', 24, 3n)],
])('a file that %s is refused', async (_, bytes) => {
  expect(bytes.equals(good)).toBe(false)
  expect(await codeOf(bytes)).toBe('model/damaged')
})

test('a kind of numbers that is not known here is said to be of no use', async () => {
  expect(await codeOf(changed('token_embd.weight', 20, 200))).toBe('model/unusable')
})

test('another file is no model', async () => {
  expect(await codeOf(Buffer.from('%PDF-1.7 and more'))).toBe('model/wrong-kind')
})

test('a head with any bytes changed is refused with a code, or still holds together', async () => {
  const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(7)), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(flips, async (places) => {
      const bytes = Buffer.from(good)
      for (const [at, bit] of places) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      expect(['whole', 'model/damaged', 'model/unusable', 'model/wrong-kind']).toContain(await codeOf(bytes))
    }),
    { numRuns: 40 },
  )
})
