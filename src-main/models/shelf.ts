/**
 * The models of a vault on its disk: a folder each, plain files for their owner alone, under names of ours. A model comes
 * into its place whole, by renaming its folder. Nothing here decides whether a model may be used.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, lstat, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureFolder, syncFolder, toWriteError, writeAtomically } from '../vault/atomic-write.ts'
import { Manifest, manifestBytes, modelHash } from './manifest.ts'

export interface Shelved {
  readonly manifest: Manifest
  /** Of the manifest's bytes. */
  readonly sha256: string
  /** What the engine held with this model loaded; 0: not measured. */
  readonly memoryBytes: number
}

export type Shelf = ReturnType<typeof createShelf>

const MANIFEST = 'manifest.json'
const MEASURED = 'measured.json'
const LARGEST_MANIFEST = 64 * 1024
/** Unlike the manifest, not bound to the store's hash: it differs from run to run, and bounds memory only. */
const Measured = z.strictObject({
  memoryBytes: z
    .int()
    .nonnegative()
    .max(2 ** 36),
})

export function createShelf(dir: string) {
  // an id may hold a colon, which Windows knows otherwise; and no name of a device begins like this
  const folderOf = (id: string) => join(dir, `m-${id.replaceAll(':', '=')}`)

  const partsOf = (id: string) => `${folderOf(id)}.parts`
  const incoming = join(dir, 'incoming')

  return {
    folderOf,

    /** An empty folder for files on their way. */
    async makeIncoming(): Promise<string> {
      await rm(incoming, { recursive: true, force: true })
      await ensureFolder(incoming)
      return incoming
    },

    dropIncoming: (): Promise<void> => rm(incoming, { recursive: true, force: true }),

    /** A folder that keeps what it holds, for a download that may be gone on with. */
    async openParts(id: string): Promise<string> {
      const folder = partsOf(id)
      await ensureFolder(folder)
      return folder
    },

    /** Takes over the folder, in which all files of the manifest are. */
    async place(folder: string, manifest: Manifest, memoryBytes: number): Promise<string> {
      const bytes = manifestBytes(manifest)
      await writeAtomically(join(folder, MANIFEST), (file) => file.writeFile(bytes))
      await writeAtomically(join(folder, MEASURED), (file) =>
        file.writeFile(Buffer.from(JSON.stringify({ memoryBytes }))),
      )
      const target = folderOf(manifest.id)
      try {
        for (const { name } of manifest.files) await chmod(join(folder, name), 0o600)
        await rm(target, { recursive: true, force: true })
        await rename(folder, target)
        await syncFolder(dir)
      } catch (error) {
        throw toWriteError(error)
      }
      return modelHash(bytes)
    },

    /** Undefined when there is none that could be read; whether it is the right one is for its hash to say. */
    async read(id: string): Promise<Shelved | undefined> {
      const folder = folderOf(id)
      const bytes = await readSmall(join(folder, MANIFEST))
      const manifest = bytes && Manifest.safeParse(parseJson(bytes)).data
      if (bytes === undefined || manifest === undefined || manifest.id !== id) return undefined
      for (const { name, bytes: size } of manifest.files) {
        const file = await lstat(join(folder, name)).catch(() => undefined)
        if (!file?.isFile() || file.size !== size) return undefined
      }
      const measured = await readSmall(join(folder, MEASURED))
      const { memoryBytes = 0 } = (measured && Measured.safeParse(parseJson(measured)).data) || {}
      return { manifest, sha256: modelHash(bytes), memoryBytes }
    },

    /** Whether every byte of every file is as the manifest says. */
    async holds({ id, files }: Manifest): Promise<boolean> {
      for (const { name, sha256 } of files) if ((await hashOf(join(folderOf(id), name))) !== sha256) return false
      return true
    },

    async remove(id: string): Promise<void> {
      await rm(folderOf(id), { recursive: true, force: true })
      await rm(partsOf(id), { recursive: true, force: true })
    },

    removeParts: (id: string): Promise<void> => rm(partsOf(id), { recursive: true, force: true }),
  }
}

async function readSmall(path: string): Promise<Buffer | undefined> {
  const file = await lstat(path).catch(() => undefined)
  if (!file?.isFile() || file.size > LARGEST_MANIFEST) return undefined
  return readFile(path).catch(() => undefined)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** In pieces, so that other work goes on meanwhile; undefined for a file that cannot be read. */
export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}
