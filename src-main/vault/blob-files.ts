/**
 * Stored originals as encrypted files, each written whole or not at all and never overwritten. Runs on the blob thread;
 * blobs.ts is how the main thread reaches it. Which blobs are still wanted is the store's to know.
 */
import { randomBytes } from 'node:crypto'
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import {
  ensureFolder,
  type FileSystem,
  nodeFileSystem,
  syncFolder,
  systemCode,
  toWriteError,
  writeAtomically,
} from './atomic-write.ts'
import { exportFile } from './blob-export.ts'
import { createSeal, encodeBlobHeader, SALT_BYTES, type Seal } from './blob-format.ts'
import { readBlob } from './blob-read.ts'
import { readBytes, readSource, type SourceFile } from './source-file.ts'

export interface BlobFilesDeps {
  readonly dir: string
  readonly blobKey: Uint8Array
  readonly fileSystem?: FileSystem
}

/** Hands every piece on, in order, and says at the end what they were as a whole. */
type ReadInto = (take: (piece: Uint8Array) => Promise<void>) => Promise<SourceFile>

export type BlobFiles = ReturnType<typeof createBlobFiles>

export function createBlobFiles({ dir, blobKey, fileSystem = nodeFileSystem }: BlobFilesDeps) {
  /** Being written now: their temporary files are not left over. */
  const writing = new Set<string>()

  function pathOf(blobId: string): string {
    if (!isBlobId.test(blobId)) throw new AppError('internal')
    return join(dir, blobId.slice(0, 2), `${blobId}.mmb`)
  }

  async function writeSealed(path: string, salt: Uint8Array, seal: Seal, readInto: ReadInto): Promise<SourceFile> {
    let read: SourceFile | undefined
    await writeAtomically(
      path,
      async (file) => {
        await file.writeFile(encodeBlobHeader(salt))
        let index = 0
        read = await readInto((piece) => file.writeFile(seal.seal(index++, piece)))
        await file.writeFile(seal.sealTrailer(index, read))
      },
      { fileSystem },
    )
    if (read === undefined) throw new AppError('internal')
    return read
  }

  async function writeNew(blobId: string, readInto: ReadInto): Promise<SourceFile> {
    const path = pathOf(blobId)
    const salt = randomBytes(SALT_BYTES)
    const seal = createSeal({ blobKey, blobId, salt }) // before any waiting, while the key is surely not zeroed
    if (writing.has(blobId) || (await exists(path))) throw new AppError('file/exists')
    writing.add(blobId)
    try {
      await ensureFolder(dirname(path), fileSystem)
      return await writeSealed(path, salt, seal, readInto)
    } catch (error) {
      await fileSystem.unlink(path).catch(() => {}) // it is in place when only the folder's fsync failed
      throw error
    } finally {
      writing.delete(blobId)
      seal.end()
    }
  }

  const read = (blobId: string) => readBlob({ path: pathOf(blobId), blobId, blobKey })

  return {
    /** Encrypts a copy while hashing; durable when it answers. The source is only read. */
    write: (source: string, blobId: string, { maxBytes }: { maxBytes: number }): Promise<SourceFile> =>
      writeNew(blobId, (take) => readSource(source, maxBytes, take)),

    /** The same for what was written in the program and lies in no file. */
    writeText: (text: string, blobId: string): Promise<SourceFile> =>
      writeNew(blobId, (take) => readBytes(Buffer.from(text, 'utf8'), take)),

    writeBytes: (bytes: Uint8Array, blobId: string): Promise<SourceFile> =>
      writeNew(blobId, (take) => readBytes(bytes, take)),

    /** What `write` would answer, without writing. */
    hash: (source: string, { maxBytes }: { maxBytes: number }): Promise<SourceFile> =>
      readSource(source, maxBytes, async () => {}),

    read,

    /** Reads all of it; throws `vault/damaged-original` when it is not what was written. */
    async verify(blobId: string): Promise<{ sha256: string }> {
      const chunks = read(blobId)
      for (;;) {
        const step = await chunks.next()
        if (step.done) return { sha256: step.value.sha256 }
      }
    },

    /** Decrypted, to a place outside the vault that must be free. */
    exportTo: (blobId: string, to: string): Promise<void> => exportFile(to, read(blobId), fileSystem),

    /** Removing what is not there is no error. */
    async remove(blobId: string): Promise<void> {
      const path = pathOf(blobId)
      try {
        await fileSystem.unlink(path)
        await syncFolder(dirname(path), fileSystem)
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw toWriteError(error)
      }
    },

    /** The ids of all blobs, in no order. Temporary files that a crash left are removed on the way. */
    async list(): Promise<string[]> {
      const ids: string[] = []
      for (const folder of (await namesIn(dir)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
        for (const name of await namesIn(join(dir, folder))) {
          const [, id = '', kind] = /^(.*)\.mmb(\.tmp)?$/.exec(name) ?? []
          if (!isBlobId.test(id) || !id.startsWith(folder)) continue
          if (kind === undefined) ids.push(id)
          else if (!writing.has(id)) await fileSystem.unlink(join(dir, folder, name)).catch(() => {})
        }
      return ids
    },
  }
}

const isBlobId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const exists = async (path: string) => (await lstat(path).catch(() => undefined)) !== undefined

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw toWriteError(error)
  }
}
