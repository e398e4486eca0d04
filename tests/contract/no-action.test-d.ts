/**
 * What must not compile, checked by the type checker: each expectation turns into an error itself as soon as the line
 * below it compiles. Never run.
 */
import { z } from 'zod'
import { list, method, stream } from '#contract/define.ts'

const input = z.strictObject({})
const output = z.strictObject({ done: z.literal(true) })

export const complete = [
  method({ action: 'job.run', writes: false, input, output }),
  stream({ action: 'job.run', writes: false, input, chunk: output }),
  list({ action: 'job.list', filter: input, sort: ['queued'], item: output }),
]

// @ts-expect-error a method names its action
export const methodWithoutAction = method({ writes: false, input, output })

// @ts-expect-error a stream names its action
export const streamWithoutAction = stream({ writes: false, input, chunk: output })

// @ts-expect-error a list names its action
export const listWithoutAction = list({ filter: input, sort: ['queued'], item: output })

// @ts-expect-error the action is one of the closed list
export const unknownAction = method({ action: 'job.dance', writes: false, input, output })

// @ts-expect-error a call says whether it writes
export const silentAboutWriting = method({ action: 'job.run', input, output })

// @ts-expect-error a call cannot call itself paged; list() does
export const pagedByHand = method({ action: 'job.run', writes: false, input, output, paged: true })
