/**
 * Finds what recognition misread of the words asked for (slips.ts), and ranks it: pages with all words as written, then
 * pages with all words where a slip stands for one, then the rest by score.
 */
import type { Kysely } from 'kysely'
import { type ChunkMatch, documentFrequencies } from '../store/chunks.ts'
import type { Tables } from '../store/tables.ts'
import type { Query } from './query.ts'
import { findSlips, type Slip, slipsOf } from './slips.ts'

/** Those readings of the query's words that the person's record holds at all. */
export async function heldSlips(db: Kysely<Tables>, personSeq: number, query: Query): Promise<Slip[]> {
  const slips = slipsOf(query)
  if (slips.length === 0) return []
  const chunks = await documentFrequencies(db, personSeq, [...new Set(slips.map(phraseOf))], 1)
  return slips.filter((slip) => (chunks.get(phraseOf(slip)) ?? 0) > 0)
}

const phraseOf = ({ read }: Slip) => read.join(' ')

/** The slips as these texts have them written: a capital in one is part of its shape (`Alc` is a slip, `ALC` another test). */
export function writtenSlips(texts: readonly string[], slips: readonly Slip[]): Slip[] {
  const found = texts.flatMap((text) => findSlips(text, slips).map(({ written, slip }) => ({ ...slip, read: written })))
  return [...new Map(found.map((slip) => [`${slip.meant.join(' ')}\n${phraseOf(slip)}`, slip])).values()]
}

/** Both best first, the latter found by slips. `allFirst`: every one of `written` has all words as asked. */
export function withHealed(
  written: readonly ChunkMatch[],
  healed: readonly ChunkMatch[],
  allFirst: boolean,
): ChunkMatch[] {
  const tiers = [
    ...written.map((match) => ({ match, tier: allFirst || match.comesFirst === 1 ? 2 : 0 })),
    ...healed.map((match) => ({ match, tier: match.comesFirst })),
  ]
  const ranked = tiers.sort((one, other) => other.tier - one.tier || other.match.score - one.match.score)
  const seen = new Set<number>()
  return ranked.flatMap(({ match }) => {
    if (seen.has(match.chunkId)) return []
    seen.add(match.chunkId)
    return [match]
  })
}
