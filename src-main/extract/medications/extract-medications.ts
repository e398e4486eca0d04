/**
 * Medicines of lists, tables, prescriptions, discharge sections and running text. Only what the paper says this person
 * takes, was given to take or no longer takes: another's medicine, a warning, an idea, an advice is none.
 */
import type { ClinicalContext } from '../clinical-context.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { noneKnown } from '../statements/none-known.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import type { Section } from '../statements/section-names.ts'
import { readMedicationList } from './medication-lists.ts'
import { medicationProposal, type Reading } from './medication-proposal.ts'
import { readMedicationProse } from './medication-prose.ts'
import { createTableReader } from './medication-tables.ts'

export function extractMedications(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  const passages = readPassages(pages, (line) => context.drugs.findIn(line).some((drug) => !drug.isOrdinary))
  const readTable = createTableReader(context)
  return passages.flatMap((passage) => {
    if (SILENT.has(passage.section)) return []
    const readings = readingsOf(passage, context, readTable)
    if (readings.length > 0) return readings.map((reading) => medicationProposal(reading, context))
    return isMedicationSection(passage.section) ? noneKnown(passage, 'medication', context) : []
  })
}

/** Where a medicine is named that nobody takes. */
const SILENT: ReadonlySet<Section> = new Set<Section>([
  'advice',
  'allergies',
  'family-history',
  'immunizations',
  'care-team',
])

const isMedicationSection = (section: Section) => section.startsWith('medications')

function readingsOf(passage: Passage, context: ClinicalContext, readTable: (passage: Passage) => Reading[]): Reading[] {
  if (passage.kind === 'table') return readTable(passage)
  if (isMedicationSection(passage.section) || isPrescription(passage)) return readMedicationList(passage, context)
  return readMedicationProse(passage, context)
}

/** `Rx: …`, `Sig: …`: a prescription under no heading. */
const isPrescription = ({ page, start, end }: Passage) =>
  /(?:^|\n)\s*(?:rx|sig|s|label)\s*[:.]\s/i.test(page.text.slice(start, end)) || /℞/.test(page.text.slice(start, end))
