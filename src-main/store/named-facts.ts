/** Facts by what they are called, for answers; and where they stand, with the page's own text. One query for any number. */
import { type Kysely, sql } from 'kysely'
import type { FactKind } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { wholeOf } from './parts.ts'
import type { FactRow, Tables } from './tables.ts'

export interface FactName {
  readonly kind: FactKind
  readonly name: string
}

/** Every name under which the person has facts that were not rejected. */
export const listFactNames = (db: Kysely<Tables>, personId: PersonId): Promise<FactName[]> =>
  db
    .selectFrom('fact')
    .select(['kind', 'name'])
    .where('personId', '=', personId)
    .where('state', '!=', 'rejected')
    .groupBy(['kind', 'name'])
    .execute()

/** In the order of their dates, those without one last. `names` absent: all of these kinds. */
export async function listNamedFacts(
  db: Kysely<Tables>,
  personId: PersonId,
  kinds: readonly FactKind[],
  names: readonly string[] | undefined,
): Promise<FactRow[]> {
  let rows = db
    .selectFrom('fact')
    .selectAll()
    .where('personId', '=', personId)
    .where('kind', 'in', [...kinds])
    .where('state', '!=', 'rejected')
  if (names !== undefined)
    rows = rows.where(sql<boolean>`name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`)
  return rows.orderBy(sql`coalesce(happenedOn, '~')`).orderBy('seq').execute()
}

/** A page as a person sees it: its number is that in the whole document. */
export interface CitablePage {
  readonly documentId: DocumentId
  readonly title: string
  readonly page: number
  readonly text: string
  /** packWords. */
  readonly words: Uint8Array
}

/** One place of a fact. */
export interface CitablePlace extends CitablePage {
  readonly factId: FactId
  /** The parts in order, with ` … ` between them. */
  readonly quote: string
  /** packBoxes. */
  readonly valueBoxes: Uint8Array
  /** Of the fact. */
  readonly happenedOn: string | null
}

export async function listCitablePlaces(db: Kysely<Tables>, factIds: readonly FactId[]): Promise<CitablePlace[]> {
  const { rows } = await sql<CitablePlace>`
    SELECT factSource.factId, ${wholeOf.id} AS documentId, factSource.page + ${wholeOf.pagesBefore} AS page,
      ${wholeOf.title} AS title, page.text, page.words, factSource.quote, factSource.valueBoxes, fact.happenedOn
    FROM json_each(${JSON.stringify(factIds)}) AS wanted CROSS JOIN factSource ON factSource.factId = wanted.value
    CROSS JOIN fact ON fact.id = factSource.factId
    CROSS JOIN document ON document.id = factSource.documentId
    CROSS JOIN page ON page.documentId = document.id AND page.number = factSource.page
    ORDER BY factSource.seq`.execute(db)
  return rows
}

/** Which facts stand on these pages, pages as a person sees them. */
export async function listFactsOnPages(
  db: Kysely<Tables>,
  personId: PersonId,
  places: readonly { readonly documentId: DocumentId; readonly page: number }[],
): Promise<{ factId: FactId; documentId: DocumentId; page: number; quote: string }[]> {
  const { rows } = await sql<{ factId: FactId; documentId: DocumentId; page: number; quote: string }>`
    SELECT factId, documentId, page, quote FROM (
      SELECT factSource.factId, ${wholeOf.id} AS documentId, factSource.page + ${wholeOf.pagesBefore} AS page, factSource.quote
      FROM factSource CROSS JOIN document ON document.id = factSource.documentId
      WHERE factSource.personId = ${personId} AND factSource.documentId IN (
        SELECT id FROM document WHERE coalesce(partOf, id) IN (
          SELECT value ->> 'documentId' FROM json_each(${JSON.stringify(places)})))
    ) WHERE EXISTS (SELECT 1 FROM json_each(${JSON.stringify(places)})
      WHERE value ->> 'documentId' = documentId AND value ->> 'page' = page)`.execute(db)
  return rows
}

/** Every page of these documents and of their parts, in order. */
export async function listPagesOf(db: Kysely<Tables>, documentIds: readonly DocumentId[]): Promise<CitablePage[]> {
  const { rows } = await sql<CitablePage>`
    SELECT ${wholeOf.id} AS documentId, ${wholeOf.title} AS title, page.number + ${wholeOf.pagesBefore} AS page,
      page.text, page.words
    FROM document JOIN page ON page.documentId = document.id
    WHERE coalesce(document.partOf, document.id) IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))
    ORDER BY documentId, page`.execute(db)
  return rows
}
