import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Action } from '#contract/actions.ts'
import { createClient } from '#contract/client.ts'
import { type Handlers, method, stream } from '#contract/define.ts'
import { AppError, toWireError } from '#contract/errors.ts'
import type { Log } from '../src-main/lib/log.ts'
import { createRouter, MAX_CALLS_IN_FLIGHT } from '../src-main/router.ts'
import { auditedActions } from '../src-main/store/audit.ts'

const secret = 'Ada Example has migraine'

const fake = {
  people: {
    add: method({
      action: 'person.add',
      writes: true,
      input: z.strictObject({ name: z.string() }),
      output: z.strictObject({ id: z.string() }),
    }),
    find: method({
      action: 'person.list',
      writes: false,
      input: z.strictObject({ name: z.string() }),
      output: z.object({ id: z.string() }),
    }),
  },
  jobs: {
    drain: stream({
      action: 'job.run',
      writes: false,
      input: z.undefined(),
      chunk: z.strictObject({ waiting: z.int() }),
    }),
    run: stream({
      action: 'job.retry',
      writes: true,
      input: z.undefined(),
      chunk: z.strictObject({ waiting: z.int() }),
    }),
  },
} as const
type Fake = typeof fake

const audit = (action: Action) => auditedActions.getStore()?.add(action)

const good: Handlers<Fake> = {
  people: {
    add: async () => {
      audit('person.add')
      return { id: 'a' }
    },
    find: async () => ({ id: 'a' }),
  },
  jobs: {
    async *drain() {
      yield { waiting: 1 }
      yield { waiting: 0 }
    },
    async *run() {
      yield { waiting: 0 }
      audit('job.retry')
    },
  },
}

