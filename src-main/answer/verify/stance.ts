/**
 * Which words of a line or sentence its turning words reach: a denial, a doubt, a relative, what is past, planned or
 * stopped. In doubt the wider reach, on both sides of a comparison: a sentence lost is better than a false one.
 */
import { isPresence, isVerb } from './closed-words.ts'
import { isBloodRelation } from './cues.ts'
import { holdsVerb, isContent, type Segment, segmentsOf } from './segments.ts'
import type { Certainty, Said, Stance, Token } from './token.ts'

export const PLAIN_STANCE: Stance = {
  isNegated: false,
  isRuledOut: false,
  isPast: false,
  isResolved: false,
  isHypothetical: false,
  isStopped: false,
  certainty: undefined,
  relation: undefined,
}

export function takeStances(tokens: readonly Token[], from: Stance = PLAIN_STANCE): Said[] {
  const segments = segmentsOf(tokens)
  const stances = tokens.map(() => from)
  const turn = (indices: Iterable<number>, change: Partial<Stance>, isDenial = false) => {
    for (const at of indices) {
      const stance = stances[at]
      // `In a sister, in the family history`: the nearer relation stands.
      if (!stance || (change.relation === 'family' && stance.relation !== undefined)) continue
      // Denied twice is neither denied nor said.
      const isTwice = isDenial && stance.isNegated
      stances[at] = { ...stance, ...change, ...(isTwice ? { isRuledOut: !stance.isRuledOut } : {}) }
    }
  }
  for (const [at, token] of tokens.entries()) {
    const change = changeOf(token)
    if (!change) continue
    turn(reachOf(tokens, segments, at), change, change.isNegated === true)
    // `Does not smoke and drinks`: whether what follows is denied cannot be told.
    if (isVerbDenial(token)) turn(unclearAfter(tokens, segments, at), { isHypothetical: true })
  }
  return tokens.map((token, at) => ({ token, stance: stances[at] ?? from }))
}

function changeOf(token: Token): Partial<Stance> | undefined {
  if (token.kind === 'act') return token.key === 'stop' ? { isStopped: true } : undefined
  if (token.kind === 'word') return token.isHypothetical ? { isHypothetical: true } : undefined
  if (token.kind !== 'cue') return undefined
  switch (token.cue) {
    case 'negation':
      return { isNegated: true }
    case 'ruled-out':
      return { isRuledOut: true }
    case 'certainty':
      return { certainty: token.key as Certainty }
    case 'past':
      return { isPast: true }
    case 'resolved':
      return { isResolved: true }
    case 'relation':
      return { relation: token.key }
  }
}

function reachOf(tokens: readonly Token[], segments: readonly Segment[], at: number): Set<number> {
  const own = segments.findIndex(({ from, to }) => at >= from && at < to)
  const segment = segments[own]
  const reached = new Set<number>()
  if (!segment) return reached
  const add = (from: number, to: number) => {
    for (let index = from; index < to; index += 1) if (index !== at) reached.add(index)
  }
  const token = tokens[at] as Token
  if (token.kind === 'cue' && token.cue === 'relation') return relationReach(tokens, segments, own, at)
  const isTwoSided = !isForward(tokens, at)
  const ends =
    token.kind === 'cue' && /^(?:negation|ruled-out)$/.test(token.cue)
      ? endOfDenial
      : (_: unknown, __: number, to: number) => to
  add(isTwoSided ? segment.from : at, ends(tokens, at, segment.to))
  const isLabel = isAlone(tokens, segment) && segments[own + 1]?.joiner === ':'
  for (let next = own + 1; carries(tokens, segments, next) || (next === own + 1 && isLabel); next += 1) {
    const { from, to } = segments[next] as Segment
    if (isVerbDenial(token) && segments[next]?.joiner !== 'or' && segments[next]?.joiner !== 'nor') break
    add(from, ends(tokens, from, to))
  }
  if (isTwoSided) addEarlier(tokens, segments, own, add)
  if (isAlone(tokens, segment)) addLabel(segments, own, add)
  return reached
}

