/** Known names that differ from a written one in a letter or two: for a person to choose from, never a match. */
const MOST = 3
/** Below this many letters everything is near to something. */
const SHORTEST = 4
const TWO_CHANGES_FROM = 8

/** At most three, the nearest first; capitals do not count. */
export function nearNames(name: string, names: readonly string[]): string[] {
  const written = name.trim().toLowerCase()
  const most = mostChanges(written)
  const found: { name: string; changes: number }[] = []
  for (const known of names) {
    if (Math.abs(known.length - written.length) > most) continue
    const changes = countChanges(written, known.toLowerCase(), most)
    if (changes > 0 && changes <= most) found.push({ name: known, changes })
  }
  found.sort((a, b) => a.changes - b.changes)
  return found.slice(0, MOST).map((one) => one.name)
}

/** How far a name may be from the written one; for the shortest not at all. */
export function mostChanges(written: string): number {
  if (written.length < SHORTEST) return 0
  return written.length < TWO_CHANGES_FROM ? 1 : 2
}

/** Letters added, left out or changed (Levenshtein); more than `most` is only known to be more. */
export function countChanges(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const over = most + 1
  let row: number[] = []
  for (let j = 0; j <= b.length; j += 1) row.push(j <= most ? j : over)
  for (let i = 1; i <= a.length; i += 1) {
    const next: number[] = new Array(b.length + 1).fill(over)
    let least = over
    for (let j = Math.max(0, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const changed = j === 0 ? over : (row[j - 1] ?? over) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      const shifted = Math.min(row[j] ?? over, j === 0 ? over : (next[j - 1] ?? over)) + 1
      const changes = Math.min(changed, shifted, over)
      next[j] = changes
      if (changes < least) least = changes
    }
    if (least > most) return over
    row = next
  }
  return row[b.length] ?? over
}
