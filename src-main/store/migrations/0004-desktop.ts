/**
 * What the window keeps: conversations, and in them answers as they were shown; what a person says of a document, its
 * title, kind and tags; people who are invented.
 */
import { type Kysely, sql } from 'kysely'

export const name = '0004-desktop'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE conversation (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     personId TEXT NOT NULL REFERENCES person (id),
     title TEXT NOT NULL, startedAt TEXT NOT NULL, changedAt TEXT NOT NULL,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT`,
  `CREATE INDEX conversationByPerson ON conversation (personId, changedAt, seq)`,

  // stopped until it is complete: what a crash or a lock cuts off needs no mending
  `CREATE TABLE answer (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     conversationId TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
     question TEXT NOT NULL, askedAt TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('complete', 'stopped')),
     sentences TEXT NOT NULL, nearest TEXT NOT NULL, searched TEXT, engine TEXT,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT`,
  `CREATE INDEX answerByConversation ON answer (conversationId, seq)`,

  `ALTER TABLE person ADD COLUMN isSample INTEGER NOT NULL DEFAULT 0 CHECK (isSample IN (0, 1))`,

  // a title that a person gave is not replaced by what reading finds
  `ALTER TABLE document ADD COLUMN isTitleGiven INTEGER NOT NULL DEFAULT 0 CHECK (isTitleGiven IN (0, 1))`,
  `ALTER TABLE document ADD COLUMN kind TEXT`,
  `CREATE TABLE documentTag (
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     tag TEXT NOT NULL COLLATE NOCASE, origin TEXT NOT NULL, logicalTime INTEGER NOT NULL,
     PRIMARY KEY (documentId, tag)
   ) STRICT, WITHOUT ROWID`,
]
