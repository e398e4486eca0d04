/**
 * Pages that were looked at: how much of their ink was read, what stayed unread, which language they need. A second kind
 * of job, which does the looking. Language packs, by hash. Documents that are parts of another one, in an order.
 */
import { type Kysely, sql } from 'kysely'

export const name = '0002-eyes'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `ALTER TABLE page ADD COLUMN reading TEXT NOT NULL DEFAULT 'read' CHECK (reading IN ('read', 'partly-read', 'image-only'))`,
  `ALTER TABLE page ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 1, 2, 3))`,
  `ALTER TABLE page ADD COLUMN unread BLOB NOT NULL DEFAULT x''`,
  `ALTER TABLE page ADD COLUMN notices TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE page ADD COLUMN language TEXT`,
  `ALTER TABLE page ADD COLUMN needsLanguage TEXT`,
  `ALTER TABLE page ADD COLUMN seenVersion INTEGER`,
  `UPDATE page SET reading = CASE method WHEN 'none' THEN 'image-only' ELSE 'partly-read' END WHERE needsOcr = 1`,
  `DROP INDEX pageCounts`,
  `CREATE INDEX pageCounts ON page (documentId, method, needsOcr, reading, confidence)`,

  `ALTER TABLE document ADD COLUMN partOf TEXT REFERENCES document (id)`,
  `ALTER TABLE document ADD COLUMN partPosition INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX documentByPartOf ON document (partOf, partPosition)`,
  // what every answer counts, without reading the wide rows
  `DROP INDEX documentByState`,
  `CREATE INDEX documentByState ON document (personId, state, partOf, id)`,

  `CREATE TABLE languagePack (
     code TEXT PRIMARY KEY, sha256 TEXT NOT NULL, sizeBytes INTEGER NOT NULL, installedAt TEXT NOT NULL,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,

  // a CHECK can only be changed by making the table anew
  `CREATE TABLE newJob (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL CHECK (kind IN ('read', 'recognize')),
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'quarantined')),
     attempts INTEGER NOT NULL DEFAULT 0, interruptions INTEGER NOT NULL DEFAULT 0, code TEXT, done INTEGER NOT NULL DEFAULT 0, total INTEGER,
     leaseBoot TEXT, leaseUntilMs REAL, notBeforeMs REAL
   ) STRICT`,
  `INSERT INTO newJob (seq, id, kind, documentId, state, attempts, interruptions, code, done, total, leaseBoot, leaseUntilMs, notBeforeMs)
   SELECT seq, id, kind, documentId, state, attempts, interruptions, code, done, total, leaseBoot, leaseUntilMs, notBeforeMs FROM job`,
  `DROP TABLE job`,
  `ALTER TABLE newJob RENAME TO job`,
  `CREATE INDEX jobByState ON job (kind, state, interruptions, seq)`,
  `CREATE UNIQUE INDEX jobOncePerDocument ON job (documentId, kind)`,

  `CREATE TABLE newJobStep (
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     step TEXT NOT NULL CHECK (step IN ('read', 'index', 'recognize')), sha256 TEXT NOT NULL, version INTEGER NOT NULL,
     PRIMARY KEY (documentId, step)
   ) STRICT, WITHOUT ROWID`,
  `INSERT INTO newJobStep SELECT documentId, step, sha256, version FROM jobStep`,
  `DROP TABLE jobStep`,
  `ALTER TABLE newJobStep RENAME TO jobStep`,

  // documents that waited for recognition when there was none
  `INSERT INTO job (id, kind, documentId, state)
   SELECT lower(hex(randomblob(16))), 'recognize', id, 'queued' FROM document WHERE state = 'needs-ocr'`,
]
