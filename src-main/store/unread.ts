/** What an absence in a person's record does not speak for. */
import { type Kysely, sql } from 'kysely'
import type { DocumentState } from '#contract/documents.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Tables } from './tables.ts'

export interface UnreadDocumentRow {
  readonly id: DocumentId
  readonly title: string
  readonly state: DocumentState
  readonly pageCount: number
  /** JSON array of page numbers in the whole. */
  readonly unreadPages: string
  readonly seq: number
}

const MOST_PAGES = 50

/** Documents that are not read, or of which pages stayed unread; the last imported first. One that waits for whose it is has been read. Parts count for their whole. */
export async function listUnreadDocuments(
  db: Kysely<Tables>,
  { personId, limit, after }: { personId: PersonId; limit: number; after: number | undefined },
): Promise<UnreadDocumentRow[]> {
  const { rows } = await sql<UnreadDocumentRow>`
    WITH part AS (
      SELECT id, state, pageCount, coalesce(partOf, id) AS whole, coalesce(sum(pageCount) OVER (
        PARTITION BY coalesce(partOf, id) ORDER BY partPosition, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ), 0) AS pagesBefore
      FROM document WHERE personId = ${personId}
    ), unread AS (
      SELECT part.whole, page.number + part.pagesBefore AS number
      FROM part JOIN page ON page.documentId = part.id WHERE page.needsOcr = 1 OR page.reading <> 'read'
    ), listed AS (
      SELECT whole FROM part WHERE state NOT IN ('indexed', 'needs-answer') UNION SELECT whole FROM unread
    )
    SELECT lead.id, lead.seq, lead.title,
      coalesce((SELECT part.state FROM part WHERE part.whole = lead.id AND part.state <> 'indexed' LIMIT 1), lead.state) AS state,
      (SELECT sum(part.pageCount) FROM part WHERE part.whole = lead.id) AS pageCount,
      (SELECT json_group_array(number) FROM (
        SELECT number FROM unread WHERE unread.whole = lead.id ORDER BY number LIMIT ${MOST_PAGES})) AS unreadPages
    FROM listed JOIN document AS lead ON lead.id = listed.whole
    WHERE lead.seq < ${after ?? Number.MAX_SAFE_INTEGER}
    ORDER BY lead.seq DESC LIMIT ${limit}`.execute(db)
  return rows
}
