/** What a claim leaves out that changes what it says; all it does say is looked for in support.ts. */
import type { Candidate } from './candidates.ts'
import type { Claim, Matches } from './claim.ts'
import { sharesMeaning } from './meaning-of.ts'
import { isContent, isName } from './segments.ts'
import type { Part } from './statements.ts'

/** What a true sentence may not leave out. */
export function leftOut(claim: Claim, candidate: Candidate, matches: Matches): string[] {
  const has = (test: (part: Part) => boolean) => claim.parts.some(test)
  const reasons: string[] = []
  const isAsNeeded = ({ token }: Part) => token.kind === 'dosing' && token.keys[0] === 'prn'
  const isTimed = ({ token }: Part) => token.kind === 'dosing' && !/^(?:route|form|prn)/.test(token.keys[0] ?? '')
  if (has(isTimed) && candidate.own.some(isAsNeeded) && !has(isAsNeeded)) reasons.push('leaves out: as needed')
  const saysAllergy = ({ token }: Part) => token.kind === 'frame' && token.frames.includes('allergy')
  if (candidate.frames.has('allergy') && !has(saysAllergy)) reasons.push('leaves out: allergy')
  const saysVaccine = ({ token }: Part) => token.kind === 'frame' && token.frames.includes('vaccine')
  const isKnown = ({ token, phrase }: Part) => token.kind === 'word' && phrase !== undefined
  if (candidate.frames.has('vaccine') && has(isKnown) && !has(saysVaccine)) reasons.push('leaves out: vaccine')
  const isDenial = ({ token }: Part) => token.kind === 'cue' && token.cue === 'negation'
  const said = [...candidate.own, ...candidate.shared]
  const turnsNothing = said.some(isDenial) && !said.some(({ token, stance }) => isContent(token) && stance.isNegated)
  const saysKnown = ({ token }: Part) => token.kind === 'closed' && token.key === 'known'
  // That none is known is not that there is none.
  if (has(isDenial) && said.some(isDenial) && said.some(saysKnown) && !has(saysKnown)) reasons.push('leaves out: known')
  if (turnsNothing && !has(isDenial)) reasons.push('leaves out: not')
  reasons.push(...leftOutOfNames(claim, candidate, matches))
  reasons.push(...leftOutOfPlans(claim, candidate))
  if (isCutShort(claim, candidate, matches)) reasons.push('leaves out the end of a name')
  if (!areRangesAlike(claim, candidate, matches)) reasons.push('takes a range for a value')
  if (!areTitledAlike(claim, said, matches)) reasons.push('leaves out a title')
  return reasons
}

/** `mild mitral and aortic stenosis` is not said by `mild mitral regurgitation`. */
function isCutShort({ parts, endsInList }: Claim, { own }: Candidate, matches: Matches): boolean {
  const last = parts.at(-1)
  if (!endsInList || !last || !isName(last.token)) return false
  return (matches.get(last) ?? []).every((match) => {
    const next = own[own.indexOf(match) + 1]
    return own.includes(match) && next !== undefined && isName(next.token) && !sharesMeaning(last, match)
  })
}

const RANGE_WORD = /^(?:reference|ranges?|normal|limits?|intervals?|target|goal)$/i

/** The range of a row is no value of it, and a value is no range. */
function areRangesAlike({ parts }: Claim, { isRow }: Candidate, matches: Matches): boolean {
  const isNamed = (at: number) => parts.slice(Math.max(0, at - 5), at).some(({ token }) => RANGE_WORD.test(token.text))
  return parts.every((part, at) => {
    const { token } = part
    if (token.kind === 'range')
      return !isRow || isNamed(at) || parts.slice(0, at).some((other) => other.token.kind === 'number')
    if (token.kind !== 'number' || !isNamed(at)) return true
    const matched = matches.get(part) ?? []
    return matched.some(({ token: other }) => other.kind === 'number' && other.quantity.label === 'reference') || !isRow
  })
}

const TITLE = /^(?:dr|prof|professor|doctor|nurse)$/i

