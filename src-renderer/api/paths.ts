/** The contract's entries as strings, `documents.list`, with the type of what goes in and what comes out. */
import type { z } from 'zod'
import type { CallOptions, Method } from '#contract/define.ts'
import type { Topic } from '#contract/events.ts'
import type { Contract } from '#contract/index.ts'
import { api } from './client.ts'

type Groups = { [G in keyof Contract]: { [M in keyof Contract[G]]: Contract[G][M] } }

export type MethodPath = {
  [G in keyof Groups & string]: {
    [M in keyof Groups[G] & string]: Groups[G][M] extends Method ? `${G}.${M}` : never
  }[keyof Groups[G] & string]
}[keyof Groups & string]

type Entry<P extends MethodPath> = P extends `${infer G}.${infer M}`
  ? G extends keyof Groups
    ? M extends keyof Groups[G]
      ? Groups[G][M]
      : never
    : never
  : never

export type Input<P extends MethodPath> = Entry<P> extends Method<infer I, infer _> ? z.input<I> : never
export type Output<P extends MethodPath> = Entry<P> extends Method<infer _, infer O> ? z.output<O> : never

export function callPath<P extends MethodPath>(path: P, input: Input<P>, options?: CallOptions): Promise<Output<P>> {
  const [group = '', name = ''] = path.split('.')
  const calls = api as unknown as Record<string, Record<string, (input: unknown, options?: CallOptions) => unknown>>
  return calls[group]?.[name]?.(input, options) as Promise<Output<P>>
}

/** What, when it changes, makes the answers of a group old. */
export const topicsOfGroup: Readonly<Record<keyof Contract, readonly Topic[]>> = {
  vault: [],
  people: ['people', 'documents'],
  documents: ['documents'],
  facts: ['facts', 'documents'],
  jobs: ['jobs'],
  answers: ['documents'],
  conversations: ['conversations'],
  reviews: ['reviews', 'documents', 'facts'],
  notes: ['notes', 'documents'],
  glossary: [],
  languages: ['languages'],
  models: ['models'],
  settings: ['settings'],
  backups: ['backups', 'documents'],
  health: ['jobs', 'documents', 'models', 'languages', 'backups'],
  desktop: [],
}
