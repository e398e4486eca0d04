/** Runs `medmemory` as a person does, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')

export interface CliEnd {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliRun {
  readonly child: ChildProcess
  readonly ended: Promise<CliEnd>
}

export function startCli(argv: readonly string[], env: Readonly<Record<string, string>> = {}): CliRun {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env
  const child = spawn(process.execPath, [join(root, 'bin/medmemory.mjs'), ...argv], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), MEDMEMORY_TEST_KDF: 'minimum', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<CliEnd>((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
  return { child, ended }
}

export const cli = (argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliEnd> =>
  startCli(argv, env).ended
