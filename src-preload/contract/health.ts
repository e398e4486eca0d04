/** Health: whether everything works, in codes and numbers; nothing of a record is in it, and the invented person does not count. */
import { z } from 'zod'
import { method } from './define.ts'
import { errorCodes } from './errors.ts'
import { Notice, VaultState } from './vault.ts'

export const HealthReport = z.strictObject({
  version: z.string(),
  contractVersion: z.int(),
  vault: VaultState,
  cipher: z.enum(['sqlcipher', 'aegis']).optional(),
  notices: z.array(Notice),
  store: z.strictObject({ sizeBytes: z.int(), walBytes: z.int(), schema: z.int(), readers: z.int() }).optional(),
  key: z.strictObject({ slots: z.array(z.enum(['passphrase', 'recovery'])) }).optional(),
  jobs: z.record(z.string(), z.int()).optional(),
  engines: z.array(z.strictObject({ name: z.string(), running: z.boolean(), starts: z.int(), failures: z.int() })),
  /** Model files on this disk by SHA-256. */
  models: z.array(
    z.strictObject({ name: z.string(), sha256: z.string(), isIntact: z.boolean(), isInUse: z.boolean() }),
  ),
  disk: z.strictObject({ freeBytes: z.int() }).optional(),
  /** Pages whose words are in the full-text index, of all pages. */
  index: z.strictObject({ indexedPages: z.int(), pages: z.int() }).optional(),
  /** Search by meaning: whose vectors answer, how many there are, and how they are searched. */
  meaning: z
    .strictObject({
      embedder: z.string(),
      vectors: z.int(),
      /** Chunks that are still to get a vector. */
      waiting: z.int(),
      by: z.enum(['sqlite-vec', 'resident']),
      residentBytes: z.int(),
      /** Why chunks get no vectors any more. */
      stopped: z.enum(errorCodes).optional(),
    })
    .optional(),
  /** Null: there is no backup. */
  backupAgeDays: z.number().nullable(),
  mainLoopDelayMs: z.strictObject({ p50: z.number(), p99: z.number(), max: z.number() }),
  callsInFlight: z.int(),
  slowStatements: z.array(z.strictObject({ name: z.string(), count: z.int(), maxMs: z.number() })),
})
export type HealthReport = z.infer<typeof HealthReport>

export const health = {
  report: method({ action: 'health.report', writes: false, input: z.undefined(), output: HealthReport }),
} as const
