/**
 * Whether one statement of the evidence says all that one claim says: every word, number, date, dose and turn, and each
 * value with what it is the value of. Default deny: what finds no match is reported, never passed over.
 */

import { areBoundAlike } from './bound-words.ts'
import type { Candidate } from './candidates.ts'
import type { Claim, Matches } from './claim.ts'
import { dateAgrees, isOfPaper } from './date-agrees.ts'
import { leftOut } from './left-out.ts'
import { sharesMeaning } from './meaning-of.ts'
import { isName } from './segments.ts'
import { hasEqualStance, PLAIN_STANCE } from './stance.ts'
import { type Part, withoutAsides } from './statements.ts'
import type { Quantity } from './token.ts'

export interface SupportOptions {
  readonly names: ReadonlySet<string>
  /** Values are compared with each other: `from` belongs to the comparison then. */
  readonly ignoresFormer?: boolean
}

export interface Support {
  readonly missing: readonly string[]
  /** Where the claim's numbers stand. */
  readonly numbers: readonly Part[]
}

export function supportOf(claim: Claim, candidate: Candidate, options: SupportOptions): Support {
  const matches = new Map<Part, readonly Part[]>()
  const missing: string[] = []
  for (const part of claim.parts) {
    const found = matchesOf(part, claim, candidate, options)
    if (found === undefined) missing.push(wordsFor(part))
    else matches.set(part, found)
  }
  if (missing.length > 0) return { missing, numbers: [] }
  const unbound = [
    ...claim.parts.flatMap((part) =>
      part.token.kind === 'number' ? boundReasons(part, claim, candidate, matches) : [],
    ),
    ...(areBoundAlike(claim.parts, candidate, matches) ? [] : ['words that belong to something else']),
    ...(isPersonAlike(claim, candidate, matches, options) ? [] : ['the person does something else']),
    ...leftOut(claim, candidate, matches),
  ]
  const numbers = claim.parts.flatMap((part) => (part.token.kind === 'number' ? (matches.get(part) ?? []) : []))
  return { missing: unbound, numbers }
}

/** Where the evidence names the person, the same word follows the name: who did it is not whom it was done to. */
function isPersonAlike({ parts }: Claim, { own }: Candidate, matches: Matches, { names }: SupportOptions): boolean {
  const isPersonName = (part: Part | undefined) => part?.token.kind === 'word' && names.has(part.token.key)
  return parts.every((part, at) => {
    const next = parts[at + 1]
    const written = (matches.get(part) ?? []).filter((other) => own.includes(other))
    if (!isPersonName(part) || written.length === 0 || next?.token.kind !== 'word' || isPersonName(next)) return true
    return written.some((other) => (matches.get(next) ?? []).some((match) => match === own[own.indexOf(other) + 1]))
  })
}

function wordsFor({ token }: Part): string {
  if (token.kind === 'number' || token.kind === 'range') return `number ${token.text.trim()}`
  return token.kind === 'date' ? `date ${token.text}` : token.text
}

