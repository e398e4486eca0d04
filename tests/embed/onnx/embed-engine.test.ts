/** The embedding engine with models that really run, in its own process. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEngineEmbedder } from '../../../src-main/embed/onnx/engine-embedder.ts'
import { createEngineReranker } from '../../../src-main/embed/onnx/engine-reranker.ts'
import type { OnnxEmbedderSpec } from '../../../src-main/embed/onnx/model-spec.ts'
import type { EmbedEngine } from '../../../src-main/engines/embed.engine.ts'
import { createEngine } from '../../../src-main/engines/host.ts'
import { forkEngine } from '../../../src-main/engines/spawn.ts'
import { silentLog } from '../../../src-main/lib/log.ts'
import { DIMENSIONS, embedderFiles, rerankerFiles, vectorOf, writeModel } from '../../support/onnx.ts'
import { tempDir } from '../../support/temp-dir.ts'

const { signal } = new AbortController()

function startEngine() {
  const pids: (number | undefined)[] = []
  const engine = createEngine<EmbedEngine>('embed', {
    spawn: (url, env) => {
      const started = forkEngine(url, env)
      pids.push(started.pid)
      return started
    },
    limits: () => ({ maxBytes: 2 ** 30, silenceMs: 60_000 }),
    log: silentLog,
  })
  onTestFinished(() => engine.close())
  return { ...engine, pids }
}

const options = {
  pooling: 'mean',
  queryPrefix: '',
  passagePrefix: '',
  maxTokens: 64,
  dimensions: DIMENSIONS,
  normalize: true,
} as const

function startEmbedder(more: Partial<OnnxEmbedderSpec> = {}) {
  const engine = startEngine()
  const spec = { kind: 'onnx' as const, ...writeModel(join(tempDir(), 'model'), embedderFiles()), ...options, ...more }
  const about = { modelId: 'custom:tiny', sha256: '', dimensions: DIMENSIONS, weight: 0.5, near: 0.5 }
  const failures: unknown[] = []
  const embedder = createEngineEmbedder({
    engine: engine.remote,
    spec,
    about,
    onFailure: (error) => void failures.push(error),
  })
  return { engine, embedder, spec, failures, pids: engine.pids }
}

/** What mean pooling makes of the words, with the marks at both ends. */
function meanOf(...words: string[]): number[] {
  const rows = ['[CLS]', ...words, '[SEP]'].map(vectorOf)
  return Array.from({ length: DIMENSIONS }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length)
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other))
}

test('a text is the mean of its words, and like texts are near', async () => {
  const { embedder } = startEmbedder()
  const [heart, cardiac, sugar] = await embedder.embedPassages(['Heart!', 'cardiac cardiac', 'glucose'], signal)
  expect(heart).toHaveLength(DIMENSIONS)
  expect(cosine(heart ?? [], meanOf('heart'))).toBeGreaterThan(0.999)
  expect(cosine(heart ?? [], cardiac ?? [])).toBeGreaterThan(cosine(heart ?? [], sugar ?? []) + 0.3)
})

test('the vector of the first token alone is taken where the model says so', async () => {
  const { embedder } = startEmbedder({ pooling: 'cls' })
  const [vector] = await embedder.embedPassages(['heart'], signal)
  expect(cosine(vector ?? [], vectorOf('[CLS]'))).toBeGreaterThan(0.999)
})

test('questions and passages have each their prefix', async () => {
  const { embedder } = startEmbedder({ queryPrefix: 'query: ', passagePrefix: 'passage: ' })
  const asked = await embedder.embedQuery('heart', signal)
  const [stands] = await embedder.embedPassages(['heart'], signal)
  expect(cosine(asked ?? [], meanOf('query', 'heart'))).toBeGreaterThan(0.999)
  expect(cosine(stands ?? [], meanOf('passage', 'heart'))).toBeGreaterThan(0.999)
})

test('texts of all lengths come back in their order, each as if it had been alone', async () => {
  const { embedder } = startEmbedder()
  const words = ['heart', 'glucose', 'femur', 'insulin', 'word']
  const texts = Array.from({ length: 300 }, (_, at) =>
    Array.from({ length: (at * 37) % 61 }, (_, k) => words[(at + k) % words.length]).join(' '),
  )
  const vectors = await embedder.embedPassages(texts, signal)
  for (const at of [0, 1, 2, 61, 127, 128, 200, 299]) {
    const text = texts[at] ?? ''
    const [alone] = await embedder.embedPassages([text], signal)
    expect(vectors[at]).toEqual(alone)
    expect(vectors[at]).toHaveLength(text === '' ? 0 : DIMENSIONS)
  }
})

