/**
 * The papers on which extraction is measured: so many of each layout, each from a seed of its own, so that a paper is the
 * same whatever else is made beside it.
 */
import { createRandom, type Random } from '../random.ts'
import type { ClinicalDocument, LayoutName } from './clinical-document.ts'
import { drawCumulative } from './cumulative.ts'
import { drawEuropean } from './european.ts'
import { drawForm } from './form.ts'
import { drawClinicLetter, drawDischarge, drawOperation, drawRadiology, drawReferral } from './letters.ts'
import { drawAllergyRecord, drawMedicineList } from './lists.ts'
import { drawMicrobiology } from './microbiology.ts'
import { drawNarrative } from './narrative.ts'
import { drawPortal } from './portal.ts'
import { drawReferenceLab } from './reference-lab.ts'
import type { Scribe } from './scribe.ts'
import { drawTwoColumn } from './two-column.ts'

const layouts: Readonly<Record<LayoutName, (random: Random) => Scribe>> = {
  A: drawPortal,
  B: drawReferenceLab,
  C: drawCumulative,
  D: drawEuropean,
  E: drawMicrobiology,
  F: drawNarrative,
  G: drawForm,
  H: drawTwoColumn,
  discharge: drawDischarge,
  clinic: drawClinicLetter,
  referral: drawReferral,
  radiology: drawRadiology,
  medicines: drawMedicineList,
  allergies: drawAllergyRecord,
  operation: drawOperation,
}

/** Of each layout. */
export const PER_LAYOUT = 16

export function makeClinicalDocument(layout: LayoutName, index: number, seed = 1): ClinicalDocument {
  const scribe = layouts[layout](createRandom(seedOf(layout, index, seed)))
  return { name: `${layout}-${String(index + 1).padStart(2, '0')}`, layout, ...scribe.finish() }
}

function seedOf(layout: LayoutName, index: number, seed: number): number {
  let state = seed * 7919
  for (const letter of `${layout}/${index}`) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0
  return state
}
