/**
 * sqlite-vec by itself, as one would use it without us: over floats, and over bits with the best four hundred ranked by
 * bytes. In this process, with everything in the page cache, which spares it what our own search pays to reach its thread.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { quantize } from '../../src-main/embed/embedder.ts'
import { openConnection } from '../../src-main/store/open.ts'
import { loadVectorExtension } from '../../src-main/store/vector-extension.ts'
import { median } from './stats.ts'

const CACHE = 'cache_size=-1000000'
const RESCORED = 400
const TRIES = 5

export interface Peers {
  /** Row numbers from 1, the nearest first. */
  byFloats(question: Float32Array, limit: number): number[]
  byBits(question: Float32Array, limit: number): number[]
  /** Which way of keeping floats was the faster. */
  readonly floats: string
  close(): void
}

export function openPeers(
  folder: string,
  passages: readonly Float32Array[],
  questions: readonly Float32Array[],
): Peers {
  const dimensions = passages[0]?.length ?? 0
  const db = openConnection({ file: join(folder, 'peers.db'), key: randomBytes(32), cipher: 'aegis', readonly: false })
  if (!loadVectorExtension(db)) throw new Error('sqlite-vec did not load')
  db.pragma(CACHE)
  db.exec(`CREATE VIRTUAL TABLE floats USING vec0 (vector float[${dimensions}]);
    CREATE VIRTUAL TABLE bits USING vec0 (vector bit[${dimensions}]);
    CREATE TABLE plain (id INTEGER PRIMARY KEY, vector BLOB NOT NULL);
    CREATE TABLE bytes (id INTEGER PRIMARY KEY, vector BLOB NOT NULL);`)
  const inserts = [
    db.prepare('INSERT INTO floats (rowid, vector) VALUES (?, ?)'),
    db.prepare('INSERT INTO bits (rowid, vector) VALUES (?, vec_quantize_binary(?))'),
    db.prepare('INSERT INTO plain (id, vector) VALUES (?, ?)'),
  ]
  const insertBytes = db.prepare('INSERT INTO bytes (id, vector) VALUES (?, ?)')
  db.transaction(() => {
    for (const [at, passage] of passages.entries()) {
      // vec0 takes its row numbers as integers only, which a JavaScript number is not
      for (const insert of inserts) insert.run(BigInt(at + 1), passage)
      insertBytes.run(at + 1, quantize(passage))
    }
  })()

  // the vectors are of length one, so that the order of distances is that of cosines, and L2 is what sqlite-vec does fastest
  const ways = {
    'vec0 table': db.prepare('SELECT rowid AS id FROM floats WHERE vector MATCH ? AND k = ? ORDER BY distance'),
    'vec_distance_L2 over blobs': db.prepare('SELECT id FROM plain ORDER BY vec_distance_L2(vector, ?) LIMIT ?'),
  }
  const idsOf = (rows: unknown[]) => (rows as { id: number }[]).map(({ id }) => Number(id))
  const timeOf = (statement: typeof insertBytes) =>
    median(
      questions.slice(0, TRIES).map((question) => {
        const startedAt = performance.now()
        statement.all(question, 10)
        return performance.now() - startedAt
      }),
    )
  const [[floats, byFloats] = ['', insertBytes]] = Object.entries(ways)
    .map(([name, statement]) => [name, statement, timeOf(statement)] as const)
    .toSorted(([, , a], [, , b]) => a - b)

  const byBits = db.prepare(`
    SELECT bytes.id AS id FROM (
      SELECT rowid AS id FROM bits WHERE vector MATCH vec_quantize_binary(?) AND k = ${RESCORED}
    ) AS candidate CROSS JOIN bytes ON bytes.id = candidate.id
    ORDER BY vec_distance_cosine(vec_int8(bytes.vector), vec_int8(?)) LIMIT ?`)
  return {
    floats,
    byFloats: (question, limit) => idsOf(byFloats.all(question, limit)),
    byBits: (question, limit) => idsOf(byBits.all(question, quantize(question), limit)),
    close: () => void db.close(),
  }
}
