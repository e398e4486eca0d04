/**
 * The models of a vault: which there are, which does what, and the embedder and reranker that follow from it. A model is
 * known by the hash it had when it was brought and is compared before every load; one that differs is not used, and what
 * is built in does its work. Nothing is fetched unless a person consented to exactly that.
 */
import { join } from 'node:path'
import { AppError, toWireError } from '#contract/errors.ts'
import type { Model, ModelRole } from '#contract/models.ts'
import { BUILT_IN } from '../embed/built-in.ts'
import type { Embedder } from '../embed/embedder.ts'
import { createEngineEmbedder } from '../embed/onnx/engine-embedder.ts'
import { createEngineReranker, type Reranker } from '../embed/onnx/engine-reranker.ts'
import type { Engines } from '../engines/pool.ts'
import type { Clock } from '../lib/clock.ts'
import { createMutex } from '../lib/mutex.ts'
import type { Egress } from '../net/egress.ts'
import type { Audit } from '../store/audit.ts'
import { deleteModel, deleteModelUse, listModels, listModelUses, type ModelRow, putModelUse } from '../store/models.ts'
import { fromCursor, toPage } from '../store/paging.ts'
import type { Store } from '../store/store.ts'
import { nextStamp } from '../store/vault-meta.ts'
import { createBringer } from './bring.ts'
import type { Catalog } from './catalog.ts'
import { hashOfFiles, type Manifest } from './manifest.ts'
import { createShelf } from './shelf.ts'
import { type Brought, showBuiltIn, showCustom, showEntry, verifyBuiltIn } from './show-model.ts'
import { embedderSpec, encoderSpec } from './try-model.ts'

export interface ModelsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  /** Of the models: `<vault>/models`. */
  readonly dir: string
  readonly catalog: Catalog
  readonly egress: Egress
  readonly engine: Engines['embed']
  /** In which a language model is tried before it is taken. */
  readonly writerEngine: Engines['llama']
  /** The embedder that comes with the program. */
  readonly builtIn: () => Promise<Embedder>
  readonly changed: () => void
}

/** A language model as it was brought, for the engine that loads it, and who is told when that fails. */
export interface ChosenWriter {
  readonly model: { readonly modelId: string; readonly path: string; readonly sha256: string }
  readonly onFailure: (error: unknown) => void
}

export type Models = Awaited<ReturnType<typeof openModels>>

/** Node, the runtime, and room for a batch. */
const ENGINE_BASE_BYTES = 768 * 2 ** 20
/** The same of the engine that writes, beside what it was measured to hold. */
const WRITER_BASE_BYTES = 512 * 2 ** 20
/** Of a language model that was not measured: its file, and what it needs to think. */
const WRITER_ROOM = 1.5
/** So many does the engine keep loaded. */
const LOADED = 3

