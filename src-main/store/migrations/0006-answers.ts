/** Answers say how they came about: how the question was understood, what was weighed and dropped; and what a person thought of them. */
import { type Kysely, sql } from 'kysely'

export const name = '0006-answers'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // JSON of AnswerWhy (contract/conversations.ts); null: an answer of an earlier version
  `ALTER TABLE answer ADD COLUMN why TEXT`,
  `ALTER TABLE answer ADD COLUMN feedback TEXT CHECK (feedback IN ('helpful', 'wrong', 'incomplete'))`,
]
