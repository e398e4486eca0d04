/** Changes the passphrase. The recovery key stays as it is. */
import type { Run } from '../call.ts'
import { canAsk } from '../io.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const passphrase: Run = async ({ api, options, secrets, io }) => {
  if (options.newPassphraseFile === undefined && !canAsk(io))
    throw wrongUsage('Without a terminal to ask on, --new-passphrase-file is needed.')
  const { state } = await api.vault.status()
  const present = state === 'absent' ? 'none' : await secrets.present()
  await api.vault.unlock({ passphrase: present })
  const newPassphrase = await secrets.next()
  await api.vault.changePassphrase({ passphrase: present, newPassphrase })
  return {
    json: { changed: true },
    lines: ['The passphrase is changed. The old one no longer opens the vault; the recovery key still does.'],
  }
}
