/**
 * From a secret to the master key, and the few acts that change the slots. Tells a wrong secret from a damaged header. The
 * master key itself never changes here: a new passphrase wraps the same key again (rekeying in place can lose a vault).
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { ensureFolder, type FileSystem } from './atomic-write.ts'
import { type Candidate, headerFiles, readCandidates, writeHeader } from './header.ts'
import {
  HEADER_FORMAT,
  type Header,
  isSigned,
  MIN_APP_VERSION,
  type Slot,
  signHeader,
  storageFor,
} from './header-format.ts'
import { calibrateKdf, deriveKey, type KdfParams, KEY_BYTES } from './keys.ts'
import { checkPassphrase } from './passphrase.ts'
import { createRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import { openSlots, passphraseSlot, recoverySlot, type Secret } from './slots.ts'

export interface OpenedHeader {
  readonly header: Header
  /** The caller's to zero. */
  readonly masterKey: Buffer
  /** Whose slot was opened. */
  readonly userId: string
  /** The header itself was missing or damaged; its copy opened the vault and has been put in its place. */
  readonly healedFromBackup: boolean
}

export interface CreateHeaderOptions {
  readonly dir: string
  readonly passphrase: string
  readonly purpose: Header['purpose']
  readonly userId: string
  /** Measured on this machine when not given. */
  readonly kdf?: KdfParams
  readonly fileSystem?: FileSystem
}

/** Refuses a folder that has a header already. The recovery key is in no other place than this answer. */
export async function createHeader({
  dir,
  passphrase,
  purpose,
  userId,
  kdf,
  fileSystem,
}: CreateHeaderOptions): Promise<OpenedHeader & { recoveryKey: string }> {
  checkPassphrase(passphrase)
  if (headerFiles.some((file) => existsSync(join(dir, file)))) throw new AppError('vault/exists')
  await ensureFolder(dir)
  const masterKey = randomBytes(KEY_BYTES)
  const { text, secret } = createRecoveryKey()
  const slotFor = { vaultId: randomUUID(), userId, masterKey }
  const slots = [
    await passphraseSlot(slotFor, passphrase, kdf ?? (await calibrateKdf())),
    recoverySlot(slotFor, secret),
  ]
  secret.fill(0)
  const header = sign(
    {
      format: HEADER_FORMAT,
      minAppVersion: MIN_APP_VERSION,
      vaultId: slotFor.vaultId,
      createdAt: new Date().toISOString(),
      ...storageFor[purpose],
      slots,
    },
    masterKey,
  )
  await writeHeader(dir, header, fileSystem).catch((error) => undoCreation(dir, error))
  return { header, masterKey, userId, healedFromBackup: false, recoveryKey: text }
}

/** Nothing was kept under this header yet, and its recovery key is lost with the call: a second try must find the folder free. */
async function undoCreation(dir: string, error: unknown): Promise<never> {
  for (const file of headerFiles) await unlink(join(dir, file)).catch(() => {})
  throw error
}

export async function unlockHeader(
  dir: string,
  given: { readonly passphrase: string } | { readonly recoveryKey: string },
): Promise<OpenedHeader> {
  const secret = toSecret(given)
  const { candidates, agree } = await readCandidates(dir)
  const { header, masterKey, slot, fromBackup } = await openAny(candidates, secret)
  // Also when a crash came between the two files: the one that opens becomes both.
  if (!agree) await writeHeader(dir, header).catch(tolerateUnwritable)
  return { header, masterKey, userId: slot.userId, healedFromBackup: fromBackup }
}

/** Takes the master key over: zeroes it when it is not this vault's, which is damage, since its wrapping opened. */
export async function openHeaderWithKey(dir: string, masterKey: Buffer, userId: string): Promise<OpenedHeader> {
  try {
    const { candidates, agree } = await readCandidates(dir)
    const signed = candidates.find(({ header }) => isSignedWith(header, masterKey))
    if (signed === undefined) throw new AppError('vault/damaged-header')
    if (!agree) await writeHeader(dir, signed.header).catch(tolerateUnwritable)
    return { header: signed.header, masterKey, userId, healedFromBackup: signed.fromBackup }
  } catch (error) {
    masterKey.fill(0)
    throw error
  }
}

