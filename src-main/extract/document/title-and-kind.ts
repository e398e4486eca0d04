/** What a paper calls itself in its head, and what kind that makes it; where nothing is clear, neither. */

import { findDates } from '../dates.ts'
import type { DocumentFacts, ExtractPage, NamedPerson } from '../proposal.ts'
import { type Line, linesOf } from './page-cells.ts'

type Kind = NonNullable<DocumentFacts['kind']>

const HEAD_LINES = 12

export function titleAndKind(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
): Pick<DocumentFacts, 'title' | 'kind'> {
  const first = pages.find(({ text }) => text.trim() !== '')
  if (!first) return {}
  const lines = linesOf(first.text)
  const head = lines.slice(0, HEAD_LINES)
  const title = head.map((line, index) => titleOf(line, index, people)).find((found) => found !== undefined)
  const kind = kindOf(title, lines, pages)
  return { ...(title !== undefined && { title }), ...(kind && { kind }) }
}

const PAPER =
  /\b(?:reports?|results?|letter|summary|notes?|list|records?|referral|certificate|diary|message|plan|prescription|chart|questionnaire|card|history|reconciliation|echocardiogra(?:m|phy)|ecg|ekg|x-?ray|radiograph|ultrasound|mammogra(?:m|phy)|mri|ct|scan|befund|arztbrief|entlassungsbrief|medikationsplan|impfpass|findings|consultation|diary|statement)\b/i

const MEDICINES = /^(?:current|home|active|regular|my) medic(?:ation|ine)s?$/i

/** By themselves they head a section. */
const SECTION =
  /^(?:(?:past |medical |family |social )*history|findings|plan|results?|notes?|summary|consultation|scan|statement|card|records?|list)$/i

/** Words that make a line a title only with a date beside them. */
const DATED_PAPER =
  /\b(?:values|check|review|follow-?up|medicines?|medications?|visit|examination|encounter|advice|investigation)\b/i

/** The line without the name, the birth and the date that follow what the paper is. */
function titleOf({ cells, text }: Line, index: number, people: readonly NamedPerson[]): string | undefined {
  const written = (cells[0]?.text ?? '').replace(/^#+ /, '')
  if (/^[\p{L} ]{2,24}:/u.test(written) || /[.!?]$/.test(written) || cells.length > 2 || /^dear\b|@|www\./i.test(text))
    return undefined
  const dates = findDates(written)
  const ends = [
    ...people.map(({ name }) => written.indexOf(name)),
    ...dates.map(({ start }) => start),
    written.search(/,? (?:born|dob|geb\.?|continued|page|second page)\b/i),
  ].filter((at) => at >= 0)
  const cut = written.slice(0, Math.min(written.length, ...ends))
  const title = cut.replace(/(?:[\s,:(–-]|\b(?:for|of|from|on|mr|mrs|ms|miss|the patient)\b\.?)+$/iu, '').trim()
  if (ends.length === 0 && index > (SECTION.test(title) ? 2 : 5)) return undefined
  if (index < 4 && MEDICINES.test(title)) return title
  const isShort = title.length <= 80 && title.split(' ').length <= 10
  return isShort && /^\p{Lu}/u.test(title) && (PAPER.test(title) || (dates.length === 1 && DATED_PAPER.test(title)))
    ? title
    : undefined
}

const BY_TITLE: readonly (readonly [Kind, RegExp])[] = [
  [
    'discharge-summary',
    /\bdischarge\b|entlassungs?brief|epicrisis|hospital (?:course )?summary|summary of (?:the |your )?(?:hospital )?stay/i,
  ],
  [
    'vaccination-record',
    /(?:vaccin|immuni[sz])\w* (?:records?|cards?|certificate|history|list|report|summary)|impfpass|impfausweis|impfbuch/i,
  ],
  [
    'medicine-list',
    /(?:medic(?:ation|ine)s?|drug) (?:list|plan|record|schedule|chart)|(?:list|plan|schedule) of (?:current |regular )?medic|^(?:current |regular |my |home |active )?medic(?:ine|ation)s?$|medikationsplan|medication reconciliation/i,
  ],
  [
    'imaging-report',
    /radiolog|imaging|echocardiogra|x-?ray|radiograph|\bultrasound\b|sonogra|mammogra|\bmri\b|\bct\b|bone densi|\bdexa\b|\bdxa\b|\bscan\b/i,
  ],
  [
    'lab-report',
    /\blab(?:orator(?:y|ies))?\b|blood (?:test|results?)|laborbefund|microbiology|h(?:a?e)matology report|chemistry report|cumulative report|culture (?:report|result)/i,
  ],
]

function kindOf(
  title: string | undefined,
  lines: readonly Line[],
  pages: readonly Pick<ExtractPage, 'text'>[],
): Kind | undefined {
  const byTitle = title === undefined ? [] : BY_TITLE.filter(([, pattern]) => pattern.test(title)).map(([kind]) => kind)
  if (byTitle.length > 1) return undefined
  const [kind] = byTitle
  if (
    kind === 'imaging-report' &&
    !/report/i.test(title ?? '') &&
    !FINDINGS.test(lines.map(({ text }) => text).join('\n'))
  )
    return undefined
  if (kind !== undefined && !/\b(?:referral|request|order|message|appointment|questionnaire)\b/i.test(title ?? ''))
    return kind
  // A letter may hold a table of results.
  const isAddressed = lines.some(({ text }) => /^(?:dear|re:|regarding:|sehr geehrte)/i.test(text))
  if (!isAddressed && lines.slice(0, HEAD_LINES + 4).some(isResultHeading)) return 'lab-report'
  const isMessage = /message|e-?mail/i.test(title ?? '')
  return !isMessage && isLetter(pages) ? 'letter' : undefined
}

const FINDINGS =
  /(?:^|\n)(?:findings|impression|technique|conclusion|judgement|measurements?|result|report|befund|beurteilung)\b/i

/** `Test · Result · Reference range`: the columns that only results have. */
const isResultHeading = ({ cells, text }: Line): boolean =>
  cells.length >= 3 &&
  /\b(?:tests?|analytes?|components?|examination|parameters?|assay|analysis|investigation|untersuchung)\b/i.test(
    text,
  ) &&
  /\b(?:results?|values?|wert|ergebnis)\b/i.test(text) &&
  /\b(?:range|references?|interval|limits|ref|normal|referenz\w*)\b/i.test(text)

function isLetter(pages: readonly Pick<ExtractPage, 'text'>[]): boolean {
  const text = pages.map((page) => page.text).join('\n')
  const opening = /(?:^|\n)(?:dear|sehr geehrte|liebe|cher|chère|estimad[oa])\b/i.exec(text)
  if (!opening) return false
  return /(?:^|\n)(?:with (?:kind|best|warm) regards|(?:kind|best|warm) regards|regards|sincerely|yours|with thanks|respectfully|mit freundlichen|cordialement|atentamente)/i.test(
    text.slice(opening.index),
  )
}
