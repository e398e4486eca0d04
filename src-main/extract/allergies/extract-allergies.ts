/**
 * Allergies and intolerances of sections, tables and running text, each with what it did and how badly as written.
 * `None known` is a fact; `not recorded` is none; another's allergy, or one that is denied, is nobody's here.
 */
import type { ClinicalContext } from '../clinical-context.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { noneKnown } from '../statements/none-known.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { tickedCells } from '../statements/ticked-cells.ts'
import { readAllergyList } from './allergy-lists.ts'
import { readAllergyProse } from './allergy-prose.ts'
import { readAllergyTable } from './allergy-tables.ts'

export function extractAllergies(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  const isContent = (line: string) =>
    /^\W*nk(?:d|f)?a\W*$/i.test(line) ||
    context.drugs.findIn(line).length > 0 ||
    context.reactions.allergensIn(line).length > 0
  const isReaction = (words: string) =>
    context.reactions.reactionsIn(words).length > 0 || context.reactions.severityIn(words) !== undefined
  return readPassages(pages, isContent, isReaction).flatMap((passage) => {
    if (passage.section === 'advice' || passage.section === 'family-history') return []
    if (passage.kind === 'table') return [...readAllergyTable(passage, context), ...readTicked(passage, context)]
    const none =
      passage.section === 'allergies'
        ? [...noneKnown(passage, 'allergy', context), ...noneInProse(passage, context)].slice(0, 1)
        : noneInProse(passage, context)
    const found =
      passage.section === 'allergies' ? readAllergyList(passage, context) : readAllergyProse(passage, context)
    return found.length > 0 ? found : none
  })
}

/** `NKDA`, `no known drug allergies` in a sentence of its own. */
const noneInProse = (passage: Passage, context: ClinicalContext): Proposal[] =>
  statementsOf(passage).flatMap((statement) => {
    const text = passage.page.text.slice(statement.start, statement.end)
    if (!/allerg|\bnk(?:d|f)?a\b/i.test(text)) return []
    const at = /\b(?:nk(?:d|f)?a\b|no known|denies|no (?:drug|medication|food)? ?allerg)/i.exec(text)?.index ?? 0
    const scope = readScopes(text)({ start: at, end: at + 1 })
    if (scope.relation !== undefined || scope.isOthers) return []
    return noneKnown({ page: passage.page, start: statement.start + at, end: statement.end }, 'allergy', context)
  })

/** `Latex allergy ☒`, and a ticked name below the title of allergies. */
const readTicked = (passage: Passage, context: ClinicalContext): Proposal[] =>
  tickedCells(passage).flatMap((cell) => {
    const entry: Passage = { ...passage, ...cell, kind: 'item', rows: [] }
    return passage.section === 'allergies' ? readAllergyList(entry, context) : readAllergyProse(entry, context)
  })
