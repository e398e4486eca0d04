/**
 * Nearest vectors of one person and one embedder, over one read-only connection. Up to `residentFrom` vectors the search is
 * a statement with sqlite-vec's distance; beyond, an index in memory, built and kept in step in slices between the queries.
 * While an index is not in step, the statement answers: both give the same, so who asks need not know which it was.
 * Reads no row of another person.
 */
import { AppError } from '#contract/errors.ts'
import type { Statements } from './statements.ts'
import { createVectorIndex, isDimensions, type Nearest } from './vector-index.ts'
import type { StartKernel } from './vector-kernel.ts'
import { createResident, type Resident } from './vector-resident.ts'

export interface NearestQuery {
  readonly embedderId: number
  readonly personSeq: number
  /** Of the embedder's dimensions; other lengths, unknown embedders and limits below 1 are `input/invalid`. */
  readonly vector: Int8Array
  readonly limit: number
}

export type VectorMethod = 'sqlite-vec' | 'resident'
export type NearestBy = Nearest & { readonly by: VectorMethod }

export interface VectorStatus {
  readonly embedderId: number
  /** Chunks that have one, empty ones included. */
  readonly vectors: number
  /** `resident` as soon as somebody's index is ready. */
  readonly by: VectorMethod
  readonly residentBytes: number
}

export interface VectorSearchDeps {
  readonly statements: Statements
  readonly startKernel: StartKernel
  /** Without the extension everybody is answered from an index, built when first asked for. */
  readonly hasExtension: boolean
  readonly residentFrom?: number
}

const RESIDENT_FROM = 20_000
/** About 1.3 million vectors of 512 dimensions; whoever does not fit in is answered by the statement. */
const MAX_RESIDENT_BYTES = 768 * 2 ** 20

