/** An app over a fresh unlocked vault with one person, reached through the contract as the window reaches it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportOutcome } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type App, createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'

export const passphrase = 'correct horse battery staple pond'

export interface BenchVault {
  readonly app: App
  readonly api: Api
  readonly personId: PersonId
}

export async function openBenchVault(folder: string): Promise<BenchVault> {
  const app = createApp({ dir: join(folder, 'vault'), kdf: minimumKdf })
  const api = app.connect()
  const { personId } = await api.vault.create({ passphrase, person: { name: 'Ada Example' } })
  if (personId === undefined) throw new Error('no person was made')
  return { app, api, personId }
}

/** Writes files to a folder of their own; answers their paths. */
export function putFiles(folder: string, files: readonly { name: string; bytes: Uint8Array | string }[]): string[] {
  mkdirSync(folder)
  return files.map(({ name, bytes }) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  })
}

/** Imports, reads and looks at every page to the end; fails unless every file became searchable. */
export async function importAll(vault: BenchVault, paths: string[]): Promise<void> {
  const { outcomes } = await vault.api.documents.import({ personId: vault.personId, paths })
  await rest(vault)
  await expectIndexed(vault, outcomes)
}

/** Imports, and waits until every file can be searched. Looking at their pages goes on. */
export async function importUntilSearchable(vault: BenchVault, paths: string[]): Promise<void> {
  const moved = createBell()
  const stopListening = vault.app.on((event) => event.kind === 'changed' && moved.ring())
  try {
    const { outcomes } = await vault.api.documents.import({ personId: vault.personId, paths })
    for (;;) {
      const rung = moved.next()
      const { items } = await vault.api.jobs.list({ filter: { states: ['queued', 'running'] }, limit: 200 })
      if (!items.some(({ kind }) => kind === 'read')) break
      await rung
    }
    await expectIndexed(vault, outcomes)
  } finally {
    stopListening()
  }
}

/** Lets one wait for the next ring. */
function createBell() {
  let next = Promise.withResolvers<void>()
  return {
    next: () => next.promise,
    ring() {
      next.resolve()
      next = Promise.withResolvers<void>()
    },
  }
}

async function expectIndexed({ api }: BenchVault, outcomes: readonly ImportOutcome[]): Promise<void> {
  for (const outcome of outcomes) {
    if (outcome.kind !== 'queued') throw new Error(`a file of the bench was not new: ${outcome.kind}`)
    const { state } = await api.documents.get({ id: outcome.documentId })
    if (state !== 'indexed') throw new Error(`a file of the bench ended ${state}`)
  }
}

/** So that what is measured next has the machine to itself. */
export async function rest({ api }: BenchVault): Promise<void> {
  for await (const _ of api.jobs.drain());
}
