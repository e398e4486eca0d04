/**
 * What a laboratory prints under its results of people in general, `Diabetes: >6.4`, `biotin above 5 mg a day can
 * interfere`: nothing in it is the person's, neither a condition nor a medicine nor an allergy.
 */

import type { ExtractPage, Proposal } from '../proposal.ts'
import { sectionOf } from '../statements/section-names.ts'
import { isCommentText, isGeneralRemark } from './gates.ts'

/** Without what stands in such remarks, and without what names a result: an antibiotic that was tested was not taken. */
export function withoutRemarks(proposals: readonly Proposal[], pages: readonly ExtractPage[]): Proposal[] {
  const remarks = new Map(
    pages.map((page) => [page.number, remarkLines(page.text, resultPlaces(proposals, page.number))]),
  )
  const measured = proposals.filter(isLaboratory)
  return proposals.filter(
    (proposal) =>
      !CLINICAL.has(proposal.kind) ||
      !(
        remarks.get(proposal.page)?.some(({ start, end }) => isWithin(proposal, start, end)) ||
        measured.some(
          ({ page, spans }) => page === proposal.page && spans.some(({ start, end }) => isWithin(proposal, start, end)),
        )
      ),
  )
}

const isWithin = ({ spans, valueSpan }: Proposal, from: number, to: number) => {
  const start = spans[0]?.start ?? valueSpan.start
  return start >= from && start < to
}

const isLaboratory = ({ kind, details }: Proposal) => kind === 'observation' && details.category === 'laboratory'

const CLINICAL: ReadonlySet<string> = new Set(['condition', 'medication', 'allergy', 'family-history'])

const resultPlaces = (proposals: readonly Proposal[], page: number) =>
  proposals.flatMap((proposal) => (isLaboratory(proposal) && proposal.page === page ? [proposal.valueSpan.start] : []))

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly isResult: boolean
}

function remarkLines(text: string, places: readonly number[]): Line[] {
  if (places.length === 0) return []
  const lines = linesWith(text, new Set(places))
  const remarks: Line[] = []
  let sinceResult = Number.POSITIVE_INFINITY
  let isRemark = false
  let isTitled = false
  for (const [index, line] of lines.entries()) {
    const startsBlock = index === 0 || lines[index - 1]?.text.trim() === ''
    if (line.isResult || startsBlock || sectionOf(line.text) !== undefined) isRemark = false
    sinceResult = line.isResult ? 0 : sinceResult + 1
    const isTitle = TITLE.test(line.text) || (sinceResult <= NEAR_LINES && OFTEN_TITLE.test(line.text))
    if (isTitle) isTitled = true
    else if (line.isResult || sectionOf(line.text) !== undefined) isTitled = false
    if (line.isResult || line.text.trim() === '') continue
    const isNear = sinceResult <= NEAR_LINES
    isRemark ||= isNear && (isGeneralRemark(line.text) || (isBetweenResults(lines, index) && !isClinical(line.text)))
    isRemark ||= isNear && startsBlock && isCommentText(line.text) && isGeneralRemark(blockFrom(lines, index))
    isRemark ||= isNear && IN_GENERAL.test(line.text)
    if (isRemark || (isTitled && !OF_THE_PERSON.test(line.text))) remarks.push(line)
  }
  return remarks
}

/** Under these a laboratory explains a test, over as many lines and blocks as it likes, until the next result. */
const TITLE =
  /^\W{0,3}(?:clinical (?:significance|uses?|utility|relevance)|uses?|(?:increased|raised|elevated|decreased|lowered|reduced)(?: (?:levels?|values?|results?|concentrations?))?(?: are)?(?: (?:seen|found|observed))? in|(?:common |possible )?causes?(?: of [^:]{3,50})?|associated conditions|limitations?)(?:\s*\d+\s*[.)]|\s*[:.\u2013-]|\s*$)/iu
/** Titles of many papers: here only right under results. */
const OFTEN_TITLE = /^\W{0,3}(?:interpretation|comments?|notes?|remarks?)(?:\s*\d+\s*[.)]|\s*[:.\u2013-]|\s*$)/iu

/** A laboratory may say there what this person's results look like. */
const OF_THE_PERSON =
  /\b(?:(?:this|the|our|your) patient|he|she|known|history of|consistent with|in keeping with|compatible with|suggest(?:s|ed|ive)|features of|favou?rs?|findings?|blood (?:picture|film)|smear)\b/iu

/** A sentence of what is so of people, with nobody in it. */
const IN_GENERAL =
  /\b(?:is|are|has been|have been) (?:defined|classified|diagnosed) (?:by|as|when|if)\b|\b(?:is|are) (?:the |a |an )?(?:most )?(?:common|frequent|leading|usual) causes?\b|\bin an? (?:a?symptomatic|healthy) (?:patient|person|individual)s?\b|\b(?:levels?|values?|concentrations?|results?) (?:is|are|may be|can be) (?:also )?(?:seen|found|increased|decreased|elevated|raised|reduced|high|low) (?:in|with)\b/iu

/** A remark stands right under the results it is of. */
const NEAR_LINES = 4

function linesWith(text: string, places: ReadonlySet<number>): Line[] {
  const ordered = [...places].sort((a, b) => a - b)
  const lines: Line[] = []
  let [start, next] = [0, 0]
  for (const line of text.split('\n')) {
    const end = start + line.length
    let isResult = false
    for (; (ordered[next] ?? Number.POSITIVE_INFINITY) <= end; next++) isResult = true
    lines.push({ start, end, text: line, isResult })
    start = end + 1
  }
  return lines
}

/** Directly between two rows of one table. */
const isBetweenResults = (lines: readonly Line[], index: number) =>
  [index - 1, index + 1].every((at) => lines[at]?.isResult && lines[at]?.text.includes('\t'))

const isClinical = (line: string) => (sectionOf(/^[^:\t]*/u.exec(line)?.[0] ?? '') ?? 'other') !== 'other'

function blockFrom(lines: readonly Line[], index: number): string {
  const end = lines.findIndex(({ text }, at) => at > index && text.trim() === '')
  return lines
    .slice(index, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join(' ')
}
