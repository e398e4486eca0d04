/** An app over a fresh vault, reached as the window reaches it: through the contract. Closed when the test ends. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DocumentSummary, ImportOutcome } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type App, type AppEnv, createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { tempDir } from './temp-dir.ts'
import { testPurpose } from './temp-store.ts'
import { warmEngines } from './warm-engines.ts'

export const testPassphrase = 'correct horse battery staple pond'

export interface TempApp {
  readonly app: App
  readonly api: Api
  /** The vault's folder. */
  readonly dir: string
  /** A folder beside it, for files to import. */
  readonly desk: string
  readonly personId: PersonId
  readonly recoveryKey: string
}

/** An app over a folder that may hold a vault already; nothing is opened. */
export function appOver(dir: string, env: Partial<AppEnv> = {}): { app: App; api: Api } {
  const app = createApp({ dir, kdf: minimumKdf, spawnEngine: warmEngines, ...env })
  onTestFinished(() => app.close().catch(() => {}))
  return { app, api: app.connect() }
}

export async function tempApp(env: Partial<AppEnv> = {}): Promise<TempApp> {
  const desk = tempDir()
  const dir = env.dir ?? join(desk, 'vault')
  const { app, api } = appOver(dir, env)
  const { recoveryKey, personId } = await api.vault.create({
    passphrase: testPassphrase,
    purpose: testPurpose,
    person: { name: 'Ada Example', bornOn: '1961-04-30' },
  })
  if (personId === undefined) throw new Error('no person was made')
  return { app, api, dir, desk, personId, recoveryKey }
}

/** Waits until the queue is empty. */
export async function drain(api: Api): Promise<void> {
  for await (const _ of api.jobs.drain());
}

/** Imports, reads to the end, says of papers that name somebody else that they are the person's, and answers what became of each file. */
export async function importAndRead(
  api: Api,
  personId: PersonId,
  paths: string[],
): Promise<{ outcomes: ImportOutcome[]; documents: DocumentSummary[] }> {
  const { outcomes } = await api.documents.import({ personId, paths })
  await drain(api)
  const ids = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [] : [outcome.documentId]))
  const documents: DocumentSummary[] = []
  for (const id of ids) {
    if ((await api.documents.get({ id })).state === 'needs-answer') await api.documents.answerPerson({ id, personId })
  }
  await drain(api)
  for (const id of ids) documents.push(await api.documents.get({ id }))
  return { outcomes, documents }
}
