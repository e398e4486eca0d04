/** A stretch of a page, as the search hands it over to be quoted from. */
export interface Passage {
  readonly id: string
  readonly documentId: string
  readonly page: number
  readonly text: string
  /** Where the passage begins in its page, in UTF-16 units. */
  readonly start: number
  readonly documentTitle: string
  /** The calendar date of the document, perhaps partial, when it is known. */
  readonly documentOn?: string
  /** As the search ranks it: larger is better. */
  readonly score: number
}
