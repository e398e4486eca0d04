/** Whether edits fit their review: they are kept apart from it, and must not name what is not there. */
import { AppError } from '#contract/errors.ts'
import type { Review, ReviewEdits } from '#contract/reviews.ts'

/** An edit of a line or section that is not there, or two of one, is the caller's mistake; a line that is gone stays gone. */
export function checkEdits({ lines, own }: ReviewEdits, { steps }: Review): void {
  const sections = steps.flatMap((step) => step.sections)
  const editable = new Set(sections.flatMap((section) => section.lines).flatMap((line) => (line.isGone ? [] : line.id)))
  const lineIds = lines.map(({ lineId }) => lineId)
  const sectionIds = own.map(({ sectionId }) => sectionId)
  const areKnown =
    lineIds.every((id) => editable.has(id)) && sectionIds.every((id) => sections.some((one) => one.id === id))
  const areOnce = new Set(lineIds).size === lineIds.length && new Set(sectionIds).size === sectionIds.length
  if (!areKnown || !areOnce) throw new AppError('input/invalid')
}
