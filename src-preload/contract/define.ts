/**
 * The shapes an API entry can have: a method answers once, a list answers in pages, a stream answers many times and
 * can be cancelled. Every entry names its action and whether it writes; one without does not compile.
 * Nothing here knows Electron, Node or the DOM.
 */
import { z } from 'zod'
import type { Action } from './actions.ts'

/** `writes`: the call leaves an audit row under its action, in the transaction of the act; the router asserts it. */
export interface Act {
  readonly action: Action
  readonly writes: boolean
}

export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Act {
  readonly kind: 'method'
  readonly input: I
  readonly output: O
  /** Set by `list` alone. */
  readonly paged: boolean
}

export interface Stream<I extends z.ZodType = z.ZodType, C extends z.ZodType = z.ZodType> extends Act {
  readonly kind: 'stream'
  readonly input: I
  readonly chunk: C
}

export const method = <I extends z.ZodType, O extends z.ZodType>(act: Act & { input: I; output: O }): Method<I, O> => ({
  kind: 'method',
  paged: false,
  ...act,
})

export const stream = <I extends z.ZodType, C extends z.ZodType>(act: Act & { input: I; chunk: C }): Stream<I, C> => ({
  kind: 'stream',
  ...act,
})

export const MAX_LIST_LIMIT = 200

/**
 * A call that returns rows: `{filter, sort, limit ≤ 200, cursor}` in, `{items, nextCursor}` out. A cursor is opaque and
 * belongs to the sort it came from; nextCursor is null on the last page.
 */
export const list = <F extends z.ZodType, const S extends readonly [string, ...string[]], T extends z.ZodType>(
  act: Omit<Act, 'writes'> & { filter: F; sort: S; item: T },
) =>
  method({
    action: act.action,
    writes: false,
    input: z.strictObject({
      filter: act.filter,
      sort: z.enum(act.sort).default(act.sort[0] as S[number]),
      limit: z.int().min(1).max(MAX_LIST_LIMIT).default(50),
      cursor: z.string().max(500).optional(),
    }),
    output: z.strictObject({ items: z.array(act.item), nextCursor: z.string().nullable() }),
    paged: true,
  } as Parameters<typeof method>[0] & { input: ListInput<F, S>; output: ListOutput<T> }) as Method<
    ListInput<F, S>,
    ListOutput<T>
  >

type ListInput<F extends z.ZodType, S extends readonly string[]> = z.ZodObject<
  {
    filter: F
    sort: z.ZodDefault<z.ZodEnum<{ [K in S[number]]: K }>>
    limit: z.ZodDefault<z.ZodInt>
    cursor: z.ZodOptional<z.ZodString>
  },
  z.core.$strict
>
type ListOutput<T extends z.ZodType> = z.ZodObject<
  { items: z.ZodArray<T>; nextCursor: z.ZodNullable<z.ZodString> },
  z.core.$strict
>

export type Contract = Readonly<Record<string, Readonly<Record<string, Method | Stream>>>>

/** What the window, the command line and the tests hold: `api.documents.import({ … })`. */
export type Client<C extends Contract> = {
  readonly [G in keyof C]: { readonly [M in keyof C[G]]: ClientCall<C[G][M]> }
}

type ClientCall<E> =
  E extends Method<infer I, infer O>
    ? (...args: Args<z.input<I>>) => Promise<z.output<O>>
    : E extends Stream<infer I, infer C>
      ? (...args: Args<z.input<I>>) => AsyncIterable<z.output<C>>
      : never

type Args<I> = [I] extends [undefined] ? [input?: undefined, options?: CallOptions] : [input: I, options?: CallOptions]

/** What the main process must supply: one function per entry, over input that is already parsed. */
export type Handlers<C extends Contract> = {
  readonly [G in keyof C]: { readonly [M in keyof C[G]]: Handler<C[G][M]> }
}

type Handler<E> =
  E extends Method<infer I, infer O>
    ? (input: z.output<I>, signal: AbortSignal) => Promise<z.input<O>>
    : E extends Stream<infer I, infer C>
      ? (input: z.output<I>, signal: AbortSignal) => AsyncIterable<z.input<C>>
      : never

export interface CallOptions {
  readonly signal?: AbortSignal
}
