/** One vaccine that was given → a proposal; the words for what was not given, for lot and number of a dose. */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, paperDate, statedOn } from '../clinical-context.ts'
import type { FoundDate } from '../dates.ts'
import type { FoundVaccine } from '../dictionaries/vaccines.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'

export const NOT_GIVEN =
  /\b(?:due|overdue|declin\w+|refus\w+|recommend\w*|advis\w+|offer\w*|consider\w*|needs?|should|will|plan\w*|schedul\w+|eligible|not (?:yet )?(?:given|received|done|had|up)|never|contraindicat\w+|discuss\w*|next|pending|postponed|deferred|ordered|requests?|wants|if|missed|outstanding|immune|incomplete|tit(?:re|er)s?|antibod\w+|serology|history of|had disease|exempt\w*|waived|no (?:record|history|previous)|without)\b/i

interface Given {
  readonly page: ExtractPage
  readonly vaccine: Pick<FoundVaccine, 'name' | 'cvx'>
  readonly nameSpan: Span
  readonly spans: readonly Span[]
  readonly details: FactDetails
  readonly date: FoundDate | undefined
  /** The day of the visit at which it was given. */
  readonly ofVisit?: NonNullable<ClinicalContext['date']>
}

export function immunizationProposal(given: Given, text: string): Proposal {
  const { page, vaccine, nameSpan, spans, details, date, ofVisit } = given
  const when = date?.date ?? ofVisit
  const written = text.slice(nameSpan.start, nameSpan.end)
  return {
    kind: 'immunization',
    name: vaccine.name,
    nameText: written,
    ...(vaccine.cvx === undefined ? {} : { code: { system: 'cvx' as const, code: vaccine.cvx } }),
    valueText: written,
    flag: 'unknown',
    isNoneKnown: false,
    ...(date ? statedOn(date.date) : ofVisit ? paperDate({ date: ofVisit }) : {}),
    details,
    doubts: when ? (when.isAmbiguous ? ['ambiguous-date'] : []) : ['no-date'],
    suggestions: [],
    page: page.number,
    spans: [...spans].sort((a, b) => a.start - b.start),
    valueSpan: nameSpan,
  }
}

const LOT = /\b(?:lot|batch|charge|ch\.-b)\.?\s*(?:no\.?|number|nr\.?|#)?\s*[:#]?\s*([A-Z0-9][A-Z0-9-]{2,14})\b/i
const DOSE =
  /\b(?:dose|shot|#|no\.)\s?#?(\d)(?:\s?(?:of|\/)\s?\d)?\b|#(\d)\b|\b(\d)(?:st|nd|rd|th)\s(?:dose|shot)|\b(booster|first dose|second dose|third dose|single dose)\b/i

/** Lot and number of the dose in free text; spans count from its start. */
export function detailsIn(text: string): { readonly details: FactDetails; readonly spans: readonly Span[] } {
  const lot = LOT.exec(text)
  const dose = DOSE.exec(text)
  const lotText = lot && /\d/.test(lot[1] ?? '') ? lot[1] : undefined
  const doseText = dose?.[1] ?? dose?.[2] ?? dose?.[3] ?? dose?.[4]
  const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
  return {
    details: { ...(lotText ? { lot: lotText } : {}), ...(doseText ? { doseNumber: doseText } : {}) },
    spans: [...(lot && lotText ? [spanOf(lot)] : []), ...(dose && doseText ? [spanOf(dose)] : [])],
  }
}
