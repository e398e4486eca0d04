/**
 * Writes a file whole or not at all: temporary file, fsync, rename, fsync of the folder, mode 0600. The old content stays
 * until the rename. An error after the rename (the folder's fsync) is still told: the new content may not survive a power cut.
 */
import { link, mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#contract/errors.ts'

/** The few calls that change a disk, so that a test can make the k-th of them fail. */
export interface FileSystem {
  open(path: string, flags: string, mode?: number): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  link(existing: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<string | undefined>
}

export interface OpenFile {
  /** Appends all of the bytes. */
  writeFile(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

export const nodeFileSystem: FileSystem = { open, rename, link, unlink, mkdir }

export interface AtomicWriteOptions {
  readonly fileSystem?: FileSystem
  /** Defaults to the path with `.tmp`; must be in the same folder. */
  readonly temporary?: string
  /** Puts the finished file in its place; defaults to rename. */
  readonly place?: (from: string, to: string) => Promise<void>
}

export async function writeAtomically(
  path: string,
  fill: (file: OpenFile) => Promise<void>,
  { fileSystem = nodeFileSystem, temporary = `${path}.tmp`, place = fileSystem.rename }: AtomicWriteOptions = {},
): Promise<void> {
  try {
    const file = await fileSystem.open(temporary, 'w', 0o600)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await place(temporary, path)
    await syncFolder(dirname(path), fileSystem)
  } catch (error) {
    await fileSystem.unlink(temporary).catch(() => {})
    throw toWriteError(error)
  }
}

/** Makes the folder, private to its owner, when it is missing; its name is then on the disk for good. */
export async function ensureFolder(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  try {
    const first = await fileSystem.mkdir(path, { recursive: true, mode: 0o700 })
    if (first === undefined) return
    for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made), fileSystem)
  } catch (error) {
    throw toWriteError(error)
  }
}

export async function syncFolder(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const folder = await fileSystem.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What the system refused, as a code; a bug stays what it is. */
export function toWriteError(error: unknown): unknown {
  const code = systemCode(error)
  if (code === undefined) return error
  return new AppError(code === 'ENOSPC' || code === 'EDQUOT' ? 'vault/disk-full' : 'vault/unwritable')
}

/** `ENOENT`, `EACCES`, …; undefined for anything the operating system did not say. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^E[A-Z0-9]+$/.test(code) ? code : undefined
}
