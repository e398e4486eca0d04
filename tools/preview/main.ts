/**
 * `npm run preview -- [--vault FOLDER]`: MedMemory in a browser, for development and where Electron cannot be had. Prints the
 * address that lets one browser in. Ctrl-C locks the vault, removes what was uploaded, and ends.
 */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../../src-main/app.ts'
import { defaultVaultFolder } from '../../src-main/cli/vault-folder.ts'
import { noDesktop } from '../../src-main/desktop.ts'
import { build, isBuilt } from '../start/built.ts'
import { servePreview } from './serve.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { vault: { type: 'string' } } })
const place = { env: process.env, platform: process.platform, home: homedir() }
const folder = resolve(values.vault ?? defaultVaultFolder(place))

if (!isBuilt(root) && !build(root)) process.exit(1)

const surroundings = noDesktop({ folder, version: 'preview' })
const desktop: typeof surroundings = {
  ...surroundings,
  about: async (input, signal) => ({ ...(await surroundings.about(input, signal)), surroundings: 'browser' }),
}
const app = createApp({ dir: folder, desktop, locksWhenIdle: true })
const preview = await servePreview({ app, folder: join(root, 'out/renderer') })
console.log(`MedMemory, for this browser only and once: ${preview.entrance}\nVault: ${folder}\nCtrl-C ends it.`)

let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isEnding) return
    isEnding = true
    void preview
      .close()
      .then(() => app.close())
      .finally(() => process.exit(0))
  })
