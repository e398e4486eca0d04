/**
 * Operations and procedures that were done, with their date and side. What is planned, refused, advised or another's was
 * not done to this person; an operation without a date has none.
 */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, statedOn } from '../clinical-context.ts'
import type { FoundDate } from '../dates.ts'
import type { ExtractPage, Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import { noneKnown } from '../statements/none-known.ts'
import { type Passage, readPassages } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { sideOf } from '../statements/side.ts'
import { datesBeside } from '../statements/stated-dates.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { readColumns, textOf } from '../statements/table-columns.ts'

export function extractProcedures(pages: readonly ExtractPage[], context: ClinicalContext): Proposal[] {
  return readPassages(pages, (line) => context.procedures.findIn(line).length > 0).flatMap((passage) => {
    if (SILENT.has(passage.section) || passage.section.startsWith('medications')) return []
    const found =
      passage.kind === 'table'
        ? readTable(passage, context)
        : statementsOf(passage).flatMap((statement) => readStatement(passage, statement, context))
    return found.length > 0 || passage.section !== 'procedures' ? found : noneKnown(passage, 'procedure', context)
  })
}

const SILENT: ReadonlySet<string> = new Set(['advice', 'allergies', 'family-history', 'plan', 'immunizations'])
const LISTS: ReadonlySet<string> = new Set(['procedures', 'history', 'problems', 'diagnoses'])

const NOT_DONE =
  /\b(?:schedul\w+|plan(?:ned|ning|s)?|will|to undergo|await\w*|recommend\w*|advis\w+|consider\w*|discuss\w*|refer(?:red|ral)?|candidate|declin\w+|refus\w+|need(?:s|ed)?|should|would|may|might|if|booked|listed for|due|option\w*|consent\w*|risk of|before|prior to|pre-?op\w*|cancel\w+|postponed|request\w*|possible|screening|suggest\w*|unless|eligible|proceed)\b/i
const DONE =
  /\b(?:underwent|undergone|had|has had|s\/p|status post|status-post|history of|hx of|h\/o|previous|prior|past|after|following|since|performed|post|post-?op\w*|treated with|treated by|received|removed|required|includ\w+ (?:a )?(?:surgical|operations?)|surgical history|completed)\b/i

function readStatement(passage: Passage, statement: Span, context: ClinicalContext): Proposal[] {
  const text = passage.page.text.slice(statement.start, statement.end)
  const isListed = LISTS.has(passage.section)
  const known = context.procedures.findIn(text).filter(({ start, end }) => !DISCHARGED.test(text.slice(start, end)))
  const unknown = known.length === 0 && passage.section === 'procedures' ? unknownProcedure(text, context) : []
  const hits = [...known.map((hit) => ({ ...hit, isKnown: true })), ...unknown]
  const scopeOf = readScopes(text)
  return hits.flatMap((hit, index) => {
    const from = hits[index - 1]?.end ?? 0
    const until = hits[index + 1]?.start ?? text.length
    const [lead, reach] = [text.slice(from, hit.start), text.slice(hit.end, until)]
    const dates = [
      ...datesBeside(reach, context.order).map((date) => moved(date, hit.end)),
      ...datesBeside(lead, context.order)
        .slice(-1)
        .map((date) => moved(date, from)),
    ]
    const date = dates.find((each) => isBeside(text, hit, each))
    const isDone =
      isListed ||
      DONE.test(text.slice(0, hit.start)) ||
      /^[^.;]{0,30}\b(?:was (?:performed|done|carried out)|performed|done|showed|revealed|on|in)\b/i.test(reach)
    const scope = scopeOf(hit)
    if (
      !isDone ||
      scope.isNegated ||
      scope.relation !== undefined ||
      scope.isOthers ||
      NOT_DONE.test(text.slice(0, hit.start).slice(-80))
    )
      return []
    if (
      /^[^.;,]{0,40}\b(?:is (?:planned|scheduled|recommended|due)|was (?:declined|cancelled|canceled|not performed|not done|discussed|recommended|deferred)|scheduled|declined|pending|planned|awaited)\b/i.test(
        reach,
      )
    )
      return []
    const side = sideOf(text, hit)
    const shift = <T extends Span>(span: T) => moved(span, statement.start)
    return [
      proposal(
        passage.page,
        { ...shift(hit), isKnown: hit.isKnown },
        date ? shift(date) : undefined,
        side ? { side } : {},
      ),
    ]
  })
}

const moved = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by })

interface Named extends Span {
  readonly name: string
  readonly isKnown: boolean
}

/** `d/c home`: discharged, not `D&C`. */
const DISCHARGED = /^d\/c$/i

