/**
 * What the lines between results say about those that follow: which specimen they are of, and that a part of another
 * kind begins (medicines, vital signs, bills), whose numbers are no results.
 */
import { findDates } from '../dates.ts'
import type { PageRow } from '../page-rows.ts'
import { isForeignHeading } from './header-roles.ts'
import type { ReadingContext } from './reading.ts'
import { specimenIn } from './specimen-lines.ts'

export interface Section {
  readonly specimen?: string
  /** A part whose rows are no laboratory results. */
  readonly isForeign: boolean
}

const FOREIGN =
  /^\W*(?:(?:current|home|active|discharge|new|regular|your|list of)\s+)*(?:medications?|medicines?|drugs|allerg(?:y|ies)|immuni[sz]ations?|vaccin(?:es?|ations?)|vital signs|vitals|family history|social history|diet|nutrition\w*|food (?:diary|journal)|invoice|bill(?:ing)?|statement of account|appointments?|medikation|medikamente|impfungen|m[ée]dicaments|traitement|medicación)\b[^.]{0,24}$/iu
const RESULTS =
  /\b(?:lab(?:oratory|s)?|results?|chemistry|h(?:a)?ematology|panel|profile|blood|lipids?|thyroid|labor\w*|analyse\w*|serology|urin\w*|cbc|counts?|differential|metabolic|hepatic|liver|renal|kidneys?|electrolytes?|functions?|coagulation|clotting|ha?emostasis|cardiac|inflammation|hormones?|endocrin\w*|vitamins?|minerals?|iron|tumou?r|markers?|immunolog\w*|diabetes|gases|studies|tests)\b/iu

/** Undefined when the row is no heading of a part. */
export function sectionOf(row: PageRow): Section | undefined {
  const filled = row.cells.filter(({ text }) => text !== '')
  const [first] = filled
  if (!first) return
  if (filled.length >= 2) {
    return filled.filter(({ text }) => isForeignHeading(text)).length >= 2 ? { isForeign: true } : undefined
  }
  const text = first.text.replace(/:$/u, '')
  // `* = abnormal` explains a mark.
  if (text.length > 60 || text.split(/\s+/u).length > 8 || /[.!?,;]$|=/u.test(text)) return
  if (FOREIGN.test(text)) return { isForeign: true }
  const specimen = specimenIn(text)
  if (specimen && !/\d/u.test(text)) return { specimen, isForeign: false }
  const isTitle = row.startsBlock || text === text.toUpperCase() || RESULTS.test(text)
  return isTitle && !/\d/u.test(text) && /\p{L}{3}/u.test(text) ? { isForeign: false } : undefined
}

/**
 * `14-Jul-2023 Filed by …  Full blood count  Specimen H69`, `Lipids (12 May 2021)`: a line with a day that names a part of
 * a report. A name, an address or a sentence beside a day is no such line.
 */
export function isBarOfPart(row: PageRow, { names, order }: ReadingContext): boolean {
  const parts = row.cells.flatMap(({ text }) => {
    const [found] = findDates(text, { order })
    return found ? [text.slice(0, found.start), text.slice(found.end)] : [text]
  })
  const titles = parts
    .map((part) => part.replace(/^[\s:,()\u2013-]+|[\s:,()\u2013-]+$/gu, ''))
    .filter((part) => /\p{L}{2}/u.test(part))
  const isOfPaper = row.cells.some(({ text }) => /\b(?:print\w*|page \d|copyright|downloaded|faxed)\b/iu.test(text))
  if (titles.length === 0 || row.end - row.start > 160 || isOfPaper) return false
  const isTitle = (title: string) =>
    title.split(/\s+/u).length <= 8 &&
    !/[.!?]$/u.test(title) &&
    (RESULTS.test(title) || SPECIMEN.test(title) || names.find(title) !== undefined)
  return titles.some(isTitle)
}

const SPECIMEN = /^(?:specimen|sample|accession|lab|order|request)\s?(?:no|number|id|ref|#)?\.?\s?:?\s?[\p{L}\d-]*\d/iu
