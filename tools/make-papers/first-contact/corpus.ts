/**
 * Papers of layouts that extraction was not written against: so many of each, every one from a seed of its own. They show
 * how well it does on what it meets for the first time, and are of no use for that once it was fitted to them.
 */
import type { ClinicalDocument } from '../clinical/clinical-document.ts'
import type { Scribe } from '../clinical/scribe.ts'
import { createRandom, type Random } from '../random.ts'
import { drawBritishPractice } from './british-practice.ts'
import { drawCumulativeByDate } from './cumulative-by-date.ts'
import { drawEmergencySummary } from './emergency-summary.ts'
import { drawGermanReport } from './german-report.ts'
import { drawHomeVisit } from './home-visit.ts'
import { drawIndianReport } from './indian-report.ts'
import { drawPointOfCareSlip } from './point-of-care-slip.ts'
import { drawSpecialistLetter } from './specialist-letter.ts'
import { drawVeteransTerminal } from './veterans-terminal.ts'

/** Six laboratories by letter, after those of the clinical papers, and three kinds of letter. */
const layouts = {
  I: drawBritishPractice,
  J: drawGermanReport,
  K: drawCumulativeByDate,
  L: drawVeteransTerminal,
  M: drawPointOfCareSlip,
  N: drawIndianReport,
  'home-visit': drawHomeVisit,
  specialist: drawSpecialistLetter,
  emergency: drawEmergencySummary,
} as const satisfies Readonly<Record<string, (random: Random) => Scribe>>

export type FirstContactLayout = keyof typeof layouts
export const firstContactLayouts = Object.keys(layouts) as readonly FirstContactLayout[]

/** Of each layout. */
export const FIRST_CONTACT_PER_LAYOUT = 10

export function makeFirstContactDocument(layout: FirstContactLayout, index: number, seed = 1): ClinicalDocument {
  const scribe = layouts[layout](createRandom(seedOf(layout, index, seed)))
  return { name: `${layout}-${String(index + 1).padStart(2, '0')}`, layout, ...scribe.finish() }
}

function seedOf(layout: string, index: number, seed: number): number {
  let state = seed * 6151
  for (const letter of `first contact/${layout}/${index}`) state = (Math.imul(state, 33) + letter.charCodeAt(0)) | 0
  return state
}
