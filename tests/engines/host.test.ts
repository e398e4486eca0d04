import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { createEngine } from '../../src-main/engines/host.ts'
import { type EngineProcess, forkEngine } from '../../src-main/engines/spawn.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import type { MisbehavingEngine } from './misbehaving.engine.ts'

const url = new URL('./misbehaving.engine.ts', import.meta.url)

function startEngine(limits = { maxBytes: 400 * 2 ** 20, silenceMs: 1_500 }) {
  const processes: EngineProcess[] = []
  const engine = createEngine<MisbehavingEngine>('pdf', {
    spawn: (_, env) => {
      const started = forkEngine(url, env)
      processes.push(started)
      return started
    },
    limits: () => limits,
    log: silentLog,
  })
  onTestFinished(() => engine.close())
  return { engine, processes }
}

async function collect<T>(chunks: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

async function* pieces(count: number, size: number) {
  for (let i = 0; i < count; i += 1) yield new Uint8Array(size)
}

const isAlive = (pid: number | undefined) => {
  try {
    process.kill(pid ?? -1, 0)
    return true
  } catch {
    return false
  }
}

test('an engine streams what it yields, one process for many calls', async () => {
  const { engine, processes } = startEngine()
  expect(await collect(engine.remote.count({ to: 5 }, {}))).toEqual([1, 2, 3, 4, 5])
  expect(await collect(engine.remote.count({ to: 2 }, {}))).toEqual([1, 2])
  expect(processes).toHaveLength(1)
})

test('bytes are fed in pieces and arrive whole', async () => {
  const { engine } = startEngine()
  expect(await collect(engine.remote.length({}, { bytes: pieces(5, 2 ** 20) }))).toEqual([5 * 2 ** 20])
})

test('a refusal keeps its code and the engine lives on', async () => {
  const { engine, processes } = startEngine()
  await expect(collect(engine.remote.refuse({} as never, {}))).rejects.toMatchObject({ code: 'pdf/damaged' })
  expect(await collect(engine.remote.count({ to: 1 }, {}))).toEqual([1])
  expect(processes).toHaveLength(1)
})

test('a bug in an engine crosses as internal, without its words', async () => {
  const { engine } = startEngine()
  const failing = collect(engine.remote.bug({} as never, {}))
  await expect(failing).rejects.toMatchObject({ code: 'internal', message: 'internal' })
})

test.each([
  ['die', 'engine/crashed'],
  ['forget', 'engine/crashed'],
  ['hang', 'engine/timeout'],
  ['grow', 'engine/memory'],
] as const)('an engine that does %s fails the call as %s, and the next call gets a fresh one', async (fn, code) => {
  // growing takes its time where others want the machine
  const { engine, processes } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: fn === 'grow' ? 20_000 : 1_500 })
  await expect(collect<unknown>(engine.remote[fn]({} as never, {}))).rejects.toMatchObject({ code })
  expect(isAlive(processes[0]?.pid)).toBe(false)
  expect(await collect(engine.remote.count({ to: 3 }, {}))).toEqual([1, 2, 3])
  expect(engine.status()).toMatchObject({ starts: 2, failures: 1 })
})

test('a memory cap that changes holds for the process that runs already', async () => {
  const limits = { maxBytes: 400 * 2 ** 20, silenceMs: 20_000 }
  const { engine, processes } = startEngine(limits)
  expect(await collect(engine.remote.count({ to: 1 }, {}))).toEqual([1])
  limits.maxBytes = 2 ** 20
  await expect(collect(engine.remote.count({ to: 1e9 }, {}))).rejects.toMatchObject({ code: 'engine/memory' })
  expect(processes).toHaveLength(1)
})

test('leaving the loop cancels the work, and the engine takes the next call', async () => {
  const { engine, processes } = startEngine()
  for await (const n of engine.remote.count({ to: 1e9 }, {})) if (n === 3) break
  expect(await collect(engine.remote.count({ to: 2 }, {}))).toEqual([1, 2])
  expect(processes).toHaveLength(1)
})

