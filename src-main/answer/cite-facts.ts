/**
 * Facts as citations: the very words of the page that state each, with its date where it stands elsewhere on the page. What
 * was entered by hand stands on no page and is cited by nothing.
 */
import type { Kysely } from 'kysely'
import type { Citation } from '#contract/answers.ts'
import type { DocumentId, FactId } from '#contract/ids.ts'
import { unpackBoxes } from '../ingest/boxes.ts'
import type { Span } from '../ingest/read-page.ts'
import { unpackWords } from '../ingest/words.ts'
import { boxesOf } from '../retrieve/light.ts'
import { type CitablePage, type CitablePlace, listCitablePlaces, listPagesOf } from '../store/named-facts.ts'
import type { Tables } from '../store/tables.ts'
import { findDate } from './find-date.ts'
import type { TypedSentence } from './typed/typed-answer.ts'
import { uniqueCitations } from './unique-citations.ts'

export function createFactCiter(db: Kysely<Tables>) {
  return async (sentences: readonly TypedSentence[]): Promise<{ text: string; citations: Citation[] }[]> => {
    const factIds = [...new Set(sentences.flatMap((sentence) => sentence.factIds))]
    const places = factIds.length === 0 ? [] : await listCitablePlaces(db, factIds)
    const byFact = Map.groupBy(places, ({ factId }) => factId)
    const cited = new Map(
      [...byFact].map(([factId, of]): [FactId, Citation[]] => [factId, uniqueCitations(of.flatMap(citePlace))]),
    )
    const found = await findOnPapers(db, sentences)
    return sentences.map((sentence) => ({
      text: sentence.text,
      citations: uniqueCitations([...sentence.factIds.flatMap((id) => cited.get(id) ?? []), ...found(sentence)]),
    }))
  }
}

/** What papers say of themselves, on the first of their pages that says it. */
async function findOnPapers(db: Kysely<Tables>, sentences: readonly TypedSentence[]) {
  const wanted = sentences.flatMap(({ days = [], words = [] }) =>
    [...days, ...words].map(({ documentId }) => documentId),
  )
  const pages = wanted.length === 0 ? [] : await listPagesOf(db, [...new Set(wanted)])
  const onFirst = (documentId: DocumentId, find: (text: string) => Span | undefined): Citation[] => {
    for (const page of pages)
      if (page.documentId === documentId) {
        const span = find(page.text)
        if (span !== undefined) return [toCitation(page, span)]
      }
    return []
  }
  return ({ days = [], words = [] }: TypedSentence): Citation[] => [
    ...words.flatMap(({ documentId, text }) => onFirst(documentId, (page) => findWords(page, text))),
    ...days.flatMap(({ documentId, on }) => onFirst(documentId, (page) => findDate(page, on, page.length))),
  ]
}

function findWords(page: string, text: string): Span | undefined {
  const start = page.indexOf(text)
  return start === -1 ? undefined : { start, end: start + text.length }
}

const toCitation = ({ documentId, title, page, text, words }: CitablePage, { start, end }: Span): Citation => ({
  ...{ documentId, title, page, start },
  quote: text.slice(start, end),
  boxes: boxesOf(words, [{ start, end }]),
})

/** Parts further apart are cited each by itself. */
const FURTHEST = 120
const LONGEST = 600

function citePlace(place: CitablePlace): Citation[] {
  const { text, happenedOn: on } = place
  const spans = joinNear(findParts(place)).map((span) => closed(text, span))
  const [first] = spans
  if (first === undefined) return []
  const date = on === null ? undefined : (dateInLine(text, spans, on) ?? findDate(text, on, first.start))
  const isWithin = date !== undefined && spans.some(({ start, end }) => date.start >= start && date.end <= end)
  return [...spans, ...(date === undefined || isWithin ? [] : [date])].map((span) => toCitation(place, span))
}

/** A row that bears the day itself rests on no other row that bears the same one. */
function dateInLine(text: string, spans: readonly Span[], on: string): Span | undefined {
  for (const span of spans) {
    const start = text.lastIndexOf('\n', span.start - 1) + 1
    const next = text.indexOf('\n', span.end)
    const line = text.slice(start, next === -1 ? text.length : next)
    const date = findDate(line, on, line.length)
    if (date !== undefined) return { start: date.start + start, end: date.end + start }
  }
  return undefined
}

/** `7.4 % H (4.0-5.6`: what opens a bracket takes in its end. */
const closed = (text: string, { start, end }: Span): Span => {
  const quote = text.slice(start, end)
  const isOpen = (quote.match(/[([]/g)?.length ?? 0) > (quote.match(/[)\]]/g)?.length ?? 0)
  return isOpen && /^[)\]]/.test(text.slice(end)) ? { start, end: end + 1 } : { start, end }
}

function findParts({ text, quote, words, valueBoxes }: CitablePlace): Span[] {
  const near = placeOfValue(words, valueBoxes)
  let from = 0
  return quote.split(' … ').flatMap((part): Span[] => {
    const start = near === undefined ? firstAt(text, part, from) : nearestAt(text, part, near)
    if (start === -1) return []
    from = start + part.length
    return [{ start, end: start + part.length }]
  })
}

const firstAt = (text: string, part: string, from: number) => {
  const after = text.indexOf(part, from)
  return after === -1 ? text.indexOf(part) : after
}

/** Where in the text the word stands in whose box the value does. */
function placeOfValue(words: Uint8Array, valueBoxes: Uint8Array): number | undefined {
  const [wanted] = unpackBoxes(valueBoxes)
  if (wanted === undefined || words.byteLength === 0) return undefined
  const isThere = (box: readonly number[]) => wanted.every((part, at) => Math.abs(part - (box[at] ?? 0)) < 1e-4)
  return unpackWords(words).find(({ box }) => isThere(box))?.start
}

function nearestAt(text: string, part: string, near: number): number {
  let best = -1
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (best === -1 || distanceOf(at, part, near) < distanceOf(best, part, near)) best = at
  }
  return best
}

const distanceOf = (at: number, part: string, near: number) =>
  near >= at && near < at + part.length ? 0 : Math.abs(at - near)

function joinNear(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    const end = Math.max(last?.end ?? 0, span.end)
    if (last !== undefined && span.start - last.end < FURTHEST && end - last.start < LONGEST)
      joined[joined.length - 1] = { start: last.start, end }
    else joined.push(span)
  }
  return joined
}