export function createVectorSearch({
  statements,
  startKernel,
  hasExtension,
  residentFrom = hasExtension ? RESIDENT_FROM : 0,
}: VectorSearchDeps) {
  const all = <Row>(text: string, ...parameters: unknown[]) => statements.run(text, parameters).rows as Row[]
  const residents = new Map<string, Resident>()
  const isLarge = new Map<string, boolean>()
  let seenVersion: number | undefined
  /** Whose size is looked at next; undefined: everybody's is known at this version. */
  let surveyAfter: Whose | undefined

  function inSnapshot<R>(work: (version: number) => R): R {
    statements.run('BEGIN', [])
    try {
      // the first read: from here on the snapshot stands still
      const version = all<{ data_version: number }>('PRAGMA data_version')[0]?.data_version ?? 0
      if (version !== seenVersion) {
        seenVersion = version
        isLarge.clear()
        surveyAfter = nobody
      }
      return work(version)
    } finally {
      statements.run('COMMIT', [])
    }
  }

  function findResident(whose: Whose, dimensions: number): Resident | undefined {
    const key = keyOf(whose)
    const known = residents.get(key)
    if (known !== undefined) return known
    if (!measure(whose) || (hasExtension && residentBytes() > MAX_RESIDENT_BYTES)) return undefined
    const resident = createResident({ statements, index: createVectorIndex({ startKernel, dimensions }), ...whose })
    residents.set(key, resident)
    return resident
  }

  /** Whether the person has more vectors than the statement should read. */
  function measure(whose: Whose): boolean {
    const key = keyOf(whose)
    const known = isLarge.get(key)
    if (known !== undefined) return known
    const large = all(NTH, whose.embedderId, whose.personSeq, residentFrom).length > 0
    isLarge.set(key, large)
    return large
  }

  const residentBytes = () => [...residents.values()].reduce((sum, { bytes }) => sum + bytes, 0)

  /** Looks at one more person; starts their index when it is time for one. */
  function survey(after: Whose): void {
    const [next] = all<Whose & { dimensions: number }>(NEXT, after.embedderId, after.personSeq)
    if (next !== undefined && hasExtension)
      findResident({ embedderId: next.embedderId, personSeq: next.personSeq }, next.dimensions)
    surveyAfter = next
  }

  function bySqliteVec({ embedderId, personSeq, vector, limit }: NearestQuery): NearestBy {
    const rows = all<{ chunkId: number; distance: number }>(
      DISTANCES,
      new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
      embedderId,
      personSeq,
      vector.length,
      limit,
    )
    return {
      chunkIds: rows.map(({ chunkId }) => chunkId),
      similarities: rows.map(({ distance }) => 1 - distance),
      by: 'sqlite-vec',
    }
  }

  return {
    nearest: (query: NearestQuery): NearestBy =>
      inSnapshot((version) => {
        const { embedderId, personSeq, vector, limit } = query
        const [embedder] = all<{ dimensions: number }>(EMBEDDER, embedderId)
        if (embedder?.dimensions !== vector.length || !isDimensions(vector.length)) throw new AppError('input/invalid')
        if (!Number.isInteger(limit) || limit < 1) throw new AppError('input/invalid')
        if (vector.every((value) => value === 0)) return { chunkIds: [], similarities: [], by: 'sqlite-vec' }
        const resident = findResident({ embedderId, personSeq }, vector.length)
        if (resident !== undefined && !hasExtension) while (!resident.isInStep(version)) resident.work(version)
        if (resident?.isInStep(version)) return { ...resident.nearest(vector, limit, version), by: 'resident' }
        return hasExtension ? bySqliteVec(query) : { chunkIds: [], similarities: [], by: 'resident' }
      }),

    status: (): VectorStatus[] =>
      inSnapshot(() =>
        all<{ embedderId: number; vectors: number }>(COUNTS).map(({ embedderId, vectors }) => {
          const own = [...residents].filter(([key]) => key.startsWith(`${embedderId}/`)).map(([, resident]) => resident)
          return {
            embedderId,
            vectors,
            by: !hasExtension || own.some(({ ready }) => ready) ? 'resident' : 'sqlite-vec',
            residentBytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
          }
        }),
      ),

    /** A few milliseconds of what is to be done; false: nothing is, until the store changes. */
    work: (): boolean =>
      inSnapshot((version) => {
        if (all(HAS_TABLE).length === 0) return false
        for (const [key, resident] of residents) {
          if (resident.work(version)) return true
          if (resident.size > residentFrom) continue
          resident.dispose()
          residents.delete(key)
        }
        if (surveyAfter === undefined) return false
        survey(surveyAfter)
        return true
      }),

    dispose(): void {
      for (const resident of residents.values()) resident.dispose()
      residents.clear()
    },
  }
}

interface Whose {
  readonly embedderId: number
  readonly personSeq: number
}

const nobody: Whose = { embedderId: 0, personSeq: 0 }
const keyOf = ({ embedderId, personSeq }: Whose) => `${embedderId}/${personSeq}`

const HAS_TABLE = `SELECT 1 FROM sqlite_master WHERE name = 'chunkVector'`
const EMBEDDER = 'SELECT dimensions FROM embedder WHERE id = ?'
const DISTANCES = `SELECT chunkId, vec_distance_cosine(vec_int8(vector), vec_int8(?)) AS distance
  FROM chunkVector INDEXED BY chunkVectorByPerson
  WHERE embedderId = ? AND personSeq = ? AND length(vector) = ? ORDER BY distance, chunkId LIMIT ?`
const NTH = `SELECT 1 FROM chunkVector INDEXED BY chunkVectorByPerson
  WHERE embedderId = ? AND personSeq = ? LIMIT 1 OFFSET ?`
const NEXT = `SELECT embedderId, personSeq, dimensions
  FROM chunkVector INDEXED BY chunkVectorByPerson JOIN embedder ON embedder.id = embedderId
  WHERE (embedderId, personSeq) > (?, ?) ORDER BY embedderId, personSeq LIMIT 1`
const COUNTS = `SELECT id AS embedderId, (SELECT count(*) FROM chunkVector WHERE embedderId = embedder.id) AS vectors
  FROM embedder ORDER BY id`
