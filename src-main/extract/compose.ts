/**
 * A document's pages → what the paper says of itself and every fact proposed from it. Each extractor works by itself;
 * here stands what is common to all: the order, one proposal for one place, sound places, words one should look at.
 */
import type { Span, Word } from '../ingest/read-page.ts'
import { extractAllergies } from './allergies/extract-allergies.ts'
import type { ClinicalContext } from './clinical-context.ts'
import { extractConditions } from './conditions/extract-conditions.ts'
import { dateOrderOf } from './dates.ts'
import type { Analytes } from './dictionaries/analytes.ts'
import type { MeasureDictionaries } from './dictionaries/read-dictionaries.ts'
import type { DrugDictionaries } from './dictionaries/read-drug-dictionaries.ts'
import { isDayOfResults, stayOf } from './document/document-date.ts'
import { withoutLeaflets } from './document/leaflets.ts'
import { onePerPlace } from './document/one-per-place.ts'
import { ownDateOrder } from './document/own-date-order.ts'
import { withoutUnticked } from './document/unticked-boxes.ts'
import { documentFacts } from './document-facts.ts'
import { extractEncounters } from './encounters/extract-encounters.ts'
import { extractImmunizations } from './immunizations/extract-immunizations.ts'
import { extractLabs, type LabContext } from './labs/extract-labs.ts'
import { withoutRemarks } from './labs/general-remarks.ts'
import { extractMedications } from './medications/extract-medications.ts'
import { extractProcedures } from './procedures/extract-procedures.ts'
import type { DocumentFacts, Extraction, ExtractPage, Proposal } from './proposal.ts'
import { datedByStay } from './stay.ts'
import { type WithoutSlips, withoutSlips } from './undo-slips.ts'
import { restsOnUnsure, unsureWords } from './unsure-words.ts'
import { extractVitals } from './vitals.ts'

export type Dictionaries = MeasureDictionaries & DrugDictionaries

export function extractFacts(written: readonly ExtractPage[], dictionaries: Dictionaries): Extraction {
  const cleaned = written.map(withoutSlips)
  const read = cleaned.map(({ page }) => page)
  const pages = withoutUnticked(withoutLeaflets(read))
  const order = dateOrderOf(pages.map(({ text }) => text)) ?? ownDateOrder(pages)
  const document = documentFacts(read, order)
  const undated = { ...dictionaries, ...(order && { order }) }
  const dated = withDate(undated, document)
  // What was measured during a stay was not therefore measured on the day it ended.
  const stay = stayOf(pages, document.people, order)
  const isOfStay = (stay ?? document.kind === 'discharge-summary') && document.date?.dateKind === 'service'
  const ofDay = isOfStay || !isDayOfResults(pages, document.people, order) ? undated : dated
  const found = [
    ...datedByStay(
      MEASURED.flatMap((extract) => extract(pages, ofDay)),
      pages,
      stay ?? {},
    ),
    ...CLINICAL.flatMap((extract) => extract(pages, dated)),
  ]
  const pagesByNumber = new Map(pages.map((page) => [page.number, page]))
  const sound = withoutRemarks(found, pages).flatMap((proposal) =>
    withSoundPlace(proposal, pagesByNumber.get(proposal.page)),
  )
  const looks = new Map(cleaned.map((each) => [each.page.number, { ...each, unsure: unsureWords(each.page) }]))
  const { analytes } = dictionaries
  const proposals = onePerPlace(sound)
    .map((proposal) => withDoubts(proposal, looks.get(proposal.page), { document, analytes }))
    .sort((a, b) => a.page - b.page || startOf(a) - startOf(b) || a.valueSpan.start - b.valueSpan.start)
  return { document, proposals }
}

/** Where two read the same words, the first of these is kept. */
const MEASURED: readonly ((pages: readonly ExtractPage[], context: LabContext) => Proposal[])[] = [
  extractLabs,
  extractVitals,
]
const CLINICAL: readonly ((pages: readonly ExtractPage[], context: ClinicalContext) => Proposal[])[] = [
  extractAllergies,
  extractImmunizations,
  extractMedications,
  extractProcedures,
  extractConditions,
  extractEncounters,
]

const withDate = <Context>(context: Context, { date }: DocumentFacts) =>
  date ? { ...context, date: { ...date, dateKind: date.dateKind } } : context

const startOf = ({ spans }: Proposal): number => spans[0]?.start ?? 0

/** Nothing is proposed that cannot be shown on its page. */
function withSoundPlace(proposal: Proposal, page: ExtractPage | undefined): Proposal[] {
  const length = page?.text.length ?? 0
  const isInside = ({ start, end }: { start: number; end: number }) => start >= 0 && start < end && end <= length
  const spans = proposal.spans.filter(isInside)
  const { valueSpan } = proposal
  if (spans.length === 0 || !isInside(valueSpan)) return []
  if (spans.some(({ start, end }) => start <= valueSpan.start && end >= valueSpan.end)) return [{ ...proposal, spans }]
  return [{ ...proposal, spans: [...spans, valueSpan].sort((a, b) => a.start - b.start) }]
}

interface Look extends WithoutSlips {
  readonly unsure: readonly Word[]
}

function withDoubts(
  proposal: Proposal,
  look: Look | undefined,
  { document: { date }, analytes }: { readonly document: DocumentFacts; readonly analytes: Analytes },
): Proposal {
  const doubts = new Set(proposal.doubts)
  const isIn = (place: Span) => proposal.spans.some((span) => place.start < span.end && place.end > span.start)
  if (look && restsOnUnsure(proposal, look.unsure, look.page, analytes)) doubts.add('unsure-words')
  const slip = look?.undone.find(isIn)
  if (slip) doubts.add('slip-corrected')
  if (date?.isAmbiguous && proposal.happenedOn === date.on && proposal.dateKind === date.dateKind)
    doubts.add('ambiguous-date')
  if (doubts.size === proposal.doubts.length) return proposal
  return { ...proposal, ...(slip && { correctedFrom: proposal.correctedFrom ?? slip.written }), doubts: [...doubts] }
}
