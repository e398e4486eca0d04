/**
 * Everything that exists only while the vault is unlocked. Locking disposes it; there is then no object left through
 * which to read a record. Owns the keys it was opened with and zeroes them.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Action } from '#contract/actions.ts'
import type { AppEvent, Topic } from '#contract/events.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Notice } from '#contract/vault.ts'
import { type Answerer, createAnswerer } from './answer/answerer.ts'
import { createModelWriter, type ModelWriter } from './answer/model-writer.ts'
import { openBuiltIn } from './embed/built-in.ts'
import type { EngineName } from './engines/host.ts'
import { createEngines, type Engines } from './engines/pool.ts'
import type { SpawnEngine } from './engines/spawn.ts'
import { createFacts, type Facts } from './facts/facts.ts'
import { setProposals } from './facts/set-proposals.ts'
import { createEmbedding, type Embedding } from './ingest/embedding.ts'
import { engineExtractor } from './ingest/engine-extractor.ts'
import { createExtraction, type Extraction, type Extractor } from './ingest/extraction.ts'
import { createImporter, type Importer } from './ingest/importer.ts'
import { createLanguagePacks, type LanguagePacks } from './ingest/languages/packs.ts'
import { createPieces, type Pieces } from './ingest/pieces.ts'
import { createPipeline } from './ingest/pipeline.ts'
import { createRecognition } from './ingest/recognition.ts'
import { isDoubtfulWhose } from './ingest/whose-paper.ts'
import { createRunner, type Runner } from './jobs/runner.ts'
import type { Clock } from './lib/clock.ts'
import type { Log } from './lib/log.ts'
import { createMutex } from './lib/mutex.ts'
import { type Catalog, readCatalog } from './models/catalog.ts'
import { type Models, openModels } from './models/models.ts'
import { createEgress, type Transport } from './net/egress.ts'
import { createAnswerPerson } from './record/answer-person.ts'
import { type Conversations, createConversations } from './record/conversations.ts'
import { createDocuments, type Documents } from './record/documents.ts'
import { createNoteDrafts, type NoteDrafts } from './record/note-drafts.ts'
import { createNotes, type Notes } from './record/notes.ts'
import { createPages, type Pages } from './record/pages.ts'
import { createParts, type Parts } from './record/parts.ts'
import { createPeople, type People } from './record/people.ts'
import { createSample } from './record/sample.ts'
import { openSettings, type SettingsService } from './record/settings.ts'
import { createVerify } from './record/verify.ts'
import type { Dictionary } from './retrieve/dictionary.ts'
import { createRetriever, type Retriever } from './retrieve/retrieve.ts'
import { createMeaning, type Meaning } from './retrieve/search-meaning.ts'
import { createReviews, type Reviews } from './reviews/reviews.ts'
import { createAudit, findAuditHead } from './store/audit.ts'
import { migrate } from './store/migrate.ts'
import type { Store } from './store/store.ts'
import { writeAnchor } from './vault/anchor.ts'
import { type Backups, createBackups } from './vault/backup.ts'
import { type Blobs, createBlobs } from './vault/blobs.ts'
import { removeDeviceSlot, writeDeviceSlot } from './vault/device-slot.ts'
import { deriveKey, deriveSubKeys, type KdfParams, type SubKeys } from './vault/keys.ts'
import { changePassphrase, headerHolds, type OpenedHeader } from './vault/open-header.ts'
import { checkAnchor, openVaultStore, recordOpening, removeOrphans } from './vault/open-vault-store.ts'
import type { SecretStore } from './vault/secret-store.ts'
import type { Opening } from './vault/vault.ts'

export interface Session extends AsyncDisposable {
  readonly store: Store
  readonly blobs: Blobs
  readonly engines: Engines
  readonly runner: Runner
  readonly embedding: Embedding
  readonly extraction: Extraction
  readonly people: People
  readonly addSample: ReturnType<typeof createSample>
  readonly documents: Documents
  readonly pages: Pages
  readonly conversations: Conversations
  readonly reviews: Reviews
  readonly notes: Notes
  readonly noteDrafts: NoteDrafts
  readonly facts: Facts
  readonly answerPerson: ReturnType<typeof createAnswerPerson>
  readonly parts: Parts
  readonly languages: LanguagePacks
  readonly models: Models
  readonly importer: Importer
  readonly pieces: Pieces
  readonly retriever: Retriever
  readonly answerer: Answerer
  readonly settings: SettingsService
  readonly backups: Backups
  readonly header: OpenedHeader['header']
  readonly schema: number
  readonly notices: readonly Notice[]
  readonly verify: ReturnType<typeof createVerify>
  changePassphrase(passphrase: string, newPassphrase: string): Promise<void>
  enableDeviceUnlock(passphrase: string): Promise<void>
  disableDeviceUnlock(): Promise<void>
}

export interface SessionDeps {
  readonly dir: string
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Log
  readonly spawnEngine: SpawnEngine
  readonly keychain: SecretStore
  readonly emit: (event: AppEvent) => void
  /** The word tables, the same for every session. */
  readonly dictionary: () => Dictionary
  readonly kdf?: KdfParams
  /** Instead of models/catalog.json. */
  readonly catalog?: Catalog
  /** Instead of HTTPS. */
  readonly transport?: Transport
  /** Instead of the text engine's. */
  readonly extractor?: Extractor
  /** Instead of the chosen language model. */
  readonly writer?: () => ModelWriter | undefined
}

