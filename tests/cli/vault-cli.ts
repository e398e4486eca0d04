/** A vault of a test's own and the command line over it, in this process. */
import type { AppEnv } from '../../src-main/app.ts'
import { readCommandLine } from '../../src-main/cli/options.ts'
import { createOutput } from '../../src-main/cli/output.ts'
import { createSecrets } from '../../src-main/cli/passphrase.ts'
import { type TempApp, tempApp } from '../support/temp-app.ts'
import { fakeIo } from './fake-io.ts'

export interface VaultCli extends TempApp {
  readonly cli: (...argv: string[]) => Promise<{ exitCode: number; stdout: string; stderr: string }>
}

export async function vaultCli(env: Partial<AppEnv> = {}): Promise<VaultCli> {
  const temp = await tempApp(env)
  const { app, api, dir } = temp
  const cli = async (...argv: string[]) => {
    const io = fakeIo()
    const output = createOutput(io, argv.includes('--json'))
    const line = readCommandLine(argv)
    if (line.kind !== 'run') throw new Error('not a command')
    const { words, options, command } = line
    const { signal } = new AbortController()
    const run = await command.load()
    const call = { api, on: app.on, dir, words, options, io, secrets: createSecrets(io, options, signal), signal }
    const exitCode = await run(call).then(output.result, (error: unknown) => output.failure(error, 'usage'))
    return { exitCode, stdout: io.printed(), stderr: io.complained() }
  }
  return { ...temp, cli }
}
