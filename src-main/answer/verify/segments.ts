/** Where a statement may end: the parts of a line or sentence between its marks, and the cells of a row. */
import { isClosedWord, isVerb } from './closed-words.ts'
import type { Token } from './token.ts'

export interface Segment {
  /** Indices of the unit's tokens: [from, to). Marks belong to none. */
  readonly from: number
  readonly to: number
  /** What stands before it; empty for the first. */
  readonly joiner: string
}

const BREAKS = new Set([
  ',',
  ';',
  ':',
  '(',
  ')',
  '\t',
  '|',
  'and',
  'or',
  'but',
  'while',
  'whereas',
  '-',
  '--',
  '->',
  '→',
  '=',
  '\n',
])

export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let from = 0
  let joiner = ''
  const close = (to: number) => {
    if (to > from) {
      segments.push({ from, to, joiner })
      joiner = ''
    }
  }
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue
    if (!BREAKS.has(token.mark)) continue
    close(at)
    from = at + 1
    joiner = strongest(joiner, token.mark)
  }
  close(tokens.length)
  return segments
}

/** `, and` joins like `and`; `) ,` like a comma. */
const ORDER = ['', ')', '(', '-', ',', 'and', 'or', 'nor', ':', '\t', '|', 'but', ';']
const strongest = (one: string, other: string) => (ORDER.indexOf(other) >= ORDER.indexOf(one) ? other : one)

export const holdsVerb = (tokens: readonly Token[], { from, to }: Segment) =>
  tokens.slice(from, to).some((token) => token.kind === 'closed' && isVerb(token.key))

export const isContent = (token: Token) => token.kind !== 'closed' && token.kind !== 'mark' && token.kind !== 'cue'

export const isName = (token: Token) => token.kind === 'word' && !isClosedWord(token.text.toLowerCase())
