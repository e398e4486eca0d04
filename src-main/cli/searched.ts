/** Says what a search or an answer could see, and above all what it could not. */
import type { Searched } from '#contract/answers.ts'
import { count } from './layout.ts'

export const whatWasSearched = ({ documents, pages }: Searched): string =>
  `Searched ${count(documents, 'document')}, ${count(pages, 'page')}.`

/** One line for each thing that may hide what was looked for; none when everything could be read. */
export function whatWasNotSeen(searched: Searched): string[] {
  const { waiting, unreadable, partlyReadPages, lowConfidencePages } = searched
  const lines: string[] = []
  if (waiting > 0)
    lines.push(
      `${count(waiting, 'document is', 'documents are')} not read yet: see "medmemory jobs" and "medmemory documents".`,
    )
  if (unreadable > 0)
    lines.push(
      `${count(unreadable, 'document or page', 'documents or pages')} could not be read: see "medmemory documents".`,
    )
  if (partlyReadPages > 0)
    lines.push(
      `${count(partlyReadPages, 'page holds', 'pages hold')} ink that was not read, such as handwriting: look at the original.`,
    )
  if (lowConfidencePages > 0)
    lines.push(
      `${count(lowConfidencePages, 'page was', 'pages were')} hard to read and may say more than was understood.`,
    )
  return lines
}