/** Undefined: not in the evidence. Empty: claims nothing. */
function matchesOf(
  part: Part,
  claim: Claim,
  candidate: Candidate,
  options: SupportOptions,
): readonly Part[] | undefined {
  const { token } = part
  const found = (parts: readonly Part[]) => (parts.length > 0 ? parts : undefined)
  const said = [...candidate.own, ...candidate.shared]
  const alike = (other: Part) => hasEqualStance(part.stance, other.stance, candidate.isPastOptional)
  if (token.kind === 'closed' || token.kind === 'mark') return []
  if (token.kind === 'date') return dateMatches(part, claim, candidate)
  const samePhrase = part.phrase ? said.filter((other) => alike(other) && sharesMeaning(part, other)) : []
  if (samePhrase.length > 0) return samePhrase
  switch (token.kind) {
    case 'number':
      return found(
        said.filter((other) => alike(other) && sameQuantity(part, token.quantity, claim, other, said, options)),
      )
    case 'range':
      return found(
        said.filter(
          ({ token: other }) =>
            other.kind === 'range' &&
            other.low === token.low &&
            other.high === token.high &&
            (token.unit === '' || other.unit === token.unit || (other.unit === '' && said.some(isIn(token.unit)))),
        ),
      )
    case 'dosing':
      return found(
        said.filter(
          (other) => alike(other) && other.token.kind === 'dosing' && other.token.keys.includes(token.keys[0] ?? ''),
        ),
      )
    case 'act':
      return found(said.filter((other) => alike(other) && other.token.kind === 'act' && other.token.key === token.key))
    case 'frame':
      return frameMatches(part, candidate, said, alike)
    case 'cue':
      // What it turns carries it; of one that turns nothing here the same must stand there.
      return cueMatches(part, claim, said)
    case 'word': {
      const same = said.filter((other) => alike(other) && hasKey(other, token.key))
      if (same.length > 0) return same
      if (options.names.has(token.key) && isPlain(part)) return []
      return found(candidate.headings.filter((other) => sameWord(other, part) && isHeadingAlike(part, candidate)))
    }
  }
}

/** The unit of a bare range is that of its value. */
const isIn =
  (unit: string) =>
  ({ token }: Part) =>
    token.kind === 'number' && token.quantity.unit === unit

const hasKey = ({ token }: Part, key: string) => (token.kind === 'word' || token.kind === 'frame') && token.key === key
/** A title is no other word of the same stem: `Severity` is not severe. */
const sameWord = ({ token: one }: Part, { token: other }: Part) =>
  one.text.toLowerCase().replace(/s$/, '') === other.text.toLowerCase().replace(/s$/, '')
const isPlain = ({ stance }: Part) => hasEqualStance(stance, PLAIN_STANCE, true)
/** A heading denies and doubts nothing: it goes with what is said as plainly, or as what stands below it. */
const isHeadingAlike = (part: Part, { own }: Candidate) =>
  !part.stance.isNegated &&
  !part.stance.isRuledOut &&
  part.stance.certainty === undefined &&
  (isPlain(part) || own.some((other) => isName(other.token) && hasEqualStance(part.stance, other.stance, true)))

function frameMatches(part: Part, candidate: Candidate, said: readonly Part[], alike: (other: Part) => boolean) {
  const { token } = part
  if (token.kind !== 'frame') return undefined
  const same = [...said, ...candidate.headings].filter(
    (other) => hasKey(other, token.key) && (said.includes(other) ? alike(other) : isHeadingAlike(part, candidate)),
  )
  if (same.length > 0) return same
  const isShown = token.frames.some((frame) => candidate.frames.has(frame))
  return isShown && isHeadingAlike(part, candidate) && said.some((other) => isName(other.token) && alike(other))
    ? []
    : undefined
}

function cueMatches(part: Part, claim: Claim, said: readonly Part[]): readonly Part[] | undefined {
  const { token } = part
  if (token.kind !== 'cue') return undefined
  const turnsSomething = claim.parts.some(
    ({ token: other, stance }) =>
      (other.kind === 'word' || other.kind === 'frame' || other.kind === 'number' || other.kind === 'act') &&
      (token.cue === 'negation'
        ? stance.isNegated
        : token.cue === 'ruled-out'
          ? stance.isRuledOut
          : token.cue === 'past'
            ? stance.isPast
            : token.cue === 'resolved'
              ? stance.isResolved
              : token.cue === 'relation'
                ? stance.relation !== undefined
                : stance.certainty !== undefined),
  )
  if (turnsSomething) return []
  const same = said.filter(
    ({ token: other }) => other.kind === 'cue' && other.cue === token.cue && other.key === token.key,
  )
  return same.length > 0 ? same : undefined
}

const isAfterAt = (parts: readonly Part[], part: Part) =>
  /^(?:at|age)$/i.test(parts[parts.indexOf(part) - 1]?.token.text ?? '')

