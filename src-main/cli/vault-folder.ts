/** Where a vault lies when no folder is named: where the platform keeps what belongs to one user. */
import { posix, win32 } from 'node:path'
import type { Io } from './io.ts'

export function defaultVaultFolder({ env, platform, home }: Pick<Io, 'env' | 'platform' | 'home'>): string {
  if (platform === 'win32')
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'MedMemory', 'vault')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'MedMemory', 'vault')
  const xdg = env.XDG_DATA_HOME ?? ''
  // a relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification)
  return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'medmemory', 'vault')
}
