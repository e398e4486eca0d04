/** Makes a vault. The recovery key is printed here and can never be asked for again. */

import { AppError } from '#contract/errors.ts'
import type { Result, Run } from '../call.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const init: Run = async ({ api, dir, options, secrets, io }): Promise<Result> => {
  const { person: name, born: bornOn, purpose } = options
  if (bornOn !== undefined && name === undefined) throw wrongUsage('--born goes with --person.')
  // before a passphrase is asked for in vain
  if ((await api.vault.status()).state !== 'absent') throw new AppError('vault/exists')
  const person = name === undefined ? undefined : { name, ...(bornOn !== undefined && { bornOn }) }
  const { recoveryKey, personId } = await api.vault.create({
    passphrase: await secrets.first(),
    ...(purpose && { purpose }),
    ...(person && { person }),
  })
  const rows = [
    ['Vault', safeLine(dir)],
    ...(name !== undefined && personId !== undefined ? [['Person', `${safeLine(name)} (${personId})`]] : []),
    ['Recovery key', recoveryKey],
  ]
  const advice =
    'The recovery key opens the vault if the passphrase is forgotten. It is shown this once: write it down and keep it away from this computer. Without both, nobody can open the vault.'
  return {
    json: { vault: dir, ...(personId !== undefined && { personId }), recoveryKey },
    lines: ['The vault is made.', '', ...columns(rows, '  '), '', ...wrap(advice, screenWidth(io.stdout))],
  }
}