function sameQuantity(
  part: Part,
  claimed: Quantity,
  claim: Claim,
  other: Part,
  said: readonly Part[],
  { ignoresFormer }: SupportOptions,
): boolean {
  if (other.token.kind !== 'number') return false
  const written = other.token.quantity
  if (claimed.value !== written.value || claimed.comparator !== written.comparator) return false
  if (!ignoresFormer && claimed.isFormer !== written.isFormer) return false
  const isAgeAt =
    (claimed.label === 'age' && written.label === '' && isAfterAt(said, other)) ||
    (claimed.label === '' && written.label === 'age' && isAfterAt(claim.parts, part))
  if (claimed.label !== written.label && !isAgeAt) return false
  if (claimed.unit === '') return isAgeAt || written.unit === '' || !isCounted(written.unit)
  return claimed.unit === written.unit
}

/** Of what is counted the number alone says nothing. */
const isCounted = (unit: string) =>
  /^(?:tablet|capsule|puff|drop|unit|dose|refill|day|week|month|year|hour|minute|time|pack-year|cigarette|quantity|lot|age|mg|g|ug|mL)$/.test(
    unit,
  )

function dateMatches(part: Part, claim: Claim, candidate: Candidate): readonly Part[] | undefined {
  const own = candidate.dates.length > 0 ? candidate.dates : candidate.fallbackDates
  const allowed = isOfPaper(claim.parts, part) ? [...candidate.documentDates, ...own] : own
  const found = allowed.filter((other) => dateAgrees(part, other))
  return found.length > 0 ? found : undefined
}

/** The value must be that of what the claim says it is of. */
function boundReasons(part: Part, claim: Claim, candidate: Candidate, matches: Matches): string[] {
  const written = matches.get(part) ?? []
  // How old somebody is belongs to the person; the 2 of `type 2 diabetes` to the name.
  if (part.token.kind !== 'number' || part.token.quantity.label === 'age') return []
  if (part.phrase !== undefined && written.every((other) => other.token.kind !== 'number')) return []
  const isBound = written.some((other) => isBoundAt(part, other, claim, candidate, matches))
  return isBound ? [] : [`number ${part.token.text.trim()} of something else`]
}

function isBoundAt(part: Part, written: Part, claim: Claim, candidate: Candidate, matches: Matches): boolean {
  const matched = new Set([...matches.values()].flat())
  if (candidate.isRow && candidate.label.some(({ token }) => isName(token)))
    return wholeOf(candidate.label.filter(isNeeded), matched, claim)
  const owner = ownerOf(candidate.own, written)
  if (!owner) return true
  const phrase = owner.phrase?.isMeasured
    ? candidate.own.filter((other) => other.phrase === owner.phrase && isName(other.token))
    : [owner]
  if (!wholeOf(phrase, matched, claim)) return false
  const amounts = candidate.own.filter(({ token }) => token.kind === 'number' && token.quantity.label === '')
  if (amounts.length < 2) return true
  const claimed = ownerOf(claim.parts, part)
  return (
    claimed === undefined ||
    (matches.get(claimed) ?? []).some(
      (other) => phrase.includes(other) || (other.phrase === owner.phrase && owner.phrase !== undefined),
    )
  )
}

/** Every part is matched itself, or by the phrase that it belongs to. */
const wholeOf = (parts: readonly Part[], matched: ReadonlySet<Part>, claim: Claim) =>
  parts.every((part) => matched.has(part) || claim.parts.some((other) => sharesMeaning(other, part)))

/** Words of a label that only say how it was measured. */
const FILLERS =
  /^(?:serum|plasma|blood|level|levels|today|now|fasting|count|test|result|value|currently|approximately|average|oral|of|tablet|tablets)$/i
const isNeeded = ({ token }: Part) => isName(token) && !FILLERS.test(token.text)

/** The name that stands nearest before a value, or else after it. */
function ownerOf(parts: readonly Part[], value: Part): Part | undefined {
  const at = parts.indexOf(value)
  const before = parts.slice(0, at)
  return (
    withoutAsides(before).filter(isNeeded).at(-1) ??
    before.filter(isNeeded).at(-1) ??
    parts.slice(at + 1).find(isNeeded)
  )
}
