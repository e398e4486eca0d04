/**
 * The last audited act, noted outside the store when the vault is closed: a store that ends before it has been put back or
 * cut short, which no page MAC would tell. Signed, so that only this vault's owner can write one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { type FileSystem, systemCode, writeAtomically } from './atomic-write.ts'
import { canonicalJson } from './canonical-json.ts'

export interface Anchor {
  readonly auditSeq: number
  /** The act's chain MAC, in hexadecimal. */
  readonly auditHead: string
}

const AnchorFile = z.strictObject({
  auditSeq: z.int().min(0),
  auditHead: z.string().regex(/^[0-9a-f]{64}$/),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})

export async function writeAnchor(
  dir: string,
  headerKey: Uint8Array,
  { auditSeq, auditHead }: Anchor,
  fileSystem?: FileSystem,
): Promise<void> {
  const mac = macOf({ auditSeq, auditHead }, headerKey).toString('hex')
  const bytes = Buffer.from(`${JSON.stringify({ auditSeq, auditHead, mac })}\n`)
  await writeAtomically(pathIn(dir), (file) => file.writeFile(bytes), fileSystem && { fileSystem })
}

/** Undefined when there is none. */
export async function readAnchor(dir: string, headerKey: Uint8Array): Promise<Anchor | 'damaged' | undefined> {
  try {
    const { mac, ...anchor } = AnchorFile.parse(JSON.parse(await readFile(pathIn(dir), 'utf8')))
    return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(anchor, headerKey)) ? anchor : 'damaged'
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES' || code === 'EPERM') throw new AppError('vault/unwritable')
    return 'damaged'
  }
}

const pathIn = (dir: string) => join(dir, 'anchor.json')

function macOf(anchor: Anchor, headerKey: Uint8Array): Buffer {
  return createHmac('sha256', headerKey).update('medmemory/v1/anchor|').update(canonicalJson(anchor)).digest()
}
