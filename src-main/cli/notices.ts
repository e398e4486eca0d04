/** What the vault has to say of itself, in sentences. */
import type { Notice } from '#contract/vault.ts'

export const noticeTexts: Readonly<Record<Notice, string>> = {
  'vault/header-restored': "The vault's header was damaged and has been restored from its copy. Nothing was lost.",
  'vault/older-than-last-use':
    'This vault is older than when it was last used: it may have been put back from a copy. Check that nothing is missing.',
  'vault/anchor-damaged':
    'The note of when this vault was last used is damaged. It is written anew when the vault is closed.',
  'setting/reset': 'A stored setting did not fit and its default is in force. See "medmemory settings".',
}
