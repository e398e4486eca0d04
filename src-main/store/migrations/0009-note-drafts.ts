/** What is being written in a note and is not saved yet, so that it outlives the program that ends in the middle of it. */
import { type Kysely, sql } from 'kysely'

export const name = '0009-note-drafts'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // without noteId: of a note that there is not yet. A draft is of one copy of a vault, and is never merged
  `CREATE TABLE noteDraft (
     seq INTEGER PRIMARY KEY,
     personId TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
     noteId TEXT REFERENCES note (id) ON DELETE CASCADE,
     version INTEGER, aboutId TEXT REFERENCES document (id) ON DELETE SET NULL,
     title TEXT NOT NULL, text TEXT NOT NULL,
     author TEXT NOT NULL CHECK (author IN ('clinician', 'family')),
     concernsOn TEXT NOT NULL, keptAt TEXT NOT NULL,
     CHECK ((noteId IS NULL) = (version IS NULL))
   ) STRICT`,
  `CREATE UNIQUE INDEX noteDraftOf ON noteDraft (personId, coalesce(noteId, ''))`,
  `CREATE INDEX noteDraftByNote ON noteDraft (noteId)`,
  `CREATE INDEX noteDraftByAbout ON noteDraft (aboutId)`,
]
