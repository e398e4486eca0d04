/**
 * What is stated, apart from where it stands and what a person thinks of it; and the name that it goes by. The same
 * statement from two papers has the same id, for ever: the id is made of nothing else.
 */
import { createHash } from 'node:crypto'
import type { Fact } from '#contract/facts.ts'
import type { FactId, PersonId } from '#contract/ids.ts'
import type { Proposal } from '../extract/proposal.ts'

/** A fact's content: the part of `Fact` that an extractor reads or a person writes. */
export type Statement = Omit<Fact, 'id' | 'personId' | 'state' | 'provenance' | 'knownSince' | 'readDifferently'>

export function proposalToStatement(proposal: Proposal): Statement {
  const { page: _page, spans: _spans, valueSpan: _valueSpan, doubts, suggestions, ...content } = proposal
  return { ...content, doubts: [...doubts], suggestions: [...suggestions] }
}

export const factIdOf = (personId: PersonId, statement: Statement): FactId =>
  createHash('sha256')
    .update(JSON.stringify([personId, ...keyOf(statement)]))
    .digest('hex')
    .slice(0, 32) as FactId

/** Two statements are the same when all of these are. */
export function keyOf(statement: Statement): readonly (string | number | boolean | undefined)[] {
  const { kind, isNoneKnown } = statement
  return [kind, nameKey(statement), isNoneKnown, dateKey(statement), ...valueKey(statement), ...detailsKey(statement)]
}

/** Capitals, accents' forms and spacing make no difference. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const folded = (text: string | undefined) => (text === undefined ? undefined : fold(text))

const nameKey = ({ code, name }: Statement) =>
  code === undefined || code.system === 'none' ? fold(name) : `${code.system}:${code.code}`

/** What lasts is the same on whichever day a paper mentions it. */
const lasting = new Set<Fact['kind']>(['allergy', 'condition', 'family-history', 'care-contact'])

function dateKey({ kind, happenedOn, dateKind }: Statement): string | undefined {
  return lasting.has(kind) && dateKind !== 'stated' ? undefined : happenedOn
}

function valueKey(statement: Statement): readonly (string | number | undefined)[] {
  const { kind, valueText, value, comparator, unit, unitText, details } = statement
  if (kind === 'note') return [fold(valueText)]
  if (kind !== 'observation') return []
  return [value ?? fold(valueText), details.secondValue, comparator, unit ?? folded(unitText)]
}

function detailsKey({ kind, details }: Statement): readonly (string | boolean | undefined)[] {
  const d = details
  switch (kind) {
    case 'observation':
      return [folded(d.specimen)]
    case 'medication':
      return [
        ...[d.dose, d.form, d.route, d.frequency, d.change, d.startedOn, d.stoppedOn].map(folded),
        d.asNeeded === true,
      ]
    // one allergy, however much or little each paper says of it
    case 'allergy':
      return []
    case 'condition':
      return [d.certainty, d.status, d.side]
    case 'procedure':
      return [d.side]
    case 'immunization':
      return [d.doseNumber, d.lot].map(folded)
    case 'family-history':
      return [folded(d.relation)]
    case 'encounter':
    case 'care-contact':
      return [d.place, d.role].map(folded)
    case 'note':
      return []
  }
}
