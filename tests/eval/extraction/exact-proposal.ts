/** A fact as an extractor would propose it that made no mistake: what the judge must find right in everything. */
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import type { TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { samePlace } from '../boxes.ts'
import { placesOf } from './pair.ts'
import type { ReadDocument } from './scored-document.ts'

export function exactProposal(fact: TrueFact, document: ReadDocument): Proposal {
  const page = document.pages[fact.page - 1]
  const places = placesOf(fact, document.wordBoxes)
  const words = (page?.words ?? []).filter(({ box }) => places.some((place) => samePlace(place, box)))
  const start = Math.min(...words.map((word) => word.start))
  const span = { start, end: Math.max(...words.map((word) => word.start + word.length)) }
  const [unit] = fact.units ?? []
  return {
    ...{ kind: fact.kind, name: fact.nameText, nameText: fact.nameText, valueText: fact.valueText },
    ...(fact.value === undefined ? {} : { value: fact.value }),
    ...(fact.comparator === undefined ? {} : { comparator: fact.comparator }),
    ...(unit === undefined ? {} : { unit }),
    flag: fact.flags?.[0] ?? 'unknown',
    isNoneKnown: fact.isNoneKnown ?? false,
    ...(fact.on === undefined ? {} : { happenedOn: fact.isAmbiguous ? fact.on.slice(0, 4) : fact.on }),
    ...{ details: fact.details ?? {}, doubts: [], suggestions: [], page: fact.page, spans: [span], valueSpan: span },
  }
}
