/**
 * The process that the kill test kills: opens the vault, imports the files it is given one by one, and says on stdout
 * when each is accepted. Reading goes on behind it.
 */
import { writeSync } from 'node:fs'
import type { PersonId } from '#contract/ids.ts'
import { createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'

const [dir = '', passphrase = '', personId = '', ...paths] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const app = createApp({ dir, kdf: minimumKdf })
const api = app.connect()
app.on((event) => {
  if (event.kind === 'job' && event.step === 'recognize') say('recognized')
})
await api.vault.unlock({ passphrase })
say('ready')
for (const path of paths) {
  const { outcomes } = await api.documents.import({ personId: personId as PersonId, paths: [path] })
  const [outcome] = outcomes
  if (outcome !== undefined && outcome.kind !== 'refused') say(`accepted ${outcome.documentId}`)
}
for await (const _ of api.jobs.drain());
say('done')
