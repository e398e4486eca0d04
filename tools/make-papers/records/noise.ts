/**
 * What recognition makes of a bad scan: letters taken for others of their shape. The pairs are the confusions that any
 * reader of Latin print knows; how many of the characters are hit is the rate.
 */
import type { Random } from '../random.ts'
import { shuffle } from './people.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

const CONFUSED: readonly (readonly [read: string, as: readonly string[]])[] = [
  ['rn', ['m']],
  ['cl', ['d']],
  ['vv', ['w']],
  ['m', ['rn', 'nn']],
  ['w', ['vv']],
  ['d', ['cl']],
  ['l', ['1', 'I']],
  ['i', ['l', 'j']],
  ['t', ['f', 'l']],
  ['f', ['t']],
  ['e', ['c', 'o']],
  ['c', ['e', 'o']],
  ['o', ['0', 'c']],
  ['a', ['o', 'e']],
  ['u', ['ii', 'n']],
  ['n', ['u', 'ri']],
  ['h', ['b', 'li']],
  ['b', ['h', '6']],
  ['s', ['5', 'a']],
  ['g', ['q', '9']],
  ['r', ['i', 'n']],
  ['I', ['l', '1']],
  ['O', ['0', 'Q']],
  ['S', ['5', '8']],
  ['B', ['8', 'R']],
  [',', ['.']],
]

/** Changes `rate` of the characters (0 to 1) and says where each span of the clean text then lies. */
export function addNoise(
  clean: string,
  spans: readonly Span[],
  rate: number,
  random: Random,
): { text: string; spans: Span[] } {
  const places = shuffle(confusableAt(clean), random).slice(0, Math.round(clean.length * rate))
  const hits = new Map(places.map(({ at, length, as }) => [at, { length, as: random.pick(as) }]))
  let text = ''
  const movedTo: number[] = []
  for (let at = 0; at < clean.length; ) {
    const hit = hits.get(at)
    const length = hit?.length ?? 1
    for (let inside = 0; inside < length; inside += 1) movedTo[at + inside] = text.length
    text += hit?.as ?? clean.charAt(at)
    at += length
  }
  movedTo[clean.length] = text.length
  return {
    text,
    spans: spans.map(({ start, end }) => ({ start: movedTo[start] as number, end: movedTo[end] as number })),
  }
}

/** Never overlapping, longest first at each place. */
function confusableAt(text: string) {
  const found: { at: number; length: number; as: readonly string[] }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const pair = CONFUSED.find(([read]) => text.startsWith(read, at))
    if (pair === undefined) continue
    found.push({ at, length: pair[0].length, as: pair[1] })
    at += pair[0].length - 1
  }
  return found
}
