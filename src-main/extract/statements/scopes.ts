/**
 * Of whom and how surely a sentence states something: negated, ruled out, uncertain, somebody else's, past, only
 * imagined. Trigger words open a scope to one side that runs until a word ends it, after NegEx (Chapman et al., J Biomed
 * Inform 2001;34:301) and ConText (Harkema et al., J Biomed Inform 2009;42:839). In doubt the scope is the wider one:
 * a statement lost is better than one that is not the person's.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type Trigger, type TriggerKind, triggersIn } from './triggers.ts'

export interface Scope {
  readonly isNegated: boolean
  readonly isRuledOut: boolean
  readonly isUncertain: boolean
  /** Not yet so, or only spoken of: risk, advice, screening. */
  readonly isHypothetical: boolean
  readonly isHistorical: boolean
  /** Whose it is, where that is a relative: `mother`, or `family`. */
  readonly relation?: string
  /** Whose it is, where that is neither the person nor a relative. */
  readonly isOthers: boolean
}

/** The scopes of one sentence, asked for any span in it. */
export function readScopes(sentence: string): (target: Span) => Scope {
  const triggers = triggersIn(sentence)
  return (target) => {
    const acting = triggers.filter((trigger) => reaches(sentence, triggers, trigger, target))
    const has = (kind: TriggerKind) => acting.some((trigger) => trigger.kind === kind)
    const relative = nearest(
      acting.filter(({ kind }) => kind === 'relative'),
      target,
    )
    const cannotExclude = has('cannot-exclude')
    return {
      isNegated: has('negation') && !cannotExclude,
      isRuledOut: has('ruled-out') && !cannotExclude,
      isUncertain: has('uncertain') || cannotExclude,
      isHypothetical: has('hypothetical'),
      isHistorical: has('historical'),
      ...(relative ? { relation: relative.word } : {}),
      isOthers: has('other-person'),
    }
  }
}

/** Words after which a trigger of that kind no longer holds. */
const ENDS: Readonly<Record<TriggerKind, readonly TriggerKind[]>> = {
  negation: ['contrast', 'assertion'],
  'ruled-out': ['contrast', 'assertion'],
  'cannot-exclude': ['contrast'],
  uncertain: ['contrast', 'assertion'],
  hypothetical: ['contrast'],
  historical: ['contrast'],
  relative: ['contrast', 'person-again', 'relative', 'other-person'],
  'other-person': ['contrast', 'person-again', 'relative'],
  contrast: [],
  assertion: [],
  'person-again': [],
}
const POST_REACH = 70

function reaches(sentence: string, triggers: readonly Trigger[], trigger: Trigger, target: Span): boolean {
  const isBefore = trigger.end <= target.start
  const isAfter = trigger.start >= target.end
  if (isBefore && trigger.side === 'after') return false
  if (isAfter && trigger.side === 'before') return false
  if (!isBefore && !isAfter) return false
  if (trigger.isClose && !isTouching(sentence, trigger, target)) return false
  if (isAfter && trigger.start - target.end > POST_REACH) return false
  const [from, to] = isBefore ? [trigger.end, target.start] : [target.end, trigger.start]
  return !triggers.some(
    (other) => other !== trigger && other.start >= from && other.end <= to && ENDS[trigger.kind].includes(other.kind),
  )
}

/** At most two small words lie between. */
function isTouching(sentence: string, trigger: Span, target: Span): boolean {
  const between =
    trigger.end <= target.start ? sentence.slice(trigger.end, target.start) : sentence.slice(target.end, trigger.start)
  return between.length <= 14 && !/[,;.]/.test(between)
}

const nearest = (triggers: readonly Trigger[], target: Span) =>
  triggers
    .map((trigger) => ({
      trigger,
      far: trigger.end <= target.start ? target.start - trigger.end : trigger.start - target.end,
    }))
    .sort((a, b) => a.far - b.far)[0]?.trigger
