/** Opens the vault with its recovery key and sets a new passphrase. */

import type { Run } from '../call.ts'
import { safeLine } from '../terminal-text.ts'

export const recover: Run = async ({ api, dir, secrets }) => {
  const { state } = await api.vault.status()
  if (state === 'absent') await api.vault.unlock({ passphrase: 'none' })
  const recoveryKey = (await secrets.recoveryKey()).trim()
  const newPassphrase = await secrets.next()
  await api.vault.recover({ recoveryKey, newPassphrase })
  return {
    json: { vault: dir, recovered: true },
    lines: [`The vault in ${safeLine(dir)} is open again under the new passphrase. The recovery key stays the same.`],
  }
}
