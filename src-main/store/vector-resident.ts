/**
 * One person's index in memory kept in step with the store: loaded in slices, then what was added since (larger seq) put in
 * and what was deleted taken out. Deletions are told by the count; until they are taken out, every answer is checked against
 * the store, so none ever names a chunk that is gone. All functions run inside one snapshot, known by its data_version.
 */
import type { Statements } from './statements.ts'
import type { Nearest, VectorIndex } from './vector-index.ts'

export interface ResidentDeps {
  readonly statements: Statements
  readonly index: VectorIndex
  readonly embedderId: number
  readonly personSeq: number
}

export type Resident = ReturnType<typeof createResident>

/** Rows, or ids, of one slice: a few milliseconds. */
const SLICE = 500
/** An answer waits for so many rows to be put in; for more it is given without the index. */
const WORTH_WAITING = 5000
/** So many answers with deleted chunks in them, and all ids are looked up at once. */
const WORTH_REPEATING = 5

export function createResident({ statements, index, embedderId, personSeq }: ResidentDeps) {
  const whose = [embedderId, personSeq] as const
  const all = <Row>(text: string, ...parameters: unknown[]) => statements.run(text, parameters).rows as Row[]
  const newestSeq = () => all<{ seq: number | null }>(NEWEST)[0]?.seq ?? 0

  /** Where loading goes on; undefined: it is through. */
  let loadAfter: number | undefined = 0
  /** Everything up to here is in, once loading is through. */
  let knownSeq = newestSeq()
  /** At which version nothing was missing, and at which nothing was too much. */
  let addedAt: number | undefined
  let checkedAt: number | undefined
  /** Ids still to be looked up in the store. */
  let toCheck: Iterator<number> | undefined

  function load(after: number): void {
    const rows = all<StoredVector>(PERSONS, ...whose, after, SLICE)
    for (const { chunkId, vector } of rows) index.put(chunkId, asDirections(vector))
    loadAfter = rows.length < SLICE ? undefined : rows.at(-1)?.chunkId
    // the pages that were read on the way need not lie in memory a second time
    if (loadAfter === undefined) statements.run('PRAGMA shrink_memory', [])
  }

  function addSlice(newest: number): void {
    const upTo = Math.min(newest, knownSeq + SLICE)
    const rows = all<StoredVector>(ADDED, knownSeq, upTo, ...whose)
    for (const { chunkId, vector } of rows) index.put(chunkId, asDirections(vector))
    knownSeq = upTo
  }

  function removeMissing(ids: readonly number[]): number {
    const present = all<{ chunkId: number }>(PRESENT, ...whose, JSON.stringify(ids))
    const isPresent = new Set(present.map(({ chunkId }) => chunkId))
    const missing = ids.filter((id) => !isPresent.has(id))
    for (const id of missing) index.remove(id)
    return missing.length
  }

  function checkSlice(ids: Iterator<number>): void {
    const slice: number[] = []
    for (let next = ids.next(); !next.done; next = ids.next()) {
      slice.push(next.value)
      if (slice.length === SLICE) break
    }
    removeMissing(slice)
    if (slice.length < SLICE) toCheck = undefined
  }

  const countStored = () => all<{ count: number }>(COUNT, ...whose)[0]?.count ?? 0

  return {
    /** One slice of what there is to do; false: nothing is left to do at this version. */
    work(version: number): boolean {
      if (loadAfter !== undefined) load(loadAfter)
      else if (!index.ready) index.prepare()
      else if (index.outgrown) index.restart()
      else if (addedAt !== version) {
        const newest = newestSeq()
        if (knownSeq < newest) addSlice(newest)
        else addedAt = version
      } else if (toCheck !== undefined) checkSlice(toCheck)
      else if (checkedAt === version) return false
      else if (countStored() === index.size) checkedAt = version
      else toCheck = index.chunkIds()
      return true
    },

    /** Whether everything added up to this version is in, after putting in a little. */
    isInStep(version: number): boolean {
      if (loadAfter !== undefined || !index.ready) return false
      if (addedAt === version) return true
      const newest = newestSeq()
      if (newest - knownSeq > WORTH_WAITING) return false
      while (knownSeq < newest) addSlice(newest)
      addedAt = version
      return true
    },

    /** Only when in step at this version. */
    nearest(vector: Int8Array, limit: number, version: number): Nearest {
      for (let round = 1; ; round += 1) {
        const found = index.nearest(vector, limit)
        if (checkedAt === version || removeMissing(found.chunkIds) === 0) return found
        if (round === WORTH_REPEATING) removeMissing([...index.chunkIds()])
      }
    },

    get size() {
      return index.size
    },
    get ready() {
      return loadAfter === undefined && index.ready
    },
    get bytes() {
      return index.bytes
    },
    dispose: index.dispose,
  }
}

interface StoredVector {
  readonly chunkId: number
  readonly vector: Uint8Array
}

const asDirections = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Int8Array(buffer, byteOffset, byteLength)

const NEWEST = 'SELECT max(seq) AS seq FROM chunkVector'
const PERSONS = `SELECT chunkId, vector FROM chunkVector INDEXED BY chunkVectorByPerson
  WHERE embedderId = ? AND personSeq = ? AND chunkId > ? ORDER BY chunkId LIMIT ?`
/** By seq, not by the person's index: almost nothing is new. */
const ADDED = `SELECT chunkId, vector FROM chunkVector NOT INDEXED
  WHERE seq > ? AND seq <= ? AND embedderId = ? AND personSeq = ? ORDER BY seq`
const PRESENT = `SELECT chunkId FROM chunkVector INDEXED BY chunkVectorByPerson
  WHERE embedderId = ? AND personSeq = ? AND chunkId IN (SELECT value FROM json_each(?))`
const COUNT = `SELECT count(*) AS count FROM chunkVector INDEXED BY chunkVectorByPerson
  WHERE embedderId = ? AND personSeq = ?`
