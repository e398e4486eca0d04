/** Sets text for a terminal: wrapped to its width, indented, in aligned columns. Expects text that is safe to print. */
import type { Screen } from './io.ts'

/** A terminal that does not know its width says 0. */
export const screenWidth = ({ columns }: Screen): number => Math.min(100, Math.max(40, columns || 80))

/** Breaks at spaces; a word longer than the line stays whole. Line breaks in the text are kept. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const room = width - indent.length
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`
      if (current !== '' && displayWidth(longer) > room) {
        lines.push(indent + current)
        current = word
      } else current = longer
    }
    return [...lines, (indent + current).trimEnd()]
  })
}

/** The last column is not padded. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
  return rows.map((row) => {
    const cells = row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell)))
    return (indent + cells.join('  ')).trimEnd()
  })
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u
const plain = /^[\x20-\x7e]*$/

export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

export const count = (amount: number, one: string, many = `${one}s`): string => `${amount} ${amount === 1 ? one : many}`
