/** Key slots: the master key wrapped once for each way to open the vault, bound to its vault, its type and its parameters. */
import { randomBytes, randomUUID } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { HEADER_FORMAT, type Header, type Slot } from './header-format.ts'
import { deriveKey, type KdfParams, stretch, unwrapKey, wrapKey } from './keys.ts'

/** What a person gives to open the vault: a passphrase as typed, or the bytes of the recovery key. */
export type Secret =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'recovery'; readonly bytes: Uint8Array }

export interface SlotFor {
  readonly vaultId: string
  readonly userId: string
  readonly masterKey: Uint8Array
}

export async function passphraseSlot(
  { vaultId, userId, masterKey }: SlotFor,
  passphrase: string,
  kdf: KdfParams,
): Promise<Slot> {
  const salt = randomBytes(16)
  const wrappingKey = await stretch(passphrase, salt, kdf)
  const wrapped = wrap(wrappingKey, masterKey, contextOf(vaultId, 'passphrase', kdf))
  return { id: randomUUID(), type: 'passphrase', userId, kdf, salt: salt.toString('hex'), ...wrapped }
}

export function recoverySlot({ vaultId, userId, masterKey }: SlotFor, recoveryBytes: Uint8Array): Slot {
  const salt = randomBytes(16)
  const kdf = { name: 'hkdf-sha256' } as const
  const wrapped = wrap(deriveKey(recoveryBytes, 'recovery', salt), masterKey, contextOf(vaultId, 'recovery', kdf))
  return { id: randomUUID(), type: 'recovery', userId, kdf, salt: salt.toString('hex'), ...wrapped }
}

/** The slot that the secret opens and the master key in it; undefined when it opens none. */
export async function openSlots(
  { vaultId, slots }: Header,
  secret: Secret,
): Promise<{ masterKey: Buffer; slot: Slot } | undefined> {
  for (const slot of slots) {
    const wrappingKey = await wrappingKeyOf(slot, secret)
    if (wrappingKey === undefined) continue
    const [nonce, ciphertext, tag] = [hexToBytes(slot.nonce), hexToBytes(slot.ciphertext), hexToBytes(slot.tag)]
    const masterKey = unwrapKey(wrappingKey, { nonce, ciphertext, tag }, contextOf(vaultId, slot.type, slot.kdf))
    wrappingKey.fill(0)
    if (masterKey !== undefined) return { masterKey, slot }
  }
  return undefined
}

async function wrappingKeyOf(slot: Slot, secret: Secret): Promise<Buffer | undefined> {
  const salt = hexToBytes(slot.salt)
  if (slot.type === 'passphrase' && secret.type === 'passphrase') return stretch(secret.passphrase, salt, slot.kdf)
  if (slot.type === 'recovery' && secret.type === 'recovery') return deriveKey(secret.bytes, 'recovery', salt)
  return undefined
}

/** Wraps, and zeroes the wrapping key. */
function wrap(wrappingKey: Buffer, masterKey: Uint8Array, context: string) {
  const { nonce, ciphertext, tag } = wrapKey(wrappingKey, masterKey, context)
  wrappingKey.fill(0)
  return { nonce: nonce.toString('hex'), ciphertext: ciphertext.toString('hex'), tag: tag.toString('hex') }
}

const contextOf = (vaultId: string, type: Slot['type'], kdf: Slot['kdf']) =>
  `${vaultId}|${HEADER_FORMAT}|${type}|${canonicalJson(kdf)}`

const hexToBytes = (text: string) => Buffer.from(text, 'hex')
