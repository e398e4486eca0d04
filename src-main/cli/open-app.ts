/** Makes the program for one command, and unlocks the vault. The only part of the command line that knows how it is built. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '#contract/index.ts'
import { type App, createApp } from '../app.ts'
import { createRotatingFile } from '../lib/rotating-file.ts'
import type { Io } from './io.ts'

const LOG_BYTES = 2 ** 20

/** MEDMEMORY_TEST_KDF=minimum is for tests: stretching a passphrase then costs as little as is allowed. */
export async function openApp(dir: string, env: Io['env']): Promise<App> {
  const writeLog = createVaultLog(dir)
  if (env.MEDMEMORY_TEST_KDF !== 'minimum') return createApp({ dir, writeLog })
  const { minimumKdf } = await import('../vault/keys.ts')
  return createApp({ dir, writeLog, kdf: minimumKdf })
}

export async function unlock(api: Api, getPassphrase: () => Promise<string>): Promise<void> {
  const { state } = await api.vault.status()
  // without a vault any passphrase fails, with the reason: there is none here, or its header is gone
  await api.vault.unlock({ passphrase: state === 'absent' ? 'none' : await getPassphrase() })
}

/** A folder in which there is no vault stays as it is; what was told before there was one is then written first. */
export function createVaultLog(dir: string): (line: string) => void {
  const append = createRotatingFile(join(dir, 'medmemory.log'), LOG_BYTES)
  const isVault = () => existsSync(join(dir, 'vault.db'))
  let early: string[] = []
  return (line) => {
    early.push(line)
    if (!isVault()) return
    for (const told of early) append(told)
    early = []
  }
}
