/**
 * Queries about documents from which no facts were extracted yet. What is missing is what the steps say, so nothing is
 * queued. A document put together of several is extracted as the whole that it is; from notes nothing ever is.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { NOTE_FORMAT } from '#contract/notes.ts'
import type { Tables } from './tables.ts'

/** Wholes of which all is read that is going to be, and of which some part lacks the step; the oldest first. */
export async function listToExtract(
  db: Kysely<Tables>,
  version: number,
  { except = [], only, limit }: { except?: readonly DocumentId[]; only?: DocumentId; limit: number },
): Promise<DocumentId[]> {
  const { rows } = await sql<{ id: DocumentId }>`
    SELECT lead.id FROM document AS lead WHERE ${isDue(version)}
      AND (${only ?? null} IS NULL OR lead.id = ${only ?? null})
      AND lead.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))
    ORDER BY lead.seq LIMIT ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function countToExtract(
  db: Kysely<Tables>,
  version: number,
  except: readonly DocumentId[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM document AS lead WHERE ${isDue(version)}
      AND lead.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`.execute(db)
  return rows[0]?.count ?? 0
}

/** Each part is looked up by an index of its own: one for the lead itself, one for what belongs to it. */
const somePart = (condition: ReturnType<typeof sql<boolean>>) => sql<boolean>`(
  EXISTS (SELECT 1 FROM document AS part WHERE part.id = lead.id AND ${condition})
  OR EXISTS (SELECT 1 FROM document AS part WHERE part.partOf = lead.id AND ${condition}))`

const isDue = (version: number) => sql<boolean>`lead.partOf IS NULL AND lead.format <> ${NOTE_FORMAT}
  AND ${somePart(sql`part.state IN ('indexed', 'needs-language', 'needs-answer') AND NOT EXISTS (
    SELECT 1 FROM jobStep WHERE jobStep.documentId = part.id AND step = 'extract' AND jobStep.sha256 = part.sha256
      AND jobStep.version = ${version})`)}
  AND NOT ${somePart(sql`(part.state IN ('queued', 'reading', 'needs-ocr') OR EXISTS (
    SELECT 1 FROM job WHERE job.documentId = part.id AND job.state IN ('queued', 'running')))`)}`

export const setSays = (trx: Transaction<Tables>, id: DocumentId, says: string | null) =>
  trx.updateTable('document').set({ says }).where('id', '=', id).execute()

/** Says of these documents that they are this person's. */
export const setPersonOf = (trx: Transaction<Tables>, ids: readonly DocumentId[], personId: PersonId) =>
  trx
    .updateTable('document')
    .set({ personId, isPersonAnswered: 1 })
    .where('id', 'in', [...ids])
    .execute()

/** Has these, or all, extracted again; answers how many had been. */
export async function forgetExtracted(trx: Transaction<Tables>, ids?: readonly DocumentId[]): Promise<number> {
  const steps = trx.deleteFrom('jobStep').where('step', '=', 'extract')
  const { numDeletedRows } = await (ids === undefined
    ? steps
    : steps.where('documentId', 'in', [...ids])
  ).executeTakeFirst()
  return Number(numDeletedRows)
}
