/**
 * Everything the command line says. With --json: exactly one JSON object on standard output and nothing else anywhere.
 * Otherwise results on standard output, and what went wrong on standard error, with what to do next.
 */
import { errorTexts } from '#contract/error-text.ts'
import { AppError, type ErrorCode, toWireError } from '#contract/errors.ts'
import type { Result } from './call.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { type Io, write } from './io.ts'
import { safeJson, safeLine } from './terminal-text.ts'
import { isWrongUsage } from './wrong-usage.ts'

export type Output = ReturnType<typeof createOutput>

export function createOutput({ stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>, json: boolean) {
  const swallow = () => {}
  // the reader may go away; write() tells what matters
  stdout.on('error', swallow)
  stderr.on('error', swallow)

  return {
    async result({ json: value, lines, exitCode = exitCodes.done }: Result): Promise<number> {
      await write(stdout, json ? `${safeJson(value)}\n` : lines.map((line) => `${line}\n`).join(''))
      return exitCode
    },

    /** What a person should know beside the result; it has its own place in the JSON of the commands that tell it. */
    async notice(line: string): Promise<void> {
      if (!json) await write(stderr, `${line}\n`)
    },

    /** `usage` is added to a mistake in the command line. */
    async failure(error: unknown, usage: string): Promise<number> {
      const { code, message, exitCode } = explain(error)
      const lines = isWrongUsage(error) ? [message, usage] : [message]
      if (json) await write(stdout, `${safeJson({ error: { code, message } })}\n`)
      else await write(stderr, lines.map((line) => `${line}\n`).join(''))
      return exitCode
    },

    /** What went wrong after the result was told: with --json the exit code alone says it. */
    async lateFailure(error: unknown): Promise<number> {
      const { message, exitCode } = explain(error)
      if (!json) await write(stderr, `${message}\n`)
      return exitCode
    },
  }
}

/** The sentence for an item that was refused: what it is, and what to do next. */
export const reason = (code: ErrorCode): string => `${errorTexts[code].message} ${errorTexts[code].next}`

/** Where the terminal has more to say than the window. Nothing is asked of a locked vault before it is unlocked here. */
const ofTheTerminal: Partial<Record<ErrorCode, string>> = {
  'vault/locked':
    'No passphrase was given, and there is no terminal to ask for it on. Use --passphrase-file FILE or the variable MEDMEMORY_PASSPHRASE.',
}

function explain(error: unknown): { code: ErrorCode; message: string; exitCode: number } {
  if (isWrongUsage(error))
    return { code: 'input/invalid', message: safeLine(error.message), exitCode: exitCodes.wrongUsage }
  const { code } = toWireError(error)
  const message = ofTheTerminal[code] ?? reason(code)
  const option = error instanceof AppError ? error.details.option : undefined
  return { code, message: option === undefined ? message : `${option}: ${message}`, exitCode: exitCodeOf(code) }
}