function routerOver(
  changed: { people?: Partial<Handlers<Fake>['people']>; jobs?: Partial<Handlers<Fake>['jobs']> } = {},
) {
  const lines: string[] = []
  const log: Log = (event, fields) => lines.push(JSON.stringify({ event, ...fields }))
  const handlers = { people: { ...good.people, ...changed.people }, jobs: { ...good.jobs, ...changed.jobs } }
  const router = createRouter(fake, handlers, log)
  const transport = router.connect()
  return { router, transport, api: createClient(fake, transport), lines }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => 'nothing failed',
    (reason: unknown) => reason,
  )
  return error instanceof AppError ? error.code : String(error)
}
const collect = async (chunks: AsyncIterable<unknown>) => {
  const all: unknown[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

it('answers a call and a stream through the typed client', async () => {
  const { api, lines } = routerOver()
  expect(await api.people.add({ name: 'Ada' })).toEqual({ id: 'a' })
  expect(await collect(api.jobs.drain())).toEqual([{ waiting: 1 }, { waiting: 0 }])
  expect(lines).toEqual([])
})

const noPaths = [
  '',
  '.',
  'people',
  'people.',
  'people.remove',
  'People.add',
  'nobody.add',
  '__proto__.add',
  'constructor.constructor',
  'constructor.name',
  'people.__proto__',
  'people.constructor',
  'people.toString',
  'people.hasOwnProperty',
]

it.each(noPaths)('refuses %j, which is no call', async (path) => {
  const { transport, router } = routerOver()
  expect(await codeOf(transport.call(path, {}))).toBe('input/invalid')
  expect(await codeOf(collect(transport.open(path, {})))).toBe('input/invalid')
  expect(router.callsInFlight()).toBe(0)
})

it('refuses a method opened as a stream, and a stream called as a method', async () => {
  const { transport } = routerOver()
  expect(await codeOf(collect(transport.open('people.find', { name: 'Ada' })))).toBe('input/invalid')
  expect(await codeOf(transport.call('jobs.drain', undefined))).toBe('input/invalid')
})

it('refuses input that has an unknown key, lacks one, or is of another kind, before the handler sees it', async () => {
  let calls = 0
  const find = async () => {
    calls += 1
    return { id: 'a' }
  }
  const { transport } = routerOver({ people: { find } })
  for (const input of [{ name: 'Ada', role: 'owner' }, {}, { name: 1 }, null, undefined, [], 'Ada'])
    expect(await codeOf(transport.call('people.find', input))).toBe('input/invalid')
  expect(calls).toBe(0)
})

it('lets no key out that the contract does not name', async () => {
  const extra = { id: 'a', diagnosis: secret }
  const { api } = routerOver({ people: { find: async () => extra } })
  expect(await api.people.find({ name: 'Ada' })).toEqual({ id: 'a' })
})

it('turns an answer or a chunk outside a strict contract into an internal error that says nothing of it', async () => {
  const add = async () => {
    audit('person.add')
    return { id: 'a', diagnosis: secret }
  }
  async function* drain() {
    yield { waiting: 1 }
    yield { waiting: 0, diagnosis: secret }
  }
  const { api, lines } = routerOver({ people: { add }, jobs: { drain } })
  expect(await codeOf(api.people.add({ name: 'Ada' }))).toBe('internal')
  const got: unknown[] = []
  const reading = (async () => {
    for await (const chunk of api.jobs.drain()) got.push(chunk)
  })()
  expect(await codeOf(reading)).toBe('internal')
  expect(got).toEqual([{ waiting: 1 }])
  expect(lines.join()).not.toContain('migraine')
})

it('fails a call that writes without leaving the audit row of its own action', async () => {
  const forgetful = routerOver({ people: { add: async () => ({ id: 'a' }) } })
  expect(await codeOf(forgetful.api.people.add({ name: 'Ada' }))).toBe('internal')
  const mistaken = routerOver({
    people: {
      add: async () => {
        audit('person.list')
        return { id: 'a' }
      },
    },
  })
  expect(await codeOf(mistaken.api.people.add({ name: 'Ada' }))).toBe('internal')
})

it('asks a stream that writes for its audit row when it ends, not when it is left early', async () => {
  const run = async function* () {
    yield { waiting: 1 }
    yield { waiting: 0 }
  }
  expect(await codeOf(collect(routerOver({ jobs: { run } }).api.jobs.run()))).toBe('internal')
  expect(await collect(routerOver().api.jobs.run())).toEqual([{ waiting: 0 }])
  for await (const chunk of routerOver({ jobs: { run } }).api.jobs.run()) {
    expect(chunk).toEqual({ waiting: 1 })
    break
  }
})

it('counts the audit rows of each call apart, also when two run at once', async () => {
  let first = true
  const { api } = routerOver({
    people: {
      add: async () => {
        const writes = first
        first = false
        await nextTurn()
        if (writes) audit('person.add')
        return { id: 'a' }
      },
    },
  })
  const both = await Promise.all([codeOf(api.people.add({ name: 'A' })), codeOf(api.people.add({ name: 'B' }))])
  expect(both).toEqual(['nothing failed', 'internal'])
})

it('cancels a stream when its caller leaves the loop, and lets it clean up', async () => {
  const seen: string[] = []
  const { api, router, lines } = routerOver({
    jobs: {
      async *drain(_, signal) {
        signal.addEventListener('abort', () => seen.push('aborted'))
        try {
          for (let waiting = 9; ; waiting--) yield { waiting }
        } finally {
          seen.push('cleaned')
        }
      },
    },
  })
  for await (const { waiting } of api.jobs.drain()) if (waiting < 8) break
  expect(seen).toEqual(['aborted', 'cleaned'])
  expect(router.callsInFlight()).toBe(0)
  expect(lines).toEqual([])
})

it("passes the caller's own signal on to a method and to a stream", async () => {
  const aborted = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled'))))
  const { api, router } = routerOver({
    people: { find: (_, signal) => aborted(signal) },
    jobs: {
      async *drain(_, signal) {
        yield { waiting: 1 }
        await aborted(signal)
      },
    },
  })
  const caller = new AbortController()
  const calls = [
    codeOf(api.people.find({ name: 'Ada' }, { signal: caller.signal })),
    codeOf(collect(api.jobs.drain(undefined, { signal: caller.signal }))),
  ]
  await nextTurn()
  caller.abort()
  expect(await Promise.all(calls)).toEqual(['cancelled', 'cancelled'])
  expect(router.callsInFlight()).toBe(0)
})

it('takes eight calls at once from each caller, and refuses that caller the ninth', async () => {
  const waiting: (() => void)[] = []
  const { router } = routerOver({
    people: { find: () => new Promise((resolve) => waiting.push(() => resolve({ id: 'a' }))) },
  })
  const [busy, idle] = [createClient(fake, router.connect()), createClient(fake, router.connect())]
  const eight = Array.from({ length: MAX_CALLS_IN_FLIGHT }, () => busy.people.find({ name: 'Ada' }))
  expect(MAX_CALLS_IN_FLIGHT).toBe(8)
  expect(await codeOf(busy.people.find({ name: 'Ada' }))).toBe('busy/too-many')
  expect(await codeOf(collect(busy.jobs.drain()))).toBe('busy/too-many')
  expect(await collect(idle.jobs.drain())).toHaveLength(2)
  expect(router.callsInFlight()).toBe(8)
  for (const settle of waiting) settle()
  await Promise.all(eight)
  expect(router.callsInFlight()).toBe(0)
  expect(await collect(busy.jobs.drain())).toHaveLength(2)
})

it('gives a place back when a call fails, so that failures never use them up', async () => {
  const find = async () => {
    throw new AppError('person/unknown')
  }
  const { api, router } = routerOver({ people: { find } })
  for (let i = 0; i < 20; i++) expect(await codeOf(api.people.find({ name: 'Ada' }))).toBe('person/unknown')
  expect(router.callsInFlight()).toBe(0)
})

it('hands on a coded error with its details, and anything else as internal without its message', async () => {
  const failing = (error: unknown) =>
    routerOver({
      people: {
        find: async () => {
          throw error
        },
      },
    }).api.people.find({ name: secret })
  const coded = await failing(new AppError('person/ambiguous', { found: 2 })).catch((error: unknown) => error)
  expect(toWireError(coded)).toEqual({ code: 'person/ambiguous', details: { found: 2 } })
  for (const thrown of [new Error(secret), new TypeError(secret), secret, { message: secret }, undefined]) {
    const error = await failing(thrown).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).message).toBe('internal')
    expect(toWireError(error)).toEqual({ code: 'internal', details: {} })
  }
})

