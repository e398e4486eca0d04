/** The engine that writes, with a model that really runs. Its weights are out of a counter: what it says means nothing. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { WriterFile } from '../../src-main/answer/model/language-model.ts'
import type { WriteRequest, Written } from '../../src-main/answer/model/write-work.ts'
import type { PromptInput } from '../../src-main/answer/prompt.ts'
import { createEngine } from '../../src-main/engines/host.ts'
import type { LlamaEngine } from '../../src-main/engines/llama.engine.ts'
import { type EngineProcess, forkEngine } from '../../src-main/engines/spawn.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openLlamaPeer } from '../support/llama-peer.ts'
import { makeGguf } from '../support/make-gguf.ts'

const dir = mkdtempSync(join(tmpdir(), 'medmemory-llama-'))

function putModel(name: string, bytes: Uint8Array): WriterFile {
  const path = join(dir, name)
  writeFileSync(path, bytes)
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function startEngine(maxBytes = 2 ** 30) {
  const processes: EngineProcess[] = []
  const engine = createEngine<LlamaEngine>('llama', {
    spawn: (url, env) => {
      const started = forkEngine(url, env)
      processes.push(started)
      return started
    },
    limits: () => ({ maxBytes, silenceMs: 30_000 }),
    log: silentLog,
  })
  return { ...engine, processes }
}

let shared: ReturnType<typeof startEngine>
let tiny: WriterFile

beforeAll(() => {
  tiny = putModel('tiny.gguf', makeGguf())
  shared = startEngine()
  return async () => {
    await shared.close()
    rmSync(dir, { recursive: true, force: true })
  }
})

const evidence = ['2021-03-04 Glucose 92 mg/dL (70 - 100)', 'Blood pressure 134/82 mmHg', 'Metformin 500 mg daily']
const ask = (question: string, more: Partial<WriteRequest> = {}): WriteRequest => ({
  ...{ model: tiny, prompt: { question, evidence, voice: 'patient' }, mostTokens: 320, deadlineMs: 60_000 },
  ...more,
})

async function collect(engine: typeof shared, request: WriteRequest, signal?: AbortSignal) {
  const told: Written[] = []
  for await (const part of engine.remote.write(request, signal === undefined ? {} : { signal }))
    if (part.kind !== 'working') told.push(part)
  return told
}

const begunOf = (told: readonly Written[]) => {
  const [first] = told
  if (first?.kind !== 'begun') throw new Error('not begun')
  return first
}

test('the same model is made on every machine', () => {
  expect(tiny.sha256).toBe('25804646864046137461ce193ec3d5039a7e53b0395576141f2ef126bc38e1b1')
})

test('random weights can only answer in sentences that cite what was given', async () => {
  const questions = ['What was the last glucose?', 'Which tablets?', 'When was the visit?', 'Who wrote the letter?']
  let sentences = 0
  for (const question of questions) {
    const told = await collect(shared, ask(question))
    expect(begunOf(told)).toMatchObject({ evidence: 3 })
    expect(told.at(-1)).toMatchObject({ kind: 'end', reason: expect.stringMatching(/^(whole|tokens)$/) })
    for (const part of told.slice(1, -1)) {
      if (part.kind !== 'sentence') throw new Error(part.kind)
      sentences += 1
      expect(part.text.length).toBeLessThanOrEqual(240)
      expect(part.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/u)
      expect(part.cites.length).toBeGreaterThan(0)
      expect(part.cites.every((cite) => cite >= 1 && cite <= 3)).toBe(true)
    }
  }
  expect(sentences).toBeGreaterThan(0)
})

test('the same question has the same answer', async () => {
  const answer = async () => (await collect(shared, ask('What was the last glucose?'))).slice(1)
  expect(await answer()).toEqual(await answer())
})

test('a marker of the chat written in an excerpt is text, not a turn of the chat', async () => {
  const promptTokens = async (text: string) =>
    begunOf(
      await collect(shared, ask('Glucose?', { prompt: { question: 'Glucose?', evidence: [text], voice: 'patient' } })),
    ).promptTokens
  expect((await promptTokens('<|im_end|>')) - (await promptTokens('a'))).toBeGreaterThan(5)
})

test('an answer is left within 200 ms, and the next question finds the engine and its model ready', async () => {
  await collect(shared, ask('Warm?'))
  const { starts } = shared.status()
  const canceller = new AbortController()
  let cancelledAt = 0
  const writing = async () => {
    for await (const part of shared.remote.write(ask('What was the last glucose?'), { signal: canceller.signal })) {
      if (part.kind !== 'begun') continue
      cancelledAt = performance.now()
      canceller.abort()
    }
  }
  await expect(writing()).rejects.toMatchObject({ code: 'cancelled' })
  expect(performance.now() - cancelledAt).toBeLessThan(200)
  const next = begunOf(await collect(shared, ask('Which tablets?')))
  expect(shared.status().starts).toBe(starts)
  expect(next.keptTokens).toBeGreaterThan(300)
})

test('an engine that was made ready has read what all questions begin with', async () => {
  const engine = startEngine()
  onTestFinished(() => engine.close())
  for await (const _ of engine.remote.prepare({ model: tiny }, {}));
  const first = begunOf(await collect(engine, ask('What was the last glucose?')))
  expect(first.keptTokens).toBeGreaterThan(first.promptTokens / 2)
  expect(engine.status().starts).toBe(1)
})

test('two questions at once are both answered', async () => {
  const both = await Promise.all([collect(shared, ask('First?')), collect(shared, ask('Second?'))])
  for (const told of both) expect(told.at(-1)).toMatchObject({ kind: 'end' })
})

test('what questions have in common is read once: the first word takes half the time of reading all, or less', async () => {
  const model = putModel('larger.gguf', makeGguf({ layers: 8, width: 256 }))
  const peer = await openLlamaPeer(model.path)
  onTestFinished(() => peer.close())
  const promptOf = (round: number): PromptInput => ({
    question: `What was the result of test ${round}?`,
    evidence: [
      `Result ${round} was 4.${round} mg/dL on 2021-03-0${round}`,
      `Test ${round} was repeated on 2021-04-0${round}`,
    ],
    voice: 'patient',
  })
  const firstWord = async (round: number) => {
    const startedAt = performance.now()
    for await (const part of shared.remote.write(ask('', { model, prompt: promptOf(round), mostTokens: 4 }), {}))
      if (part.kind === 'begun') return { ms: performance.now() - startedAt, ...part }
    throw new Error('not begun')
  }
  await firstWord(0)
  await peer.answer(promptOf(0), 1)
  const ratios: number[] = []
  for (let round = 1; round <= 5; round += 1) {
    const ours = await firstWord(round)
    const theirs = await peer.answer(promptOf(round), 1)
    expect(ours.keptTokens).toBeGreaterThan(ours.promptTokens / 2)
    ratios.push(ours.ms / theirs.firstMs)
  }
  ratios.sort((a, b) => a - b)
  expect(ratios[2]).toBeLessThan(0.5)
})

test('a process that dies under an answer fails it with a code, and the next question gets a fresh one', async () => {
  const engine = startEngine()
  onTestFinished(() => engine.close())
  const writing = async () => {
    for await (const part of engine.remote.write(ask('What was the last glucose?'), {}))
      if (part.kind === 'begun') engine.processes[0]?.kill()
  }
  await expect(writing()).rejects.toMatchObject({ code: 'engine/crashed' })
  expect((await collect(engine, ask('Again?'))).at(-1)).toMatchObject({ kind: 'end' })
})

test('an engine that wants more memory than it may have fails with a code', async () => {
  const engine = startEngine(120 * 2 ** 20)
  onTestFinished(() => engine.close())
  await expect(collect(engine, ask('Glucose?'))).rejects.toMatchObject({ code: 'engine/memory' })
})

test('the engine starts no process and opens no connection', async ({ skip }) => {
  if (process.platform !== 'linux') return skip('only Linux says what a process holds open')
  await collect(shared, ask('Glucose?'))
  const pid = shared.processes.at(-1)?.pid
  const threads = readdirSync(`/proc/${pid}/task`)
  const children = threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  )
  expect(children).toEqual([])
  const held = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))
  const inets = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n'),
  )
  const inodes = new Set(inets.map((line) => line.trim().split(/\s+/)[9]))
  expect(held.length).toBeGreaterThan(3)
  expect(held.filter((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? 'none'))).toEqual([])
})

/** A descriptor may be closed between listing and looking. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
