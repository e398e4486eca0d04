/**
 * Queries about the vectors of chunks and the embedders that made them. Vectors are made in the order of their chunks' ids,
 * which is how what is missing is found: a new chunk's id is larger than all there are. Searching is vector-search.ts's.
 */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { AppError } from '#contract/errors.ts'
import { wholeOf } from './parts.ts'
import type { ChunkVectorTable, EmbedderTable, Tables } from './tables.ts'
import { isDimensions } from './vector-index.ts'

export type EmbedderRow = Selectable<EmbedderTable>

/** `input/invalid` for dimensions that cannot be searched: anything but a multiple of 8 up to 1,024. Answers the id, an old one for what is known. */
export async function putEmbedder(
  trx: Transaction<Tables>,
  { modelId, sha256, dimensions }: Omit<EmbedderRow, 'id'>,
): Promise<number> {
  if (!isDimensions(dimensions)) throw new AppError('input/invalid', { dimensions })
  const known = await findEmbedder(trx, { modelId, sha256 })
  if (known !== undefined) return known.id
  const { id } = await trx
    .insertInto('embedder')
    .values({ modelId, sha256, dimensions })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const findEmbedder = (
  db: Kysely<Tables>,
  { modelId, sha256 }: Pick<EmbedderRow, 'modelId' | 'sha256'>,
): Promise<EmbedderRow | undefined> =>
  db.selectFrom('embedder').selectAll().where('modelId', '=', modelId).where('sha256', '=', sha256).executeTakeFirst()

/** In the order in which they came. */
export const listEmbedders = (db: Kysely<Tables>): Promise<EmbedderRow[]> =>
  db.selectFrom('embedder').selectAll().orderBy('id').execute()

export interface ChunkToEmbed {
  readonly chunkId: number
  readonly personSeq: number
  /** Of the whole document. */
  readonly title: string
  readonly text: string
}

/** The next chunks without a vector of this embedder, in the order in which they are to get it. */
export async function chunksToEmbed(db: Kysely<Tables>, embedderId: number, limit: number): Promise<ChunkToEmbed[]> {
  const { rows } = await sql<ChunkToEmbed>`
    SELECT chunk.id AS chunkId, chunk.personSeq, ${wholeOf.title} AS title, chunk.text
    FROM (SELECT id FROM chunk WHERE id > ${lastEmbedded(embedderId)} ORDER BY id LIMIT ${limit}) AS next
    CROSS JOIN chunk ON chunk.id = next.id CROSS JOIN document ON document.id = chunk.documentId
    ORDER BY chunk.id`.execute(db)
  return rows
}

export async function countToEmbed(db: Kysely<Tables>, embedderId: number): Promise<number> {
  // counted in an index, where the chunks' texts need not be read past
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM chunk INDEXED BY chunkByPerson WHERE id > ${lastEmbedded(embedderId)}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function countVectorsOfSample(db: Kysely<Tables>, embedderId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM chunkVector
    WHERE embedderId = ${embedderId} AND personSeq IN (SELECT seq FROM person WHERE isSample = 1)`.execute(db)
  return rows[0]?.count ?? 0
}

/** Person by person, since that is how the index lies. */
const lastEmbedded = (embedderId: number) => sql<number>`(
  SELECT coalesce(max(last), 0) FROM (
    SELECT (SELECT max(chunkId) FROM chunkVector WHERE embedderId = ${embedderId} AND personSeq = person.seq) AS last
    FROM person))`

export interface NewVector {
  readonly chunkId: number
  readonly personSeq: number
  /** What the vector was made of. */
  readonly text: string
  readonly embedderId: number
  /** Of the embedder's dimensions, or empty. One of zeros is kept as empty. */
  readonly vector: Int8Array
}

const BATCH = 500

/**
 * All of one embedder, in the order of chunksToEmbed. Answers how many were put in. While they were made, chunks may have
 * gone, and others, even another person's, may have come under their ids: a vector is put in only where its very chunk
 * still stands, and nothing after the first place where another one does, so that none is passed over.
 */
export async function insertVectors(trx: Transaction<Tables>, vectors: readonly NewVector[]): Promise<number> {
  const standing = await stillStanding(trx, vectors)
  await requireDimensions(trx, standing)
  for (let at = 0; at < standing.length; at += BATCH)
    await trx
      .insertInto('chunkVector')
      .values(standing.slice(at, at + BATCH).map(asRow))
      .execute()
  return standing.length
}

async function stillStanding(trx: Transaction<Tables>, vectors: readonly NewVector[]): Promise<NewVector[]> {
  const [first, last] = [vectors[0], vectors.at(-1)]
  if (first === undefined || last === undefined) return []
  const chunks = await trx
    .selectFrom('chunk')
    .select(['id', 'personSeq', 'text'])
    .where('id', '>=', first.chunkId)
    .where('id', '<=', last.chunkId)
    .orderBy('id')
    .execute()
  const vectorsByChunk = new Map(vectors.map((vector) => [vector.chunkId, vector]))
  const standing: NewVector[] = []
  for (const { id, personSeq, text } of chunks) {
    const vector = vectorsByChunk.get(id)
    if (vector === undefined || vector.personSeq !== personSeq || vector.text !== text) break
    standing.push(vector)
  }
  return standing
}

/** Others would lie in the store and never be found. */
async function requireDimensions(trx: Transaction<Tables>, vectors: readonly NewVector[]): Promise<void> {
  const embedders = await listEmbedders(trx)
  const dimensionsById = new Map(embedders.map(({ id, dimensions }) => [id, dimensions]))
  for (const { embedderId, vector } of vectors)
    if (vector.length > 0 && vector.length !== dimensionsById.get(embedderId))
      throw new AppError('input/invalid', { embedderId, dimensions: vector.length })
}

const asRow = ({ chunkId, embedderId, personSeq, vector }: NewVector): Omit<ChunkVectorTable, 'seq'> => ({
  chunkId,
  embedderId,
  personSeq,
  vector: vector.some((value) => value !== 0) ? asBytes(vector) : new Uint8Array(),
})

/** Drops an embedder's vectors, this many at once; answers how many went. The embedder stays known. */
export async function deleteVectorsOf(trx: Transaction<Tables>, embedderId: number, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM chunkVector WHERE seq IN (
      SELECT seq FROM chunkVector INDEXED BY chunkVectorByPerson WHERE embedderId = ${embedderId} LIMIT ${limit})`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0)
}

/** Those that have one; a chunk whose vector is empty is not among them. */
export async function vectorsOfChunks(
  db: Kysely<Tables>,
  embedderId: number,
  chunkIds: readonly number[],
): Promise<Map<number, Int8Array>> {
  const { rows } = await sql<{ chunkId: number; vector: Uint8Array }>`
    SELECT chunkId, vector FROM chunkVector
    WHERE chunkId IN (SELECT value FROM json_each(${JSON.stringify(chunkIds)})) AND embedderId = ${embedderId}
      AND length(vector) > 0`.execute(db)
  return new Map(rows.map(({ chunkId, vector }) => [chunkId, asDirections(vector)]))
}

const asBytes = ({ buffer, byteOffset, byteLength }: Int8Array) => new Uint8Array(buffer, byteOffset, byteLength)

const asDirections = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Int8Array(buffer, byteOffset, byteLength)
