/** One claim against all statements that are cited: who says it, or what of it the nearest does not say. */
import type { Candidate } from './candidates.ts'
import type { Claim } from './claim.ts'
import { type SupportOptions, supportOf } from './support.ts'

export interface Checked {
  readonly reasons: readonly string[]
  /** The numbers of the evidence that says it. */
  readonly used: readonly number[]
}

export function checkClaim(claim: Claim, candidates: readonly Candidate[], options: SupportOptions): Checked {
  const supports = candidates.map((candidate) => ({ candidate, missing: supportOf(claim, candidate, options).missing }))
  const used = supports.filter(({ missing }) => missing.length === 0).map(({ candidate }) => candidate.evidence.n)
  if (used.length > 0) return { reasons: [], used }
  const nearest = supports.sort((one, other) => one.missing.length - other.missing.length)[0]
  const cited = [...new Set(candidates.map(({ evidence }) => `[${evidence.n}]`))].join(', ')
  const missing = nearest?.missing ?? ['everything']
  return { reasons: missing.map((what) => `${what} is not in ${cited || 'the evidence'}`), used: [] }
}
