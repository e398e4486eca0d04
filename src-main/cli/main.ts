/**
 * The command line: reads it, runs one command over the same contract the window uses, says what came of it, and answers
 * the exit code. The program below is loaded only when a command is to run, and is closed before this returns.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Call, Result } from './call.ts'
import type { Command } from './commands.ts'
import { type Io, processIo } from './io.ts'
import { asksForJson, type CommandLine, findMeantCommand, readCommandLine } from './options.ts'
import { createOutput, type Output } from './output.ts'
import { helpText, usageLine } from './usage.ts'
import { defaultVaultFolder } from './vault-folder.ts'

export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const output = createOutput(io, asksForJson(argv))
  try {
    const line = readCommandLine(argv)
    if (line.kind === 'help') return await output.result(help(line.command))
    if (line.kind === 'version') return await output.result(await version())
    return await runCommand(line, io, output)
  } catch (error) {
    return output.failure(error, usageLine(findMeantCommand(argv)))
  }
}

async function runCommand(
  { command, words, options }: Extract<CommandLine, { kind: 'run' }>,
  io: Io,
  output: Output,
): Promise<number> {
  const interruption = listenForInterruption(io)
  try {
    const [{ openApp, unlock }, { createSecrets }, run] = await Promise.all([
      import('./open-app.ts'),
      import('./passphrase.ts'),
      command.load(),
    ])
    const dir = resolve(options.vault ?? defaultVaultFolder(io))
    const { signal } = interruption
    const secrets = createSecrets(io, options, signal)
    const app = await openApp(dir, io.env)
    const api = app.connect()
    const call: Call = { api, on: app.on, dir, words, options, io, secrets, signal }

    const work = async (): Promise<Result> => {
      if (command.opensItself) return run(call)
      await unlock(api, secrets.present)
      for (const line of await listNotices(call)) await output.notice(line)
      return run(call)
    }
    const ended = await settle(command.finishes ? work() : Promise.race([work(), interruption.happened]))
    const closed = await settle(app.close())
    if ('error' in ended) throw ended.error
    // what is told only once, like the recovery key, is told even if closing failed after it
    const exitCode = await output.result(ended.value)
    if ('error' in closed) return await output.lateFailure(closed.error)
    return interruption.exitCode() ?? exitCode
  } catch (error) {
    const exitCode = await output.failure(error, usageLine(command))
    return interruption.exitCode() ?? exitCode
  } finally {
    interruption.stop()
  }
}

/** From the first signal on, what runs is cancelled and the vault is closed; further signals change nothing. */
function listenForInterruption(io: Io) {
  const abort = new AbortController()
  const happened = Promise.withResolvers<never>()
  happened.promise.catch(() => {})
  let exitCode: number | undefined
  const stop = io.onSignal((code) => {
    exitCode ??= code
    const cancelled = new AppError('cancelled')
    abort.abort(cancelled)
    happened.reject(cancelled)
  })
  return { signal: abort.signal, happened: happened.promise, exitCode: () => exitCode, stop }
}

type Settled<T> = { readonly value: T } | { readonly error: unknown }

const settle = <T>(work: Promise<T>): Promise<Settled<T>> =>
  work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

async function listNotices({ api }: Call): Promise<string[]> {
  const [{ noticeTexts }, { notices }] = await Promise.all([import('./notices.ts'), api.vault.status()])
  return notices.map((notice) => noticeTexts[notice])
}

function help(command: Command | undefined): Result {
  const lines = helpText(command)
  return { json: { usage: lines.join('\n') }, lines }
}

async function version(): Promise<Result> {
  const file = new URL('../../package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string }
  return { json: { version }, lines: [`medmemory ${version}`] }
}
