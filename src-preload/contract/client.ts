/** Builds the typed client over any transport: the preload bridge, or the app in the same process. */
import type { CallOptions, Client, Contract } from './define.ts'

export interface Transport {
  call(path: string, input: unknown, options?: CallOptions): Promise<unknown>
  open(path: string, input: unknown, options?: CallOptions): AsyncIterable<unknown>
}

export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const groups = Object.entries(contract).map(([group, entries]) => {
    const calls = Object.entries(entries).map(([name, entry]) => {
      const path = `${group}.${name}`
      const call = (input: unknown, options?: CallOptions) =>
        entry.kind === 'method' ? transport.call(path, input, options) : transport.open(path, input, options)
      return [name, call]
    })
    return [group, Object.fromEntries(calls)]
  })
  return Object.fromEntries(groups) as Client<C>
}
