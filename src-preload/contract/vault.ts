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
  /** All of them, whosesoever. */
  originals: z.int(),
  /** Of people who are not invented. */
  documents: z.int(),
  auditRows: z.int(),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const vault = {
  status: method({
    action: 'vault.status',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({
      state: VaultState,
      purpose: VaultPurpose.optional(),
      notices: z.array(Notice),
      /** Turned on for this vault on this computer. */
      deviceUnlock: z.boolean(),
    }),
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
  /** With what the system's keychain keeps for this vault; after five wrong passphrases it waits like them. */
  unlockWithDevice: method({
    action: 'vault.device-unlock',
    writes: true,
    input: z.undefined(),
    output: z.strictObject({ state: VaultState }),
  }),
  /** Lets this computer, while this user is logged in, open the vault without its passphrase. A shortcut, never the only way. */
  enableDeviceUnlock: method({
    action: 'vault.device-on',
    writes: true,
    input: z.strictObject({ passphrase }),
    output: z.strictObject({ deviceUnlock: z.literal(true) }),
  }),
  disableDeviceUnlock: method({
    action: 'vault.device-off',
    writes: true,
    input: z.undefined(),
    output: z.strictObject({ deviceUnlock: z.literal(false) }),
  }),
  /** Somebody is here: puts off locking by itself. For the window to call at most once a few seconds while it is used. */
  touch: method({
    action: 'vault.touch',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ touched: z.literal(true) }),
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
