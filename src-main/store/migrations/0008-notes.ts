/** Notes that people write: each is a document with versions of its own text, and may have documents attached. */
import { type Kysely, sql } from 'kysely'

export const name = '0008-notes'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const mergeable = `origin TEXT NOT NULL, logicalTime INTEGER NOT NULL`

const statements = [
  // what stands now; id is that of its document, whose page holds the words that are searched
  `CREATE TABLE note (
     id TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
     version INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
     author TEXT NOT NULL CHECK (author IN ('clinician', 'family')),
     concernsOn TEXT, writtenAt TEXT NOT NULL, changedAt TEXT NOT NULL, ${mergeable}
   ) STRICT`,

  `CREATE TABLE noteVersion (
     noteId TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
     number INTEGER NOT NULL, userId TEXT NOT NULL REFERENCES user (id),
     title TEXT NOT NULL, text TEXT NOT NULL,
     author TEXT NOT NULL CHECK (author IN ('clinician', 'family')),
     concernsOn TEXT, writtenAt TEXT NOT NULL, restoredFrom INTEGER, ${mergeable},
     PRIMARY KEY (noteId, number)
   ) STRICT`,
  `CREATE INDEX noteVersionByUser ON noteVersion (userId)`,
  `CREATE TRIGGER noteVersionUnchanged BEFORE UPDATE ON noteVersion
   BEGIN SELECT RAISE (ABORT, 'a version of a note is never changed'); END`,

  `CREATE TABLE noteAttachment (
     noteId TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     attachedAt TEXT NOT NULL, ${mergeable},
     PRIMARY KEY (noteId, documentId)
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX noteAttachmentByDocument ON noteAttachment (documentId)`,
]
