/** A page while it is written: blocks of pieces, some of which are anchors, and the text they make together. */
import type { Span } from './noise.ts'

/** What an anchor is about: a topic (said here, or merely named), or one reading of a series on its day. */
export type About =
  | { readonly kind: 'topic'; readonly asks: string; readonly isSaid: boolean }
  | { readonly kind: 'reading'; readonly subject: string }

export interface Piece {
  readonly text: string
  readonly about?: About
}

/** Pieces of a paragraph are joined by spaces; a row is one piece. */
export type Block = readonly Piece[]

export interface Anchor extends Span {
  readonly about: About
}

/** Blocks are set apart by an empty line, but for rows of one table, which follow each other. */
export function writePage(blocks: readonly Block[]): { text: string; anchors: Anchor[] } {
  let text = ''
  const anchors: Anchor[] = []
  const isRow = (block: Block | undefined) => block?.[0]?.text.includes('\t') ?? false
  blocks
    .filter((block) => block.length > 0)
    .forEach((block, at, all) => {
      if (at > 0) text += isRow(block) && isRow(all[at - 1]) ? '\n' : '\n\n'
      block.forEach(({ text: piece, about }, inBlock) => {
        if (inBlock > 0) text += ' '
        if (about) anchors.push({ start: text.length, end: text.length + piece.length, about })
        text += piece
      })
    })
  return { text: `${text}\n`, anchors }
}

export const plain = (text: string): Block => [{ text }]
