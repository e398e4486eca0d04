/** Language models that are not what they should be, shown to the real engine: each is refused with a code, and the next call is answered. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { toWireError } from '#contract/errors.ts'
import { createEngine, type Engine } from '../../src-main/engines/host.ts'
import type { LlamaEngine } from '../../src-main/engines/llama.engine.ts'
import { forkEngine } from '../../src-main/engines/spawn.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { makeGguf } from '../support/make-gguf.ts'
import { tempDir } from '../support/temp-dir.ts'

const good = makeGguf()
let engine: Engine<LlamaEngine>
/** The longest that it may be silent; starting takes seconds on a busy machine. */
let silenceMs = 20_000

beforeAll(() => {
  engine = createEngine<LlamaEngine>('llama', {
    spawn: forkEngine,
    limits: () => ({ maxBytes: 2 ** 30, silenceMs }),
    log: silentLog,
  })
  return () => engine.close()
})

async function codeOf(bytes: Buffer): Promise<string | undefined> {
  const path = join(tempDir(), 'model.gguf')
  writeFileSync(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  try {
    for await (const _ of engine.remote.measure({ model: { path, sha256 } }, {}));
  } catch (error) {
    return toWireError(error).code
  }
  return undefined
}

/** With other bytes behind a name, so many bytes after its end. */
function changed(name: string, after: number, value: number | bigint): Buffer {
  const bytes = Buffer.from(good)
  const at = bytes.indexOf(name) + name.length + after
  if (typeof value === 'bigint') bytes.writeBigUInt64LE(value, at)
  else bytes.writeUInt32LE(value, at)
  return bytes
}

function withTemplate(template: string): Buffer {
  const bytes = Buffer.from(good)
  const at = bytes.indexOf('{% for message')
  const length = Number(bytes.readBigUInt64LE(at - 8))
  bytes.write(template.padEnd(length), at)
  return bytes
}

test.each<[string, string, Buffer]>([
  ['cut in its weights', 'model/damaged', good.subarray(0, good.length >> 1)],
  ['cut in its head', 'model/damaged', good.subarray(0, 2000)],
  ['claiming more tensors than it has bytes', 'model/damaged', changed('GGUF', 4, 2n ** 60n)],
  ['without layers', 'model/damaged', changed('llama.block_count', 4, 0)],
  ['without heads', 'model/damaged', changed('llama.attention.head_count', 4, 0)],
  ['with a layer that is not there', 'model/unusable', changed('llama.block_count', 4, 3)],
  ['with half its layers told of', 'model/unusable', changed('llama.block_count', 4, 1)],
  ['with heads that do not fit', 'model/unusable', changed('llama.attention.head_count', 4, 3)],
  ['with rows of another length', 'model/unusable', changed('token_embd.weight', 4, 32n)],
  ['with fewer scores than words', 'model/damaged', changed('tokenizer.ggml.scores', 8, 3n)],
  ['made for a few words only', 'model/unusable', changed('llama.context_length', 4, 128)],
  ['whose weights are no numbers', 'engine/crashed', Buffer.from(good).fill(0xff, good.length - 300_000)],
])('a model %s is refused as %s', async (_, code, bytes) => {
  expect(await codeOf(bytes)).toBe(code)
})

test('a chat template that is no template, or never ends, holds up nobody for long', async () => {
  expect([undefined, 'model/unusable']).toContain(await codeOf(withTemplate('{% for')))
  expect(await codeOf(good)).toBeUndefined()
  // the engine is up: what is silent now is stuck
  silenceMs = 3_000
  const endless = '{% for a in range(99999999) %}{% for b in range(99999999) %}x{% endfor %}{% endfor %}'
  const codes = [undefined, 'model/unusable', 'engine/timeout', 'engine/memory']
  expect(codes).toContain(await codeOf(withTemplate(endless)))
  silenceMs = 20_000
})

test('with bits of its head flipped a model is refused with a code or still runs, and the engine answers on', async () => {
  const headEnd = good.lastIndexOf('blk.1.ffn_down.weight') + 64
  const words = {
    start: good.indexOf('tokenizer.ggml.tokens') + 64,
    end: good.indexOf('tokenizer.ggml.unknown_token_id'),
  }
  let state = 7
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const refused: (string | undefined)[] = []
  for (let round = 0; round < 10; round += 1) {
    const bytes = Buffer.from(good)
    // the long list of words hardly matters
    const at = next(headEnd - (words.end - words.start) - 24) + 24
    const place = at < words.start ? at : at + words.end - words.start
    bytes[place] = (bytes[place] ?? 0) ^ (1 << next(8))
    refused.push(await codeOf(bytes))
  }
  const known = [undefined, 'model/damaged', 'model/unusable', 'engine/crashed', 'engine/timeout', 'engine/memory']
  for (const code of refused) expect(known).toContain(code)
  expect(refused.filter((code) => code !== undefined).length).toBeGreaterThan(3)
  expect(await codeOf(good)).toBeUndefined()
})
