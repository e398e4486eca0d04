/** Tables of problems, diagnoses and family history: the name column, and what the columns beside it say of it. */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, paperDate, statedOn } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import { datedRow } from '../statements/dated-rows.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { sideOf } from '../statements/side.ts'
import { datesBeside } from '../statements/stated-dates.ts'
import { isAnsweredYes, readColumns, textOf } from '../statements/table-columns.ts'
import { isNoCondition } from './unknown-conditions.ts'

const WANTED: readonly Column[] = [
  'condition',
  'relation',
  'status',
  'date',
  'stopped',
  'side',
  'severity',
  'comment',
  'person',
  'place',
]

export function readConditionTable(passage: Passage, context: ClinicalContext): Proposal[] {
  const columns = readColumns(passage, WANTED)
  const isFamily = passage.section === 'family-history' || columns?.meanings.includes('relation') === true
  const isListed = isFamily || ['problems', 'history', 'diagnoses'].includes(passage.section)
  const at = columns?.meanings.indexOf('condition') ?? 0
  if (!isListed && !(columns && CONDITION_TITLE.test(columns.titles[at] ?? ''))) return []
  if (columns && at < 0) return []
  const rows = (columns?.rows ?? passage.rows).filter((row) => isAnsweredYes(passage, row))
  return rows.flatMap((row) => {
    const relative = isFamily && !columns ? row.find((cell) => RELATIVE.test(textOf(passage, cell))) : undefined
    const dated = columns || isFamily ? undefined : datedRow(passage.page.text, row, context.order)
    const cellOf = (column: Column) => {
      if (dated && column === 'date') return dated.date
      if (relative && column === 'relation') return relative
      const cell = columns ? row[columns.meanings.indexOf(column)] : undefined
      return cell && cell.end > cell.start ? cell : undefined
    }
    const named = relative ? row.find((cell) => cell !== relative) : (dated?.name ?? row[at])
    return rowProposal(passage, named, cellOf, isFamily, context)
  })
}
const RELATIVE =
  /^(?:(?:maternal|paternal|half) )?(?:grand)?(?:mother|father|parents?|brothers?|sisters?|siblings?|sons?|daughters?|aunts?|uncles?|cousins?)\s*:?$/i
const CONDITION_TITLE =
  /^(?:conditions?|problems?|diagnos[ie]s|problem (?:name|description)|health (?:issue|concern)|disease|illness)/i

function rowProposal(
  passage: Passage,
  cell: Span | undefined,
  cellOf: (column: Column) => Span | undefined,
  isFamily: boolean,
  context: ClinicalContext,
): Proposal[] {
  const written = cell ? textOf(passage, cell) : ''
  if (!cell || written === '' || /^(?:none|nil|n\/?a|no\b|-+)/i.test(written)) return []
  const hits = context.conditions.findIn(written)
  const names =
    hits.length > 0
      ? hits
      : isNameLike(written) && !isNoCondition(written) && context.procedures.findIn(written).length === 0
        ? [{ start: 0, end: lengthOfName(written), name: written.slice(0, lengthOfName(written)) }]
        : []
  const [dateCell, statusCell, relationCell, sideCell] = (['date', 'status', 'relation', 'side'] as const).map(cellOf)
  const date = dateCell ? datesBeside(textOf(passage, dateCell), context.order)[0]?.date : undefined
  const ended = cellOf('stopped')
  const isOver = ended !== undefined && /\d{4}|\d[/.-]\d|^(?:yes|y|x|✓)$/i.test(textOf(passage, ended))
  const status = isOver ? 'resolved' : statusCell ? textOf(passage, statusCell) : ''
  if (/\b(?:entered in error|refuted|no|absent|denied|negative)\b/i.test(status)) return []
  return names.flatMap((hit) => {
    const scope = readScopes(written)(hit)
    if (scope.isNegated || scope.isHypothetical || scope.isOthers) return []
    const relation = relationCell ? textOf(passage, relationCell).toLowerCase() : scope.relation
    if (isFamily && (relation === undefined || /^(?:self|patient)$/.test(relation)) && relationCell) return []
    const side = sideOf(sideCell ? `${written} (${textOf(passage, sideCell)})` : written, hit)
    const isUncertain = scope.isUncertain || /\b(?:suspected|possible|probable|provisional|unconfirmed)\b/i.test(status)
    const details: FactDetails =
      isFamily || scope.relation !== undefined
        ? { relation: (relation ?? 'family').slice(0, 100) }
        : {
            ...(scope.isRuledOut || /ruled out/i.test(status)
              ? { certainty: 'ruled-out' as const }
              : isUncertain
                ? { certainty: 'suspected' as const }
                : {}),
            ...(scope.isHistorical && status === '' ? { status: 'history' as const } : statusOf(status)),
            ...(side ? { side } : {}),
          }
    const span = { start: cell.start + hit.start, end: cell.start + hit.end }
    const isKnown = hits.length > 0
    const near = isKnown ? [] : context.conditions.near(hit.name)
    return [
      {
        kind: isFamily || scope.relation !== undefined ? ('family-history' as const) : ('condition' as const),
        name: hit.name,
        nameText: written.slice(hit.start, hit.end),
        valueText: written.slice(hit.start, hit.end),
        flag: 'unknown' as const,
        isNoneKnown: false,
        ...(date && !isFamily ? statedOn(date) : paperDate(context)),
        details,
        doubts: [
          ...(isKnown ? [] : [near.length > 0 ? ('near-name' as const) : ('unknown-name' as const)]),
          ...(date?.isAmbiguous ? (['ambiguous-date'] as const) : []),
        ],
        suggestions: near,
        page: passage.page.number,
        spans: [span, ...[dateCell, statusCell, relationCell, sideCell].filter((each) => each !== undefined)].sort(
          (a, b) => a.start - b.start,
        ),
        valueSpan: span,
      },
    ]
  })
}

const isNameLike = (written: string) => /^\p{L}[^.:;]{3,80}$/u.test(written) && written.split(/\s+/).length <= 10
const lengthOfName = (written: string) => written.search(/\s*[(,[]|$/)

function statusOf(status: string): FactDetails {
  if (/\b(?:resolved|inactive|in remission)\b/i.test(status)) return { status: 'resolved' }
  if (/\b(?:history|past|previous)\b/i.test(status)) return { status: 'history' }
  return /\b(?:active|current|chronic|ongoing)\b/i.test(status) ? { status: 'active' } : {}
}
