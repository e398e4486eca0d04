/**
 * The list of what one snapshot is made of, `snapshots/<uuid>.mmk`; pure. Layout: magic, version, nonce; the list as JSON under
 * AES-256-GCM, bound to its vault and its snapshot; tag; then the SHA-256 of all before it, by which damage is told from a
 * newer format without a key. Without the vault's key nobody can read, change or exchange one.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

export const MAX_MANIFEST_BYTES = 2 ** 28
const MAGIC = 'MMK1'
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SHA256_BYTES = 32
const HEAD_BYTES = MAGIC.length + 1 + NONCE_BYTES

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Of a file as it lies in the backup, that is of its ciphertext. */
const FileSeen = z.strictObject({ sizeBytes: z.int().positive(), sha256 })
export type FileSeen = z.infer<typeof FileSeen>

const Manifest = z.strictObject({
  snapshotId: z.uuid(),
  vaultId: z.uuid(),
  madeAt: z.iso.datetime(),
  /** Migrations applied to the store. */
  schema: z.int().positive(),
  documents: z.int().nonnegative(),
  /** The `seq` of the newest document; later ones are not in it. */
  lastDocumentSeq: z.int().nonnegative(),
  store: FileSeen,
  originals: z.array(FileSeen.extend({ blobId: z.uuid() })),
})
export type Manifest = z.infer<typeof Manifest>

export type ReadManifest =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'whole'; readonly manifest: Manifest }

export interface ManifestPlace {
  readonly vaultId: string
  readonly snapshotId: string
  readonly backupKey: Uint8Array
}

export function sealManifest(manifest: Manifest, { vaultId, snapshotId, backupKey }: ManifestPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', backupKey, nonce).setAAD(contextOf(vaultId, snapshotId))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(Manifest.parse(manifest))), cipher.final()])
  const file = Buffer.concat([Buffer.from(MAGIC, 'latin1'), Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()])
  return Buffer.concat([file, checksumOf(file)])
}

export function openManifest(bytes: Buffer, { vaultId, snapshotId, backupKey }: ManifestPlace): ReadManifest {
  const file = bytes.subarray(0, -SHA256_BYTES)
  const isIntact = bytes.length > HEAD_BYTES + TAG_BYTES + SHA256_BYTES && checksumOf(file).equals(bytes.subarray(-32))
  if (!isIntact || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return { kind: 'damaged' }
  if (file.readUInt8(MAGIC.length) > VERSION) return { kind: 'newer' }
  try {
    const nonce = file.subarray(HEAD_BYTES - NONCE_BYTES, HEAD_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', backupKey, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(contextOf(vaultId, snapshotId)).setAuthTag(file.subarray(-TAG_BYTES))
    const text = Buffer.concat([decipher.update(file.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()])
    return { kind: 'whole', manifest: Manifest.parse(JSON.parse(text.toString('utf8'))) }
  } catch {
    return { kind: 'damaged' }
  }
}

const contextOf = (vaultId: string, snapshotId: string) => Buffer.from(`${MAGIC}|${VERSION}|${vaultId}|${snapshotId}`)

const checksumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
