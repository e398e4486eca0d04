/**
 * Looks up where the lines of a step stand. A line that should stand on a page and is not found there is left out and counted:
 * nothing is stated without its place. A section holds a bounded number of lines and says how many more there are.
 */
import type { Kysely } from 'kysely'
import type { DocumentId, FactId } from '#contract/ids.ts'
import type { ReviewCitation, ReviewLine, ReviewSection } from '#contract/reviews.ts'
import { createFactCiter } from '../answer/cite-facts.ts'
import { boxesOf } from '../retrieve/light.ts'
import { findFacts } from '../store/facts.ts'
import { type FirstPage, listFirstPages } from '../store/reviews.ts'
import type { Tables } from '../store/tables.ts'
import { type DraftLine, type DraftSection, missing } from './draft.ts'

const MOST_LINES = 300
/** A fact that stands on more papers is cited from the first of them. */
const MOST_PAPERS_OF_FACT = 8
const AT_ONCE = 100
const FIRST_WORDS = 120

export function createLineCiter(db: Kysely<Tables>) {
  return async (sections: readonly DraftSection[]): Promise<ReviewSection[]> => {
    const bounded = sections.map(bound)
    const lines = bounded.flatMap((section) => section.lines)
    const factIds = [...new Set(lines.flatMap((line) => line.factIds))]
    const placesOf = await citeFacts(db, factIds)
    const paperIds = lines.filter((line) => line.citesPapers).flatMap((line) => line.documentIds)
    const firstWords = await citePapers(db, paperIds)
    const decided = await listDecided(
      db,
      factIds.filter((id) => !placesOf.has(id)),
    )
    return bounded.map((section) => toSection(section, { placesOf, firstWords, decided }))
  }
}

interface Places {
  readonly placesOf: ReadonlyMap<FactId, readonly ReviewCitation[]>
  readonly firstWords: ReadonlyMap<DocumentId, ReviewCitation>
  /** Facts that a person entered or decided about: without a place they rest on that. */
  readonly decided: ReadonlySet<FactId>
}

function bound(section: DraftSection): DraftSection {
  const more = section.lines.length - MOST_LINES
  if (more <= 0) return section
  return {
    ...section,
    lines: [...section.lines.slice(0, MOST_LINES), missing(`${more} more are left out of this review.`)],
  }
}

function toSection({ id, title, lines }: DraftSection, places: Places): ReviewSection {
  const cited = lines.flatMap((line, at) => toLine(`${id}/${at}`, line, places))
  const lost = lines.length - cited.length
  const note = `${lost === 1 ? '1 statement was' : `${lost} statements were`} not found again on the page and left out.`
  return { id, title, lines: lost === 0 ? cited : [...cited, { ...plainLine(`${id}/lost`, missing(note)) }] }
}

function toLine(id: string, line: DraftLine, { placesOf, firstWords, decided }: Places): ReviewLine[] {
  const isFound = line.factIds.every((factId) => placesOf.has(factId) || decided.has(factId))
  if (!isFound) return []
  const citations = [
    ...line.factIds.flatMap((factId) => placesOf.get(factId) ?? []),
    ...(line.citesPapers ? line.documentIds.flatMap((documentId) => firstWords.get(documentId) ?? []) : []),
  ]
  const basis = citations.length > 0 ? 'cited' : line.factIds.length > 0 ? 'entered' : 'missing'
  return [{ ...plainLine(id, line), basis, citations: [...citations] }]
}

const plainLine = (id: string, { text, factIds, documentIds, sides }: DraftLine): ReviewLine => ({
  ...{ id, text, basis: 'missing', citations: [], isGone: false },
  ...{ factIds: [...factIds], documentIds: [...documentIds] },
  ...(sides !== undefined && { sides: [...sides] }),
})

/** In batches, since each place brings its page's text. */
async function citeFacts(db: Kysely<Tables>, factIds: readonly FactId[]) {
  const cite = createFactCiter(db)
  const placesOf = new Map<FactId, ReviewCitation[]>()
  for (let at = 0; at < factIds.length; at += AT_ONCE) {
    const ids = factIds.slice(at, at + AT_ONCE)
    const cited = await cite(ids.map((id) => ({ text: '', factIds: [id] })))
    for (const [index, factId] of ids.entries()) {
      const citations = (cited[index]?.citations ?? []).map((citation) => ({ ...citation, factId })).toSorted(byPlace)
      const papers = [...new Set(citations.map(({ documentId }) => documentId))].slice(0, MOST_PAPERS_OF_FACT)
      const kept = citations.filter(({ documentId }) => papers.includes(documentId))
      if (kept.length > 0) placesOf.set(factId, kept)
    }
  }
  return placesOf
}

const byPlace = (a: ReviewCitation, b: ReviewCitation) =>
  order(a.title, b.title) || order(a.documentId, b.documentId) || a.page - b.page || a.start - b.start

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

async function citePapers(db: Kysely<Tables>, ids: readonly DocumentId[]): Promise<Map<DocumentId, ReviewCitation>> {
  const pages = ids.length === 0 ? [] : await listFirstPages(db, [...new Set(ids)])
  return new Map(pages.map((page) => [page.documentId, citeFirstWords(page)]))
}

function citeFirstWords({ documentId, title, page, text, words }: FirstPage): ReviewCitation {
  const start = text.search(/\S/)
  const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? ''
  const quote = line.slice(0, FIRST_WORDS).trimEnd()
  return { documentId, title, page, start, quote, boxes: boxesOf(words, [{ start, end: start + quote.length }]) }
}

async function listDecided(db: Kysely<Tables>, factIds: readonly FactId[]): Promise<ReadonlySet<FactId>> {
  const rows = factIds.length === 0 ? [] : await findFacts(db, factIds)
  return new Set(rows.filter(({ state }) => state !== 'proposed').map(({ id }) => id))
}
