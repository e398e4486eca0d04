/**
 * The red flags among what an answer shows: values past a published threshold, with where they stand. Looked for in the facts
 * that answer, and in those that stand in a quoted sentence.
 */
import type { Kysely } from 'kysely'
import type { Citation, RedFlag } from '#contract/answers.ts'
import type { Fact } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import type { Convert } from '../facts/series.ts'
import { loadFacts } from '../facts/show-facts.ts'
import { listFactsOnPages, listPagesOf } from '../store/named-facts.ts'
import { findPerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { createFactCiter } from './cite-facts.ts'
import { createRedFlags } from './red-flags.ts'
import { statesPregnancy } from './states-pregnancy.ts'

export function createFlagFacts({ db }: Store, convert: Convert) {
  const { redFlagsOf } = createRedFlags(convert)
  const cite = createFactCiter(db)

  return async (personId: PersonId, factIds: readonly FactId[]): Promise<RedFlag[]> => {
    const facts = (await loadFacts(db, [...new Set(factIds)])).filter(({ kind }) => kind === 'observation')
    if (facts.length === 0) return []
    const pregnant = await papersOfPregnancy(db, facts)
    const bornOn = (await findPerson(db, personId))?.bornOn ?? undefined
    const flags = redFlagsOf(facts, {
      statesPregnancy: ({ provenance }) => provenance.some(({ documentId }) => pregnant.has(documentId)),
      ageYears: ({ happenedOn }) => ageOn(bornOn, happenedOn),
    })
    const cited = await cite(flags.map(({ text, factId }) => ({ text, factIds: [factId] })))
    return flags.map((flag, at) => ({ ...flag, citations: cited[at]?.citations ?? [] }))
  }
}

/** Facts that stand in the quoted words. */
export async function factsQuoted(
  db: Kysely<Tables>,
  personId: PersonId,
  citations: readonly Citation[],
): Promise<FactId[]> {
  if (citations.length === 0) return []
  const places = citations.map(({ documentId, page }) => ({ documentId, page }))
  const rows = await listFactsOnPages(db, personId, places)
  return rows
    .filter((row) =>
      citations.some(
        ({ documentId, page, quote }) =>
          row.documentId === documentId &&
          row.page === page &&
          row.quote.split(' … ').every((part) => quote.includes(part)),
      ),
    )
    .map(({ factId }) => factId)
}

async function papersOfPregnancy(db: Kysely<Tables>, facts: readonly Fact[]): Promise<ReadonlySet<DocumentId>> {
  const ids = [...new Set(facts.flatMap(({ provenance }) => provenance.map(({ documentId }) => documentId)))]
  const texts = ids.length === 0 ? [] : await listPagesOf(db, ids)
  return new Set(texts.filter(({ text }) => statesPregnancy(text)).map(({ documentId }) => documentId))
}

/** Whole years; undefined where either day is not known to the year. */
function ageOn(bornOn: string | undefined, on: string | undefined): number | undefined {
  if (bornOn === undefined || on === undefined) return undefined
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  const hadBirthday = on.slice(5, 10) >= bornOn.slice(5, 10)
  return hadBirthday ? years : years - 1
}
