/** A vault of the program's own making that holds several people with their papers, each imported and read as any file is. */
import { join } from 'node:path'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type AppEnv, createApp } from '../../../src-main/app.ts'
import { systemClock } from '../../../src-main/lib/clock.ts'
import { minimumKdf } from '../../../src-main/vault/keys.ts'
import { passphrase, putFiles } from '../../bench/bench-vault.ts'
import { ASKED_AT } from '../retrieval/evaluation-set.ts'

export interface PersonFiles {
  readonly name: string
  readonly bornOn: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[]
}

export interface RecordVault {
  readonly api: Api
  /** In the order of the people. */
  readonly people: readonly { readonly id: PersonId; readonly fileNames: ReadonlyMap<DocumentId, string> }[]
  close(): Promise<void>
}

export const engineNames = ['typed', 'extractive', 'model'] as const
export type EngineName = (typeof engineNames)[number]

export interface VaultOptions {
  /** `extractive`: no facts are found, so that only quoting is left. `model`: a writer is put in use. Else as the program is. */
  readonly engine?: EngineName | undefined
  /** The writer's file. */
  readonly model?: string | undefined
}

export async function openRecordVault(
  folder: string,
  people: readonly PersonFiles[],
  { engine, model }: VaultOptions = {},
): Promise<RecordVault> {
  const app = createApp({
    ...{ dir: join(folder, 'vault'), kdf: minimumKdf, clock: { ...systemClock, now: () => ASKED_AT } },
    ...(engine === 'extractive' ? { extractor: findsNothing } : {}),
  })
  const api = app.connect()
  try {
    await api.vault.create({ passphrase })
    if (engine === 'model' && model === undefined) throw new Error('--engine model needs --model FILE')
    if (model !== undefined) {
      const { id } = await api.models.import({ path: model, id: 'custom:eval-writer' })
      await api.models.use({ role: 'writer', id })
    }
    const ids: PersonId[] = []
    for (const { name, bornOn } of people) ids.push((await api.people.add({ name, bornOn })).id)
    for (const [at, { files }] of people.entries()) {
      const paths = putFiles(join(folder, `papers-${at}`), files)
      const personId = ids[at]
      if (personId !== undefined) await api.documents.import({ personId, paths })
    }
    await settle(api)
    for (const personId of ids) await answerForPapers(api, personId)
    await settle(api)
    const held: RecordVault['people'][number][] = []
    for (const id of ids) held.push({ id, fileNames: await listFileNames(api, id) })
    return { api, people: held, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}

const findsNothing: NonNullable<AppEnv['extractor']> = {
  version: 1,
  async *extract(pages) {
    for await (const _ of pages);
    yield { kind: 'facts', facts: [] }
  },
}

const settle = async (api: Api) => {
  for await (const _ of api.jobs.drain());
}

/** A name that a bad scan has spoiled lets the program ask whose paper it is. */
async function answerForPapers(api: Api, personId: PersonId): Promise<void> {
  for (const id of (await listFileNames(api, personId, 'needs-answer')).keys())
    await api.documents.answerPerson({ id, personId })
}

async function listFileNames(api: Api, personId: PersonId, state?: 'needs-answer'): Promise<Map<DocumentId, string>> {
  const fileNames = new Map<DocumentId, string>()
  const filter = { personId, ...(state === undefined ? {} : { states: [state] }) }
  for (let page = await api.documents.list({ filter }); ; ) {
    for (const { id, fileName } of page.items) fileNames.set(id, fileName)
    if (page.nextCursor === null) return fileNames
    page = await api.documents.list({ filter, cursor: page.nextCursor })
  }
}
