/**
 * Finds what recognition misread of the words asked for (slips.ts), and ranks it: pages with all words as written, then
 * pages with all words where a slip stands for one, then the rest by score.
 */
import type { Kysely } from 'kysely'
import { type ChunkHit, documentFrequencies } from '../store/chunks.ts'
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

/** The slips as the hits have them written: a capital in one is part of its shape (`Alc` is a slip, `ALC` another test). */
export function writtenSlips(hits: readonly ChunkHit[], slips: readonly Slip[]): Slip[] {
  const found = hits.flatMap((hit) =>
    findSlips(hit.text, slips).map(({ written, slip }) => ({ ...slip, read: written })),
  )
  return [...new Map(found.map((slip) => [`${slip.meant.join(' ')}\n${phraseOf(slip)}`, slip])).values()]
}

/** Both best first, the latter found by slips. `allFirst`: every one of `written` has all words as asked. */
export function withHealed(written: readonly ChunkHit[], healed: readonly ChunkHit[], allFirst: boolean): ChunkHit[] {
  const tiers = [
    ...written.map((hit) => ({ hit, tier: allFirst || hit.comesFirst === 1 ? 2 : 0 })),
    ...healed.map((hit) => ({ hit, tier: hit.comesFirst })),
  ]
  const ranked = tiers.sort((one, other) => other.tier - one.tier || other.hit.score - one.hit.score)
  const seen = new Set<number>()
  return ranked.flatMap(({ hit }) => {
    if (seen.has(hit.chunkId)) return []
    seen.add(hit.chunkId)
    return [hit]
  })
}
