/** The same words are stated once: a result that its table gave and its sentence too, an allergen that is a medicine. */
import type { FactKind } from '#contract/facts.ts'
import type { Proposal } from '../proposal.ts'

/** Of kinds that one name can be of, the first is kept: taking a medicine is not what its allergy or vaccination says. */
const RANK: readonly FactKind[] = ['allergy', 'immunization', 'observation', 'procedure', 'medication', 'condition']

/** Of two for one place the one that comes first is kept, or the one of the kind that goes before. */
export function onePerPlace(proposals: readonly Proposal[]): Proposal[] {
  const dropped = new Set<Proposal>()
  for (const ofPage of Map.groupBy(proposals, ({ page }) => page).values()) {
    const inOrder = ofPage.map((proposal, rank) => ({ proposal, rank }))
    inOrder.sort((a, b) => a.proposal.valueSpan.start - b.proposal.valueSpan.start || a.rank - b.rank)
    let open: typeof inOrder = []
    for (const one of inOrder) {
      open = open.filter(({ proposal }) => proposal.valueSpan.end > one.proposal.valueSpan.start)
      for (const other of open) {
        const lesser = lesserOf(one, other)
        if (lesser) dropped.add(lesser)
      }
      open.push(one)
    }
  }
  return proposals.filter((proposal) => !dropped.has(proposal))
}

interface Ranked {
  readonly proposal: Proposal
  readonly rank: number
}

/** Their values overlap; which of them says nothing of its own, if either. */
function lesserOf(one: Ranked, other: Ranked): Proposal | undefined {
  const [first, second] = one.rank < other.rank ? [one.proposal, other.proposal] : [other.proposal, one.proposal]
  if (first.kind === second.kind) {
    // One row of a record has a day for each dose of its vaccine.
    if (first.kind === 'immunization' && first.happenedOn !== second.happenedOn) return undefined
    const isSame = first.kind === 'observation' || nameOf(first) === nameOf(second)
    return isSame && !areDoses(first, second) ? second : undefined
  }
  if (nameOf(first) !== nameOf(second) && !isSameSpan(first, second)) return undefined
  const [a, b] = [RANK.indexOf(first.kind), RANK.indexOf(second.kind)]
  if (a === -1 || b === -1) return undefined
  return a < b ? second : first
}

/** One name at the head of a row, with a day for each time it was given. */
const areDoses = (a: Proposal, b: Proposal): boolean =>
  a.kind === 'immunization' &&
  a.happenedOn !== undefined &&
  b.happenedOn !== undefined &&
  (a.happenedOn !== b.happenedOn || a.details.doseNumber !== b.details.doseNumber)

const nameOf = ({ nameText }: Proposal): string => nameText.toLowerCase()

const isSameSpan = (a: Proposal, b: Proposal): boolean =>
  a.valueSpan.start === b.valueSpan.start && a.valueSpan.end === b.valueSpan.end
