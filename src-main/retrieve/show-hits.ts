/** Fused matches as hits: the words as they stand on the page around what was found, and the boxes that light it. */
import type { Kysely } from 'kysely'
import type { Hit } from '#contract/answers.ts'
import type { PlacedChunk } from '../store/chunks.ts'
import { findPageWords } from '../store/pages.ts'
import type { Tables } from '../store/tables.ts'
import type { FusedMatch } from './fuse.ts'
import { boxesOf } from './light.ts'
import { litWords } from './lit-words.ts'
import type { Query } from './query.ts'
import type { NearestSentence } from './search-meaning.ts'
import { findSlips, type Slip } from './slips.ts'
import { snippet } from './snippet.ts'

export interface Shown {
  readonly query: Query
  readonly typing: boolean
  readonly slips: readonly Slip[]
  /** Lights what is near in meaning where no word of the query stands. */
  readonly nearestSentence: NearestSentence | undefined
  /** From which cosine on a chunk was found by its meaning too. */
  readonly near: number
}

export async function showHits(
  db: Kysely<Tables>,
  found: readonly { chunk: PlacedChunk; match: FusedMatch }[],
  { query, typing, slips, nearestSentence, near }: Shown,
): Promise<Hit[]> {
  if (found.length === 0) return []
  const pages = await findPageWords(db, [...new Set(found.map(({ chunk }) => chunk.pageId))])
  const wordsById = new Map(pages.map(({ id, words }) => [id, words]))
  const lightWords = litWords(query, typing)
  return found.map(({ chunk, match }) => {
    const { text, startOffset } = chunk
    const inWords = [...lightWords(text), ...findSlips(text, slips)]
    const sentence = inWords.length === 0 ? nearestSentence?.(query.raw, text) : undefined
    const spans = [...new Map([...inWords, ...(sentence ? [sentence] : [])].map((span) => [span.start, span])).values()]
    const matched = spans.sort((a, b) => a.start - b.start)
    const shown = snippet(text, matched)
    const lit = matched
      .filter(({ start, end }) => start < shown.end && end > shown.start)
      .map(({ start, end }) => ({ start: start + startOffset, end: end + startOffset }))
    const isNear = match.similarity !== undefined && match.similarity >= near
    return {
      documentId: chunk.documentId,
      title: chunk.title,
      page: chunk.pageNumber,
      text: text.slice(shown.start, shown.end),
      start: shown.start + startOffset,
      lit,
      score: Math.round(match.score * 1e4) / 1e4,
      by: [
        ...(match.inWords || inWords.length > 0 ? (['words'] as const) : []),
        ...(isNear || (!match.inWords && inWords.length === 0) ? (['meaning'] as const) : []),
      ],
      boxes: boxesOf(wordsById.get(chunk.pageId) ?? new Uint8Array(), lit),
    }
  })
}
