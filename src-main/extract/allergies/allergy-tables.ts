/** Tables of allergies: allergen, reaction and severity by their columns. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Column } from '../statements/column-titles.ts'
import { datedRow } from '../statements/dated-rows.ts'
import { noneKnown } from '../statements/none-known.ts'
import type { Passage } from '../statements/read-passages.ts'
import { isAnsweredYes, readColumns, textOf } from '../statements/table-columns.ts'
import { type Allergen, allergensIn, allergyProposal, nearAllergens } from './allergens.ts'

const WANTED: readonly Column[] = [
  'allergen',
  'reaction',
  'severity',
  'status',
  'date',
  'kind',
  'comment',
  'medication',
  'condition',
]

export function readAllergyTable(passage: Passage, context: ClinicalContext): Proposal[] {
  const columns = readColumns(passage, WANTED)
  const isListed = passage.section === 'allergies'
  const named = columns?.meanings.indexOf('allergen') ?? -1
  const other = columns ? Math.max(columns.meanings.indexOf('medication'), columns.meanings.indexOf('condition')) : 0
  const at = named >= 0 ? named : isListed ? other : -1
  if (at < 0 || (named < 0 && !isListed)) return []
  const rows = (columns?.rows ?? passage.rows).filter((row) => isAnsweredYes(passage, row))
  return rows.flatMap((row) => {
    const cellOf = (column: Column) => {
      const cell = columns ? row[columns.meanings.indexOf(column)] : undefined
      return cell && cell.end > cell.start && !EMPTY.test(textOf(passage, cell)) ? cell : undefined
    }
    const dated = columns ? undefined : datedRow(passage.page.text, row, context.order)
    const name = dated ? row.indexOf(dated.name) : at
    return rowProposals(passage, row, name, cellOf, context, dated?.date)
  })
}
/** What it did is told to be over. */
const OUTGROWN =
  /^\W*(?:(?:has |now |since )*(?:resolved|outgrown|outgrew)|no longer allergic|not allergic|refuted|entered in error|de-?label+ed|disproved)\b/i

const joined = (cells: readonly Span[]): Span | undefined => {
  const [first, last] = [cells[0], cells.at(-1)]
  return first && last ? { start: first.start, end: last.end } : undefined
}
const EMPTY = /^(?:[-–—]+|n\/?a|none|nil|unknown|not known|not specified|unspecified)$/i

function rowProposals(
  passage: Passage,
  row: readonly Span[],
  at: number,
  cellOf: (column: Column) => Span | undefined,
  context: ClinicalContext,
  dateCell = cellOf('date'),
): Proposal[] {
  const cell = row[at]
  const written = cell ? textOf(passage, cell) : ''
  const none = cell ? noneKnown({ page: passage.page, ...cell }, 'allergy', context) : []
  const status = cellOf('status')
  if (!cell || written === '' || none.length > 0) return none
  if (status && /\b(?:refuted|entered in error|inactive|resolved|denied|negative|no)\b/i.test(textOf(passage, status)))
    return []
  if (row.some((each) => each !== cell && OUTGROWN.test(textOf(passage, each)))) return []
  if (/\b(?:denies|not allergic|no allergy)\b/i.test(written)) return []
  const found = allergensIn(written, context).filter((each) => !/\([^)]*$/.test(written.slice(0, each.start)))
  const allergens =
    found.length > 0 ? found.map((each) => wholeClass(written, each)) : unknownAllergen(written, context)
  const reaction = cellOf('reaction')
  const severity = cellOf('severity')
  // Without a header the cells beside the name hold what it did.
  const beside = reaction || row.length < 2 || cellOf('allergen') ? undefined : joined(row.slice(at + 1))
  return allergens.map((allergen) =>
    allergyProposal(
      {
        page: passage.page,
        allergen: { ...allergen, start: allergen.start + cell.start, end: allergen.end + cell.start },
        reach: beside ?? { start: cell.start + allergen.end, end: cell.end },
        ...(reaction ? { reactionSpan: reaction } : {}),
        ...(severity ? { severitySpan: severity } : {}),
        ...(dateCell ? { dateSpan: dateCell } : {}),
      },
      context,
    ),
  )
}

/** `Sulfonamide antibiotics`: the general word alone would say more than the cell does. */
function wholeClass(written: string, allergen: Allergen): Allergen {
  const [kind] = /^\p{L}[\p{L}-]+ $/u.exec(written.slice(0, allergen.start)) ?? []
  if (kind === undefined || !/^(?:antibiotics|drugs|medicines|foods?)$/iu.test(allergen.name)) return allergen
  return { ...allergen, start: 0, name: written.slice(0, allergen.end) }
}

/** `Allergy to Elastoplast`: the words before the name. */
const LEAD =
  /^\s*(?:\[?[xX]\]?\s?)?(?:(?:known |personal )?(?:history of |h\/o:? )?(?:drug |food )?(?:allerg(?:y|ic)|adverse (?:drug )?reaction|hypersensitivity|intolerance|sensitivity|anaphylaxis|intolerant)(?: reaction)? (?:to|of|with|caused by)\s+)/i

function unknownAllergen(written: string, context: ClinicalContext): Allergen[] {
  const lead = LEAD.exec(written)?.[0].length ?? 0
  const name = /^\p{L}[\p{L}\p{N}'’ /-]{2,50}/u.exec(written.slice(lead))?.[0].trimEnd()
  if (name === undefined || name.split(/\s+/).length > 6) return []
  const suggestions = nearAllergens(name, context)
  return [
    {
      start: lead,
      end: lead + name.length,
      name,
      doubts: [suggestions.length > 0 ? 'near-name' : 'unknown-name'],
      suggestions,
    },
  ]
}