/** No other sentence, and few words, between the name and its date. */
const isBeside = (text: string, hit: Span, date: Span) => {
  const between = date.start >= hit.end ? text.slice(hit.end, date.start) : text.slice(date.end, hit.start)
  return between.length < 60 && !/[;]|\.\s/.test(between)
}

/** Endings and words of which names of operations are made: what has none of them under such a heading is rather a sentence that ran on. */
const LIKE_OPERATION =
  /(?:ectomy|otomy|ostomy|oscopy|plasty|pexy|rrhaphy|desis|centesis|tripsy)\b|\b(?:surgery|repair|replacement|removal|excision|resection|biopsy|bypass|graft\w*|implant\w*|insertion|fixation|fusion|ablation|reconstruction|release|ligation|stent\w*|ca?esarean|transplant\w*|drainage|amputation|ORIF|pacemaker|reduction|sling|catheteri[sz]ation|extraction)\b/i

/** An item of a surgical history that no table has: as written, and marked. */
function unknownProcedure(text: string, context: ClinicalContext): Named[] {
  const match =
    /^[\s•*–-]*(?:(?:19|20)\d{2}\s*[:–-]?\s*|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s*[:–-]?\s*)?(\p{L}[\p{L}\p{N}'’ /-]{3,60}?)(?=\s*(?:$|[,;.(:]|\s[–-]\s|\s(?:in|on)\s|\s\d))/u.exec(
      text,
    )
  const name = match?.[1]
  if (!match || name === undefined || name.split(/\s+/).length > 7 || !LIKE_OPERATION.test(name)) return []
  if (
    /\b(?:none|nil|no|not|denies|unknown|as above|see|patient|he|she|date|reviewed|non-?contributory|is|was|were|has|had|the)\b/i.test(
      name,
    ) ||
    context.conditions.findIn(name).length > 0
  )
    return []
  const start = match.index + match[0].length - name.length
  return [{ start, end: start + name.length, name, isKnown: false }]
}

function proposal(page: ExtractPage, hit: Named, date: FoundDate | undefined, details: FactDetails): Proposal {
  const written = page.text.slice(hit.start, hit.end)
  const span = { start: hit.start, end: hit.end }
  return {
    kind: 'procedure',
    name: hit.name,
    nameText: written,
    valueText: written,
    flag: 'unknown',
    isNoneKnown: false,
    ...(date ? statedOn(date.date) : {}),
    details,
    doubts: [
      ...(hit.isKnown ? [] : (['unknown-name'] as const)),
      ...(date?.date.isAmbiguous ? (['ambiguous-date'] as const) : []),
    ],
    suggestions: [],
    page: page.number,
    spans: [span, ...(date ? [{ start: date.start, end: date.end }] : [])].sort((a, b) => a.start - b.start),
    valueSpan: span,
  }
}

const WANTED: readonly Column[] = ['procedure', 'date', 'side', 'status', 'person', 'place', 'comment', 'condition']

function readTable(passage: Passage, context: ClinicalContext): Proposal[] {
  const columns = readColumns(passage, WANTED)
  const isListed = passage.section === 'procedures'
  const named = columns?.meanings.indexOf('procedure') ?? -1
  // Among problems and past illnesses only what is known to be an operation is one.
  if (named < 0 && !isListed && (columns || !LISTS.has(passage.section))) return []
  return (columns?.rows ?? passage.rows).flatMap((row) => {
    const cell =
      named >= 0
        ? row[named]
        : row.find(
            (each) =>
              /\p{L}{3}/u.test(textOf(passage, each)) && datesBeside(textOf(passage, each), context.order).length === 0,
          )
    const written = cell ? textOf(passage, cell) : ''
    const rest = row
      .filter((each) => each !== cell)
      .map((each) => textOf(passage, each))
      .join(' ; ')
    if (
      !cell ||
      written === '' ||
      /^(?:none|nil|n\/?a|-+)$/i.test(written) ||
      /\b(?:planned|scheduled|cancelled|canceled|not done|declined|pending)\b/i.test(rest)
    )
      return []
    const [known] = context.procedures.findIn(written)
    if (known === undefined && named < 0 && (!isListed || !LIKE_OPERATION.test(written))) return []
    const hit: Named = known
      ? { ...moved(known, cell.start), isKnown: true }
      : { ...cell, name: written, isKnown: false }
    const dated = row.flatMap((each) =>
      datesBeside(textOf(passage, each), context.order).map((date) => moved(date, each.start)),
    )[0]
    const sideCell = columns ? row[columns.meanings.indexOf('side')] : undefined
    const withSide = sideCell ? `${written} (${textOf(passage, sideCell)})` : written
    const side = sideOf(withSide, { start: hit.start - cell.start, end: hit.end - cell.start })
    return [proposal(passage.page, hit, dated, side ? { side } : {})]
  })
}
