/** Left, right or both: only by a word that stands beside the name and of no other part of the body. */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'

export type Side = NonNullable<FactDetails['side']>

const SIDE =
  /(?<![\p{L}\p{N}])(?:(left|lt|L(?=\s\p{Ll}))|(right|rt|R(?=\s\p{Ll}))|(bilateral(?:ly)?|both(?=\s(?:knees|hips|eyes|ears|kidneys|legs|feet|hands|shoulders|lungs|breasts|sides|ankles|wrists))|bilat))(?:[- ]sided)?(?![\p{L}\p{N}])/giu

/** `statement`: the sentence or list item that the span stands in. */
export function sideOf(statement: string, target: Span): Side | undefined {
  const before = clauseBefore(statement, target)
  const after = clauseAfter(statement, target)
  const written = before + statement.slice(target.start, target.end) + after
  const sides = new Set([...written.matchAll(SIDE)].flatMap((match) => sideIn(match)))
  if (sides.has('both') || (sides.size === 2 && /\bleft and right|right and left|both\b/i.test(written))) return 'both'
  const [only] = sides
  // Two sides in one clause: of which it is said, nobody can tell.
  return sides.size === 1 ? only : undefined
}

function sideIn(match: RegExpExecArray | RegExpMatchArray): Side[] {
  // The pattern ignores case; a single letter is a side only as a capital.
  if (/^[lr]$/.test(match[0])) return []
  return match[1] ? ['left'] : match[2] ? ['right'] : ['both']
}

const STOP = /[,;.:\n\t]|\b(?:and|but|with|then|also|or|versus)\b/gi

function clauseBefore(statement: string, { start }: Span): string {
  const before = statement.slice(Math.max(0, start - 40), start)
  const stops = [...before.matchAll(STOP)]
  const last = stops.at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}

function clauseAfter(statement: string, { end }: Span): string {
  const after = statement.slice(end, end + 40)
  const opened =
    /^\s?[(,–-]\s?(?=(?:left|right|bilateral(?:ly)?|both|lt|rt|L|R)\b(?:[- ]sided)?(?: (?:sided?|upper|lower|middle|lobe|knees?|hips?|eyes?|ears?|legs?|arms?|foot|feet|hands?|breasts?|lungs?|kidneys?|shoulders?|wrists?|ankles?|elbows?|extremit(?:y|ies)|lobes?))*\s*(?:[,;.)\n]|$))/i.exec(
      after,
    )
  const from = opened?.[0].length ?? 0
  if (!opened && /^\s?[(,–-]/.test(after)) return ''
  const stop = after.slice(from).search(/[,;.:)\n\t]|\b(?:and|but|with|then|also|or|for|by|at|since|who)\b/i)
  return stop < 0 ? after : after.slice(0, from + stop)
}
