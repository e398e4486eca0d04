/** What a paper says of itself: what it is, from when, by whom, about whom. What is not clear is left out. */
import type { DateOrder } from './document/date-forms.ts'
import { documentDate } from './document/document-date.ts'
import { authorOf, facilityOf } from './document/letterhead.ts'
import { titleAndKind } from './document/title-and-kind.ts'
import { identityOf } from './identity.ts'
import type { DocumentFacts, ExtractPage } from './proposal.ts'

/** `order`: how the paper writes 03/04/2021, from dateOrderOf. */
export function documentFacts(
  pages: readonly Pick<ExtractPage, 'number' | 'text'>[],
  order: DateOrder | undefined,
): DocumentFacts {
  const people = identityOf(pages, order)
  const date = documentDate(pages, people, order)
  const author = authorOf(pages, people)
  const facility = facilityOf(pages)
  return {
    ...titleAndKind(pages, people),
    ...(author !== undefined && { author }),
    ...(facility !== undefined && { facility }),
    ...(date && { date }),
    people,
  }
}
