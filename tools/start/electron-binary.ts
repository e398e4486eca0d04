/** Where Electron's own program lies, if it does: its npm package brings it only on demand, from elsewhere. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FETCH_MS = 300_000

/** Undefined when it is not there. Fetches nothing. */
export function findElectron(
  root: string,
  { ELECTRON_OVERRIDE_DIST_PATH: elsewhere }: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const folder = join(root, 'node_modules/electron')
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : 'electron'
  const path = join(elsewhere ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : undefined
}

/** Asks the package to fetch it, as it would itself at its first start. It checks what comes against its own list of hashes. */
export function fetchElectron(root: string): void {
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: FETCH_MS })
}
