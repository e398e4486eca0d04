/** A fact as a terminal shows it, and as one JSON object gives it. */
import type { Fact } from '#contract/facts.ts'
import { safeLine } from './terminal-text.ts'

/** The keys that scripts rely on. */
export const toJsonFact = (fact: Fact) => {
  const { id, kind, name, code, value, valueText, comparator, unit, rangeText, flag, happenedOn, datePrecision } = fact
  return {
    ...{ id, kind, name },
    ...(code !== undefined && { code }),
    ...(value !== undefined && { value }),
    valueText,
    ...(comparator !== undefined && { comparator }),
    ...(unit !== undefined && { unit }),
    ...(rangeText !== undefined && { rangeText }),
    flag,
    ...(happenedOn !== undefined && { happenedOn }),
    ...(datePrecision !== undefined && { datePrecision }),
    state: fact.state,
    provenance: fact.provenance.map(({ documentId, page, boxes, quote }) => ({ documentId, page, boxes, quote })),
  }
}

/** What it says, in one line; the name apart. */
export function describeValue({
  kind,
  valueText,
  unitText,
  unit,
  rangeText,
  flag,
  details,
  isNoneKnown,
}: Fact): string {
  if (isNoneKnown) return 'none known'
  const written = kind === 'observation' || kind === 'note' ? [valueText, unitText ?? unit] : []
  const { dose, frequency, reaction, severity, side, certainty, status, relation, change } = details
  const range = rangeText === undefined ? undefined : `(range ${rangeText})`
  const marked = flag === 'unknown' || flag === 'normal' ? undefined : flag
  const parts = [
    ...written,
    marked,
    range,
    dose,
    frequency,
    change,
    reaction,
    severity,
    side,
    certainty,
    status,
    relation,
  ]
  return safeLine(parts.filter((part) => part !== undefined && part !== '').join(' '))
}

/** `lab.pdf` is named by its id: two files may have one name. */
export const describePlace = ({ provenance }: Fact): string => {
  const [first, ...others] = provenance
  if (first === undefined) return 'entered by hand'
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `${first.documentId} page ${first.page}${more}`
}
