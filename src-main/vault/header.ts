/**
 * The header on disk: header.json and its copy header.bak, each written whole, one after the other, so that a crash leaves
 * at least one that opens the vault. Never removed, never made anew. Unlocking with it is open-header.ts's.
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { type FileSystem, nodeFileSystem, systemCode, writeAtomically } from './atomic-write.ts'
import { decodeHeader, encodeHeader, type Header, MAX_HEADER_BYTES, type ReadHeader } from './header-format.ts'

export const headerFiles = ['header.json', 'header.bak'] as const

export async function writeHeader(dir: string, header: Header, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  const bytes = encodeHeader(header)
  for (const file of headerFiles)
    await writeAtomically(join(dir, file), (opened) => opened.writeFile(bytes), { fileSystem })
}

export async function readHeader(dir: string): Promise<{ header: Header; healedFromBackup: boolean }> {
  const { candidates } = await readCandidates(dir)
  const [first] = candidates
  return { header: first.header, healedFromBackup: first.fromBackup }
}

export interface Candidate {
  readonly header: Header
  readonly fromBackup: boolean
}

/** Every header that could open the vault, the better first; `agree` when both files hold the same one. */
export async function readCandidates(
  dir: string,
): Promise<{ candidates: readonly [Candidate, ...Candidate[]]; agree: boolean }> {
  const main = await readOne(join(dir, 'header.json'))
  if (main.kind === 'newer') throw new AppError('app/too-old')
  const backup = await readOne(join(dir, 'header.bak'))
  if (main.kind === 'ok') {
    const first = { header: main.header, fromBackup: false }
    if (backup.kind !== 'ok') return { candidates: [first], agree: false }
    if (encodeHeader(main.header).equals(encodeHeader(backup.header))) return { candidates: [first], agree: true }
    return { candidates: [first, { header: backup.header, fromBackup: true }], agree: false }
  }
  if (backup.kind === 'ok') return { candidates: [{ header: backup.header, fromBackup: true }], agree: false }
  if (backup.kind === 'newer') throw new AppError('app/too-old')
  throw new AppError(main.kind === 'absent' && backup.kind === 'absent' ? 'vault/absent' : 'vault/damaged-header')
}

async function readOne(path: string): Promise<ReadHeader> {
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile() || stat.size > MAX_HEADER_BYTES) return { kind: 'damaged' }
      const { buffer, bytesRead } = await file.read(Buffer.alloc(stat.size), 0, stat.size, 0)
      return decodeHeader(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return { kind: 'absent' }
    if (code === 'EACCES' || code === 'EPERM') throw new AppError('vault/unwritable') // not ours to read: not damage
    if (code !== undefined) return { kind: 'damaged' }
    throw error
  }
}
