import { createHash } from 'node:crypto'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LanguageModel, OpenWeights } from '../../../src-main/answer/model/language-model.ts'
import { createWriteWork, type WriteRequest, type Written } from '../../../src-main/answer/model/write-work.ts'
import { makeGguf } from '../../support/make-gguf.ts'
import { tempDir } from '../../support/temp-dir.ts'

const ANSWER = '{"sentences":[{"text":"Glucose was 92 mg/dL.","cites":[1]}],"insufficient":false}'

interface Scripted {
  /** Contexts that there is memory for. */
  readonly roomFor?: number
  readonly madeFor?: number
  readonly answer?: string
  /** Waited before each token. */
  readonly tokenMs?: number
  readonly failAt?: number
}

/** A model of one letter a token. */
function scripted({ roomFor = 2048, madeFor = 2048, answer = ANSWER, tokenMs = 0, failAt }: Scripted = {}) {
  const seen = { opened: 0, closed: 0, contexts: [] as number[], writing: 0, mostWriting: 0, grammars: [] as string[] }
  const openWeights: OpenWeights = async () => {
    seen.opened += 1
    return {
      mostContextTokens: madeFor,
      async startContext(contextTokens): Promise<LanguageModel> {
        seen.contexts.push(contextTokens)
        if (contextTokens > roomFor) throw new Error('failed to allocate')
        return {
          contextTokens,
          // one token for the instructions, however long they are
          encode: (_, question) => Array.from({ length: question.length + 1 }, () => 1),
          async *read() {
            yield
            return 0
          },
          async *write(grammar) {
            seen.grammars.push(grammar)
            seen.writing += 1
            seen.mostWriting = Math.max(seen.mostWriting, seen.writing)
            try {
              for (const [at, letter] of [...answer].entries()) {
                await new Promise((resolve) => setTimeout(resolve, tokenMs))
                if (at === failAt) throw new Error('decoding failed')
                yield letter
              }
            } finally {
              seen.writing -= 1
            }
          },
        }
      },
      close: async () => {
        seen.closed += 1
      },
    }
  }
  return { work: createWriteWork({ openWeights }), seen }
}

const WEIGHTS = makeGguf({ layers: 1, width: 32 })
const OTHER_WEIGHTS = makeGguf({ layers: 2, width: 32 })

function request(more: Partial<WriteRequest> = {}, bytes = WEIGHTS): WriteRequest {
  const path = join(tempDir(), 'model.gguf')
  writeFileSync(path, bytes)
  return {
    model: { path, sha256: createHash('sha256').update(bytes).digest('hex') },
    prompt: { question: 'Glucose?', evidence: ['Glucose 92 mg/dL'], voice: 'patient' },
    mostTokens: 320,
    deadlineMs: 10_000,
    ...more,
  }
}

async function collect(parts: AsyncGenerator<Written>) {
  const told: Written[] = []
  for await (const part of parts) if (part.kind !== 'working') told.push(part)
  return told
}
const endOf = (told: readonly Written[]) => told.at(-1)

test('an answer is told as a beginning, its sentences and its end', async () => {
  const { work } = scripted()
  expect(await collect(work.write(request()))).toEqual([
    { kind: 'begun', evidence: 1, promptTokens: 93, keptTokens: 0, readingMs: expect.any(Number) },
    { kind: 'sentence', text: 'Glucose was 92 mg/dL.', cites: [1] },
    { kind: 'end', reason: 'whole', insufficient: false, tokens: ANSWER.length },
  ])
})

test('a model is loaded once, and again when it is another', async () => {
  const { work, seen } = scripted()
  const one = request()
  await collect(work.write(one))
  await collect(work.write(one))
  expect(seen).toMatchObject({ opened: 1, closed: 0 })
  await collect(work.write(request({}, OTHER_WEIGHTS)))
  expect(seen).toMatchObject({ opened: 2, closed: 1 })
})

test('two questions at once are answered one after the other', async () => {
  const { work, seen } = scripted({ tokenMs: 1 })
  const one = request()
  const both = await Promise.all([collect(work.write(one)), collect(work.write(one))])
  expect(both.map(endOf)).toMatchObject([{ reason: 'whole' }, { reason: 'whole' }])
  expect(seen.mostWriting).toBe(1)
})

test('a question that waits gives signs of life, and one that is left while it waits holds up nobody', async () => {
  const { work } = scripted({ tokenMs: 5 })
  const one = request()
  const first = collect(work.write(one))
  const waiting = work.write(one)
  expect(await waiting.next()).toMatchObject({ value: { kind: 'working' } })
  await waiting.return(undefined)
  expect(endOf(await collect(work.write(one)))).toMatchObject({ reason: 'whole' })
  expect(endOf(await first)).toMatchObject({ reason: 'whole' })
})

test.each([
  [1100, [1280, 1024]],
  [900, [1280, 1024, 896]],
])('with memory for %i tokens the context is made smaller', async (roomFor, contexts) => {
  const { work, seen } = scripted({ roomFor })
  expect(endOf(await collect(work.write(request())))).toMatchObject({ reason: 'whole' })
  expect(seen.contexts).toEqual(contexts)
})

