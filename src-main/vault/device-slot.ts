/**
 * `device.json`: the master key wrapped once more, for this computer's user, by a secret that only the system's keychain
 * holds. A shortcut beside the header, not a part of it: whoever loses the file or the secret still has the passphrase, a
 * copy of the vault elsewhere cannot be opened with it, and the header stays as every version of the program knows it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { syncFolder, systemCode, toWriteError, writeAtomically } from './atomic-write.ts'
import { deriveKey, KEY_BYTES, unwrapKey, wrapKey } from './keys.ts'
import { type OpenedHeader, openHeaderWithKey, unlockHeader } from './open-header.ts'
import type { SecretStore } from './secret-store.ts'

/** Under which the keychain shows the secret; the account is the vault's id. */
export const KEYCHAIN_SERVICE = 'MedMemory vault'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const DeviceSlot = z.strictObject({
  format: z.literal(1),
  vaultId: z.uuid(),
  userId: z.uuid(),
  salt: hex(16),
  nonce: hex(12),
  ciphertext: hex(KEY_BYTES),
  tag: hex(16),
})

export const hasDeviceSlot = (dir: string): boolean => existsSync(pathIn(dir))

/** The passphrase is asked for again: an unlocked vault that was left alone must not become one that opens for anybody here. */
export async function writeDeviceSlot(dir: string, passphrase: string, keychain: SecretStore): Promise<void> {
  const { header, masterKey, userId } = await unlockHeader(dir, { passphrase })
  const secret = randomBytes(KEY_BYTES)
  try {
    const { vaultId } = header
    await keep(keychain, vaultId, secret.toString('hex'))
    const salt = randomBytes(16)
    const wrappingKey = deriveKey(secret, 'device', salt)
    const wrapped = wrapKey(wrappingKey, masterKey, contextOf(vaultId, userId))
    wrappingKey.fill(0)
    const slot = {
      format: 1,
      ...{ vaultId, userId, salt: salt.toString('hex') },
      nonce: wrapped.nonce.toString('hex'),
      ciphertext: wrapped.ciphertext.toString('hex'),
      tag: wrapped.tag.toString('hex'),
    }
    await writeAtomically(pathIn(dir), (file) => file.writeFile(Buffer.from(`${JSON.stringify(slot)}\n`)))
  } finally {
    secret.fill(0)
    masterKey.fill(0)
  }
}

/** A keychain that takes a secret and does not give it back is none. */
async function keep(keychain: SecretStore, vaultId: string, secret: string): Promise<void> {
  await keychain.setPassword(KEYCHAIN_SERVICE, vaultId, secret)
  const kept = await keychain.getPassword(KEYCHAIN_SERVICE, vaultId)
  if (kept !== secret) throw new AppError('vault/keychain-unavailable')
}

/** Whatever fails, nothing is removed: the keychain may only be locked, and the next time it opens. */
export async function openDeviceSlot(dir: string, keychain: SecretStore): Promise<OpenedHeader> {
  const slot = await readSlot(dir)
  const secret = await keychain.getPassword(KEYCHAIN_SERVICE, slot.vaultId)
  if (secret === null) throw new AppError('vault/no-device-unlock')
  const wrappingKey = deriveKey(fromHex(secret), 'device', fromHex(slot.salt))
  const wrapped = { nonce: fromHex(slot.nonce), ciphertext: fromHex(slot.ciphertext), tag: fromHex(slot.tag) }
  const masterKey = unwrapKey(wrappingKey, wrapped, contextOf(slot.vaultId, slot.userId))
  wrappingKey.fill(0)
  if (masterKey === undefined) throw new AppError('vault/no-device-unlock')
  return openHeaderWithKey(dir, masterKey, slot.userId)
}

/** The file goes first: without it the secret opens nothing, whether or not the keychain answers. */
export async function removeDeviceSlot(dir: string, keychain: SecretStore): Promise<void> {
  const slot = await readSlot(dir).catch(() => undefined)
  try {
    await unlink(pathIn(dir))
    await syncFolder(dir)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw toWriteError(error)
  }
  if (slot !== undefined) await keychain.deletePassword(KEYCHAIN_SERVICE, slot.vaultId).catch(() => {})
}

async function readSlot(dir: string): Promise<z.infer<typeof DeviceSlot>> {
  try {
    return DeviceSlot.parse(JSON.parse(await readFile(pathIn(dir), 'utf8')))
  } catch (error) {
    throw new AppError('vault/no-device-unlock', {}, { cause: error })
  }
}

const pathIn = (dir: string) => join(dir, 'device.json')
const fromHex = (text: string) => Buffer.from(text, 'hex')
const contextOf = (vaultId: string, userId: string) => `${vaultId}|1|device|${userId}`
