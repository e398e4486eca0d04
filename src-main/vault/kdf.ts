/**
 * Stretches a passphrase into a key: Argon2id (RFC 9106), with a floor below which a vault would be weak and a ceiling above
 * which a forged header could take the machine down. Both are checked before any memory is asked for.
 */
import { argon2id, hash } from 'argon2'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { normalizePassphrase } from './passphrase.ts'

const KIB_PER_MIB = 1024

export const KdfParams = z.strictObject({
  name: z.literal('argon2id'),
  memoryKib: z
    .int()
    .min(64 * KIB_PER_MIB)
    .max(1024 * KIB_PER_MIB),
  passes: z.int().min(3).max(10),
  lanes: z.int().min(1).max(16),
})
export type KdfParams = z.infer<typeof KdfParams>

/** The cheapest that is allowed. */
export const minimumKdf: KdfParams = { name: 'argon2id', memoryKib: 64 * KIB_PER_MIB, passes: 3, lanes: 4 }

/** 32 bytes, the caller's to zero. */
export async function stretch(passphrase: string, salt: Uint8Array, kdf: KdfParams): Promise<Buffer> {
  if (!KdfParams.safeParse(kdf).success) throw new AppError('vault/damaged-header')
  const bytes = Buffer.from(normalizePassphrase(passphrase), 'utf8')
  try {
    return await hash(bytes, {
      raw: true,
      type: argon2id,
      salt: Buffer.from(salt),
      memoryCost: kdf.memoryKib,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      hashLength: 32,
    })
  } finally {
    bytes.fill(0)
  }
}

const AIM_MS = 750
const MOST_MIB = 256

/** As much memory, from 64 to 256 MiB, as this machine fills in about three quarters of a second. */
export async function calibrateKdf(timeFloorMs: () => Promise<number> = timeFloor): Promise<KdfParams> {
  const floorMs = Math.min(await timeFloorMs(), await timeFloorMs()) // the first also pays for touching fresh memory
  const floorMib = minimumKdf.memoryKib / KIB_PER_MIB
  const affordableMib = Math.floor((floorMib * AIM_MS) / floorMs / 16) * 16
  const memoryMib = Math.min(MOST_MIB, Math.max(floorMib, affordableMib))
  return { ...minimumKdf, memoryKib: memoryMib * KIB_PER_MIB }
}

async function timeFloor(): Promise<number> {
  const startedAt = performance.now()
  await stretch('calibration', Buffer.alloc(16), minimumKdf)
  return performance.now() - startedAt
}