export async function openModels(deps: ModelsDeps) {
  const { store, audit, clock, dir, catalog, egress, engine, builtIn, changed } = deps
  const oneAtATime = createMutex()
  const shelf = createShelf(dir)
  /** By id, as last looked at; read again whenever something was brought or removed. */
  let brought = new Map<string, Brought>()
  let uses = new Map<ModelRole, string>()
  /** Found changed when every byte was looked at; bringing the model again makes another row of it. */
  const foundChanged = new Set<string>()
  /** While files are tried that are no model yet, on top of what the models need. */
  let tryingBytes = 0
  const closing = new AbortController()

  const bringer = createBringer({
    ...{ store, audit, clock, catalog, egress, shelf, engine, writerEngine: deps.writerEngine },
    reserve: (bytes) => {
      tryingBytes = bytes
    },
  })
  await refresh()

  async function refresh(): Promise<void> {
    const rows = await listModels(store.db)
    const found = await Promise.all(rows.map(lookAt))
    brought = new Map(found.map((each) => [each.row.id, each]))
    uses = new Map((await listModelUses(store.db)).map(({ role, modelId }) => [role, modelId]))
  }

  /** Cheap: the manifest by its hash, files by their size. Every byte is compared when a model is loaded or verified. */
  async function lookAt(row: ModelRow): Promise<Brought> {
    const shelved = await shelf.read(row.id)
    const isKept = shelved?.sha256 === row.sha256 && !foundChanged.has(rowKey(row))
    return { row, shelved: isKept ? shelved : undefined }
  }

  function findIntact(id: string, sha256?: string) {
    const found = brought.get(id)
    return sha256 === undefined || found?.row.sha256 === sha256 ? found?.shelved : undefined
  }

  function markChanged(id: string): void {
    const found = brought.get(id)
    if (found?.shelved === undefined) return
    foundChanged.add(rowKey(found.row))
    brought.set(id, { row: found.row, shelved: undefined })
    // after the failed call has been told of
    setImmediate(changed)
  }

  const onFailureOf = (id: string) => (error: unknown) => {
    if (toWireError(error).code === 'model/changed') markChanged(id)
  }

  function findBroughtEmbedder(id: string, sha256?: string): Embedder | undefined {
    const shelved = findIntact(id, sha256)
    if (shelved?.manifest.kind !== 'embedder') return undefined
    const { manifest } = shelved
    return createEngineEmbedder({
      engine,
      spec: embedderSpec(manifest, shelf.folderOf(id)),
      about: { modelId: id, sha256: shelved.sha256, dimensions: manifest.encoder.dimensions, ...manifest.fusion },
      onFailure: onFailureOf(id),
    })
  }

  async function all(): Promise<Model[]> {
    await refresh()
    const isInUse = (kind: ModelRole, id: string) => uses.get(kind) === id
    const entries = catalog.entries.map((entry) =>
      showEntry(entry, brought.get(entry.id), isInUse(entry.kind, entry.id)),
    )
    const known = new Set(catalog.entries.map(({ id }) => id))
    const own = [...brought.values()].flatMap((each) => {
      const { id } = each.row
      const role = [...uses].find(([, used]) => used === id)?.[0]
      return known.has(id) ? [] : [showCustom(each, role)]
    })
    const falls = findIntact(uses.get('embedder') ?? '') === undefined
    const base = await builtIn().then(
      async (embedder) => [await showBuiltIn(embedder, falls)],
      () => [],
    )
    return [...base, ...entries, ...own].sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  async function getModel(id: string): Promise<Model> {
    const model = (await all()).find((each) => each.id === id)
    if (model === undefined) throw new AppError('model/unknown')
    return model
  }

  async function getBrought(id: string): Promise<Brought> {
    const found = brought.get(id)
    if (found !== undefined) return found
    throw new AppError((await all()).some((each) => each.id === id) ? 'model/absent' : 'model/unknown')
  }

  /** Reads all of it, also what was found changed before. */
  async function findWhole({ row }: Brought): Promise<Manifest | undefined> {
    const shelved = await shelf.read(row.id)
    if (shelved?.sha256 === row.sha256 && (await shelf.holds(shelved.manifest))) {
      foundChanged.delete(rowKey(row))
      brought.set(row.id, { row, shelved })
      return shelved.manifest
    }
    markChanged(row.id)
    return undefined
  }

  return {
    async list({
      filter,
      limit,
      cursor,
    }: {
      filter: { kind?: ModelRole | undefined }
      limit: number
      cursor?: string | undefined
    }) {
      const after = String(fromCursor(cursor)?.value ?? '')
      const shown = (await all()).filter(({ id, kind }) => id > after && (filter.kind ?? kind) === kind)
      const rows = shown.slice(0, limit + 1)
      return toPage(
        rows,
        limit,
        (model) => model,
        ({ id }) => ({ value: id, seq: 0 }),
      )
    },

    import: (path: string, id: string | undefined, signal: AbortSignal): Promise<Model> =>
      oneAtATime(async () => {
        const taken = await bringer.import(path, id, AbortSignal.any([signal, closing.signal]))
        await refresh()
        changed()
        return getModel(taken)
      }),

    async *download(input: Parameters<typeof bringer.download>[0], signal: AbortSignal) {
      yield* bringer.download(input, AbortSignal.any([signal, closing.signal]), oneAtATime)
      await refresh()
      changed()
    },

    async verify(id: string): Promise<{ isIntact: boolean; sha256: string | null }> {
      if (id === BUILT_IN) return verifyBuiltIn(await builtIn())
      const manifest = await findWhole(await getBrought(id))
      return { isIntact: manifest !== undefined, sha256: manifest === undefined ? null : hashOfFiles(manifest.files) }
    },

    remove: (id: string, fallBack: boolean): Promise<void> =>
      oneAtATime(async () => {
        if (id === BUILT_IN) throw new AppError('model/in-use')
        await getBrought(id)
        if (!fallBack && [...uses.values()].includes(id)) throw new AppError('model/in-use')
        await store.write(async (trx) => {
          await deleteModel(trx, id)
          await audit.append(trx, { action: 'model.remove', objectId: id })
        })
        await shelf.remove(id)
        await refresh()
        changed()
      }),

    use: (role: ModelRole, id: string | null): Promise<void> =>
      oneAtATime(async () => {
        const chosen = id === BUILT_IN && role === 'embedder' ? null : id
        if (chosen !== null) {
          const manifest = await findWhole(await getBrought(chosen))
          if (manifest === undefined) throw new AppError('model/changed')
          if (manifest.kind !== role) throw new AppError('model/wrong-kind')
        }
        await store.write(async (trx) => {
          if (chosen === null) await deleteModelUse(trx, role)
          else await putModelUse(trx, { role, modelId: chosen, ...(await nextStamp(trx)) })
          await audit.append(trx, { action: 'model.use', objectId: chosen ?? role })
        })
        await refresh()
        changed()
      }),

    /** The chosen one while its files are what was brought, else the one built in. */
    async embedder(): Promise<Embedder> {
      const id = uses.get('embedder')
      return (id === undefined ? undefined : findBroughtEmbedder(id)) ?? builtIn()
    },

    /** Another one by what its vectors are stored under; undefined when it is no longer here. */
    async findEmbedder(modelId: string, sha256: string): Promise<Embedder | undefined> {
      if (modelId !== BUILT_IN) return findBroughtEmbedder(modelId, sha256)
      const embedder = await builtIn()
      return embedder.sha256 === sha256 ? embedder : undefined
    },

    /** Undefined when none was chosen, or its files changed. */
    reranker(): Reranker | undefined {
      const id = uses.get('reranker')
      const shelved = id === undefined ? undefined : findIntact(id)
      if (id === undefined || shelved?.manifest.kind !== 'reranker') return undefined
      const { manifest, sha256 } = shelved
      const spec = encoderSpec(manifest, shelf.folderOf(id))
      return createEngineReranker({ engine, spec, about: { modelId: id, sha256 }, onFailure: onFailureOf(id) })
    },

    /** A chosen language model: its file and hash, for the engine that loads it. */
    writer(): ChosenWriter | undefined {
      const id = uses.get('writer')
      const [file] = (id === undefined ? undefined : findIntact(id))?.manifest.files ?? []
      if (id === undefined || file === undefined) return undefined
      const path = join(shelf.folderOf(id), file.name)
      return { model: { modelId: id, path, sha256: file.sha256 }, onFailure: onFailureOf(id) }
    },

    /** What is on this disk, for the health report. */
    async report(): Promise<{ name: string; sha256: string; isIntact: boolean; isInUse: boolean }[]> {
      const present = (await all()).filter(({ state }) => state !== 'absent')
      return present.map(({ id, sha256, state, isInUse }) => ({
        ...{ name: id, sha256: sha256 ?? brought.get(id)?.row.sha256 ?? '', isIntact: state !== 'changed', isInUse },
      }))
    },

    /** The engine's memory cap: its base, the largest models that it may hold at once, and one that is being tried. */
    engineBytes(): number {
      const encoders = [...brought.values()].filter(({ shelved }) => shelved?.manifest.kind !== 'writer')
      const needs = encoders.map(({ shelved }) => shelved?.memoryBytes ?? 0)
      const largest = needs.sort((one, other) => other - one).slice(0, LOADED)
      return ENGINE_BASE_BYTES + largest.reduce((sum, bytes) => sum + bytes, 0) + tryingBytes
    },

    /** The same of the engine that writes, which holds one model at a time. */
    writerEngineBytes(): number {
      const writers = [...brought.values()].filter(({ shelved }) => shelved?.manifest.kind === 'writer')
      const needs = writers.map(({ row, shelved }) => shelved?.memoryBytes || row.sizeBytes * WRITER_ROOM)
      return WRITER_BASE_BYTES + Math.max(0, ...needs) + tryingBytes
    },

    /** Ends what is under way. */
    close: async (): Promise<void> => {
      closing.abort(new AppError('app/closing'))
      await oneAtATime(async () => {})
    },
  }
}

const rowKey = ({ id, logicalTime }: ModelRow): string => `${id} ${logicalTime}`