/** Dr Brown is not Mr Brown, and stands in a sentence as in the evidence: as the one who does, or the one by whom. */
function areTitledAlike({ parts }: Claim, said: readonly Part[], matches: Matches): boolean {
  const titleOf = (list: readonly Part[], part: Part) => {
    const at = list.indexOf(part)
    return list.slice(Math.max(0, at - 2), at).find(({ token }) => TITLE.test(token.text))
  }
  const isBrought = (list: readonly Part[], title: Part) => {
    const before = list[list.indexOf(title) - 1]?.token
    return before?.kind === 'closed' && /^(?:by|with|from|to|of|for|at|under)$/.test(before.key)
  }
  return parts.every((part) => {
    const matched = (matches.get(part) ?? []).filter((other) => other.token.kind === 'word')
    if (part.token.kind !== 'word' || matched.length === 0 || TITLE.test(part.token.text)) return true
    return matched.some((other) => {
      const [written, claimed] = [titleOf(said, other), titleOf(parts, part)]
      if (written === undefined || !/^\p{Lu}/u.test(other.token.text)) return true
      return claimed !== undefined && isBrought(parts, claimed) === isBrought(said, written)
    })
  })
}

/** Words after a name that make another thing of it. */
const HEADS =
  /^(?:antibod(?:y|ies)|antigen|surface|core|vaccine|vaccination|immuni[sz]ation|screen|screening|clinic|specialist|department|serology|titer|titre|nurse|ward|risk|carrier|contact|exposure|culture|swab)$/i
const JUDGING =
  /^(?:normal|abnormal|unremarkable|enlarged|high|low|elevated|stable|positive|raised|fine|critical|severe|mild|moderate)$/i

/** Less may be said than is written, but not where that makes it another thing or more of it. */
function leftOutOfNames(claim: Claim, { own, isRow, label }: Candidate, matches: Matches): string[] {
  const matched = new Set([...matches.values()].flat())
  const isMet = (part: Part) => matched.has(part) || claim.parts.some((other) => sharesMeaning(other, part))
  const isNoun = (part: Part | undefined) => part !== undefined && (isName(part.token) || part.token.kind === 'frame')
  const reasons: string[] = []
  for (const part of claim.parts) {
    const written = (matches.get(part) ?? []).filter((other) => own.includes(other))
    if (written.length === 0 || !isNoun(part)) continue
    const isWhole = written.some((other) => {
      const at = own.indexOf(other)
      const next = own[at + 1]
      if (next && HEADS.test(next.token.text) && !isMet(next)) return false
      // `No new complaints` is not `no complaints`.
      if (other.stance.isNegated) return runAround(own, at, isNoun).every(isMet)
      if (!JUDGING.test(other.token.text)) return true
      if (isRow) return label.filter(({ token }) => isName(token)).some(isMet)
      const judged =
        own
          .slice(0, at)
          .filter(({ token }) => isName(token))
          .at(-1) ?? own.slice(at + 1).find(({ token }) => isName(token))
      return judged === undefined || isMet(judged)
    })
    if (!isWhole) reasons.push(`leaves out what goes with ${part.token.text}`)
  }
  return reasons
}

/** To be considered is less than planned, and declined, avoided or called off is the opposite of it. */
const WEAKER = [
  ['consider', 'considered', 'consideration'],
  ['if', 'unless', 'until'],
  ['declined', 'declines', 'refused', 'refuses'],
  ['cancelled', 'canceled', 'deferred', 'postponed', 'missed', 'held', 'withheld'],
  ['avoid', 'contraindicated', 'caution', 'warn', 'warned'],
  ['discuss', 'discussed', 'risk', 'risks'],
].map((line) => new Set(line))

function leftOutOfPlans({ parts }: Claim, { own }: Candidate): string[] {
  if (!parts.some(({ stance }) => stance.isHypothetical)) return []
  const holds = (list: readonly Part[], family: ReadonlySet<string>) =>
    list.some(({ token }) => family.has(token.text.toLowerCase()))
  return WEAKER.filter((family) => holds(own, family) && !holds(parts, family)).map(
    (family) => `leaves out: ${[...family][0]}`,
  )
}

/** The names that stand side by side with the one at `at`. */
function runAround(own: readonly Part[], at: number, isNoun: (part: Part | undefined) => boolean): Part[] {
  let [from, to] = [at, at + 1]
  while (isNoun(own[from - 1])) from -= 1
  while (isNoun(own[to])) to += 1
  return own.slice(from, to)
}
