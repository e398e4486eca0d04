/** What a failed attempt means: asking the person, ending for good, waiting for disk or store, or trying again. */
import type { ErrorCode } from '#contract/errors.ts'

export const MAX_ATTEMPTS = 3

/** A document cannot end the process that reads it, only its engine; a power cut or a kill is not its fault. Still, not for ever. */
export const MAX_INTERRUPTIONS = 20

/** Before the second and the third attempt. */
export const backoffMs = (attempts: number): number => (attempts <= 1 ? 1_000 : 5_000)

export type Verdict = 'needs-password' | 'reject' | 'pause' | 'retry'

/** A file that is what it is gains nothing from a second try; an engine that died may have been unlucky. */
export function judge(code: ErrorCode): Verdict {
  if (code === 'document/wrong-password') return 'needs-password'
  if (code === 'vault/disk-full' || code === 'vault/unwritable' || code.startsWith('store/')) return 'pause'
  return /^(pdf|docx|image|archive|xml|text|file)\//.test(code) ? 'reject' : 'retry'
}
