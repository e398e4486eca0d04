/**
 * People, documents and what was read of them, full text, jobs, decisions, settings, audit.
 * A migration is frozen once released and imports nothing but `sql`.
 */
import { type Kysely, sql } from 'kysely'

export const name = '0001-first-light'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const mergeable = `origin TEXT NOT NULL, logicalTime INTEGER NOT NULL`

const statements = [
  `CREATE TABLE vaultMeta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,

  `CREATE TABLE user (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('owner')), createdAt TEXT NOT NULL,
     ${mergeable}
   ) STRICT`,

  `CREATE TABLE person (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     name TEXT NOT NULL, bornOn TEXT, addedAt TEXT NOT NULL, ${mergeable}
   ) STRICT`,
  `CREATE INDEX personByName ON person (name COLLATE NOCASE)`,

  `CREATE TABLE document (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     personId TEXT NOT NULL REFERENCES person (id),
     sha256 TEXT NOT NULL, blobId TEXT NOT NULL UNIQUE,
     fileName TEXT NOT NULL, title TEXT NOT NULL, format TEXT NOT NULL, sizeBytes INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('queued', 'reading', 'needs-password', 'needs-ocr', 'needs-language',
       'needs-answer', 'indexed', 'rejected', 'quarantined', 'cancelled')),
     code TEXT, pageCount INTEGER NOT NULL DEFAULT 0, password TEXT, importedAt TEXT NOT NULL, ${mergeable},
     UNIQUE (personId, sha256)
   ) STRICT`,
  `CREATE INDEX documentBySha256 ON document (sha256)`,
  `CREATE INDEX documentByState ON document (personId, state)`,

  `CREATE TABLE page (
     id INTEGER PRIMARY KEY,
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     number INTEGER NOT NULL, text TEXT NOT NULL, words BLOB NOT NULL, wordCount INTEGER NOT NULL,
     method TEXT NOT NULL CHECK (method IN ('text', 'ocr', 'none')), confidence REAL,
     needsOcr INTEGER NOT NULL CHECK (needsOcr IN (0, 1)), chunkSpans TEXT NOT NULL, readerVersion INTEGER NOT NULL,
     UNIQUE (documentId, number)
   ) STRICT`,

  // what every answer counts, without reading the wide rows
  `CREATE INDEX pageCounts ON page (documentId, method, needsOcr, confidence)`,

  `CREATE TABLE chunk (
     id INTEGER PRIMARY KEY,
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     pageId INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
     personSeq INTEGER NOT NULL REFERENCES person (seq),
     startOffset INTEGER NOT NULL, endOffset INTEGER NOT NULL, text TEXT NOT NULL,
     scope TEXT GENERATED ALWAYS AS ('p' || personSeq || 'x') VIRTUAL
   ) STRICT`,
  `CREATE INDEX chunkByDocument ON chunk (documentId)`,
  `CREATE INDEX chunkByPage ON chunk (pageId)`,
  `CREATE INDEX chunkByPerson ON chunk (personSeq)`,

  `CREATE VIRTUAL TABLE chunkText USING fts5 (
     text, scope, content = 'chunk', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
   )`,
  `INSERT INTO chunkText (chunkText, rank) VALUES ('secure-delete', 1)`,
  `CREATE VIRTUAL TABLE chunkVocabulary USING fts5vocab (chunkText, 'col')`,
  `CREATE TRIGGER chunkAdded AFTER INSERT ON chunk BEGIN
     INSERT INTO chunkText (rowid, text, scope) VALUES (new.id, new.text, 'p' || new.personSeq || 'x');
   END`,
  `CREATE TRIGGER chunkRemoved AFTER DELETE ON chunk BEGIN
     INSERT INTO chunkText (chunkText, rowid, text, scope) VALUES ('delete', old.id, old.text, 'p' || old.personSeq || 'x');
   END`,
  `CREATE TRIGGER chunkFrozen BEFORE UPDATE ON chunk BEGIN SELECT RAISE (ABORT, 'chunks are replaced, never changed'); END`,

  `CREATE TABLE job (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL CHECK (kind IN ('read')),
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'quarantined')),
     attempts INTEGER NOT NULL DEFAULT 0, interruptions INTEGER NOT NULL DEFAULT 0, code TEXT, done INTEGER NOT NULL DEFAULT 0, total INTEGER,
     leaseBoot TEXT, leaseUntilMs REAL, notBeforeMs REAL
   ) STRICT`,
  `CREATE INDEX jobByState ON job (state, interruptions, seq)`,
  `CREATE UNIQUE INDEX jobOncePerDocument ON job (documentId, kind)`,

  `CREATE TABLE jobStep (
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     step TEXT NOT NULL CHECK (step IN ('read', 'index')), sha256 TEXT NOT NULL, version INTEGER NOT NULL,
     PRIMARY KEY (documentId, step)
   ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE decision (
     id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES user (id),
     sha256 TEXT NOT NULL, page INTEGER NOT NULL, words TEXT NOT NULL, kind TEXT NOT NULL,
     act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'enter', 'merge', 'resolve')),
     value TEXT, decidedAt TEXT NOT NULL, ${mergeable}
   ) STRICT`,
  `CREATE INDEX decisionByUser ON decision (userId)`,
  `CREATE INDEX decisionByAnchor ON decision (sha256, page)`,

  `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL, ${mergeable}) STRICT, WITHOUT ROWID`,

  `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY, at TEXT NOT NULL, bootId TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
     objectId TEXT, meta TEXT NOT NULL, prev BLOB NOT NULL, mac BLOB NOT NULL
   ) STRICT`,
  `CREATE TRIGGER auditUnchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE (ABORT, 'audit rows are never changed'); END`,
  `CREATE TRIGGER auditKept BEFORE DELETE ON audit BEGIN SELECT RAISE (ABORT, 'audit rows are never removed'); END`,
]
