/** A vault of the program's own making that holds the papers of a set: each imported as a text file and read by its job. */
import { join } from 'node:path'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { createApp } from '../../../src-main/app.ts'
import { systemClock } from '../../../src-main/lib/clock.ts'
import { openStore, type Store } from '../../../src-main/store/store.ts'
import { deriveSubKeys, minimumKdf } from '../../../src-main/vault/keys.ts'
import { unlockHeader } from '../../../src-main/vault/open-header.ts'
import { importAll, passphrase, putFiles } from '../../bench/bench-vault.ts'
import { ASKED_AT, type EvaluationSet } from './evaluation-set.ts'

export interface SetVault {
  readonly api: Api
  readonly personIds: ReadonlyMap<string, PersonId>
  /** Ends the program and opens the store that it left, for what the program's own calls do not tell. */
  leaveStore(): Promise<Store>
  /** The program may have ended before. */
  close(): Promise<void>
}

export async function openSetVault(folder: string, { people }: EvaluationSet): Promise<SetVault> {
  const dir = join(folder, 'vault')
  const app = createApp({ dir, kdf: minimumKdf, clock: { ...systemClock, now: () => ASKED_AT } })
  const api = app.connect()
  try {
    await api.vault.create({ passphrase })
    const personIds = new Map<string, PersonId>()
    for (const [at, { name, bornOn, documents }] of people.entries()) {
      const { id } = await api.people.add({ name, bornOn })
      personIds.set(name, id)
      const files = documents.map(({ fileName, text }) => ({ name: fileName, bytes: text }))
      await importAll({ app, api, personId: id }, putFiles(join(folder, `papers-${at}`), files))
    }
    return {
      api,
      personIds,
      async leaveStore() {
        await app.close()
        return openLeftStore(dir)
      },
      close: () => app.close(),
    }
  } catch (error) {
    await app.close()
    throw error
  }
}

async function openLeftStore(dir: string): Promise<Store> {
  const { header, masterKey } = await unlockHeader(dir, { passphrase })
  const { databaseKey: key } = deriveSubKeys(masterKey)
  return openStore({ file: join(dir, 'vault.db'), key, cipher: header.cipher, mustExist: true })
}
