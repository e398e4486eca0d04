/**
 * Which facts and papers count in the record as it was known on a day. By the papers: what could have been known then, by
 * the dates that the papers and their facts carry. By the vault: what had been brought into it. Conditions only, no queries.
 */
import { type RawBuilder, sql } from 'kysely'
import type { KnownBy } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'

export interface Known {
  readonly personId: PersonId
  /** The last instant that counts; null: all. A date known in part counts from the first day it may mean. */
  readonly until: string | null
  readonly by: KnownBy
}

type KnownUntil = Pick<Known, 'until' | 'by'>

/** Of the table `fact`. */
export function isFactKnown({ until, by }: KnownUntil): RawBuilder<boolean> {
  if (until === null) return sql`TRUE`
  if (by === 'vault') return sql`fact.knownSince <= ${until}`
  return sql`EXISTS (
    SELECT 1 FROM factSource LEFT JOIN document ON document.id = factSource.documentId
      LEFT JOIN document AS lead ON lead.id = document.partOf
    WHERE factSource.factId = fact.id
      AND coalesce(${ownDay} <= ${until}, TRUE)
      AND coalesce(${dayOf(sql`coalesce(lead.says, document.says)`)} <= ${until}, TRUE)
      AND coalesce(${ownDay}, ${dayOf(sql`coalesce(lead.says, document.says)`)}, document.importedAt, fact.knownSince) <= ${until})`
}

/** Of the table `document`, one that is no part of another. One without a date counts with the first of its facts. */
export function isPaperKnown({ until, by }: KnownUntil): RawBuilder<boolean> {
  if (until === null) return sql`TRUE`
  if (by === 'vault') return sql`document.importedAt <= ${until}`
  return sql`coalesce(${dayOf(sql`document.says`)}, (
    SELECT min(fact.happenedOn) FROM factSource JOIN fact ON fact.id = factSource.factId
    WHERE factSource.documentId = document.id), document.importedAt) <= ${until}`
}

/** As this source gives it; a person's own date stands in its place. */
const ownDay = sql`CASE WHEN factSource.proposal IS NULL OR fact.state IN ('corrected', 'entered') THEN fact.happenedOn
  ELSE factSource.proposal ->> '$.happenedOn' END`

/** The date of a paper, of what it says of itself; none where day and month could be either. */
const dayOf = (says: RawBuilder<unknown>) =>
  sql`CASE WHEN ${says} ->> '$.date.isAmbiguous' THEN NULL ELSE ${says} ->> '$.date.on' END`
