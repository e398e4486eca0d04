/**
 * What is wrong with each fact that was found. A wrong number, sign, unit or dose that nothing marks as doubtful weighs
 * twice; whatever is recorded as the person's own and is not is counted by itself.
 */
import type { FactFlag } from '#contract/facts.ts'
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import type { Disclaimed, TrueFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { type BoxVerdict, judgeBoxes } from './judge-boxes.ts'
import { isAbout, isSameName } from './names.ts'
import { pairFacts } from './pair.ts'
import { type FoundFacts, type Group, groupOf, type ReadDocument } from './scored-document.ts'
import { type DateVerdict, isSameNumber, isSameUnit, judgeDate, judgeOwnDay, plain } from './values.ts'

export type Fault = 'name' | 'number' | 'comparator' | 'unit' | 'date' | 'dose' | 'change' | 'side' | 'certainty'
const heavy: ReadonlySet<Fault> = new Set(['number', 'comparator', 'unit', 'dose'])

export interface Matched {
  readonly outcome: 'right' | 'wrong'
  readonly group: Group
  readonly truth: TrueFact
  readonly found: Proposal
  readonly faults: readonly Fault[]
  readonly isDoubtful: boolean
  /** Of a wrong one: 2 when a number, sign, unit or dose is wrong and nothing says so. */
  readonly weight: number
  readonly date: DateVerdict
  readonly isFlagRight: boolean
  readonly boxes: BoxVerdict
}

export type Judged =
  | Matched
  | { readonly outcome: 'missed'; readonly group: Group; readonly truth: TrueFact }
  | { readonly outcome: 'spurious'; readonly group: Group; readonly found: Proposal; readonly isDoubtful: boolean }

export interface JudgedDocument {
  readonly name: string
  readonly layout: string
  readonly medium: ReadDocument['medium']
  readonly facts: readonly Judged[]
  /** Negated, of the family, uncertain or of the other side, and yet found as the person's own. */
  readonly misattributed: readonly { readonly statement: Disclaimed; readonly found: Proposal }[]
  readonly ownDate: DateVerdict
}

export function judgeDocument(document: ReadDocument, { document: own, proposals }: FoundFacts): JudgedDocument {
  const { truth } = document
  const { pairs, missed, extra } = pairFacts(document, proposals)
  const judgedPairs = pairs.map((pair) => judgePair(pair.truth, pair.found, document))
  const misattributed = [
    ...extra.flatMap((found) =>
      truth.disclaimed.filter((statement) => isClaimed(statement, found)).map((statement) => ({ statement, found })),
    ),
    ...pairs.flatMap(({ truth: fact, found }) => otherSideOf(fact, found)),
  ]
  const isSaidToBeOpen = (found: Proposal) =>
    truth.disclaimed.some((statement) => isAbout(statement.about, 'condition', found) && !isClaimed(statement, found))
  return {
    ...{ name: truth.name, layout: truth.layout, medium: document.medium, misattributed },
    facts: [
      ...judgedPairs.filter((judged) => judged !== undefined),
      ...missed.flatMap((fact): Judged[] => {
        const group = groupOf(fact)
        return group === undefined || fact.isOptional ? [] : [{ outcome: 'missed', group, truth: fact }]
      }),
      ...extra.flatMap((found): Judged[] => {
        const group = groupOf(found)
        if (group === undefined || isSaidToBeOpen(found)) return []
        return [{ outcome: 'spurious', group, found, isDoubtful: found.doubts.length > 0 }]
      }),
    ],
    ownDate: judgeOwnDay(own.date?.on.slice(0, 10), truth),
  }
}

function judgePair(truth: TrueFact, found: Proposal, document: ReadDocument): Matched | undefined {
  const group = groupOf(truth)
  if (group === undefined) return
  const date = judgeDate(truth, found, document.truth)
  const faults = faultsOf(truth, found, date, document.medium !== 'pdf')
  // what may be left out counts only when something of it is wrong
  if (truth.isOptional && faults.length === 0) return
  const isDoubtful = found.doubts.length > 0
  return {
    ...{ outcome: faults.length === 0 ? 'right' : 'wrong', group, truth, found, faults, isDoubtful, date },
    weight: !isDoubtful && faults.some((fault) => heavy.has(fault)) ? 2 : 1,
    isFlagRight: truth.flags === undefined || truth.flags.includes(found.flag as FactFlag),
    boxes: judgeBoxes(truth, found, document),
  }
}

function faultsOf(truth: TrueFact, found: Proposal, date: DateVerdict, mayBeMisread: boolean): Fault[] {
  const faults: Fault[] = []
  if (truth.isNoneKnown !== true && !isSameName(truth, found, mayBeMisread)) faults.push('name')
  if ((truth.isNoneKnown ?? false) !== found.isNoneKnown) faults.push('name')
  if (truth.kind === 'observation') {
    if (!isSameNumber(truth, found)) faults.push('number')
    if (truth.value !== undefined && truth.comparator !== found.comparator) faults.push('comparator')
    if (!isSameUnit(truth, found)) faults.push('unit')
  }
  if (truth.kind === 'medication') faults.push(...medicineFaults(truth, found))
  if ((truth.kind === 'condition' || truth.kind === 'procedure') && truth.details?.side !== found.details.side)
    faults.push('side')
  const { certainty = 'confirmed' } = found.details
  if (truth.kind === 'condition' && certainty !== truth.details?.certainty) faults.push('certainty')
  const isDated = truth.kind === 'observation' || truth.kind === 'immunization'
  if (date === 'invented' || (isDated && date !== 'right')) faults.push('date')
  return faults
}

function medicineFaults({ details: said = {} }: TrueFact, { details }: Proposal): Fault[] {
  const faults: Fault[] = []
  if (said.dose !== undefined && !` ${bareDose(details.dose ?? '')} `.includes(` ${bareDose(said.dose)} `))
    faults.push('dose')
  if (said.dose === undefined && details.dose !== undefined) faults.push('dose')
  if ((said.change === 'stopped') !== (details.change === 'stopped')) faults.push('change')
  return faults
}

/** `20mg` and `20 mg` are one dose; nothing else is. */
const bareDose = (dose: string) =>
  plain(dose)
    .replace(/(\d) ?(?=[a-zµ])/g, '$1 ')
    .replace(/[;,.]$/, '')

function isClaimed({ about, kind, why }: Disclaimed, found: Proposal): boolean {
  if (found.kind !== kind || !isAbout(about, kind, found)) return false
  const { certainty = 'confirmed' } = found.details
  if (certainty === 'ruled-out') return false
  return certainty === 'confirmed' || why === 'family'
}

function otherSideOf(fact: TrueFact, found: Proposal): JudgedDocument['misattributed'] {
  const [said, side] = [fact.details?.side, found.details.side]
  if (said === undefined || said === 'both' || side === undefined || side === said) return []
  const { about, nameText } = fact
  return [{ statement: { about, kind: 'condition', why: 'other-side', side: said, nameText }, found }]
}
