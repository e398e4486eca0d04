/**
 * The record: facts, each made of what its papers say and what a person decided; where each stands on paper; what a
 * document says of itself. All of it but decisions can be made anew from pages and decisions at any time.
 */
import { type Kysely, sql } from 'kysely'

export const name = '0005-facts'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // id is made of what is stated, so that making it anew gives the same one; data is the fact as it is shown, in JSON
  `CREATE TABLE fact (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     personId TEXT NOT NULL REFERENCES person (id),
     kind TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, happenedOn TEXT, knownSince TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'corrected', 'rejected', 'entered')),
     flag TEXT NOT NULL, reviewOrder INTEGER NOT NULL, isReadDifferently INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL
   ) STRICT`,
  `CREATE INDEX factByPerson ON fact (personId, kind, name, happenedOn)`,
  `CREATE INDEX factByDate ON fact (personId, happenedOn, seq)`,
  `CREATE INDEX factByReview ON fact (personId, state, reviewOrder, seq)`,

  // what an extractor read, at one place of one document
  `CREATE TABLE factSource (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     factId TEXT NOT NULL, documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     page INTEGER NOT NULL, kind TEXT NOT NULL,
     words TEXT NOT NULL, boxes BLOB NOT NULL, valueBoxes BLOB NOT NULL, quote TEXT NOT NULL, proposal TEXT NOT NULL
   ) STRICT`,
  `CREATE INDEX factSourceByFact ON factSource (factId)`,
  `CREATE INDEX factSourceByDocument ON factSource (documentId)`,

  `ALTER TABLE document ADD COLUMN says TEXT`,
  `ALTER TABLE document ADD COLUMN isPersonAnswered INTEGER NOT NULL DEFAULT 0 CHECK (isPersonAnswered IN (0, 1))`,

  // whose it is, when it is not anchored in a paper; and which decisions were one act
  `ALTER TABLE decision ADD COLUMN personId TEXT REFERENCES person (id)`,
  `ALTER TABLE decision ADD COLUMN actId TEXT`,
  `CREATE INDEX decisionByPerson ON decision (personId)`,
  `CREATE INDEX decisionByAct ON decision (actId)`,
]
