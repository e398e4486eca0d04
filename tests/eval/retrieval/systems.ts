/**
 * The three systems that are compared: bare BM25 over the program's own chunks and index, without any of its tables and
 * rules; its vectors; and both as a search uses them. Put together as session.ts does it, over a store that no session has
 * open; chunks without a vector get one first.
 */
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { Settings } from '#contract/settings.ts'
import { type BuiltIn, openBuiltIn } from '../../../src-main/embed/built-in.ts'
import { createEngines } from '../../../src-main/engines/pool.ts'
import { forkEngine } from '../../../src-main/engines/spawn.ts'
import { createEmbedding } from '../../../src-main/ingest/embedding.ts'
import { silentLog } from '../../../src-main/lib/log.ts'
import { createDictionary } from '../../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../../src-main/retrieve/dictionary-rows.ts'
import { matchExpression } from '../../../src-main/retrieve/match-expression.ts'
import { analyseQuery } from '../../../src-main/retrieve/query.ts'
import { createRetriever } from '../../../src-main/retrieve/retrieve.ts'
import { createMeaning } from '../../../src-main/retrieve/search-meaning.ts'
import { findChunks, matchChunks } from '../../../src-main/store/chunks.ts'
import { findPerson } from '../../../src-main/store/people.ts'
import type { Store } from '../../../src-main/store/store.ts'
import { ASKED_AT } from './evaluation-set.ts'
import type { RankingSystem, SystemName } from './ranking-system.ts'

export type Systems = Readonly<Record<SystemName, RankingSystem>>

/** The systems work as long as the store is open. */
export async function openSystems(store: Store): Promise<{ of(personId: PersonId): Systems }> {
  const engines = createEngines({ spawn: forkEngine, limits: () => limits, log: silentLog })
  try {
    const model = await openBuiltIn(engines.embed.embed)
    const embedderId = await embedAll(store, model)
    const meaning = createMeaning({
      embedder: model,
      findNearest: (query) => store.vectors.nearest({ embedderId, ...query }),
      compare: model.compare,
    })
    const retriever = createRetriever({
      db: store.db,
      dictionary: createDictionary(readDictionaryRows()),
      meaning: async () => meaning,
      today: () => new Date(ASKED_AT),
    })
    const { signal } = new AbortController()
    return {
      of(personId) {
        const system =
          (systems: 'meaning' | 'both'): RankingSystem =>
          (text, limit) =>
            retriever.rank({ personId, text, limit, systems }, signal)
        return { bm25: bareBm25(store, personId), vectors: system('meaning'), hybrid: system('both') }
      },
    }
  } finally {
    await engines.close()
  }
}

/** Every word of the query but stop words, any of which may match, ranked by FTS5's own bm25 (k1 1.2, b .75). */
function bareBm25(store: Store, personId: PersonId): RankingSystem {
  const noTables = createDictionary([])
  return async (text, limit) => {
    const person = await findPerson(store.db, personId)
    if (person === undefined) throw new Error('nobody to search for')
    const { terms } = analyseQuery(text, noTables)
    const words = terms.filter(({ kind }) => kind !== 'stop')
    const query = { terms: words.length > 0 ? words : terms, phrases: [], raw: text }
    const match = matchExpression(query, { mode: 'any', scope: `p${person.seq}x`, terms: query.terms })
    if (match === undefined) return []
    const found = await matchChunks(store.db, { match, order: 'rank', personSeq: person.seq, limit })
    const chunks = await findChunks(
      store.db,
      person.seq,
      found.map(({ chunkId }) => chunkId),
    )
    const documents = new Map(chunks.map(({ chunkId, documentId }) => [chunkId, documentId]))
    return found.map(({ chunkId }) => ({ chunkId, documentId: documents.get(chunkId) as DocumentId }))
  }
}

const { engineMemoryMegabytes, readingDeadlineSeconds } = Settings.parse({})
const limits = { maxBytes: engineMemoryMegabytes * 2 ** 20, silenceMs: readingDeadlineSeconds * 1000 }

/** Lets the program's own loop make every vector that is missing; answers under which number they are kept. */
async function embedAll(store: Store, model: BuiltIn): Promise<number> {
  let moved = Promise.withResolvers<void>()
  const embedding = createEmbedding({
    store,
    chosen: async () => model,
    find: async () => undefined,
    onMoved: () => moved.resolve(),
    log: silentLog,
  })
  try {
    embedding.start()
    for (;;) {
      const next = moved.promise
      const serving = await embedding.serving()
      if (serving !== undefined && (await embedding.waiting()) === 0) return serving.embedderId
      const code = embedding.stopped()
      if (code !== undefined) throw new Error(`the chunks could not be embedded: ${code}`)
      await next
      moved = Promise.withResolvers<void>()
    }
  } finally {
    await embedding.close()
  }
}
