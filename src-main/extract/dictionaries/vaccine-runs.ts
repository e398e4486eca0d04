/**
 * Two names of one vaccine side by side, `HPV (Gardasil 9)`, `Meningococcal MenACWY`, or the parts of one before its
 * short form, `Tetanus, diphtheria and pertussis (Tdap)` → one, the one that says more. Only where all words of the
 * others belong to it; two vaccines in a list stay two.
 */
import type { FoundVaccine } from './vaccines.ts'

/** `isIn`: whether all words of a text are among those of the names of a vaccine. */
export function joinRuns(
  text: string,
  found: readonly FoundVaccine[],
  isIn: (words: string, vaccine: FoundVaccine) => boolean,
): FoundVaccine[] {
  const joined: FoundVaccine[] = []
  for (const vaccine of found) {
    const before = joined.at(-1)
    const gap = before && text.slice(before.end, vaccine.start)
    const isBracketed =
      gap !== undefined && /^\s?\(\s?$/u.test(gap) && /^[^()\n\t]{0,30}\)/u.test(text.slice(vaccine.end))
    const end = isBracketed ? text.indexOf(')', vaccine.end) + 1 : vaccine.end
    if (before && gap !== undefined && (isBracketed || /^[ -]$/u.test(gap))) {
      const from = isBracketed ? startOfRun(text, joined, vaccine, isIn) : joined.length - 1
      const first = joined[from]
      if (first && isIn(text.slice(first.start, before.end), vaccine)) {
        joined.splice(from, joined.length, { ...vaccine, start: first.start, end })
        continue
      }
      if (isIn(text.slice(vaccine.start, vaccine.end), before)) {
        joined[joined.length - 1] = { ...before, end }
        continue
      }
    }
    joined.push(vaccine)
  }
  return joined
}

/** The first of the names before it, set apart by commas and `and`, whose words are all of this vaccine. */
function startOfRun(
  text: string,
  found: readonly FoundVaccine[],
  vaccine: FoundVaccine,
  isIn: (words: string, vaccine: FoundVaccine) => boolean,
): number {
  let from = found.length - 1
  for (let at = from - 1; at >= 0; at--) {
    const [first, next, last] = [found[at], found[at + 1], found.at(-1)]
    if (!first || !next || !last) break
    const isList = /^[\s,/&+-]*(?:and\s+)?(?:acellular\s+)?$/u.test(text.slice(first.end, next.start))
    if (!isList || !isIn(text.slice(first.start, last.end), vaccine)) break
    from = at
  }
  return from
}