/** `no`, `history of` and the like turn what follows; `denied`, `suspected`, `stopped` what stands on either side. */
function isForward(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.kind === 'word') return !/(?:ed|es)$|^(?:due|overdue|pending|held|withheld)$/i.test(token.text)
  if (token.kind !== 'cue') return false
  if (token.cue === 'past') return !/^in the past$/i.test(token.text)
  if (token.cue === 'certainty')
    return /^(?:\?|query|may|might|could|suspects?\b|rule|r\/o|to rule|suggest)/i.test(token.text)
  if (token.cue === 'ruled-out') return rulesOut(tokens, at)
  if (token.cue !== 'negation') return false
  const rest = upToMark(tokens, at)
  const [next] = rest.filter((other) => other.kind !== 'closed' || isPresence(other.key) || !isVerb(other.key))
  if (/^(?:not|never)$|n['’]t$/i.test(token.text)) return !(next && isPresence(next.text.toLowerCase()))
  if (!rest.some((other) => isContent(other) && other.kind !== 'date')) return false
  return token.key !== 'both' || /^den|for$/i.test(token.text)
}

/** `CT ruled out X` turns X alone; `X was ruled out by CT` what stands before. */
function rulesOut(tokens: readonly Token[], at: number): boolean {
  const [next] = upToMark(tokens, at).filter(
    (token) => token.kind !== 'closed' || /^(?:by|on|at|with)$/.test(token.key),
  )
  return (
    next !== undefined && next.kind !== 'closed' && !/^(?:was|were|has|have|been)/i.test((tokens[at] as Token).text)
  )
}

function upToMark(tokens: readonly Token[], at: number): Token[] {
  const end = tokens.findIndex((token, index) => index > at && token.kind === 'mark')
  return tokens.slice(at + 1, end < 0 ? tokens.length : end)
}

/** `No fracture was seen on the X-ray`: where it was looked for is not denied. */
function endOfDenial(tokens: readonly Token[], at: number, to: number): number {
  let hasVerb =
    /^(?:was|were|been|has been|have been) /i.test(tokens[at]?.text ?? '') ||
    upToMark(tokens.slice(0, at).reverse(), -1).some((token) => token.kind === 'closed' && isVerb(token.key))
  for (let index = at + 1; index < to; index += 1) {
    const token = tokens[index] as Token
    if (token.kind !== 'closed') continue
    if (hasVerb && /^(?:on|by|at|during|according)$/.test(token.key)) return index
    hasVerb ||= /^(?:was|were|is|are|been)$/.test(token.key)
  }
  return to
}

function unclearAfter(tokens: readonly Token[], segments: readonly Segment[], at: number): number[] {
  const own = segments.findIndex(({ from, to }) => at >= from && at < to)
  const next = segments[own + 1]
  if (next?.joiner !== 'and' || holdsVerb(tokens, next)) return []
  return Array.from({ length: next.to - next.from }, (_, offset) => next.from + offset)
}

const isVerbDenial = (token: Token) => token.kind === 'cue' && /^(?:not|never)$|n't$/i.test(token.text)

/** A list goes on with what was said before it until a clause has its own verb. */
function carries(tokens: readonly Token[], segments: readonly Segment[], at: number): boolean {
  const segment = segments[at]
  if (!segment || ![',', 'or', 'and', 'nor', '(', ')', '-'].includes(segment.joiner)) return false
  if (segment.joiner === '-') return false
  const own = tokens.slice(segment.from, segment.to)
  const isTurned = own.some((token) => token.kind === 'cue' && (token.cue === 'negation' || token.cue === 'certainty'))
  // `No X or Y was not seen` denies Y twice.
  if (segment.joiner === 'or' || segment.joiner === 'nor') return true
  return !holdsVerb(tokens, segment) && !isTurned && !own.some((token) => /^positive$/i.test(token.text))
}

/** `Fever, chills and cough were denied`. */
function addEarlier(
  tokens: readonly Token[],
  segments: readonly Segment[],
  own: number,
  add: (from: number, to: number) => void,
) {
  const segment = segments[own] as Segment
  const isPlural = tokens
    .slice(segment.from, segment.to)
    .some((token) => token.kind === 'closed' && (token.key === 'were' || token.key === 'are' || token.key === 'have'))
  if (!isPlural) return
  for (let at = own; at > 0; at -= 1) {
    if (![',', 'and', 'or'].includes((segments[at] as Segment).joiner)) return
    const earlier = segments[at - 1] as Segment
    if (holdsVerb(tokens, earlier)) return
    add(earlier.from, earlier.to)
  }
}

/** `HIV: negative`, a cell `denied`: nothing else in it that could be meant. */
const isAlone = (tokens: readonly Token[], { from, to }: Segment) =>
  !tokens.slice(from, to).some((token) => isContent(token) && token.kind !== 'date')

function addLabel(segments: readonly Segment[], own: number, add: (from: number, to: number) => void) {
  const { joiner } = segments[own] as Segment
  const label = joiner === '\t' || joiner === '|' ? segments[0] : segments[own - 1]
  if (label && [':', '\t', '|', '-', '=', '(', ','].includes(joiner)) add(label.from, label.to)
}

/** A relative's statement goes on to the next relative or the next person; `in her mother` belongs to what stands before. */
function relationReach(tokens: readonly Token[], segments: readonly Segment[], own: number, at: number): Set<number> {
  const reached = new Set<number>()
  const segment = segments[own] as Segment
  const isBehind = tokens.slice(segment.from, at).some((token) => isContent(token))
  if (isBehind) for (let index = segment.from; index < at; index += 1) reached.add(index)
  const rest = segments.slice(own + 1)
  const ends = rest.find(
    ({ from, to, joiner }) =>
      joiner === ';' ||
      joiner === 'but' ||
      tokens
        .slice(from, to)
        .some(
          (token) =>
            (token.kind === 'cue' && token.cue === 'relation' && token.key !== 'family') ||
            (token.kind === 'closed' && /^(?:he|she|patient|person)$/.test(token.key)),
        ),
  )
  for (let index = at + 1; index < (ends?.from ?? tokens.length); index += 1) reached.add(index)
  // `Breast cancer (mother)`, `Diabetes - father`.
  const isLone = isAlone(tokens, segment) && ['(', '-', ',', '\t', ':'].includes(segment.joiner)
  const before = segments[own - 1]
  if (isLone && before) for (let index = before.from; index < before.to; index += 1) reached.add(index)
  return reached
}

/** `family` says less than `mother`, and is true of every blood relation. */
export const hasEqualStance = (claimed: Stance, written: Stance, isPastOptional: boolean): boolean =>
  claimed.isNegated === written.isNegated &&
  claimed.isRuledOut === written.isRuledOut &&
  (claimed.isPast === written.isPast || (isPastOptional && claimed.isPast)) &&
  claimed.isResolved === written.isResolved &&
  claimed.isHypothetical === written.isHypothetical &&
  claimed.isStopped === written.isStopped &&
  claimed.certainty === written.certainty &&
  hasEqualRelation(claimed.relation, written.relation)

const hasEqualRelation = (claimed: string | undefined, written: string | undefined) =>
  claimed === written || (claimed === 'family' && written !== undefined && isBloodRelation(written))
