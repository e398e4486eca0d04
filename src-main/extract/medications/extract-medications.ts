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
  const read = passages
    .filter(({ section }) => !SILENT.has(section))
    .map((passage) => {
      const readings = readingsOf(passage, context, readTable)
      return { passage, readings, given: new Set(readings.filter((reading) => isGivenThen(passage, reading))) }
    })
  const kept = new Set(
    read.flatMap(({ readings, given }) =>
      readings.filter((reading) => !given.has(reading)).map(({ mention }) => mention.name),
    ),
  )
  return read.flatMap(({ passage, readings, given }) => {
    if (readings.length === 0 && isMedicationSection(passage.section)) return noneKnown(passage, 'medication', context)
    return readings.map((reading) =>
      medicationProposal(
        given.has(reading) && !kept.has(reading.mention.name) ? { ...reading, change: 'stopped' as const } : reading,
        context,
      ),
    )
  })
}

/**
 * Given during a stay or a visit that is over, and not said to go on: whoever reads the paper later must not take it for
 * a medicine that the person takes.
 */
function isGivenThen({ title, page, section }: Passage, { mention, change }: Reading): boolean {
  if (change !== undefined) return false
  if (GIVEN_TITLE.test(title)) return true
  if (!COURSE_TITLE.test(title) || isMedicationSection(section)) return false
  return /\b(?:treated with|received|given|administered|covered with|loaded with)\s[^.;]{0,60}$/i.test(
    page.text.slice(Math.max(0, mention.start - 90), mention.start),
  )
}
const GIVEN_TITLE =
  /^\W*(?:(?:ed|er|emergency (?:department|room)) course|(?:(?:medications?|medicines?|meds|drugs?|treatments?) )?(?:given|administered) in (?:the )?(?:ed|er|a&e|emergency|ambulance|theatre))\b/i
const COURSE_TITLE = /\b(?:hospital|inpatient|clinical|ward|icu) course\b|\bcourse in (?:hospital|the)\b|\bprogress\b/i

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
