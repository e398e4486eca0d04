/** The vault: the encrypted whole, locked until its passphrase or its recovery key is given. */
import { z } from 'zod'
import { method } from './define.ts'
import { PersonId } from './ids.ts'

export const VaultState = z.enum(['absent', 'locked', 'unlocked'])
export type VaultState = z.infer<typeof VaultState>

/** Whom the vault is for: a clinician's patients (SQLCipher, NIST primitives) or oneself and family (AEGIS, faster). */
export const VaultPurpose = z.enum(['patients', 'family'])
export type VaultPurpose = z.infer<typeof VaultPurpose>

/** Things a person should know about the vault as a whole; never about a record. */
export const Notice = z.enum([
  'vault/header-restored',
  'vault/older-than-last-use',
  'vault/anchor-damaged',
  'setting/reset',
])
export type Notice = z.infer<typeof Notice>

const passphrase = z.string().min(1).max(16_384)
/** A calendar date as people know it, possibly partial: 1961, 1961-04, 1961-04-30. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

export const NewPerson = z.strictObject({ name: z.string().trim().min(1).max(200), bornOn: PartialDate.optional() })
export type NewPerson = z.infer<typeof NewPerson>

const VerifyReport = z.strictObject({
  ok: z.boolean(),
  /** What is damaged: a part of the vault and, where one is meant, the row or original it concerns. */
  problems: z.array(
    z.strictObject({
      part: z.enum(['header', 'store', 'fullText', 'audit', 'original', 'pages', 'chunks']),
      id: z.string().optional(),
    }),
  ),
  originals: z.int(),
  documents: z.int(),
  auditRows: z.int(),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const vault = {
  status: method({
    action: 'vault.status',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ state: VaultState, purpose: VaultPurpose.optional(), notices: z.array(Notice) }),
  }),
  /** Makes a vault and leaves it unlocked. The recovery key is told here and never again. */
  create: method({
    action: 'vault.create',
    writes: true,
    input: z.strictObject({ passphrase, purpose: VaultPurpose.default('family'), person: NewPerson.optional() }),
    output: z.strictObject({ recoveryKey: z.string(), personId: PersonId.optional() }),
  }),
  /** Slow on purpose: the passphrase is stretched before it is tried. */
  unlock: method({
    action: 'vault.unlock',
    writes: true,
    input: z.strictObject({ passphrase }),
    output: z.strictObject({ state: VaultState }),
  }),
  /** Opens with the recovery key and sets a new passphrase; the old one stops working. */
  recover: method({
    action: 'vault.recover',
    writes: true,
    input: z.strictObject({ recoveryKey: z.string().min(1).max(200), newPassphrase: passphrase }),
    output: z.strictObject({ state: VaultState }),
  }),
  lock: method({
    action: 'vault.lock',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ state: VaultState }),
  }),
  changePassphrase: method({
    action: 'vault.passphrase',
    writes: true,
    input: z.strictObject({ passphrase, newPassphrase: passphrase }),
    output: z.strictObject({ changed: z.literal(true) }),
  }),
  /** Reads everything back: header, store, full text, audit chain, every original. Slow for large vaults. */
  verify: method({ action: 'vault.verify', writes: true, input: z.undefined(), output: VerifyReport }),
} as const
