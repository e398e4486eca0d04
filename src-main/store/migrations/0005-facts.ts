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
  // holds what counting the values of every measure reads, so that the wide rows are left alone
  `CREATE INDEX factByPerson ON fact (personId, kind, name, happenedOn, state, flag, knownSince)`,
  `CREATE INDEX factByName ON fact (personId, name, seq)`,
  `CREATE INDEX factByDate ON fact (personId, coalesce(happenedOn, ''), seq)`,
  `CREATE INDEX factByReview ON fact (personId, state, reviewOrder, seq)`,

  // what was read at one place of one document, or entered by hand (then without a document), and what was decided about it
  `CREATE TABLE factSource (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     factId TEXT NOT NULL, personId TEXT NOT NULL REFERENCES person (id),
     documentId TEXT REFERENCES document (id) ON DELETE CASCADE,
     page INTEGER NOT NULL, kind TEXT NOT NULL,
     words TEXT NOT NULL, boxes BLOB NOT NULL, valueBoxes BLOB NOT NULL, quote TEXT NOT NULL,
     proposal TEXT, decisionId TEXT REFERENCES decision (id)
   ) STRICT`,
  `CREATE INDEX factSourceByFact ON factSource (factId)`,
  `CREATE INDEX factSourceByDocument ON factSource (documentId)`,
  `CREATE INDEX factSourceByPerson ON factSource (personId)`,
  `CREATE INDEX factSourceByDecision ON factSource (decisionId)`,

  `ALTER TABLE document ADD COLUMN says TEXT`,
  `ALTER TABLE document ADD COLUMN isPersonAnswered INTEGER NOT NULL DEFAULT 0 CHECK (isPersonAnswered IN (0, 1))`,

  // whose it is, when it is not anchored in a paper; and which decisions were one act; and what each takes the place of
  `ALTER TABLE decision ADD COLUMN personId TEXT REFERENCES person (id)`,
  `ALTER TABLE decision ADD COLUMN actId TEXT`,
  `ALTER TABLE decision ADD COLUMN follows TEXT`,
  `CREATE INDEX decisionByPerson ON decision (personId)`,
  `CREATE INDEX decisionByAct ON decision (actId)`,
  `CREATE INDEX decisionByFollowed ON decision (follows)`,

  // a CHECK can only be changed by making the table anew
  `CREATE TABLE newJobStep (
     documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
     step TEXT NOT NULL CHECK (step IN ('read', 'index', 'recognize', 'extract')),
     sha256 TEXT NOT NULL, version INTEGER NOT NULL,
     PRIMARY KEY (documentId, step)
   ) STRICT, WITHOUT ROWID`,
  `INSERT INTO newJobStep SELECT documentId, step, sha256, version FROM jobStep`,
  `DROP TABLE jobStep`,
  `ALTER TABLE newJobStep RENAME TO jobStep`,
]
