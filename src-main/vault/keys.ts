/**
 * The key hierarchy: one random master key, never changed; sub-keys derived from it, one per use; and its wrapping under
 * what opens the vault. Holds nothing; every key returned is the caller's to zero.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export { calibrateKdf, KdfParams, minimumKdf, stretch } from './kdf.ts'

export const KEY_BYTES = 32

export interface SubKeys {
  readonly databaseKey: Buffer
  readonly blobKey: Buffer
  readonly auditKey: Buffer
  readonly headerKey: Buffer
}

export function deriveSubKeys(masterKey: Uint8Array): SubKeys {
  return {
    databaseKey: deriveKey(masterKey, 'database'),
    blobKey: deriveKey(masterKey, 'blob'),
    auditKey: deriveKey(masterKey, 'audit'),
    headerKey: deriveKey(masterKey, 'header'),
  }
}

/** HKDF-SHA256 (RFC 5869). The label is part of the format: it names the use, and never serves a second one. */
export function deriveKey(key: Uint8Array, label: string, salt: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `medmemory/v1/${label}`, KEY_BYTES))
}

export interface WrappedKey {
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

/** AES-256-GCM; `context` is authenticated with it, so that a wrapped key cannot be moved to another place. */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array, context: string): WrappedKey {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(context))
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final()])
  return { nonce, ciphertext, tag: cipher.getAuthTag() }
}

/** Undefined when the wrapping key, the context or the bytes are not the ones it was made with. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: WrappedKey, context: string): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context)).setAuthTag(wrapped.tag)
  const key = decipher.update(wrapped.ciphertext)
  try {
    decipher.final()
    return key
  } catch {
    key.fill(0)
    return undefined
  }
}
