/** What `npm run eval -- extraction` says: a table for each layout and medium, and errors one by one when asked. */
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import type { StatedFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import type { Judged, JudgedDocument } from './judge.ts'
import type { Group, Medium } from './scored-document.ts'
import type { Dates, GroupCounts, Summary } from './summarize.ts'

/** What is promised on layouts that nothing was written for: [precision, recall]. */
const promises: Readonly<Record<'pdf' | 'image', Readonly<Partial<Record<Group, readonly [number, number]>>>>> = {
  pdf: { labs: [0.995, 0.98], medications: [0.97, 0.95], allergies: [0.97, 0.95] },
  image: { labs: [0.98, 0.95], medications: [0.97, 0.95], allergies: [0.97, 0.95] },
}

export function printSummary(title: string, summary: Summary, medium: Medium): void {
  console.log(`\n${title} (${summary.documents} documents)`)
  console.log(
    `  ${'group'.padEnd(14)}   truth  right (doubtful)  wrong (heavy)  missed  spurious  precision  recall  flags`,
  )
  for (const counts of summary.groups) console.log(lineOf(counts, medium))
  console.log(`  dates of facts: ${datesLine(summary.dates)}; of the paper: ${datesLine(summary.ownDates)}`)
  const { total, quotes, holdsValue, isTight } = summary.boxes
  console.log(
    `  places: quote holds the value ${part(quotes, total)}, value lit ${part(holdsValue, total)}, tight ${part(isTight, total)}`,
  )
  const { agreed } = summary
  if (agreed.total > 0)
    console.log(
      `  rows of laboratories marked as agreed: ${part(agreed.right, agreed.total)} right (${(agreed.right / agreed.total).toFixed(3)}), ${agreed.wrong} wrong`,
    )
  const claims = [...summary.misattributed].map(([why, count]) => `${why} ${count}`)
  console.log(`  recorded as the person's own and not: ${claims.length === 0 ? '0' : claims.join(', ')}`)
}

function lineOf(counts: GroupCounts, medium: Medium): string {
  const { group, total, right, doubtful, wrong, heavy, missed, spurious, precision, recall, flagsRight } = counts
  const goal = promises[medium === 'pdf' ? 'pdf' : 'image'][group]
  const verdict =
    goal === undefined ? '' : precision >= goal[0] && recall >= goal[1] ? 'pass' : `MISS (${goal[0]}/${goal[1]})`
  const most = (map: ReadonlyMap<string, number>) =>
    [...map]
      .toSorted((a, b) => b[1] - a[1])
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')
  return [
    `  ${group.padEnd(14)}`,
    String(total).padStart(7),
    `${right} (${doubtful})`.padStart(17),
    `${wrong} (${heavy})`.padStart(14),
    String(missed).padStart(7),
    String(spurious).padStart(9),
    precision.toFixed(3).padStart(10),
    recall.toFixed(3).padStart(7),
    group === 'labs' ? flagsRight.toFixed(3).padStart(6) : '      ',
    ` ${verdict}`,
    counts.faults.size === 0 ? '' : ` wrong in: ${most(counts.faults)}`,
    counts.doubts.size === 0 ? '' : ` right and marked: ${most(counts.doubts)}`,
  ]
    .join(' ')
    .trimEnd()
}

const datesLine = ({ total, right, undated, wrong, invented }: Dates) =>
  `${part(right, total)} right, ${undated} missing, ${wrong} wrong, ${invented} invented`

const part = (count: number, total: number) => `${count}/${total}`

/** The first so many errors: where, what stands there, what was found. */
export function printErrors(documents: readonly JudgedDocument[], most: number): void {
  const lines = documents.flatMap((document) => [
    ...document.misattributed.map(
      ({ statement, found }) =>
        `${place(document)} CLAIMED ${statement.why}: “${statement.nameText}”, found ${shown(found)}`,
    ),
    ...document.facts.flatMap((fact) => errorOf(document, fact)),
    ...(document.ownDate === 'right' ? [] : [`${place(document)} DATE OF PAPER ${document.ownDate}`]),
  ])
  for (const line of lines.slice(0, most)) console.log(`  ${line}`)
  if (lines.length > most) console.log(`  … and ${lines.length - most} more`)
}

function errorOf(document: JudgedDocument, fact: Judged): string[] {
  if (fact.outcome === 'right') return []
  if (fact.outcome === 'missed') return [`${place(document)} missed ${fact.group}: ${said(fact.truth)}`]
  if (fact.outcome === 'spurious') return [`${place(document)} spurious ${fact.group}: ${shown(fact.found)}`]
  const strength = fact.weight > 1 ? 'WRONG' : 'wrong'
  return [`${place(document)} ${strength} ${fact.faults.join('+')}: ${said(fact.truth)} → ${shown(fact.found)}`]
}

const place = ({ name, medium }: JudgedDocument) => `${name} ${medium}`

function said({ nameText, valueText, unitText, on, details, kind }: StatedFact): string {
  const value = kind === 'observation' ? valueText : undefined
  return describe([quoted(nameText), value, unitText, details?.dose, details?.side, details?.change, on])
}

function shown({
  name,
  nameText,
  valueText,
  value,
  comparator,
  unit,
  unitText,
  happenedOn,
  details,
  doubts,
  page,
  kind,
}: Proposal): string {
  const measured = kind === 'observation' ? `${valueText} (${comparator ?? ''}${value ?? '-'})` : undefined
  const units = unit === undefined && unitText === undefined ? undefined : `${unitText ?? '-'}/${unit ?? '-'}`
  const marks = doubts.length === 0 ? undefined : `[${doubts.join(' ')}]`
  const named = name === nameText ? quoted(name) : `${quoted(nameText)} as ${quoted(name)}`
  return describe([
    named,
    measured,
    units,
    details.dose,
    details.side,
    details.change,
    details.certainty,
    happenedOn,
    `p${page}`,
    marks,
  ])
}

const quoted = (text: string) => `“${text}”`
const describe = (parts: readonly (string | undefined)[]) => parts.filter((one) => one !== undefined).join(' ')
