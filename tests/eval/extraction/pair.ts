/**
 * Pairs each fact of the truth with the proposal that was read from it: by where the value stands, and by name and value
 * when no place decides. Each is in one pair at most.
 */
import type { ExtractPage, Proposal } from '../../../src-main/extract/proposal.ts'
import type { Box, Span } from '../../../src-main/ingest/read-page.ts'
import type { TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { samePlace } from '../boxes.ts'
import { isSameName } from './names.ts'
import type { ReadDocument } from './scored-document.ts'
import { isSameValue } from './values.ts'

export interface Pairing {
  readonly pairs: readonly { readonly truth: TrueFact; readonly found: Proposal }[]
  readonly missed: readonly TrueFact[]
  readonly extra: readonly Proposal[]
}

export function pairFacts(document: ReadDocument, proposals: readonly Proposal[]): Pairing {
  const { facts } = document.truth
  const candidates = facts.flatMap((truth) =>
    proposals.flatMap((found) => {
      const closeness = closenessOf(document, truth, found)
      return closeness > 0 ? [{ truth, found, closeness }] : []
    }),
  )
  const taken = new Set<TrueFact | Proposal>()
  const pairs = candidates
    .toSorted((a, b) => b.closeness - a.closeness)
    .filter(({ truth, found }) => {
      if (taken.has(truth) || taken.has(found)) return false
      taken.add(truth).add(found)
      return true
    })
  return {
    pairs,
    missed: facts.filter((truth) => !taken.has(truth)),
    extra: proposals.filter((found) => !taken.has(found)),
  }
}

/** 0: not the same statement. */
function closenessOf(document: ReadDocument, truth: TrueFact, found: Proposal): number {
  if (truth.kind !== found.kind || truth.page !== found.page) return 0
  const isThere = standsThere(document, truth, found)
  const isNamed = truth.isNoneKnown === true ? found.isNoneKnown : isSameName(truth, found, document.medium !== 'pdf')
  const isValued = isSameValue(truth, found)
  if (!isThere && !(isNamed && isValued)) return 0
  return (
    (isThere ? 4 : 0) +
    (isNamed ? 2 : 0) +
    (isValued ? 2 : 0) +
    (truth.on?.slice(0, 10) === found.happenedOn?.slice(0, 10) ? 1 : 0)
  )
}

/** A measure by its value's place; what has no value by any of its words. */
function standsThere({ pages, wordBoxes }: ReadDocument, truth: TrueFact, found: Proposal): boolean {
  const page = pages.find(({ number }) => number === found.page)
  if (page === undefined) return false
  const there = placesOf(truth, wordBoxes)
  const spans = truth.kind === 'observation' ? [found.valueSpan] : [found.valueSpan, ...found.spans]
  return boxesIn(page, spans).some((box) => there.some((place) => samePlace(place, box)))
}

export const placesOf = ({ page, words }: TrueFact, wordBoxes: ReadDocument['wordBoxes']): Box[] =>
  words.map((word) => wordBoxes[page - 1]?.[word]).filter((box) => box !== undefined)

export const boxesIn = ({ words }: ExtractPage, spans: readonly Span[]): Box[] =>
  words
    .filter(({ start, length }) => spans.some((span) => start < span.end && start + length > span.start))
    .map(({ box }) => box)
