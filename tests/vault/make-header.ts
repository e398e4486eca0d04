/** Headers for tests, with the cheapest stretching allowed. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '../../src-main/vault/canonical-json.ts'
import { type Header, signHeader } from '../../src-main/vault/header-format.ts'
import { deriveSubKeys, minimumKdf } from '../../src-main/vault/keys.ts'
import { createHeader } from '../../src-main/vault/open-header.ts'

export const passphrase = 'seven herons over the quiet weir'
export const newPassphrase = 'nine lanterns along the stone quay'

export async function makeHeader(purpose: Header['purpose'] = 'family') {
  const dir = mkdtempSync(join(tmpdir(), 'medmemory-test-'))
  try {
    return await createHeader({ dir, passphrase, purpose, userId: randomUUID(), kdf: minimumKdf })
  } finally {
    rmSync(dir, { recursive: true })
  }
}

export function resign({ mac: _, ...header }: Header, masterKey: Uint8Array): Header {
  return signHeader(header, deriveSubKeys(masterKey).headerKey)
}

/** The bytes of a header file with whatever content, under a checksum that is right. */
export function checksummed(content: object): Buffer {
  const checksum = createHash('sha256').update(canonicalJson(content)).digest('hex')
  return Buffer.from(JSON.stringify({ ...content, checksum }))
}
