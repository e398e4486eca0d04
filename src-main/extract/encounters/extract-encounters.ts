/**
 * Visits, admissions and discharges with date and place, and the clinicians a paper names with their role as printed.
 * What is only arranged has not happened; a date of printing, birth or report is none of a visit.
 */

import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import { findDates } from '../dates.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { findCareContacts } from './care-contacts.ts'
import { type EncounterName, encounterProposal } from './encounter-proposal.ts'
import { readEncounterTable } from './encounter-tables.ts'
import { placeIn } from './places.ts'

export function extractEncounters(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  const passages = readPassages(pages, () => false)
  const labelled = pages.flatMap((page) => readLabels(page, context))
  const told = passages.flatMap((passage) => {
    if (SILENT.has(passage.section)) return []
    if (passage.kind === 'table') return readEncounterTable(passage, context)
    return statementsOf(passage).flatMap((statement) => readSentence(passage, statement, labelled, context))
  })
  return [...onceEach([...labelled, ...told]), ...pages.flatMap(findCareContacts)].filter(isFirstContact())
}

const SILENT: ReadonlySet<string> = new Set([
  'advice',
  'allergies',
  'family-history',
  'plan',
  'immunizations',
  'procedures',
])

/** `Date of admission: …`, `Discharged:\t…`: a label and its date, also set apart as cells of a form. */
const LABEL =
  /(?:^|[\n\t;|]|\s{2})[ ]*((?:date of |date )?(?:(admission|admitted(?: on)?|hospital admission)|(discharge|discharged(?: on)?)|(visit|service|consultation|appointment|encounter|clinic|attendance|examination|seen|office visit|clinic visit))(?: date(?:\/time)?| and time)?|(?:(adm)|(d\/c|disch))\.? date|dos)[ ]*(?::[ \t]*|\t[ ]*|[ ]{2,})/gi

function readLabels(page: ExtractPage, context: ClinicalContext): Proposal[] {
  return [...page.text.matchAll(LABEL)].flatMap((match) => {
    const [, label = '', admission, discharge, , adm, disch] = match
    const from = match.index + match[0].length
    const after = page.text.slice(from, from + 40).split('\n')[0] ?? ''
    const [date] = findDates(after, { order: context.order })
    if (!date || date.start > 4) return []
    const name: EncounterName = admission || adm ? 'admission' : discharge || disch ? 'discharge' : 'visit'
    const start = match.index + match[0].indexOf(label)
    const place = placeIn(page.text)
    return [
      encounterProposal({
        page,
        name,
        words: { start, end: from + date.end },
        date: { ...date, start: date.start + from, end: date.end + from },
        ...(place ? { place } : {}),
      }),
    ]
  })
}

/** `Was admitted to … on …`, `discharged home on …`, `seen in the clinic on …`. */
const TOLD =
  /\b(?:(admitted|admission|hospitali[sz]ed)|(discharged?|released)|(seen|reviewed|attended|visited|presented|assessed|evaluated|consulted|examined|visit|consultation|appointment))\b/gi
const NOT_YET =
  /\b(?:will|should|would|to be|if|plan\w*|scheduled|arranged|booked|follow[- ]?up|next|due|recommend\w*|please|awaiting|consider\w*|upcoming|return|can be|may be|not|never|without|until)\b/i

function readSentence(
  { page }: Passage,
  statement: Span,
  labelled: readonly Proposal[],
  context: ClinicalContext,
): Proposal[] {
  const text = page.text.slice(statement.start, statement.end)
  const verbs = [...text.matchAll(TOLD)]
  return verbs.flatMap((verb, index) => {
    const until = verbs[index + 1]?.index ?? text.length
    const from = verb.index + verb[0].length
    const reach = text.slice(from, until)
    const [date] = findDates(reach, { order: context.order })
    const lead = text.slice(Math.max(0, verb.index - 60), verb.index)
    if (
      !date ||
      date.start > 90 ||
      !/(?:\bon|\bfrom|\bin|\bof|,|\(|\bdated|\bat \d{1,2}[:.]\d\d)\s*$/i.test(reach.slice(0, date.start))
    )
      return []
    if (
      NOT_YET.test(lead) ||
      NOT_YET.test(reach.slice(0, date.start)) ||
      /\b(?:mother|father|brother|sister|wife|husband|son|daughter)\b/i.test(lead)
    )
      return []
    if (/;|(?<!\b(?:St|Dr|Mt))\.\s|\b(?:since|born|history|onset|diagnosed)\b/i.test(reach.slice(0, date.start)))
      return []
    const name: EncounterName = verb[1] ? 'admission' : verb[2] ? 'discharge' : 'visit'
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + statement.start,
      end: span.end + statement.start,
    })
    const place = placeIn(reach.slice(0, date.start)) ?? placeIn(reach)
    const said = encounterProposal({
      page,
      name,
      words: shift({ start: verb.index, end: from + date.end }),
      date: shift({ ...date, start: from + date.start, end: from + date.end }),
      ...(place ? { place } : {}),
    })
    return labelled.some((other) => isSame(other, said)) ? [] : [said]
  })
}

const isSame = (a: Proposal, b: Proposal) =>
  a.kind === b.kind && a.name === b.name && a.happenedOn?.slice(0, 10) === b.happenedOn?.slice(0, 10)

/** A running head says the same on every page. */
const onceEach = (proposals: readonly Proposal[]) =>
  proposals.filter((one, index) => proposals.findIndex((other) => isSame(other, one)) === index)

function isFirstContact(): (proposal: Proposal) => boolean {
  const seen = new Set<string>()
  return ({ kind, name }) => {
    if (kind !== 'care-contact') return true
    const key = name.toLowerCase().replace(/[^\p{L}]/gu, '')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}
