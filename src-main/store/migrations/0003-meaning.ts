/**
 * What chunks mean, as vectors: one row per chunk and embedder, 8 bits a dimension. Models by the hash they had when they
 * were first brought, and which of them does which work.
 */
import { type Kysely, sql } from 'kysely'

export const name = '0003-meaning'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // vectors of two embedders say nothing about each other, and another file under the same name is another embedder
  `CREATE TABLE embedder (
     id INTEGER PRIMARY KEY, modelId TEXT NOT NULL, sha256 TEXT NOT NULL, dimensions INTEGER NOT NULL,
     UNIQUE (modelId, sha256)
   ) STRICT`,

  // seq never comes twice: what was added since is what is larger. An empty vector: the chunk holds no word the embedder knows.
  `CREATE TABLE chunkVector (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     chunkId INTEGER NOT NULL REFERENCES chunk (id) ON DELETE CASCADE,
     embedderId INTEGER NOT NULL REFERENCES embedder (id),
     personSeq INTEGER NOT NULL, vector BLOB NOT NULL
   ) STRICT`,
  `CREATE UNIQUE INDEX chunkVectorByChunk ON chunkVector (chunkId, embedderId)`,
  `CREATE INDEX chunkVectorByPerson ON chunkVector (embedderId, personSeq, chunkId)`,

  `CREATE TABLE model (
     id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, sizeBytes INTEGER NOT NULL, importedAt TEXT NOT NULL,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE modelUse (
     role TEXT PRIMARY KEY CHECK (role IN ('embedder', 'reranker', 'writer')), modelId TEXT NOT NULL,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
]