test('a signal ends the call at once, even when the engine is stuck', async () => {
  const { engine } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: 60_000 })
  const abort = new AbortController()
  await collect(engine.remote.count({ to: 1 }, {}))
  const failing = collect(engine.remote.hang({} as never, { signal: abort.signal }))
  setTimeout(() => abort.abort(), 600)
  await expect(failing).rejects.toMatchObject({ code: 'cancelled' })
})

test('closing ends a stuck engine, and every call settles', async () => {
  const { engine, processes } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: 60_000 })
  await collect(engine.remote.count({ to: 1 }, {}))
  const stuck = collect(engine.remote.hang({} as never, {}))
  const settled = expect(stuck).rejects.toMatchObject({ code: 'cancelled' })
  await new Promise((resolve) => setTimeout(resolve, 700))
  await engine.close()
  await settled
  expect(isAlive(processes[0]?.pid)).toBe(false)
  await expect(collect(engine.remote.count({ to: 1 }, {}))).rejects.toMatchObject({ code: 'app/closing' })
})

test('an engine whose parent is killed ends by itself, even when stuck', async () => {
  const script = `
    import { forkEngine } from '${new URL('../../src-main/engines/spawn.ts', import.meta.url)}'
    import { createEngine } from '${new URL('../../src-main/engines/host.ts', import.meta.url)}'
    const engine = createEngine('pdf', { log: () => {}, limits: () => ({ maxBytes: 4e8, silenceMs: 60000 }),
      spawn: (_, env) => { const p = forkEngine(new URL('${url}'), env); console.log(p.pid); return p } })
    for await (const _ of engine.remote.hang({}, {})) console.log('stuck')`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const text of parent.stdout.setEncoding('utf8')) {
    output += text
    if (output.includes('stuck')) break
  }
  parent.kill('SIGKILL')
  const pid = Number(output.split('\n')[0])
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
})

test('an engine does not run far ahead of who takes what it yields', async () => {
  const { engine } = startEngine()
  let taken = 0
  let resumedAt = 0
  let hundredthAt = 0
  for await (const at of engine.remote.times({ to: 200 }, {})) {
    taken += 1
    if (taken === 1) await new Promise((resolve) => setTimeout(resolve, 500))
    if (taken === 1) resumedAt = Date.now()
    if (taken === 100) hundredthAt = at
  }
  expect(taken).toBe(200)
  expect(hundredthAt).toBeGreaterThanOrEqual(resumedAt)
})

test('a call that was left while its engine is stuck costs the next call neither failure nor deadline', async () => {
  const { engine } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: 20_000 })
  for await (const _ of engine.remote.hang({} as never, {})) break
  const startedAt = performance.now()
  expect(await collect(engine.remote.count({ to: 2 }, {}))).toEqual([1, 2])
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

test('a call that is cancelled while its engine starts does nothing', async () => {
  const { engine } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: 5_000 })
  const abort = new AbortController()
  const failing = collect(engine.remote.hang({} as never, { signal: abort.signal }))
  abort.abort(new AppError('cancelled'))
  await expect(failing).rejects.toMatchObject({ code: 'cancelled' })
  expect(engine.status().failures).toBe(0)
})

test('bytes that cannot be read fail the call, and the engine keeps none of them', async () => {
  const { engine, processes } = startEngine({ maxBytes: 400 * 2 ** 20, silenceMs: 20_000 })
  async function* damaged() {
    yield* pieces(100, 2 ** 20)
    throw new AppError('vault/damaged-original')
  }
  for (let i = 0; i < 5; i += 1)
    await expect(collect(engine.remote.length({}, { bytes: damaged() }))).rejects.toMatchObject({
      code: 'vault/damaged-original',
    })
  expect(await collect(engine.remote.count({ to: 1 }, {}))).toEqual([1])
  expect(processes).toHaveLength(1)
})

test('a process that cannot be started fails the call at once', async () => {
  const { execPath } = process
  onTestFinished(() => {
    process.execPath = execPath
  })
  process.execPath = '/nowhere/node'
  const { engine } = startEngine()
  await expect(collect(engine.remote.count({ to: 1 }, {}))).rejects.toMatchObject({ code: 'engine/crashed' })
}, 5_000)
