/** Chunks of one page that follow each other, as one readable passage: a heading and its list, a sentence and its reason. */
import type { Passage } from './retrieve.ts'

/** Longer than this no passage is easily read. */
const LONGEST = 3_000
/** Only white space lies between the chunks of a page, and seldom more of it. */
const GAP = 40

/** In the order of the best chunk of each; offsets hold, because a gap is filled with as much white space as it has. */
export function mergeNeighbours(passages: readonly Passage[]): Passage[] {
  const merged: Passage[] = []
  for (const passage of passages) {
    const at = merged.findIndex((other) => touches(other, passage))
    const other = merged[at]
    if (other === undefined) merged.push(passage)
    else merged[at] = join(other, passage)
  }
  return merged.length === passages.length ? merged : mergeNeighbours(merged)
}

const endOf = ({ start, text }: Passage) => start + text.length

function touches(one: Passage, other: Passage): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const gap = second.start - endOf(first)
  const isShort = endOf(second) - first.start <= LONGEST
  return one.pageId === other.pageId && one.documentId === other.documentId && gap >= 0 && gap <= GAP && isShort
}

function join(better: Passage, other: Passage): Passage {
  const [first, second] = better.start < other.start ? [better, other] : [other, better]
  const text = first.text + '\n'.repeat(second.start - endOf(first)) + second.text
  return { ...better, start: first.start, text }
}
