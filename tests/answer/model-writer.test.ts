/** From a model that was brought and chosen to sentences, in the real engine. What the sentences say means nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { Written } from '../../src-main/answer/model/write-work.ts'
import { createModelWriter, type ModelWriterDeps } from '../../src-main/answer/model-writer.ts'
import type { PromptInput } from '../../src-main/answer/prompt.ts'
import { openBuiltIn } from '../../src-main/embed/built-in.ts'
import { createEngines } from '../../src-main/engines/pool.ts'
import { forkEngine } from '../../src-main/engines/spawn.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openModels } from '../../src-main/models/models.ts'
import { createEgress } from '../../src-main/net/egress.ts'
import { createAudit } from '../../src-main/store/audit.ts'
import { tinyCatalog } from '../models/tiny-catalog.ts'
import { makeGguf } from '../support/make-gguf.ts'
import { tempStore } from '../support/temp-store.ts'

const { signal } = new AbortController()
const question: PromptInput = {
  question: 'What was the last glucose?',
  evidence: ['2021-03-04 Glucose 92 mg/dL (70 - 100)', 'Metformin 500 mg daily'],
  voice: 'patient',
}
const model = { modelId: 'custom:writer', path: '/nowhere', sha256: '' }
const begun = { kind: 'begun', evidence: 2, promptTokens: 500, keptTokens: 340, readingMs: 1 } as const

/** An engine that says what it is told to, and then fails where it is told to. */
function engineSaying(parts: readonly Written[], failure?: Error): ModelWriterDeps['engine'] {
  return {
    async *write() {
      yield* parts
      if (failure !== undefined) throw failure
    },
    async *measure() {},
    async *prepare() {
      yield { kind: 'working' }
      if (failure !== undefined) throw failure
    },
  }
}

async function collect(writer: ReturnType<typeof createModelWriter>, given = signal) {
  const said: unknown[] = []
  const writing = writer.write(question, given)
  let step = await writing.next()
  for (; !step.done; step = await writing.next()) said.push(step.value)
  return { said, report: step.value }
}

test('only sentences and the lack of them are handed on; how it went comes last', async () => {
  const engine = engineSaying([
    { kind: 'working' },
    begun,
    { kind: 'sentence', text: 'Glucose was 92 mg/dL.', cites: [1] },
    { kind: 'end', reason: 'whole', insufficient: false, tokens: 30 },
  ])
  expect(await collect(createModelWriter({ engine, model, onFailure: () => {} }))).toEqual({
    said: [{ text: 'Glucose was 92 mg/dL.', cites: [1] }],
    report: { reason: 'whole', evidence: 2, tokens: 30 },
  })
})

test('a model that finds no answer says so', async () => {
  const engine = engineSaying([begun, { kind: 'end', reason: 'whole', insufficient: true, tokens: 12 }])
  const { said } = await collect(createModelWriter({ engine, model, onFailure: () => {} }))
  expect(said).toEqual([{ insufficient: true }])
})

test('sentences before a failure stand, and the failure is told with its code', async () => {
  const failure = new AppError('engine/crashed')
  const failures: unknown[] = []
  const engine = engineSaying([begun, { kind: 'sentence', text: 'One.', cites: [1] }], failure)
  const writing = createModelWriter({ engine, model, onFailure: (error) => void failures.push(error) }).write(
    question,
    signal,
  )
  expect(await writing.next()).toMatchObject({ value: { text: 'One.' } })
  await expect(writing.next()).rejects.toBe(failure)
  expect(failures).toEqual([failure])
})

test('getting ready never fails, but a failure is told of', async () => {
  const failures: unknown[] = []
  const engine = engineSaying([], new AppError('model/changed'))
  const writer = createModelWriter({ engine, model, onFailure: (error) => void failures.push(error) })
  await writer.prepare(signal)
  expect(failures).toMatchObject([{ code: 'model/changed' }])
})

async function openOver() {
  const { store, dir: desk } = await tempStore()
  const limits = (name: string) => ({
    maxBytes: name === 'llama' ? models.writerEngineBytes() : models.engineBytes(),
    silenceMs: 60_000,
  })
  const engines = createEngines({ spawn: forkEngine, limits, log: silentLog })
  onTestFinished(() => engines.close())
  const models = await openModels({
    ...{ store, clock: systemClock, dir: join(desk, 'models'), engine: engines.embed, writerEngine: engines.llama },
    audit: createAudit({ key: Buffer.alloc(32), bootId: 'boot', actor: 'owner', now: systemClock.now }),
    catalog: { ...tinyCatalog(), entries: [] },
    egress: createEgress(),
    builtIn: () => openBuiltIn(engines.embed.embed),
    changed: () => {},
  })
  const put = (bytes: Uint8Array) => {
    const path = join(desk, 'brought.gguf')
    writeFileSync(path, bytes)
    return path
  }
  const writer = () => {
    const chosen = models.writer()
    return chosen && createModelWriter({ engine: engines.llama, ...chosen })
  }
  return { models, desk, engines, put, writer }
}

test('a model that is brought is tried and measured, and writes once it is chosen', async () => {
  const { models, put, writer } = await openOver()
  const withNone = { engine: models.engineBytes(), writer: models.writerEngineBytes() }
  const brought = await models.import(put(makeGguf()), 'custom:writer', signal)
  expect(brought).toMatchObject({ kind: 'writer', memoryIsMeasured: true })
  expect(models.writerEngineBytes()).toBe(withNone.writer + brought.memoryBytes)
  expect(models.engineBytes()).toBe(withNone.engine)
  expect(writer()).toBeUndefined()

  await models.use('writer', 'custom:writer')
  const { said, report } = await collect(writer() ?? expect.fail('no writer'))
  expect(report).toMatchObject({ evidence: 2, tokens: expect.any(Number) })
  const kinds = said.map((part) => Object.keys(part as object).join())
  expect(kinds.every((kind) => kind === 'text,cites' || kind === 'insufficient')).toBe(true)
})

test('a model that cannot run is refused when it is brought, and the engine goes on', async () => {
  const { models, put } = await openOver()
  const bytes = makeGguf()
  const layers = bytes.indexOf('llama.block_count') + 'llama.block_count'.length + 4
  const wrong = Buffer.from(bytes)
  wrong.writeUInt32LE(7, layers)
  await expect(models.import(put(wrong), 'custom:writer', signal)).rejects.toMatchObject({ code: 'model/unusable' })
  const crashing = Buffer.from(bytes).fill(0xff, bytes.length - 300_000)
  await expect(models.import(put(crashing), 'custom:writer', signal)).rejects.toMatchObject({ code: 'model/unusable' })
  expect(await models.import(put(bytes), 'custom:writer', signal)).toMatchObject({ state: 'present' })
})

test('a model that changed on the disk is not loaded, and is no longer in use', async () => {
  const { models, desk, put, writer } = await openOver()
  await models.import(put(makeGguf()), 'custom:writer', signal)
  await models.use('writer', 'custom:writer')
  const file = join(desk, 'models', 'm-custom=writer', 'model.gguf')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1))
  await expect(collect(writer() ?? expect.fail('no writer'))).rejects.toMatchObject({ code: 'model/changed' })
  expect(writer()).toBeUndefined()
})
