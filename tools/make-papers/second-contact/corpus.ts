/**
 * A second set of papers of layouts that extraction was not written against, after papers of many countries and trades:
 * whoever wrote these had not seen how facts are found. Of no use for that once extraction was fitted to them.
 */
import type { ClinicalDocument } from '../clinical/clinical-document.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { createRandom, type Random } from '../random.ts'
import { drawAfterVisit } from './after-visit.ts'
import { drawGpSummary } from './gp-summary.ts'
import { drawHospitalStay } from './hospital-stay.ts'
import { drawImaging } from './imaging.ts'
import { drawLaboratoryQuebec } from './laboratory-quebec.ts'
import { drawPathologyAustralia } from './pathology-australia.ts'
import { drawPathologyIndia } from './pathology-india.ts'
import { drawPortalCards } from './portal-cards.ts'
import { drawUsReference } from './us-reference.ts'
import { drawVaccineCard } from './vaccine-card.ts'

const layouts = {
  'pathology-india': drawPathologyIndia,
  'us-reference': drawUsReference,
  'portal-cards': drawPortalCards,
  'after-visit': drawAfterVisit,
  'hospital-stay': drawHospitalStay,
  'gp-summary': drawGpSummary,
  'pathology-australia': drawPathologyAustralia,
  'laboratory-quebec': drawLaboratoryQuebec,
  imaging: drawImaging,
  'vaccine-card': drawVaccineCard,
} as const satisfies Readonly<Record<string, (random: Random) => Scribe>>

export type SecondContactLayout = keyof typeof layouts
export const secondContactLayouts = Object.keys(layouts) as readonly SecondContactLayout[]

/** Of each layout. */
export const SECOND_CONTACT_PER_LAYOUT = 4

export function makeSecondContactDocument(layout: SecondContactLayout, index: number, seed = 1): ClinicalDocument {
  const scribe = layouts[layout](createRandom(seedOf(layout, index, seed)))
  return { name: `${layout}-${String(index + 1).padStart(2, '0')}`, layout, ...scribe.finish() }
}

function seedOf(layout: string, index: number, seed: number): number {
  let state = seed * 7919
  for (const letter of `second contact/${layout}/${index}`) state = (Math.imul(state, 33) + letter.charCodeAt(0)) | 0
  return state
}
