/**
 * Conditions and family history: problem lists, past history, diagnoses, impressions, running text. What is denied,
 * another's, only feared or spoken of is never the person's.
 */
import type { ClinicalContext } from '../clinical-context.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { noneKnown } from '../statements/none-known.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import type { Section } from '../statements/section-names.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { isTicked, tickedCells } from '../statements/ticked-cells.ts'
import { readStatement } from './condition-statements.ts'
import { readConditionTable } from './condition-tables.ts'

export function extractConditions(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  const passages = readPassages(pages, (line) => context.conditions.findIn(line).length > 0)
  return passages.flatMap((passage) => {
    if (SILENT.has(passage.section) || passage.section.startsWith('medications')) return []
    const found =
      passage.kind === 'table'
        ? [...readConditionTable(passage, context), ...readTicked(passage, context)]
        : readText(passage, context)
    if (found.length > 0) return found
    if (passage.section === 'family-history') return noneKnown(passage, 'family-history', context)
    return passage.section === 'problems' || passage.section === 'history'
      ? noneKnown(passage, 'condition', context)
      : []
  })
}

/** What these name, nobody is said to have. */
const SILENT: ReadonlySet<Section> = new Set<Section>([
  'advice',
  'allergies',
  'immunizations',
  'procedures',
  'care-team',
])

function readText(passage: Passage, context: ClinicalContext): Proposal[] {
  return statementsOf(passage).flatMap((statement) => readStatement(passage, statement, context))
}

function readTicked(passage: Passage, context: ClinicalContext): Proposal[] {
  return tickedCells(passage).flatMap((cell) => {
    const written = passage.page.text.slice(cell.start, cell.end)
    const isOfCondition = context.conditions.findIn(written).some((hit) => isTicked(written, hit))
    return isOfCondition ? readStatement(passage, cell, context) : []
  })
}
