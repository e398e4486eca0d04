/** Walks a contract and says what in it breaks the house's rules for calls. Knows schemas, no call by name. */
import { z } from 'zod'
import { type Action, actions } from '#contract/actions.ts'
import { type Contract, MAX_LIST_LIMIT, type Method, type Stream } from '#contract/define.ts'

/** Calls that answer with an array of objects and are no list, each with its reason. */
export type NoLists = Readonly<Record<string, string>>

export function faultsIn(contract: Contract, noLists: NoLists): string[] {
  const entries = Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(([name, entry]) => ({ path: `${group}.${name}`, name, entry })),
  )
  const seen = new Set<Action>()
  const faults: string[] = []
  for (const { path, name, entry } of entries) {
    if (!actions.includes(entry.action)) faults.push(`${path}: an action that is not listed`)
    if (seen.has(entry.action)) faults.push(`${path}: an action that another call has`)
    seen.add(entry.action)
    if (entry.kind === 'stream') continue
    const mustBePaged = name === 'list' || (holdsRows(entry.output) && !(path in noLists))
    if (mustBePaged && !isPaged(entry)) faults.push(`${path}: a list without paging`)
    if (path in noLists && !holdsRows(entry.output)) faults.push(`${path}: excused from paging for nothing`)
    if (takesMoreThanAPage(entry)) faults.push(`${path}: a limit above ${MAX_LIST_LIMIT}`)
  }
  const paths = entries.map(({ path }) => path)
  const excused = Object.keys(noLists).filter((path) => !paths.includes(path))
  const unused = actions.filter((action) => !seen.has(action))
  return [
    ...faults,
    ...excused.map((path) => `${path}: excused and not there`),
    ...unused.map((action) => `${action}: an action of no call`),
  ]
}

/** An array of objects as the answer itself, or at its top. */
function holdsRows(output: z.ZodType): boolean {
  const schema = unwrap(output)
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => holdsRows(option as z.ZodType))
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some((value) => isRows(value as z.ZodType))
  return isRows(schema)
}

function isRows(value: z.ZodType): boolean {
  const schema = unwrap(value)
  return schema instanceof z.ZodArray && isObject(unwrap(schema.element as z.ZodType))
}

const isObject = (schema: z.ZodType) => schema instanceof z.ZodObject || schema instanceof z.ZodUnion

function isPaged({ paged, input, output }: Method): boolean {
  if (!paged || !(input instanceof z.ZodObject) || !(output instanceof z.ZodObject)) return false
  const { items, nextCursor } = output.shape
  const limit = limitOf(input)
  return (
    Object.keys(input.shape).sort().join() === 'cursor,filter,limit,sort' &&
    Object.keys(output.shape).sort().join() === 'items,nextCursor' &&
    items instanceof z.ZodArray &&
    nextCursor instanceof z.ZodNullable &&
    limit !== undefined &&
    limit <= MAX_LIST_LIMIT
  )
}

function takesMoreThanAPage({ input }: Method | Stream): boolean {
  if (!(input instanceof z.ZodObject) || !('limit' in input.shape)) return false
  const limit = limitOf(input)
  return limit === undefined || limit > MAX_LIST_LIMIT
}

/** The largest limit that the input takes; undefined when none is set. */
function limitOf(input: z.ZodObject): number | undefined {
  const limit = unwrap(input.shape.limit as z.ZodType)
  return limit instanceof z.ZodNumber && limit.maxValue !== null ? limit.maxValue : undefined
}

function unwrap(schema: z.ZodType): z.ZodType {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  return wrapped ? unwrap(schema.unwrap() as z.ZodType) : schema
}