test('without memory for any context there is a code, and the weights are let go', async () => {
  const { work, seen } = scripted({ roomFor: 100 })
  await expect(collect(work.write(request()))).rejects.toMatchObject({ code: 'engine/memory' })
  expect(seen).toMatchObject({ opened: 1, closed: 1 })
})

test('a model made for less than a question is refused', async () => {
  const { work, seen } = scripted({ madeFor: 512 })
  await expect(collect(work.write(request()))).rejects.toMatchObject({ code: 'model/unusable' })
  expect(seen).toMatchObject({ contexts: [], closed: 1 })
})

test('a model that fails in the middle of an answer is let go, and loaded anew for the next', async () => {
  const { work, seen } = scripted({ failAt: 70 })
  const one = request()
  const told: string[] = []
  const writing = async () => {
    for await (const { kind } of work.write(one)) told.push(kind)
  }
  await expect(writing()).rejects.toMatchObject({ code: 'model/unusable' })
  expect(told).toContain('sentence')
  expect(seen).toMatchObject({ opened: 1, closed: 1 })
  await expect(writing()).rejects.toMatchObject({ code: 'model/unusable' })
  expect(seen.opened).toBe(2)
})

test('an answer that is overdue or too long ends there, and says so', async () => {
  const { work } = scripted({ tokenMs: 3 })
  expect(endOf(await collect(work.write(request({ deadlineMs: 60 }))))).toMatchObject({
    reason: 'time',
    insufficient: false,
  })
  expect(endOf(await collect(work.write(request({ mostTokens: 10 }))))).toEqual({
    kind: 'end',
    reason: 'tokens',
    insufficient: false,
    tokens: 10,
  })
})

test('excerpts without room are left out from the last on, and cannot be cited', async () => {
  const { work, seen } = scripted()
  const prompt = { ...request().prompt, evidence: ['a'.repeat(200), 'b'.repeat(200), 'c'.repeat(200)] }
  const [begun] = await collect(work.write(request({ prompt })))
  expect(begun).toMatchObject({ kind: 'begun', evidence: 2 })
  expect(begun?.kind === 'begun' && begun.promptTokens).toBeLessThanOrEqual(640)
  expect(seen.grammars[0]).toContain('cite ::= [1-2]')
})

test('no more excerpts are read than a citation can name', async () => {
  const { work } = scripted()
  const prompt = { ...request().prompt, evidence: Array.from({ length: 12 }, () => 'x') }
  expect((await collect(work.write(request({ prompt }))))[0]).toMatchObject({ evidence: 9 })
})

test.each([
  ['none is given', []],
  ['the first is too long', ['a'.repeat(2000)]],
])('nothing is asked when %s', async (_, evidence) => {
  const { work, seen } = scripted()
  const prompt = { ...request().prompt, evidence }
  const told = await collect(work.write(request({ prompt })))
  expect(told).toEqual([{ kind: 'end', reason: 'no-room', insufficient: false, tokens: 0 }])
  expect(seen.grammars).toEqual([])
})

test.each([
  ['is not there', (path: string) => ({ path: `${path}x`, sha256: 'a'.repeat(64) })],
  ['holds other bytes', (path: string) => ({ path, sha256: 'a'.repeat(64) })],
  [
    'is a link to it',
    (path: string) => {
      symlinkSync(path, `${path}.link`)
      return { path: `${path}.link`, sha256: createHash('sha256').update(WEIGHTS).digest('hex') }
    },
  ],
  ['is a folder', (path: string) => ({ path: join(path, '..'), sha256: 'a'.repeat(64) })],
])('a file that %s is never loaded', async (_, as) => {
  const { work, seen } = scripted()
  const { model, ...rest } = request()
  await expect(collect(work.write({ ...rest, model: as(model.path) }))).rejects.toMatchObject({ code: 'model/changed' })
  expect(seen.opened).toBe(0)
})

test('a file that is changed while it is loaded is not used', async () => {
  const one = request()
  const openWeights: OpenWeights = async () => {
    writeFileSync(one.model.path, OTHER_WEIGHTS)
    return { mostContextTokens: 2048, startContext: () => Promise.reject(new Error()), close: async () => {} }
  }
  const work = createWriteWork({ openWeights })
  await expect(collect(work.write(one))).rejects.toMatchObject({ code: 'model/changed' })
})

test('a model that is tried is let go afterwards', async () => {
  const { work, seen } = scripted()
  const parts = []
  for await (const part of work.measure({ model: request().model })) parts.push(part)
  expect(parts.at(-1)).toEqual({ processBytes: expect.any(Number) })
  expect(seen).toMatchObject({ opened: 1, closed: 1 })
})

test('a model that writes nothing is refused when it is tried', async () => {
  const { work } = scripted({ answer: '' })
  const trying = async () => {
    for await (const _ of work.measure({ model: request().model }));
  }
  await expect(trying()).rejects.toMatchObject({ code: 'model/unusable' })
})
