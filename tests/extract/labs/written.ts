/** Short ways to write pages of results and to say what must be read from them. */
import { extractLabs, type LabContext } from '../../../src-main/extract/labs/extract-labs.ts'
import type { ExtractPage, Proposal } from '../../../src-main/extract/proposal.ts'
import { labContext, pagesOf } from './lab-context.ts'

export const read = (texts: readonly string[], context: Partial<LabContext> = {}) =>
  extractLabs(pagesOf(...texts), { ...labContext, ...context })

/** `name value unit range flag day`, what is absent as a dash. */
export const short = (p: Proposal) =>
  [p.name, p.valueText, p.unit ?? '-', p.rangeText ?? '-', p.flag, p.happenedOn ?? '-'].join(' | ')

export const lines = (...texts: readonly string[]) => texts.join('\n')
export const row = (...cells: readonly string[]) => cells.join('\t')

export type Placed = readonly [x: number, text: string]

/** Each cell with its left edge; a letter is a hundredth of the page wide. */
export function placedPage(...rows: readonly (readonly Placed[])[]): ExtractPage {
  const words: ExtractPage['words'][number][] = []
  let text = ''
  for (const [line, cells] of rows.entries()) {
    for (const [index, [x, cell]] of cells.entries()) {
      if (index > 0) text += '\t'
      for (const word of cell.matchAll(/\S+/g)) {
        const box = [x + word.index / 100, line / 50, word[0].length / 100, 0.01] as const
        words.push({ start: text.length + word.index, length: word[0].length, box })
      }
      text += cell
    }
    text += '\n'
  }
  return { number: 1, text, words, method: 'text' }
}
