/** People, chunks and vectors for tests of the search by meaning, put into a store by the program's own queries where it has them. */
import { sql } from 'kysely'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { quantize } from '../../src-main/embed/embedder.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import type { Store } from '../../src-main/store/store.ts'
import { insertVectors, putEmbedder } from '../../src-main/store/vectors.ts'
import type { Random } from '../../tools/make-papers/random.ts'

/** Answers the people's numbers. */
export const addPeople = (store: Store, count: number): Promise<number[]> =>
  store.write(async (trx) => {
    const seqs: number[] = []
    for (let index = 0; index < count; index += 1) {
      const id = `person-${index}` as PersonId
      const { seq } = await insertPerson(trx, {
        id,
        name: `Person ${index}`,
        bornOn: null,
        addedAt: '2024-01-01T00:00:00Z',
        origin: 'test',
        logicalTime: 1,
      })
      seqs.push(seq)
    }
    return seqs
  })

export const addEmbedder = (store: Store, dimensions: number, modelId = 'test-model'): Promise<number> =>
  store.write((trx) => putEmbedder(trx, { modelId, sha256: `of ${modelId}`, dimensions }))

export interface AddedChunk {
  readonly chunkId: number
  readonly personSeq: number
  readonly text: string
}

/** A document of one page with this many chunks, each with a text of its own. */
export const addChunks = (store: Store, personSeq: number, documentId: string, count: number): Promise<AddedChunk[]> =>
  store.write(async (trx) => {
    await sql`INSERT INTO document (id, personId, sha256, blobId, fileName, title, format, sizeBytes, state, importedAt, origin, logicalTime)
      SELECT ${documentId}, id, ${documentId}, ${documentId}, 'a.txt', 'Title of ' || ${documentId}, 'text', 1, 'indexed',
        '2024-01-01T00:00:00Z', 'test', 1 FROM person WHERE seq = ${personSeq}`.execute(trx)
    await sql`INSERT INTO page (documentId, number, text, words, wordCount, method, needsOcr, chunkSpans, readerVersion)
      VALUES (${documentId}, 1, '', x'', 0, 'text', 0, '[]', 1)`.execute(trx)
    await sql`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
      INSERT INTO chunk (documentId, pageId, personSeq, startOffset, endOffset, text)
      SELECT ${documentId}, (SELECT id FROM page WHERE documentId = ${documentId}), ${personSeq}, n, n + 1,
        ${documentId} || ' ' || n FROM numbers`.execute(trx)
    const chunks = await trx
      .selectFrom('chunk')
      .select(['id as chunkId', 'personSeq', 'text'])
      .where('documentId', '=', documentId as DocumentId)
      .orderBy('id')
      .execute()
    return chunks
  })

export const removeDocument = (store: Store, documentId: string) =>
  store.write((trx) =>
    trx
      .deleteFrom('document')
      .where('id', '=', documentId as DocumentId)
      .execute(),
  )

export const addVectors = (
  store: Store,
  embedderId: number,
  chunks: readonly AddedChunk[],
  next: () => Int8Array,
): Promise<number> =>
  store.write((trx) =>
    insertVectors(
      trx,
      chunks.map((chunk) => ({ ...chunk, embedderId, vector: next() })),
    ),
  )

/** From -1 to 1, roughly bell-shaped. */
const around0 = ({ between }: Random) => (between(-500, 500) + between(-500, 500) + between(-500, 500)) / 1500

/**
 * Vectors as texts have them: a common direction, topics in a few latent dimensions of falling weight, and what sets one
 * text of a topic apart from another.
 */
export function createDirections(random: Random, dimensions: number, topics = 60): () => Int8Array {
  const latent = Math.min(32, dimensions)
  const floats = (length: number) => Float32Array.from({ length }, () => around0(random))
  const basis = Array.from({ length: latent }, (_, nth) => floats(dimensions).map((x) => x / Math.sqrt(1 + nth / 4)))
  const common = floats(dimensions).map((x) => 2 * x)
  const centres = Array.from({ length: topics }, () => floats(latent))
  return () => {
    const centre = random.pick(centres)
    const vector = common.map((x) => x + 0.1 * around0(random))
    for (const [nth, direction] of basis.entries()) {
      const weight = (centre[nth] ?? 0) + 0.7 * around0(random)
      for (let at = 0; at < dimensions; at += 1) vector[at] = (vector[at] ?? 0) + weight * (direction[at] ?? 0)
    }
    return quantize(vector)
  }
}

/** The same cosines in the same order; where cosines are equal, ids may stand in another. */
export function sameUpToTies(a: Found, b: Found): boolean {
  if (a.chunkIds.length !== b.chunkIds.length) return false
  const isClose = (x: number | undefined, y: number | undefined) => Math.abs((x ?? 2) - (y ?? -2)) < 1e-5
  if (!a.similarities.every((similarity, at) => isClose(similarity, b.similarities[at]))) return false
  const last = a.similarities.at(-1)
  return a.chunkIds.every((id, at) => b.chunkIds.includes(id) || isClose(a.similarities[at], last))
}

interface Found {
  readonly chunkIds: readonly number[]
  readonly similarities: readonly number[]
}
