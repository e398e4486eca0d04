/**
 * header.json: what must be known before the vault can be opened, and the key slots. Strict both ways; nothing in it is
 * trusted before its MAC is checked with a key that only its own slots can give. The checksum needs no key: it tells
 * damage from a wrong passphrase, and every later format keeps it, so that damage is not taken for a newer format.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import { KdfParams } from './kdf.ts'

export const HEADER_FORMAT = 1
/** The oldest app that may open what this one writes; the newest such mark this app knows. Raised by hand, with a reason. */
export const MIN_APP_VERSION = '0.1.0'
export const MAX_HEADER_BYTES = 2 ** 20

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const slot = { id: z.uuid(), userId: z.uuid(), salt: hex(16), nonce: hex(12), ciphertext: hex(32), tag: hex(16) }

const PassphraseSlot = z.strictObject({ type: z.literal('passphrase'), kdf: KdfParams, ...slot })
const RecoverySlot = z.strictObject({
  type: z.literal('recovery'),
  kdf: z.strictObject({ name: z.literal('hkdf-sha256') }),
  ...slot,
})

const storage = z.union([
  z.strictObject({ purpose: z.literal('patients'), cipher: z.literal('sqlcipher'), pageSize: z.literal(4096) }),
  z.strictObject({ purpose: z.literal('family'), cipher: z.literal('aegis'), pageSize: z.literal(8192) }),
])
export const storageFor: Readonly<Record<'patients' | 'family', z.infer<typeof storage>>> = {
  patients: { purpose: 'patients', cipher: 'sqlcipher', pageSize: 4096 },
  family: { purpose: 'family', cipher: 'aegis', pageSize: 8192 },
}

const Header = z
  .strictObject({
    format: z.literal(HEADER_FORMAT),
    minAppVersion: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
    vaultId: z.uuid(),
    createdAt: z.iso.datetime(),
    purpose: z.enum(['patients', 'family']),
    cipher: z.enum(['sqlcipher', 'aegis']),
    pageSize: z.int(),
    slots: z
      .array(z.discriminatedUnion('type', [PassphraseSlot, RecoverySlot]))
      .min(1)
      .max(32),
    mac: hex(32),
  })
  .refine(({ purpose, cipher, pageSize }) => storage.safeParse({ purpose, cipher, pageSize }).success)
export type Header = z.infer<typeof Header>
export type Slot = Header['slots'][number]

export type ReadHeader = { kind: 'absent' } | { kind: 'damaged' } | { kind: 'newer' } | { kind: 'ok'; header: Header }

/** Refuses to write what it would refuse to read. */
export function encodeHeader(header: Header): Buffer {
  Header.parse(header)
  return Buffer.from(`${JSON.stringify({ ...header, checksum: checksumOf(header) }, null, 2)}\n`)
}

export function decodeHeader(bytes: Uint8Array): ReadHeader {
  try {
    const { checksum, ...content } = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (checksum !== checksumOf(content)) return { kind: 'damaged' }
    if (isNewer(content)) return { kind: 'newer' }
    return { kind: 'ok', header: Header.parse(content) }
  } catch {
    return { kind: 'damaged' } // whatever is wrong with it: not JSON, nested too deep, a value out of its range
  }
}

function checksumOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

function isNewer({ format, minAppVersion }: { format?: unknown; minAppVersion?: unknown }): boolean {
  if (typeof format === 'number' && format > HEADER_FORMAT) return true
  const [theirs, ours] = [String(minAppVersion), MIN_APP_VERSION].map((version) => version.split('.').map(Number))
  for (const [index, part] of (ours ?? []).entries()) {
    const their = theirs?.[index] ?? 0
    if (their !== part) return their > part
  }
  return false
}

export function signHeader(header: Omit<Header, 'mac'>, headerKey: Uint8Array): Header {
  return { ...header, mac: macOf(header, headerKey).toString('hex') }
}

export function isSigned({ mac, ...header }: Header, headerKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(header, headerKey))
}

function macOf(header: Omit<Header, 'mac'>, headerKey: Uint8Array): Buffer {
  return createHmac('sha256', headerKey).update('medmemory/v1/header|').update(canonicalJson(header)).digest()
}
