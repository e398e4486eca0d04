/**
 * Runs one API call: finds the entry, parses the input, calls the handler, parses the output, and asserts that a call
 * that writes left its audit row. The window, the command line and the tests all come through here and are checked alike.
 */
import type { z } from 'zod'
import type { Action } from '#contract/actions.ts'
import type { Transport } from '#contract/client.ts'
import type { Contract, Handlers, Method, Stream } from '#contract/define.ts'
import { AppError, toWireError } from '#contract/errors.ts'
import type { Log } from './lib/log.ts'
import { auditedActions } from './store/audit.ts'

export const MAX_CALLS_IN_FLIGHT = 8

export interface Router {
  /** A transport of its own for each caller: each may have eight calls in flight, then `busy/too-many`. */
  connect(): Transport
  callsInFlight(): number
}

export function createRouter<C extends Contract>(contract: C, handlers: Handlers<C>, log: Log): Router {
  let all = 0

  /** A path that a caller made up may hold anything; only ours go to the log. */
  const known = new Set(
    Object.entries(contract).flatMap(([group, entries]) => Object.keys(entries).map((name) => `${group}.${name}`)),
  )

  function told(thrown: unknown, given: string, { aborted, reason }: AbortSignal): AppError {
    const path = known.has(given) ? given : '?'
    // a caller may cancel without saying why
    const error = aborted && thrown === reason && !(thrown instanceof AppError) ? new AppError('cancelled') : thrown
    if (error instanceof AppError) {
      log('call.failed', { path, code: error.code })
      return error
    }
    log('call.bug', { path })
    return new AppError(toWireError(error).code, {}, { cause: error })
  }

  function connect(): Transport {
    let mine = 0
    const enter = () => {
      if (mine >= MAX_CALLS_IN_FLIGHT) throw new AppError('busy/too-many', { limit: MAX_CALLS_IN_FLIGHT })
      mine += 1
      all += 1
    }
    const leave = () => {
      mine -= 1
      all -= 1
    }
    return {
      async call(path, input, { signal = new AbortController().signal } = {}) {
        enter()
        try {
          const { entry, handler } = find<Method>(contract, handlers, path, 'method')
          const parsed = parseInput(entry.input, input)
          const audited = new Set<Action>()
          const value = await auditedActions.run(audited, async () => handler(parsed, signal))
          assertAudited(entry, path, audited)
          return parseOutput(entry.output, value, path)
        } catch (error) {
          throw told(error, path, signal)
        } finally {
          leave()
        }
      },
      async *open(path, input, { signal: outer } = {}) {
        enter()
        // leaving the caller's loop cancels the work as surely as its signal does
        const left = new AbortController()
        const signal = outer === undefined ? left.signal : AbortSignal.any([outer, left.signal])
        const audited = new Set<Action>()
        let chunks: AsyncIterator<unknown> | undefined
        try {
          const { entry, handler } = find<Stream>(contract, handlers, path, 'stream')
          const parsed = parseInput(entry.input, input)
          const source = auditedActions.run(audited, () => handler(parsed, signal) as AsyncIterable<unknown>)
          chunks = source[Symbol.asyncIterator]()
          for (;;) {
            const reading = chunks
            const step = await auditedActions.run(audited, () => reading.next())
            if (step.done) break
            yield parseOutput(entry.chunk, step.value, path)
          }
          if (!signal.aborted) assertAudited(entry, path, audited)
        } catch (error) {
          throw told(error, path, signal)
        } finally {
          left.abort(new AppError('cancelled'))
          await chunks?.return?.()
          leave()
        }
      },
    }
  }

  return { connect, callsInFlight: () => all }
}

type AnyHandler = (input: unknown, signal: AbortSignal) => unknown

function find<E extends Method | Stream>(
  contract: Contract,
  handlers: Handlers<Contract>,
  path: string,
  kind: E['kind'],
): { entry: E; handler: AnyHandler } {
  const [group = '', name = '', ...more] = path.split('.')
  const entries = Object.hasOwn(contract, group) ? contract[group] : undefined
  const entry = entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined
  const handler = handlers[group]?.[name] as AnyHandler | undefined
  if (entry?.kind !== kind || handler === undefined || more.length > 0) throw new AppError('input/invalid')
  return { entry: entry as E, handler }
}

function parseInput(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new AppError('input/invalid', { issues: parsed.error.issues.length })
  return parsed.data
}

/** A handler's answer that does not fit the contract is a bug, not the caller's mistake. */
function parseOutput(schema: z.ZodType, value: unknown, path: string): unknown {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Error(`${path} answered outside its contract`)
  return parsed.data
}

function assertAudited({ writes, action }: Method | Stream, path: string, audited: ReadonlySet<Action>): void {
  if (writes && !audited.has(action)) throw new Error(`${path} wrote without its audit row`)
}
