/**
 * How a model comes into the vault, from a file or a server: its files are copied under names of ours, hashed, tried in
 * the engine, and put in their place as one. What is refused on the way leaves nothing but the parts of a download.
 */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toWireError } from '#contract/errors.ts'
import type { DownloadOffer } from '#contract/models.ts'
import type { Clock } from '../lib/clock.ts'
import type { Egress } from '../net/egress.ts'
import type { Audit } from '../store/audit.ts'
import { findModel, putModel } from '../store/models.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'
import { writeAtomically } from '../vault/atomic-write.ts'
import { readSource } from '../vault/source-file.ts'
import type { Catalog, CatalogFile } from './catalog.ts'
import { fetchFiles, offerOf } from './download.ts'
import { findFiles } from './find-files.ts'
import { type Manifest, manifestBytes, modelHash } from './manifest.ts'
import { type Ingredient, planImport, type Recipe, recipeOf } from './recipe.ts'
import type { Shelf } from './shelf.ts'
import { type TryEngines, tryModel } from './try-model.ts'

export interface BringerDeps extends TryEngines {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly catalog: Catalog
  readonly egress: Egress
  readonly shelf: Shelf
  /** Room in the engine's memory for a model that is tried; 0 afterwards. */
  readonly reserve: (bytes: number) => void
}

type File = Manifest['files'][number]
type Mutex = <R>(work: () => Promise<R>) => Promise<R>
type Origin = 'model.import' | 'model.download'

/** Of the graph's own size: the file, what the runtime makes of it, and optimised weights. */
const ROOM_TO_TRY = 4

export function createBringer(deps: BringerDeps) {
  const { store, audit, clock, catalog, egress, shelf, reserve } = deps
  const underWay = new Set<string>()

  return {
    /** Answers with the id. */
    async import(path: string, id: string | undefined, signal: AbortSignal): Promise<string> {
      const { recipe, ingredients } = await planImport(await findFiles(path), id, catalog)
      const folder = await shelf.makeIncoming()
      try {
        const files: File[] = []
        for (const ingredient of ingredients) files.push(await copyIn(ingredient, folder, signal))
        await take(recipe, files, folder, 'model.import', signal)
        return recipe.id
      } finally {
        await shelf.dropIncoming()
      }
    },

    async *download(
      { id, accept, acceptTerms }: { id: string; accept: DownloadOffer; acceptTerms: boolean },
      signal: AbortSignal,
      oneAtATime: Mutex,
    ): AsyncGenerator<{ doneBytes: number; totalBytes: number }> {
      const entry = catalog.entries.find((each) => each.id === id)
      if (entry === undefined) throw new AppError(id.includes(':') ? 'download/not-offered' : 'model/unknown')
      const offer = offerOf(entry)
      const isAsShown = accept.host === offer.host && accept.bytes === offer.bytes && accept.sha256 === offer.sha256
      if (!isAsShown || (entry.hasTerms && !acceptTerms)) throw new AppError('download/no-consent')
      if (underWay.has(id)) throw new AppError('busy/too-many')
      underWay.add(id)
      try {
        const folder = await shelf.openParts(id)
        const totalBytes = offer.bytes
        let told = -1
        const deps = { egress, redirects: catalog.redirects, folder, signal }
        for await (const doneBytes of fetchFiles(entry, deps)) {
          if (doneBytes - told < totalBytes / 100) continue
          told = doneBytes
          yield { doneBytes, totalBytes }
        }
        await oneAtATime(() => takeParts(recipeOf(entry), entry.files, folder, signal))
        yield { doneBytes: totalBytes, totalBytes }
      } finally {
        underWay.delete(id)
      }
    },
  }

  async function copyIn(
    { as, path, maxBytes, sha256 }: Ingredient,
    folder: string,
    signal: AbortSignal,
  ): Promise<File> {
    let read: Awaited<ReturnType<typeof readSource>> | undefined
    await writeAtomically(join(folder, as), async (file) => {
      read = await readSource(path, maxBytes, async (piece) => {
        signal.throwIfAborted()
        await file.writeFile(piece)
      }).catch((error: unknown) => {
        throw toWireError(error).code === 'file/too-large' ? new AppError('model/too-large') : error
      })
    })
    if (read === undefined || (sha256 !== null && read.sha256 !== sha256)) throw new AppError('model/wrong-hash')
    return { name: as, bytes: read.sizeBytes, sha256: read.sha256 }
  }

  /** Parts may have lain there for days: their hashes are taken once more. What failed for no fault of theirs keeps them. */
  async function takeParts(
    recipe: Recipe,
    files: readonly CatalogFile[],
    parts: string,
    signal: AbortSignal,
  ): Promise<void> {
    const folder = await shelf.makeIncoming()
    try {
      const read: File[] = []
      for (const { as, sha256: expected } of files) {
        await rename(join(parts, as), join(folder, as))
        const { sha256, sizeBytes } = await readSource(join(folder, as), Number.MAX_SAFE_INTEGER, async () => {})
        if (expected !== null && sha256 !== expected) throw new AppError('model/wrong-hash')
        read.push({ name: as, bytes: sizeBytes, sha256 })
      }
      await take(recipe, read, folder, 'model.download', signal)
      await shelf.removeParts(recipe.id)
    } catch (error) {
      const isTheirs = toWireError(error).code.startsWith('model/')
      for (const { as } of isTheirs ? [] : files) await rename(join(folder, as), join(parts, as)).catch(() => {})
      throw error
    } finally {
      await shelf.dropIncoming()
    }
  }

  /** From here on the files are ours, and nobody else writes them. */
  async function take(
    recipe: Recipe,
    files: File[],
    folder: string,
    action: Origin,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted()
    const manifest = { version: 1, ...recipe, files } as Manifest
    const before = await findModel(store.db, recipe.id)
    if (before !== undefined && before.sha256 !== modelHash(manifestBytes(manifest))) throw new AppError('model/pinned')
    const sizeBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
    reserve(sizeBytes * ROOM_TO_TRY)
    try {
      const memoryBytes = await tryModel(deps, manifest, folder, signal)
      const sha256 = await shelf.place(folder, manifest, memoryBytes)
      await store.write(async (trx) => {
        await putModel(trx, { id: recipe.id, sha256, sizeBytes, importedAt: clock.now(), ...(await nextStamp(trx)) })
        await audit.append(trx, { action, objectId: recipe.id, meta: { sizeBytes, sha256 } })
      })
    } finally {
      reserve(0)
    }
  }
}
