/** Making and restoring backups in tests, as the window does it, and what a vault holds, for comparing two of them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupSecret, BackupStep, RestoreStep } from '#contract/backups.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { appOver, type TempApp, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { noEngines } from './no-engines.ts'

type Made = Extract<BackupStep, { kind: 'done' }>
type Restored = Extract<RestoreStep, { kind: 'done' }>

export async function makeBackup(api: Api, to?: string): Promise<Made> {
  let made: Made | undefined
  for await (const step of api.backups.make(to === undefined ? {} : { to })) if (step.kind === 'done') made = step
  if (made === undefined) throw new Error('the backup ended without an answer')
  return made
}

export const knownSecret: BackupSecret = { passphrase: testPassphrase }

export async function restoreBackup(
  from: string,
  to: string,
  { secret = knownSecret, snapshotId }: { secret?: BackupSecret; snapshotId?: string } = {},
): Promise<Restored> {
  const { api } = appOver(join(tempDir(), 'none'))
  let restored: Restored | undefined
  const asked = { from, to, secret, ...(snapshotId !== undefined && { snapshotId }) }
  for await (const step of api.backups.restore(asked)) if (step.kind === 'done') restored = step
  if (restored === undefined) throw new Error('the restore ended without an answer')
  return restored
}

/** A vault in which nothing is read: originals and rows are what its backups are made of. */
export const storedApp = (): Promise<TempApp> => tempApp({ spawnEngine: noEngines })

export async function keep(api: Api, personId: PersonId, paths: string[]): Promise<DocumentId[]> {
  const { outcomes } = await api.documents.import({ personId, paths })
  return outcomes.flatMap((outcome) => (outcome.kind === 'queued' ? [outcome.documentId] : []))
}

export async function openVault(dir: string, passphrase = testPassphrase): Promise<Api> {
  const { api } = appOver(dir, { spawnEngine: noEngines })
  await api.vault.unlock({ passphrase })
  return api
}

/** Every document with what was read of it, and the bytes of its original. */
export async function contentsOf(api: Api): Promise<unknown[]> {
  const desk = tempDir()
  const { items } = await api.documents.list({ filter: {}, limit: 200 })
  return Promise.all(
    items.map(async (document, at) => {
      const to = join(desk, String(at))
      await api.documents.exportOriginal({ id: document.id, to })
      const { pages } = await api.documents.open({ id: document.id })
      return { document, pages, bytes: readFileSync(to).toString('base64') }
    }),
  )
}

export function writeNotes(desk: string, count: number, mark = 'note'): string[] {
  return Array.from({ length: count }, (_, at) => {
    const path = join(desk, `${mark}-${at}.txt`)
    writeFileSync(path, `Visit ${at} of ${mark}.\n\nAllergies: penicillin. Ramipril ${at} mg daily.\n`)
    return path
  })
}

/** All files below, as paths from there. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** The middle one, or the one at `at`. */
export function flipByte(file: string, at?: number): void {
  const bytes = readFileSync(file)
  const place = at ?? bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
  writeFileSync(file, bytes)
}
