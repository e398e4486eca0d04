/** Dates beside the name of an operation, a diagnosis, a vaccine: there a year alone is a date too. */

import type { ClinicalContext } from '../clinical-context.ts'
import { type FoundDate, findDates } from '../dates.ts'

const YEAR =
  /(?<![\p{L}\p{N}/.,-])(?:19[2-9]\d|20[0-4]\d)(?![\p{L}\p{N}/-]|[.,]\d|\s?(?:mg|mcg|ml|iu|units?|g|cells|steps|kcal|h|hrs?)\b)/giu

export function datesBeside(text: string, order: ClinicalContext['order']): FoundDate[] {
  const dates = findDates(text, { order })
  const years = [...text.matchAll(YEAR)]
    .map((match) => ({
      start: match.index,
      end: match.index + 4,
      date: { on: match[0], precision: 'year' as const, isAmbiguous: false },
    }))
    .filter((year) => !dates.some((date) => date.start < year.end && year.start < date.end))
  return [...dates, ...years].sort((a, b) => a.start - b.start)
}
