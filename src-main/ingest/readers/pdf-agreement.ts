/** How far what a text layer says and what was recognised on the page are the same words: letters and digits alone count. */
import type { PositionedWord } from '../layout/positioned-word.ts'

/** 0..1; slips that recognition makes (O and 0, l and 1) and case count as equal. Two empty texts agree. */
export function similarity(a: string, b: string): number {
  const [p, q] = [folded(a), folded(b)]
  const longest = Math.max(p.length, q.length)
  return longest === 0 ? 1 : 1 - editDistance(p, q) / longest
}

export interface Agreement {
  /** Mean similarity over the layer's words, by their letters; 1 when it has none. */
  readonly similarity: number
  /** Part of the recognised letters that lie where the layer has words; 1 when nothing was recognised. */
  readonly covered: number
  /** Letters of the layer that recognition, being sure, read as something else. */
  readonly contradicted: number
}

/** Recognised words with a lower confidence contradict nobody. */
const SURE = 0.85

/** Both in the same unit. Words are compared where they stand; how either side splits them does not matter. */
export function compareWords(layer: readonly PositionedWord[], seen: readonly PositionedWord[]): Agreement {
  let [letters, agreed, contradicted, covered, recognised] = [0, 0, 0, 0, 0]
  for (const group of groupsOf(layer, seen)) {
    const said = joined(group.layer)
    const read = joined(group.seen)
    const [here, there] = [folded(said).length, folded(read).length]
    recognised += there
    if (here === 0) continue
    covered += there
    letters += here
    const alike = similarity(said, read)
    agreed += alike * here
    const isSure = group.seen.every((word) => (word.confidence ?? 1) >= SURE)
    if (alike < 0.5 && here >= 2 && there >= 2 && isSure) contradicted += here
  }
  return {
    similarity: letters > 0 ? agreed / letters : 1,
    covered: recognised > 0 ? covered / recognised : 1,
    contradicted,
  }
}

/** Words that recognition adds to those of the layer: they stand where the layer has none. */
export function wordsBeside(layer: readonly PositionedWord[], seen: readonly PositionedWord[]): PositionedWord[] {
  return groupsOf(layer, seen).flatMap((group) => (group.layer.length === 0 ? group.seen : []))
}

interface Group {
  readonly layer: PositionedWord[]
  readonly seen: PositionedWord[]
}

/** Words of the two sides that overlap, and what overlaps those. A word askew has no box of its own and meets nobody. */
function groupsOf(layer: readonly PositionedWord[], seen: readonly PositionedWord[]): Group[] {
  const groupOf = new Map<PositionedWord, Group>()
  const all = new Set<Group>()
  for (const word of layer) {
    const alone: Group = { layer: [word], seen: [] }
    groupOf.set(word, alone)
    all.add(alone)
  }
  const near = byTop(layer.filter((word) => word.turn !== 4))
  for (const word of seen) {
    let mine: Group = { layer: [], seen: [word] }
    all.add(mine)
    for (const other of near(word.y, word.y + word.height)) {
      const theirs = groupOf.get(other)
      if (!theirs || theirs === mine || !meet(word, other)) continue
      theirs.layer.push(...mine.layer)
      theirs.seen.push(...mine.seen)
      for (const moved of mine.layer) groupOf.set(moved, theirs)
      all.delete(mine)
      mine = theirs
    }
  }
  return [...all]
}

/** Finds words that reach into a band of the page. */
function byTop(words: readonly PositionedWord[]): (from: number, to: number) => PositionedWord[] {
  const tallest = words.reduce((most, word) => Math.max(most, word.height), 0)
  const sorted = [...words].sort((a, b) => a.y - b.y)
  return (from, to) => {
    let low = 0
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as PositionedWord).y < from - tallest) low = middle + 1
      else high = middle
    }
    const found: PositionedWord[] = []
    for (let i = low; i < sorted.length && (sorted[i] as PositionedWord).y <= to; i++) {
      found.push(sorted[i] as PositionedWord)
    }
    return found
  }
}

function meet(a: PositionedWord, b: PositionedWord): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > 0.3 * Math.min(a.width, b.width) && down > 0.5 * Math.min(a.height, b.height)
}

function joined(words: readonly PositionedWord[]): string {
  const order = [
    (w: PositionedWord) => w.x,
    (w: PositionedWord) => w.y,
    (w: PositionedWord) => -w.x,
    (w: PositionedWord) => -w.y,
  ]
  const along = order[words[0]?.turn ?? 0] ?? order[0]
  return [...words]
    .sort((a, b) => (along?.(a) ?? 0) - (along?.(b) ?? 0))
    .map((word) => word.text)
    .join('')
}

const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', '|': '1', s: '5', b: '8', z: '2' }

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .replace(/[oli|sbz]/g, (letter) => LOOKALIKES[letter] ?? letter)

/** Levenshtein 1966. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] as number
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      row[j] = Math.min(above + 1, (row[j - 1] as number) + 1, diagonal + (same ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.length] as number
}
