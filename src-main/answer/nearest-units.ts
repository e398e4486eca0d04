/**
 * What to quote when no sentence speaks of everything that was asked: the sentence that comes nearest in words and in
 * meaning together, or none. The words count by how rare they are, and by half where they only stand around the sentence;
 * below the bar the honest answer is that it was not found. Weights and bar were chosen on the committed set
 * (docs/retrieval.md), so that of forty questions without an answer at most one is answered all the same.
 */
import type { Span } from '../ingest/read-page.ts'
import { groupTerms, type Query } from '../retrieve/query.ts'
import { splitUnits } from '../retrieve/sentences.ts'
import type { Frequencies, Nearness } from './needs.ts'
import { rarityOf } from './needs.ts'
import type { Passage } from './passage.ts'
import type { WordIndex } from './word-index.ts'

export interface NearUnit {
  readonly passage: Passage
  /** In the passage's text. */
  readonly span: Span
  /** From BAR up. */
  readonly score: number
}

export interface NearUnitsInput {
  readonly query: Query
  readonly passages: readonly Passage[]
  readonly frequencies: Frequencies
  readonly index: (text: string) => WordIndex
  readonly nearness: Nearness
}

const AROUND = 0.5
const OF_MEANING = 0.6
const OF_PASSAGE = 0.5
const BAR = 1.12
/** A second one is quoted when it comes as close as this to the first. */
const CLOSE = 0.9
const MOST = 2

export function nearestUnits({ query, passages, frequencies, index, nearness }: NearUnitsInput): NearUnit[] {
  const groups = groupTerms(query.terms.filter(({ kind }) => kind === 'subject')).map((group) => {
    const tokens = group.map(({ token }) => token)
    return { tokens, alternatives: group[0]?.alternatives ?? [], rarity: rarityOf(tokens, frequencies) }
  })
  const total = groups.reduce((sum, { rarity }) => sum + rarity, 0)
  if (total === 0) return []
  const units = passages.flatMap((passage) => {
    const around = index(`${passage.documentTitle}\n${passage.text}`)
    return splitUnits(passage.text)
      .filter(({ kind }) => kind !== 'heading')
      .map(({ start, end }): NearUnit => {
        const text = passage.text.slice(start, end)
        const own = index(text)
        const held = groups.reduce((sum, { tokens, alternatives, rarity }) => {
          const isOwn = tokens.every(own.has) || alternatives.some(own.hasPhrase)
          return sum + (isOwn ? rarity : tokens.every(around.has) ? AROUND * rarity : 0)
        }, 0)
        const score = held / total + OF_MEANING * nearness(query.raw, text) + OF_PASSAGE * passage.score
        return { passage, span: { start, end }, score }
      })
  })
  const ranked = units.filter(({ score }) => score >= BAR).sort((one, other) => other.score - one.score)
  const best = ranked[0]?.score ?? 0
  return ranked.slice(0, MOST).filter(({ score }) => score >= CLOSE * best)
}
