/** The words of one page, numbered from 1, in the order in which they were drawn. */
import type { ClinicalDocument } from '../../../tools/make-papers/clinical/clinical-document.ts'

export const drawnWords = ({ pages }: ClinicalDocument, page: number): string[] =>
  pages[page - 1]?.marks.flatMap((mark) => (mark.kind === 'word' ? [mark.text] : [])) ?? []
