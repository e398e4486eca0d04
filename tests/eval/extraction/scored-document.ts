/** What the scorer holds against each other: a paper with its truth, as read, and what was found in it. */
import type { DocumentFacts, ExtractPage, Proposal } from '../../../src-main/extract/proposal.ts'
import type { Box } from '../../../src-main/ingest/read-page.ts'
import type { ClinicalDocument, TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'

export const media = ['pdf', 'scan', 'photo'] as const
export type Medium = (typeof media)[number]

export interface ReadDocument {
  readonly truth: Pick<
    ClinicalDocument,
    'name' | 'layout' | 'facts' | 'disclaimed' | 'printedDates' | 'ownDates' | 'ambiguousDates'
  >
  readonly medium: Medium
  readonly pages: readonly ExtractPage[]
  /** Where the words of each page are in this medium; empty where that is not known. */
  readonly wordBoxes: readonly (readonly Box[])[]
}

export interface FoundFacts {
  readonly document: DocumentFacts
  readonly proposals: readonly Proposal[]
}

export const groups = [
  'labs',
  'vitals',
  'medications',
  'allergies',
  'conditions',
  'family',
  'immunizations',
  'procedures',
] as const
export type Group = (typeof groups)[number]

/** Kinds that no paper's truth lists are in no group and are not scored. */
export function groupOf({
  kind,
  details,
}: Pick<Proposal, 'kind'> & { details?: TrueFact['details'] }): Group | undefined {
  if (kind === 'observation') return details?.category === 'vital-sign' ? 'vitals' : 'labs'
  return groupByKind[kind]
}

const groupByKind: Readonly<Partial<Record<Proposal['kind'], Group>>> = {
  medication: 'medications',
  allergy: 'allergies',
  condition: 'conditions',
  'family-history': 'family',
  immunization: 'immunizations',
  procedure: 'procedures',
}