test('what is longer than the model reads is cut before its last mark', async () => {
  const { embedder } = startEmbedder({ maxTokens: 8 })
  const [vector] = await embedder.embedPassages([`${'heart '.repeat(6)}${'glucose '.repeat(500)}`], signal)
  expect(cosine(vector ?? [], meanOf(...Array<string>(6).fill('heart')))).toBeGreaterThan(0.999)
})

test('nothing but space has no vector', async () => {
  const { embedder } = startEmbedder()
  expect(await embedder.embedQuery(' \n', signal)).toBeUndefined()
  expect(await embedder.embedPassages([], signal)).toEqual([])
})

test('one process keeps several models, and both answer', async () => {
  const { engine, embedder, spec } = startEmbedder()
  const other = createEngineEmbedder({
    engine: engine.remote,
    spec: { ...spec, pooling: 'cls' },
    about: embedder,
    onFailure: () => {},
  })
  const [both] = await Promise.all([embedder.embedPassages(['heart'], signal), other.embedPassages(['heart'], signal)])
  expect(both[0]).toHaveLength(DIMENSIONS)
  expect(engine.status()).toMatchObject({ starts: 1, failures: 0 })
})

test('a cancelled call ends at once, and the engine answers the next one', async () => {
  const { engine, embedder } = startEmbedder()
  await embedder.embedQuery('heart', signal)
  const leaving = new AbortController()
  const texts = Array.from({ length: 20_000 }, () => 'heart glucose femur '.repeat(15))
  const running = embedder.embedPassages(texts, leaving.signal)
  setTimeout(() => leaving.abort(), 200)
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  expect(await embedder.embedQuery('heart', signal)).toHaveLength(DIMENSIONS)
  expect(engine.status()).toMatchObject({ starts: 1, failures: 0 })
})

test('passages are scored for a question, in their order', async () => {
  const engine = startEngine()
  const spec = { kind: 'onnx' as const, ...writeModel(join(tempDir(), 'model'), rerankerFiles()), maxTokens: 32 }
  const about = { modelId: 'custom:tiny', sha256: '' }
  const reranker = createEngineReranker({ engine: engine.remote, spec, about, onFailure: () => {} })
  const passages = ['glucose', 'The cardiac word word word word word word word', 'aspirin aspirin aspirin', '']
  const scores = await reranker.score('heart', passages, signal)
  expect(scores).toHaveLength(4)
  const [glucose = 0, cardiac = 0, aspirin = 0, empty = 0] = scores
  expect(glucose).toBeCloseTo(0, 3)
  expect(empty).toBeCloseTo(0, 3)
  expect(aspirin).toBeGreaterThan(cardiac)
  expect(cardiac).toBeGreaterThan(50)
})

test('the runtime, which reports on its use unless it is told not to, opens no socket and no file of its own', async ({
  skip,
}) => {
  if (process.platform !== 'linux') return skip('only Linux says what a process holds open')
  const { embedder, pids } = startEmbedder()
  await embedder.embedQuery('heart', signal)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const [pid] = pids
  const held = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))
  const inets = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n'),
  )
  const inodes = new Set(inets.map((line) => line.trim().split(/\s+/)[9]))
  expect(held.length).toBeGreaterThan(3)
  expect(held.filter((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? 'none'))).toEqual([])
  expect(held.filter((link) => /\.(db|sqlite|log)(-|$)/.test(link))).toEqual([])
})

/** A descriptor may be closed between listing and looking. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

test('the built-in kind of model goes the same way', async () => {
  const { engine } = startEmbedder()
  const { openBuiltIn } = await import('../../../src-main/embed/built-in.ts')
  const builtIn = await openBuiltIn(engine.remote.embed)
  const [vector, none] = await builtIn.embedPassages(['heart attack', ' '], signal)
  expect(vector).toHaveLength(builtIn.dimensions)
  expect(none).toHaveLength(0)
})
