/** Short ways to write pages of results and to say what must be read from them. */
import { extractLabs, type LabContext } from '../../../src-main/extract/labs/extract-labs.ts'
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import { labContext, pagesOf } from './lab-context.ts'

export const read = (texts: readonly string[], context: Partial<LabContext> = {}) =>
  extractLabs(pagesOf(...texts), { ...labContext, ...context })

/** `name value unit range flag day`, what is absent as a dash. */
export const short = (p: Proposal) =>
  [p.name, p.valueText, p.unit ?? '-', p.rangeText ?? '-', p.flag, p.happenedOn ?? '-'].join(' | ')

export const lines = (...texts: readonly string[]) => texts.join('\n')
export const row = (...cells: readonly string[]) => cells.join('\t')