export interface RecoverOptions {
  readonly recoveryKey: string
  readonly newPassphrase: string
  readonly kdf?: KdfParams
}

/** Opens with the recovery key and gives its owner a new passphrase; the old one stops working, the recovery key does not. */
export async function recoverHeader(dir: string, options: RecoverOptions): Promise<OpenedHeader> {
  checkPassphrase(options.newPassphrase)
  const opened = await unlockHeader(dir, { recoveryKey: options.recoveryKey })
  try {
    return { ...opened, header: await rewrap(dir, opened, options) }
  } catch (error) {
    opened.masterKey.fill(0)
    throw error
  }
}

export interface ChangePassphraseOptions {
  readonly passphrase: string
  readonly newPassphrase: string
  readonly kdf?: KdfParams
  readonly fileSystem?: FileSystem
}

/** Killed at any moment, the vault opens with the old passphrase or with the new one. */
export async function changePassphrase(dir: string, options: ChangePassphraseOptions): Promise<void> {
  checkPassphrase(options.newPassphrase)
  const opened = await unlockHeader(dir, { passphrase: options.passphrase })
  try {
    await rewrap(dir, opened, options)
  } finally {
    opened.masterKey.fill(0)
  }
}

/** Whether both header files are whole and signed with this vault's key. */
export async function headerHolds(dir: string, headerKey: Uint8Array): Promise<boolean> {
  try {
    const { candidates, agree } = await readCandidates(dir)
    return agree && isSigned(candidates[0].header, headerKey)
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

type NewPassphrase = { readonly newPassphrase: string; readonly kdf?: KdfParams; readonly fileSystem?: FileSystem }

async function rewrap(
  dir: string,
  { header, masterKey, userId }: OpenedHeader,
  { newPassphrase, kdf, fileSystem }: NewPassphrase,
): Promise<Header> {
  const slotFor = { vaultId: header.vaultId, userId, masterKey }
  const fresh = await passphraseSlot(slotFor, newPassphrase, kdf ?? (await calibrateKdf()))
  const others = header.slots.filter((slot) => slot.type !== 'passphrase' || slot.userId !== userId)
  const { mac: _, ...unsigned } = header
  const next = sign({ ...unsigned, slots: [fresh, ...others] }, masterKey)
  await writeHeader(dir, next, fileSystem)
  return next
}

/**
 * A MAC that fails after the slot opened is damage or forgery, never a wrong secret; the other copy may still be good.
 */
async function openAny(
  candidates: readonly Candidate[],
  secret: Secret,
): Promise<Candidate & { masterKey: Buffer; slot: Slot }> {
  let forged = false
  for (const candidate of candidates) {
    const opened = await openSlots(candidate.header, secret)
    if (opened === undefined) continue
    if (isSignedWith(candidate.header, opened.masterKey)) return { ...candidate, ...opened }
    opened.masterKey.fill(0)
    forged = true
  }
  if (forged) throw new AppError('vault/damaged-header')
  throw new AppError(secret.type === 'passphrase' ? 'vault/wrong-passphrase' : 'vault/wrong-recovery-key')
}

function toSecret(given: { readonly passphrase: string } | { readonly recoveryKey: string }): Secret {
  if ('passphrase' in given) return { type: 'passphrase', passphrase: given.passphrase }
  return { type: 'recovery', bytes: parseRecoveryKey(given.recoveryKey) }
}

function sign(header: Omit<Header, 'mac'>, masterKey: Uint8Array): Header {
  const headerKey = deriveKey(masterKey, 'header')
  const signed = signHeader(header, headerKey)
  headerKey.fill(0)
  return signed
}

function isSignedWith(header: Header, masterKey: Uint8Array): boolean {
  const headerKey = deriveKey(masterKey, 'header')
  const signed = isSigned(header, headerKey)
  headerKey.fill(0)
  return signed
}

/** A full or read-only disk must not keep the vault shut; the copy is put right the next time. */
function tolerateUnwritable(error: unknown): void {
  if (!(error instanceof AppError)) throw error
}
