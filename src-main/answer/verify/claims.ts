/** Takes a sentence apart into claims and looks for the statement that says each of them. */
import type { Candidate } from './candidates.ts'
import { type Checked, checkClaim } from './check-claim.ts'
import type { Claim } from './claim.ts'
import { isVerb } from './closed-words.ts'
import { checkComparison, saysInRange } from './comparisons.ts'
import { lex, type Words } from './lex.ts'
import { sentencesOf } from './passages.ts'
import { isContent } from './segments.ts'
import { cut, isDate, type Part, partsOf } from './statements.ts'
import type { SupportOptions } from './support.ts'

/** Empty: all of it is said. Else what is not, in the words of the sentence. */
export function checkClaims(
  text: string,
  candidates: readonly Candidate[],
  words: Words,
  names: ReadonlySet<string>,
): string[] {
  const used = new Set<number>()
  const reasons: string[] = []
  for (const sentence of sentencesOf(text)) {
    const parts = partsOf(lex(sentence, words))
    const plain = checkPlainly(parts, candidates, { names })
    const isSaid = plain.reasons.length === 0 && (!saysInRange(parts) || candidates.some(({ own }) => saysInRange(own)))
    const checked = isSaid ? plain : (checkComparison(parts, candidates, { names }) ?? plain)
    reasons.push(...checked.reasons)
    for (const n of checked.used) used.add(n)
  }
  if (reasons.length > 0) return [...new Set(reasons)]
  const idle = [...new Set(candidates.map(({ evidence }) => evidence.n))].filter((n) => !used.has(n))
  return idle.map((n) => `[${n}] says nothing of it`)
}

function checkPlainly(parts: readonly Part[], candidates: readonly Candidate[], options: SupportOptions): Checked {
  const claims = claimsOf(parts)
  if (claims.length === 0 || !parts.some(isClaim)) return { reasons: ['claims nothing'], used: [] }
  const results = claims.map((claim) => checkClaim(claim, candidates, options))
  return { reasons: results.flatMap((result) => result.reasons), used: results.flatMap((result) => result.used) }
}

/** Of words that hold for every line of a list nothing is said; that there is none of them is something. */
const isClaim = ({ token, stance }: Part) =>
  token.kind === 'frame' ? stance.isNegated : isContent(token) && token.kind !== 'date' && token.kind !== 'dosing'

/** A date that a sentence gives once is the date of all it says. */
function claimsOf(parts: readonly Part[]): Claim[] {
  const dates = parts.filter(isDate)
  const [only] = dates
  const groups = cut(parts, false)
  return groups
    .map(({ own, shared, endsInList }, at) => {
      const before = groups[at - 1]?.own ?? []
      const after = endsInList ? (groups[at + 1]?.own ?? []) : []
      const all = unique([...shared, ...predicateOf(own, before), ...own, ...valuesOf(own, after)])
      const isDated = dates.length !== 1 || !only || all.includes(only)
      return { endsInList, parts: isDated ? all : [...all, ...withPaper(parts, only)] }
    })
    .filter((claim) => claim.parts.some(({ token }) => isContent(token) || token.kind === 'cue'))
}

const unique = (parts: readonly Part[]) => [...new Set(parts)]
const holdsVerb = (parts: readonly Part[]) => parts.some(({ token }) => token.kind === 'closed' && isVerb(token.key))
const isPredicate = ({ token }: Part) => token.kind === 'frame' || token.kind === 'act'

/** `Allergic to X and Y`: what is said of X is said of Y. */
const predicateOf = (own: readonly Part[], before: readonly Part[]) =>
  holdsVerb(own) || own.some(isPredicate) ? [] : before.filter(isPredicate)

/** `X and Y 75 mg daily`: the value of Y is the value of X. */
function valuesOf(own: readonly Part[], after: readonly Part[]): Part[] {
  const isValue = ({ token }: Part) =>
    (token.kind === 'number' && token.quantity.label === '') || token.kind === 'range' || token.kind === 'dosing'
  return holdsVerb(own) || own.some(isValue) || own.some(isPredicate) ? [] : after.filter(isValue)
}

/** With the words that say what it is the date of. */
const withPaper = (parts: readonly Part[], date: Part) => {
  const at = parts.indexOf(date)
  return parts
    .slice(Math.max(0, at - 3), at + 1)
    .filter(({ token }) => token.kind === 'closed' || token.kind === 'date')
}
