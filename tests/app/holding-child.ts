/** A process that opens a vault and keeps it until it is killed. */
import { writeSync } from 'node:fs'
import { createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'

const [dir = '', passphrase = ''] = process.argv.slice(2)
await createApp({ dir, kdf: minimumKdf }).connect().vault.unlock({ passphrase })
writeSync(1, 'open\n')
