/** What the program's exit status means. Scripts rely on these numbers; none is ever given a second meaning. */
import type { ErrorCode } from '#contract/errors.ts'

export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  someRefused: 3,
  locked: 4,
  damaged: 5,
  inUse: 6,
  interrupted: 130,
} as const

const codeByError: Partial<Record<ErrorCode, number>> = {
  'input/invalid': exitCodes.wrongUsage,
  'setting/unknown': exitCodes.wrongUsage,
  'setting/invalid': exitCodes.wrongUsage,
  'vault/locked': exitCodes.locked,
  'vault/wrong-passphrase': exitCodes.locked,
  'vault/wrong-recovery-key': exitCodes.locked,
  'vault/damaged-header': exitCodes.damaged,
  'vault/damaged-store': exitCodes.damaged,
  'vault/damaged-original': exitCodes.damaged,
  'backup/damaged': exitCodes.damaged,
  'vault/in-use': exitCodes.inUse,
  cancelled: exitCodes.interrupted,
}

export const exitCodeOf = (code: ErrorCode): number => codeByError[code] ?? exitCodes.failed
