/** How likely a four-sided figure is to be the outline of a sheet, in one number. */
import { isMissing } from './missing-side.ts'
import type { QuadCandidate } from './quad-candidates.ts'
import { inkWithin, type SideEvidence, weighSides } from './quad-evidence.ts'
import type { PaperAndInk } from './writing.ts'

/** The worth of a figure is at most so much above its score. */
export const mostGained = 0.1

/** 0 when it would cut into writing; above 1 it is likely. */
export function worthOfQuad({ quad, lines, score }: QuadCandidate, view: PaperAndInk): number {
  const sides = weighSides(quad, lines, view)
  if (sides.some((side, i) => isWriting(side) || cutsWriting(sides, i))) return 0
  if (lines.some(isMissing) && sides.filter((side) => isStep(side) && side.seen > 0.7).length < 3) return 0
  const mean = (of: (side: SideEvidence) => number) => sides.reduce((sum, side) => sum + of(side), 0) / 4
  return (
    score -
    0.5 * mean(({ goesOn }) => goesOn[0] + goesOn[1]) +
    mostGained * mean((side) => Math.min(1, Math.max(-0.5, side.step / 0.1))) -
    mean((side) => (isStep(side) ? 0 : Math.max(0, side.inkInside - 0.04))) +
    0.2 * (inkWithin(quad, view.ink) - 1)
  )
}

const isStep = ({ step }: SideEvidence) => step > 0.015

/** A line of text, not the edge of anything. */
const isWriting = (side: SideEvidence) => !isStep(side) && side.inkInside > 0.08 && side.seen < 0.8

/**
 * Writing just outside a side: unless paper visibly ends there, it may be the writing of this very sheet, and the side a
 * rule or a shaded row on it. Lines on a sheet do not end the sheet's sides; the edge of a sheet that lies on another does.
 */
function cutsWriting(sides: readonly SideEvidence[], i: number): boolean {
  const [before, side, after] = [sides[(i + 3) & 3], sides[i], sides[(i + 1) & 3]] as [
    SideEvidence,
    SideEvidence,
    SideEvidence,
  ]
  if (side.inkOutside < 0.04) return false
  const isEnd = before.goesOn[1] < 0.5 && after.goesOn[0] < 0.5
  return !(isEnd && (isStep(side) || (isStep(before) && isStep(after))))
}