it('turns a stream that throws anything else into internal too', async () => {
  const { api, lines } = routerOver({
    jobs: {
      async *drain() {
        yield { waiting: 1 }
        throw new Error(secret)
      },
    },
  })
  expect(await codeOf(collect(api.jobs.drain()))).toBe('internal')
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['call.bug'])
})

it('logs which call failed and with which code, and nothing that a caller or an error said', async () => {
  const find = async ({ name }: { name: string }) => {
    if (name.includes('migraine')) throw new Error(name)
    throw new AppError('person/unknown')
  }
  const { transport, lines } = routerOver({ people: { find } })
  await codeOf(transport.call('people.find', { name: 'Ada' }))
  await codeOf(transport.call('people.find', { name: secret }))
  await codeOf(transport.call(secret, {}))
  await codeOf(transport.call(`people.${secret}`, {}))
  await codeOf(collect(transport.open(secret, {})))
  await codeOf(transport.call('people.add', { [secret]: secret }))
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { event: 'call.failed', path: 'people.find', code: 'person/unknown' },
    { event: 'call.bug', path: 'people.find' },
    { event: 'call.failed', path: '?', code: 'input/invalid' },
    { event: 'call.failed', path: '?', code: 'input/invalid' },
    { event: 'call.failed', path: '?', code: 'input/invalid' },
    { event: 'call.failed', path: 'people.add', code: 'input/invalid' },
  ])
})
