/** Words that change what the next word means: where the evidence holds two of a kind, each must go with the same word. */
import type { Candidate } from './candidates.ts'
import { isName } from './segments.ts'
import type { Part } from './statements.ts'
import { wordKey } from './word-key.ts'

const KINDS = [
  'left right bilateral both',
  'mild moderate severe trace minimal marked',
  'upper lower middle',
  'acute chronic subacute',
  'anterior posterior',
  'medial lateral',
  'proximal distal',
  'systolic diastolic',
  'high low',
  'benign malignant',
  'positive negative reactive',
  'first second third',
  'direct indirect total free',
  'morning evening',
].map((line) => new Set(line.split(' ').map(wordKey)))

const isOf = (kind: ReadonlySet<string>) => (part: Part) => part.token.kind === 'word' && kind.has(part.token.key)

export function areBoundAlike(
  claimed: readonly Part[],
  { own, shared, isRow }: Candidate,
  matches: ReadonlyMap<Part, readonly Part[]>,
): boolean {
  if (isRow) return true
  const written = [...shared, ...own]
  return KINDS.every((kind) => {
    const there = new Set(written.filter(isOf(kind)).map(({ token }) => (token.kind === 'word' ? token.key : '')))
    if (there.size < 2) return true
    return claimed.filter(isOf(kind)).every((part) => {
      const head = nextName(claimed, part)
      return (matches.get(part) ?? []).some((other) => {
        const writtenHead = nextName(written, other)
        return head === undefined
          ? writtenHead === undefined
          : (matches.get(head) ?? []).some((match) => match === writtenHead)
      })
    })
  })
}

const nextName = (parts: readonly Part[], part: Part) =>
  parts.slice(parts.indexOf(part) + 1).find(({ token }) => isName(token))
