/** Chart reviews as they were produced, what a person changed in them, and on which documents each rests. */
import { type Kysely, sql } from 'kysely'

export const name = '0007-reviews'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // inputs, steps and edits are JSON (contract/reviews.ts); what was produced is never changed but where it is forgotten
  `CREATE TABLE review (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, title TEXT NOT NULL,
     madeAt TEXT NOT NULL, changedAt TEXT NOT NULL,
     inputs TEXT NOT NULL, steps TEXT NOT NULL, edits TEXT NOT NULL,
     origin TEXT NOT NULL, logicalTime INTEGER NOT NULL
   ) STRICT`,
  `CREATE INDEX reviewByPerson ON review (personId, madeAt, seq)`,

  // no reference to the document: the row is how what it said is found when it is deleted
  `CREATE TABLE reviewDocument (
     documentId TEXT NOT NULL, reviewId TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
     PRIMARY KEY (documentId, reviewId)
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX reviewDocumentByReview ON reviewDocument (reviewId)`,
]
