import { expect, test } from 'vitest'
import { type ErrorCode, errorCodes } from '#contract/errors.ts'
import { exitCodeOf } from '../../src-main/cli/exit-codes.ts'

test('each error ends with the exit code that scripts are promised', () => {
  const promised: Partial<Record<ErrorCode, number>> = {
    'input/invalid': 2,
    'setting/unknown': 2,
    'setting/invalid': 2,
    'vault/locked': 4,
    'vault/wrong-passphrase': 4,
    'vault/wrong-recovery-key': 4,
    'vault/damaged-header': 5,
    'vault/damaged-store': 5,
    'vault/damaged-original': 5,
    'backup/damaged': 5,
    'vault/in-use': 6,
    cancelled: 130,
  }
  for (const code of errorCodes) expect(exitCodeOf(code), code).toBe(promised[code] ?? 1)
})
