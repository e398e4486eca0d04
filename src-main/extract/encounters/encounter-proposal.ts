/** One visit, admission or discharge → a proposal. */
import type { Span } from '../../ingest/read-page.ts'
import { statedOn } from '../clinical-context.ts'
import type { FoundDate } from '../dates.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'

export type EncounterName = 'admission' | 'discharge' | 'visit'

interface Encounter {
  readonly page: ExtractPage
  readonly name: EncounterName
  readonly words: Span
  readonly date: FoundDate
  readonly place?: string
}

export function encounterProposal({ page, name, words, date, place }: Encounter): Proposal {
  const written = page.text.slice(words.start, words.end)
  return {
    kind: 'encounter',
    name,
    nameText: written.split(/[:\t]/)[0]?.trim() || written,
    valueText: page.text.slice(date.start, date.end),
    flag: 'unknown',
    isNoneKnown: false,
    ...statedOn(date.date),
    dateKind: 'service',
    details: place ? { place } : {},
    doubts: date.date.isAmbiguous ? ['ambiguous-date'] : [],
    suggestions: [],
    page: page.number,
    spans: [words],
    valueSpan: { start: date.start, end: date.end },
  }
}
