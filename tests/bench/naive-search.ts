/** The peer of the search bench: what one would write first. Every word, joined by OR; the person filtered afterwards. */
import { type Kysely, sql } from 'kysely'
import { tokensOf } from '../../src-main/retrieve/tokens.ts'
import type { Tables } from '../../src-main/store/tables.ts'

export async function naiveSearch(db: Kysely<Tables>, personSeq: number, query: string): Promise<unknown[]> {
  const match = tokensOf(query)
    .map((word) => `"${word}"`)
    .join(' OR ')
  const { rows } = await sql`
    SELECT chunk.text, page.number, document.title, bm25(chunkText) AS score
    FROM chunkText
    JOIN chunk ON chunk.id = chunkText.rowid
    JOIN page ON page.id = chunk.pageId
    JOIN document ON document.id = chunk.documentId
    WHERE chunkText MATCH ${match} AND chunk.personSeq = ${personSeq}
    ORDER BY score LIMIT 20`.execute(db)
  return rows
}
