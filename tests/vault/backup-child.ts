/**
 * A process that makes a backup or restores one, to be killed or to be run as somebody else: `make VAULT TO`, `restore FROM TO`,
 * or `new VAULT TO`, which makes the vault first. Says each step, then `done` or the error's code.
 */
import { writeSync } from 'node:fs'
import { createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { noEngines } from './no-engines.ts'

const [what = '', from = '', to = ''] = process.argv.slice(2)
const passphrase = 'correct horse battery staple pond'
const say = (line: string) => writeSync(1, `${line}\n`)

const app = createApp({ dir: what === 'restore' ? `${from}-none` : from, kdf: minimumKdf, spawnEngine: noEngines })
const api = app.connect()
try {
  if (what === 'new') await api.vault.create({ passphrase })
  if (what === 'make') await api.vault.unlock({ passphrase })
  say('ready')
  const steps =
    what === 'restore' ? api.backups.restore({ from, to, secret: { passphrase } }) : api.backups.make({ to })
  for await (const step of steps) say(step.kind === 'done' ? 'made' : `${step.step} ${step.done}`)
  say('done')
} catch (error) {
  say(String((error as { code?: string }).code))
}
await app.close()
