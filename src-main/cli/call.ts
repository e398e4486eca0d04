/** What a command is given, and what it gives back. */
import type { Api } from '#contract/index.ts'
import type { App } from '../app.ts'
import type { Io } from './io.ts'
import type { Options } from './option-types.ts'
import type { Secrets } from './passphrase.ts'

export interface Call {
  readonly api: Api
  readonly on: App['on']
  /** The vault's folder. */
  readonly dir: string
  readonly words: readonly string[]
  readonly options: Options
  readonly io: Io
  readonly secrets: Secrets
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal
}

export interface Result {
  readonly json: Readonly<Record<string, unknown>>
  /** For people, and already safe to print. */
  readonly lines: readonly string[]
  readonly exitCode?: number
}

export type Run = (call: Call) => Promise<Result>
