/** A page of plain text and the dictionaries, as the readers of clinical text are handed them. */
import { readFileSync } from 'node:fs'
import type { ClinicalContext } from '../../../src-main/extract/clinical-context.ts'
import { readDrugDictionaries } from '../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'
import { createVaccines } from '../../../src-main/extract/dictionaries/vaccines.ts'
import type { ExtractPage, Proposal } from '../../../src-main/extract/proposal.ts'

const table = new URL('../../../resources/dictionaries/vaccines.csv', import.meta.url)

export const clinicalContext: ClinicalContext = {
  ...readDrugDictionaries(),
  vaccines: createVaccines(readFileSync(table, 'utf8')),
}

export const pagesOf = (...texts: readonly string[]): ExtractPage[] =>
  texts.map((text, index) => ({ number: index + 1, text, words: [], method: 'text' }))

/** Every span lies on its page and holds what is said to stand there. */
export function misplaced(proposals: readonly Proposal[], pages: readonly ExtractPage[]): string[] {
  return proposals.flatMap((proposal) => {
    const text = pages.find((page) => page.number === proposal.page)?.text ?? ''
    const value = text.slice(proposal.valueSpan.start, proposal.valueSpan.end)
    const isInside = proposal.spans.some(
      (span) => span.start <= proposal.valueSpan.start && proposal.valueSpan.end <= span.end,
    )
    const isOrdered = proposal.spans.every((span, index) => span.start >= (proposal.spans[index - 1]?.start ?? 0))
    return value === proposal.valueText && isInside && isOrdered ? [] : [`${proposal.kind} ${proposal.name}: ${value}`]
  })
}
