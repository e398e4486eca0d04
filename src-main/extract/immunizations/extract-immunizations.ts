/**
 * Vaccines that were given: vaccine, date, lot, number of the dose, from records, tables and running text. What is due,
 * declined or recommended was not given; a date is that of the paper only where the paper says that it was given at the
 * visit it tells of.
 */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { datesBeside } from '../statements/stated-dates.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { detailsIn, immunizationProposal, NOT_GIVEN } from './immunization-proposal.ts'
import { readImmunizationTable } from './immunization-tables.ts'

export function extractImmunizations(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  return readPassages(pages, (line) => context.vaccines.findIn(line).length > 0).flatMap((passage) => {
    if (SILENT.has(passage.section)) return []
    if (passage.kind === 'table') return readImmunizationTable(passage, context)
    return statementsOf(passage).flatMap((statement) => readStatement(passage, statement, context))
  })
}

interface NamedSpan extends Span {
  readonly name: string
}

const SILENT: ReadonlySet<string> = new Set(['advice', 'allergies', 'family-history', 'problems', 'diagnoses'])

const SPOKEN_OF = /vaccin|immuni[sz]|shot|jab|booster|dose/i
/** `MMR #2 given 15.01.2023`: right after the name. */
const JUST_GIVEN = /^\s?(?:(?:#|no\.?|dose)\s?\d\s)?(?:was |were )?(?:given|administered)\b/i

const GIVEN =
  /\b(?:received|given|administered|had|got|vaccinated|immuni[sz]ed|up to date|last|booster|completed|dose|shot|lot|batch|on|in)\b/i

function readStatement(passage: Passage, statement: Span, context: ClinicalContext): Proposal[] {
  const text = passage.page.text.slice(statement.start, statement.end)
  const found = context.vaccines.findIn(text)
  const vaccines = found.filter((vaccine, index) => !isBrandOf(text, vaccine, found[index - 1]))
  const scopeOf = readScopes(text)
  return vaccines.flatMap((vaccine, index) => {
    const from = Math.max(vaccines[index - 1]?.end ?? 0, text.lastIndexOf(';', vaccine.start) + 1)
    const until = vaccines[index + 1]?.start ?? text.length
    const reach = text.slice(vaccine.end, until)
    const lead = text.slice(from, vaccine.start)
    const scope = scopeOf(vaccine)
    if (
      scope.isNegated ||
      scope.relation !== undefined ||
      scope.isOthers ||
      NOT_GIVEN.test(clauseBefore(text, vaccine.start)) ||
      NOT_GIVEN.test(reach)
    )
      return []
    const after = datesBeside(reach, context.order).map((found) => shifted(found, vaccine.end))
    const before = datesBeside(lead, context.order)
      .map((found) => shifted(found, from))
      .slice(-1)
    const dates = after.length > 0 ? after : before
    const isRecord = passage.section === 'immunizations'
    const ofVisit = dates.length === 0 && isGivenNow(passage, statement) ? context.date : undefined
    if (
      ofVisit === undefined &&
      !isRecord &&
      (dates.length === 0 || !((SPOKEN_OF.test(text) && GIVEN.test(text)) || JUST_GIVEN.test(reach)))
    )
      return []
    const details = detailsIn(reach)
    const shift = (span: Span) => ({ start: span.start + statement.start, end: span.end + statement.start })
    const given = dates.length > 0 ? dates : [undefined]
    return given.map((date) =>
      immunizationProposal(
        {
          page: passage.page,
          vaccine,
          nameSpan: shift(vaccine),
          spans: [
            shift(vaccine),
            ...(date ? [shift(date)] : []),
            ...details.spans.map((span) => shift(shifted(span, vaccine.end))),
          ],
          details: given.length > 1 ? {} : details.details,
          date,
          ...(ofVisit?.dateKind === 'service' && { ofVisit }),
        },
        passage.page.text,
      ),
    )
  })
}

/** `Influenza, quadrivalent (Fluzone Quad)`: one vaccine under two names. */
function isBrandOf(text: string, vaccine: NamedSpan, before: NamedSpan | undefined): boolean {
  if (!before || !/\([^)]*$/.test(text.slice(before.end, vaccine.start))) return false
  const [one, other] = [before.name.toLowerCase(), vaccine.name.toLowerCase()]
  return one.startsWith(other) || other.startsWith(one)
}

/** `Immunizations given: Tdap` under what was done today; a record of vaccines says no such thing. */
function isGivenNow({ page }: Passage, statement: Span): boolean {
  const lineStart = page.text.lastIndexOf('\n', statement.start - 1) + 1
  const before = page.text.slice(Math.max(lineStart, statement.start - 80), statement.end)
  return (
    /\b(?:vaccin(?:es?|ations?)|immuni[sz]ations?)\s+(?:given|administered)(?:\s+(?:today|(?:at|during|for|in)\s+(?:this|your|today[’']s)\s+(?:visit|appointment|encounter)))?\s*:/iu.test(
      before,
    ) || /\b(?:given|administered|received)\s+(?:today|at (?:this|today[’']s) visit|in clinic today)\b/iu.test(before)
  )
}

/** What was said of one vaccine may hold for the next, up to a semicolon; what heads the sentence holds for all. */
const clauseBefore = (text: string, at: number) =>
  `${/^[^:;]{0,40}:/.exec(text.slice(0, at))?.[0] ?? ''} ${text.slice(text.lastIndexOf(';', at) + 1, at)}`

const shifted = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by })