export async function openSession(deps: SessionDeps, opened: OpenedHeader, opening: Opening): Promise<Session> {
  const { dir, clock, newId, log, emit } = deps
  const startedAt = clock.monotonicMs()
  const { header, masterKey, userId } = opened
  const keys = deriveSubKeys(masterKey)
  const bootId = randomUUID()
  const audit = createAudit({ key: keys.auditKey, bootId, actor: userId, now: clock.now })
  const changed = (...topics: Topic[]) => emit({ kind: 'changed', topics })
  const undo: (() => Promise<void> | void)[] = [() => zero(keys, masterKey)]

  try {
    // what follows is loaded while the store's threads are
    const openingStore = openVaultStore(dir, keys, header.cipher, opening)
    const blobs = createBlobs({ dir: join(dir, 'blobs'), blobKey: keys.blobKey })
    undo.push(() => blobs.close())
    const dictionary = deps.dictionary()
    const store = await openingStore
    undo.push(() => store.close())
    const schema = await migrate(store, (version) => join(dir, `before-schema-${version + 1}-${randomUUID()}.db`))
    const notices: Notice[] = await checkAnchor(dir, keys, store)
    await recordOpening({ store, audit, clock, newId, userId }, opening)

    await removeOrphans(store, blobs, log)

    const settings = await openSettings(store, audit, () => changed('settings'))
    if (settings.wasReset) notices.push('setting/reset')
    if (opened.healedFromBackup) notices.push('vault/header-restored')

    const limits = (name: EngineName) => {
      if (name === 'llama') return { maxBytes: models.writerEngineBytes(), silenceMs: WRITING_SILENCE_MS }
      if (name === 'embed') return { maxBytes: models.engineBytes(), silenceMs: EMBEDDING_SILENCE_MS }
      const { engineMemoryMegabytes, readingDeadlineSeconds, recognizingDeadlineSeconds } = settings.current()
      const silenceSeconds = name === 'ocr' ? recognizingDeadlineSeconds : readingDeadlineSeconds
      return { maxBytes: engineMemoryMegabytes * 2 ** 20, silenceMs: silenceSeconds * 1000 }
    }
    const engines = createEngines({ spawn: deps.spawnEngine, limits, log })
    undo.push(() => engines.close())
    const openModel = once(() => openBuiltIn(engines.embed.embed))
    const models = await openModels({
      ...{
        store,
        audit,
        clock,
        dir: join(dir, 'models'),
        engine: engines.embed,
        writerEngine: engines.llama,
        builtIn: openModel,
      },
      catalog: deps.catalog ?? readCatalog(),
      egress: createEgress(deps.transport && { transport: deps.transport }),
      changed: () => {
        changed('models')
        embedding.wake()
      },
    })
    const embedding = createEmbedding({
      ...{ store, log, chosen: models.embedder, find: models.findEmbedder },
      onMoved: () => runner.moved(),
    })
    const extraction = createExtraction({
      ...{ store, emit, log, setProposals, isDoubtful: isDoubtfulWhose },
      extractor: deps.extractor ?? engineExtractor(engines),
      onMoved: () => runner.moved(),
    })
    const emitAndExtract = (event: AppEvent) => {
      emit(event)
      // a job has ended, and with it all that was to be read of some document
      if (event.kind === 'changed' && event.topics.includes('jobs')) extraction.wake()
    }
    const reading = {
      ...{ store, engines, readOriginal: blobs.read },
      emit: (event: AppEvent) => {
        emit(event)
        // pages were committed that can be searched, and have no vectors yet
        if (event.kind === 'job' && event.step !== 'read') embedding.wake()
      },
    }
    const work = {
      read: createPipeline({ ...reading, newId, onPagesToSee: () => runner.wake() }),
      recognize: createRecognition({ ...reading, languages: () => languages.installed() }),
    }
    const runner: Runner = createRunner({
      ...{ store, work, behind: [embedding, extraction], clock, bootId, emit: emitAndExtract, log },
    })
    const onQueued = () => {
      runner.wake()
      changed('documents', 'jobs')
    }
    const maxBytes = () => settings.current().maxFileMegabytes * 2 ** 20
    const onePassphraseAtATime = createMutex()
    const meaning = async (): Promise<Meaning | undefined> => {
      const serving = await embedding.serving()
      if (serving === undefined) return undefined
      const { embedder, embedderId } = serving
      return createMeaning({
        embedder,
        findNearest: (query) => store.vectors.nearest({ embedderId, ...query }),
        compare: (await openModel()).compare,
      })
    }
    const retriever = createRetriever({
      ...{ db: store.db, dictionary, meaning },
      reranker: () => models.reranker()?.score,
      today: () => new Date(clock.now()),
    })
    const documents = createDocuments({
      store,
      audit,
      blobs,
      runner,
      newId,
      changed: () => changed('documents', 'facts', 'jobs'),
    })
    const facts = createFacts({
      ...{ store, audit, clock, newId, userId, runner },
      extract: extraction.wakeAll,
      changed: () => changed('facts'),
    })
    const deleteDocument = async (id: DocumentId, action?: Action) => {
      await documents.delete(id, action)
      pages.forget(id)
    }
    const people = createPeople({ store, audit, clock, newId, deleteDocument, changed: () => changed('people') })
    const importer = createImporter({ store, audit, blobs, clock, newId, maxBytes, onQueued })
    const pages = createPages({ store, audit, clock, engines, readOriginal: blobs.read })
    undo.push(() => pages.forget())
    const conversations = createConversations({ store, audit, clock, newId, changed: () => changed('conversations') })
    const languages = createLanguagePacks({
      ...{ store, audit, clock, dir: join(dir, 'languages') },
      tryLoad: (packs, code) => settled(engines.ocr.tryLanguage({ code, dir: packs }, {})),
      requeue: documents.lookAgain,
      changed: () => changed('languages'),
    })
    const backupKey = deriveKey(masterKey, 'backup')
    undo.push(() => void backupKey.fill(0))
    const backups = createBackups({
      ...{ dir, store, audit, blobs, clock, newId, vaultId: header.vaultId, cipher: header.cipher },
      keys: { ...keys, backupKey },
      keep: () => settings.current().backupsKept,
      changed: () => changed('backups'),
    })
    runner.start()
    log('vault.unlocked', { ms: Math.round(clock.monotonicMs() - startedAt) })

    return {
      store,
      blobs,
      engines,
      runner,
      embedding,
      extraction,
      settings,
      backups,
      header,
      schema,
      notices,
      retriever,
      people,
      addSample: createSample({ store, audit, people, importer }),
      documents: { ...documents, delete: deleteDocument },
      pages,
      conversations,
      reviews: createReviews({ store, audit, clock, newId, facts, changed: () => changed('reviews') }),
      notes: createNotes({
        ...{ store, audit, blobs, clock, newId, userId, deleteDocument },
        changed: () => {
          embedding.wake()
          changed('notes', 'documents', 'conversations')
        },
      }),
      noteDrafts: createNoteDrafts({ store, audit, clock }),
      facts,
      answerPerson: createAnswerPerson({
        ...{ store, audit },
        answered: () => {
          extraction.wake()
          embedding.wake()
          changed('documents', 'people', 'facts', 'conversations')
        },
      }),
      models,
      languages: {
        ...languages,
        // a pack would be blamed for a page on which the engine is stuck; and what is under way goes on with the pack
        install: (path) => runner.holdLooking(() => languages.install(path)),
      },
      parts: createParts({
        ...{ store, audit, get: documents.get },
        changed: () => {
          extraction.wake()
          changed('documents', 'facts')
        },
      }),
      importer,
      pieces: createPieces(),
      answerer: createAnswerer({
        ...{ store, conversations, retriever, clock },
        ...{ medicines: facts.medicineLines, convert: facts.convert },
        writer:
          deps.writer ??
          (() => {
            const chosen = models.writer()
            return chosen && createModelWriter({ engine: engines.llama, ...chosen })
          }),
      }),
      verify: createVerify({ store, audit, blobs, headerHolds: () => headerHolds(dir, keys.headerKey) }),
      // two at once would write the same temporary file; locking waits for the one under way
      changePassphrase: (passphrase, newPassphrase) =>
        onePassphraseAtATime(async () => {
          await changePassphrase(dir, { passphrase, newPassphrase, ...(deps.kdf && { kdf: deps.kdf }) })
          await store.write((trx) => audit.append(trx, { action: 'vault.passphrase' }))
        }),
      enableDeviceUnlock: (passphrase) =>
        onePassphraseAtATime(async () => {
          await writeDeviceSlot(dir, passphrase, deps.keychain)
          await store.write((trx) => audit.append(trx, { action: 'vault.device-on' }))
        }),
      disableDeviceUnlock: () =>
        onePassphraseAtATime(async () => {
          await removeDeviceSlot(dir, deps.keychain)
          await store.write((trx) => audit.append(trx, { action: 'vault.device-off' }))
        }),
      async [Symbol.asyncDispose]() {
        try {
          await backups.close()
          const closing = runner.close()
          await Promise.all([models.close(), engines.close()])
          await closing
          await onePassphraseAtATime(async () => {})
          const { seq, mac } = await findAuditHead(store.db)
          await writeAnchor(dir, keys.headerKey, { auditSeq: seq, auditHead: Buffer.from(mac).toString('hex') })
        } finally {
          await undoAll(undo)
          emit({ kind: 'locked' })
        }
      },
    }
  } catch (error) {
    await undoAll(undo).catch(() => {}) // what went wrong first is what is told
    throw error
  }
}

/** A large model loads from a slow disk in this time. */
const WRITING_SILENCE_MS = 120_000

/** A model may take this long to load, or to get through one batch. */
const EMBEDDING_SILENCE_MS = 60_000

/** Opened when first needed, and anew when opening it failed. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}

/** For an engine's function of which only the end matters. */
async function settled(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}

/** Last opened, first closed; a step that fails keeps none of the others from running, least of all zeroing the keys. */
async function undoAll(undo: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of undo.toReversed())
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
}

function zero(keys: SubKeys, masterKey: Buffer): void {
  for (const key of [masterKey, keys.databaseKey, keys.blobKey, keys.auditKey, keys.headerKey]) key.fill(0)
}
